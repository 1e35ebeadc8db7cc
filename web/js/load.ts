/** The one module behind all functions: loaded once, and nothing before it is asked for. */

import { describe } from "./arguments.js";
import { type Exports, start } from "./module.js";

/** A type of the host's, where its declarations are at hand; else no type at all. */
type Host<Name extends string> = typeof globalThis extends Record<Name, { prototype: infer T }> ? T : never;
type HostModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer T } } } ? T : never;

/**
 * Where the module comes from: its address, an answer to a request for it, its bytes, or itself,
 * compiled.
 */
export type InitInput =
    | string
    | Host<"URL">
    | Host<"Request">
    | Host<"Response">
    | HostModule
    | ArrayBuffer
    | ArrayBufferView;

let loading: Promise<void> | undefined;

/** Loads the module, once; `find` says where it is, and is not called for a second time. */
export function load(find: () => InitInput | Promise<InitInput>): Promise<void> {
    loading ??= instantiate(find).catch((error: unknown) => {
        // The next call may have more luck, or a better argument.
        loading = undefined;
        throw error;
    });
    return loading;
}

async function instantiate(find: () => InitInput | Promise<InitInput>): Promise<void> {
    const { exports } = await instanceOf(await find());
    start(exports as unknown as Exports);
}

/** An instance of the module, whatever it comes as. It imports nothing. */
async function instanceOf(input: unknown): Promise<WebAssembly.Instance> {
    // By name, because what comes from another window or worker has other constructors.
    const kind = typeof input === "string" ? "URL" : Object.prototype.toString.call(input).slice(8, -1);
    if (kind === "URL" || kind === "Request") {
        return instanceFrom(await fetch(input as string | URL | Request));
    }
    if (kind === "Response") {
        return instanceFrom(input as Response);
    }
    if (kind === "WebAssembly.Module") {
        return WebAssembly.instantiate(input as WebAssembly.Module);
    }
    if (kind === "ArrayBuffer" || ArrayBuffer.isView(input)) {
        return (await WebAssembly.instantiate(input as BufferSource)).instance;
    }
    throw new TypeError(
        `input must be a URL, a Response, bytes or a WebAssembly.Module, not ${describe(input)}`,
    );
}

/** An instance of what a server gave. */
async function instanceFrom(response: Response): Promise<WebAssembly.Instance> {
    if (!response.ok) {
        throw new Error(`${response.url} cannot be had: ${response.status} ${response.statusText}`);
    }
    // It compiles while it arrives; with another type it would be refused.
    if (response.headers.get("content-type")?.toLowerCase() === "application/wasm") {
        return (await WebAssembly.instantiateStreaming(response)).instance;
    }
    return (await WebAssembly.instantiate(await response.arrayBuffer())).instance;
}
