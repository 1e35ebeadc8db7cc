/** The one module behind all functions: loaded once, and nothing before it is asked for. */

import { describe } from "./arguments.js";
import { start } from "./module.js";

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
    await start(await moduleOf(await find()));
}

/** The module, compiled, whatever it comes as. */
async function moduleOf(input: unknown): Promise<WebAssembly.Module> {
    // By name, because what comes from another window or worker has other constructors.
    const kind = typeof input === "string" ? "URL" : Object.prototype.toString.call(input).slice(8, -1);
    if (kind === "URL" || kind === "Request") {
        return compiled(await fetched(input as string | URL | Request));
    }
    if (kind === "Response") {
        return compiled(input as Response);
    }
    if (kind === "WebAssembly.Module") {
        return input as WebAssembly.Module;
    }
    if (kind === "ArrayBuffer") {
        return WebAssembly.compile(input as ArrayBuffer);
    }
    if (ArrayBuffer.isView(input)) {
        // Node 20 refuses a DataView.
        const { buffer, byteOffset, byteLength } = input as ArrayBufferView<ArrayBuffer>;
        return WebAssembly.compile(new Uint8Array(buffer, byteOffset, byteLength));
    }
    throw new TypeError(
        `input must be a URL, a Response, bytes or a WebAssembly.Module, not ${describe(input)}`,
    );
}

/** What a server answers; a TypeError, as `fetch` has it, where there is none to be asked. */
async function fetched(input: string | URL | Request): Promise<Response> {
    try {
        return await fetch(input);
    } catch (error) {
        const address = describe(typeof input === "object" && "url" in input ? input.url : String(input), 200);
        const reason = error instanceof Error ? error.message.slice(0, 300) : error;
        throw new TypeError(
            `input: ${address} cannot be fetched (${reason}); for a file, hand over new URL("…", import.meta.url), or its bytes as fs reads them`,
            { cause: error },
        );
    }
}

/** The module that a server gave. */
async function compiled(response: Response): Promise<WebAssembly.Module> {
    if (!response.ok) {
        const status = `${response.status} ${response.statusText}`.trimEnd();
        // What was made by `new Response` has no address.
        throw new Error(
            response.url === ""
                ? `input: the Response has the status ${status}; it must be the answer to a request that succeeded`
                : `${response.url} cannot be had: ${status}`,
        );
    }
    // It compiles while it arrives; with another type it would be refused.
    if (response.headers.get("content-type")?.toLowerCase() === "application/wasm") {
        return WebAssembly.compileStreaming(response);
    }
    return WebAssembly.compile(await response.arrayBuffer());
}
