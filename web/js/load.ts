/** The one module behind all functions: loaded once, and nothing before it is asked for. */

import { describe } from "./arguments.js";
import start from "./tapmark.js";

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

const KINDS = ["URL", "Request", "Response", "ArrayBuffer", "WebAssembly.Module"];

let loading: Promise<void> | undefined;
let ready = false;

/** Throws when there is no module yet. */
export function requireModule(): void {
    if (!ready) {
        throw new Error("Tapmark is not initialised: `await init()` before the first call");
    }
}

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
    const input: unknown = await find();
    // By name, because what comes from another window or worker has other constructors.
    const kind = Object.prototype.toString.call(input).slice(8, -1);
    if (typeof input !== "string" && !KINDS.includes(kind) && !ArrayBuffer.isView(input)) {
        throw new TypeError(
            `input must be a URL, a Response, bytes or a WebAssembly.Module, not ${describe(input)}`,
        );
    }
    await start({ module_or_path: input as Parameters<typeof start>[0]["module_or_path"] });
    ready = true;
}
