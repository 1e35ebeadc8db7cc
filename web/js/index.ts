/** The package in browsers, workers and bundlers. */

import { type InitInput, load } from "./load.js";

export * from "./api.js";

/**
 * Loads the compiler, which every other function needs. It is loaded once: a further call waits for
 * the first, and what it is given is not looked at.
 *
 * @param input Where the module is: a URL or an address (which is fetched), a Response, its bytes, a
 * WebAssembly.Module, or a promise of one of these. Without it, the file `tapmark_bg.wasm` beside
 * this one: in Node it is read, elsewhere fetched. Bundlers find it by themselves.
 * @throws {TypeError} When the input is nothing of these, an address that cannot be fetched, or another
 * module than that of this version.
 * @throws {Error} When the file cannot be had.
 * @throws {WebAssembly.CompileError} When it is no module. After each of these, a later call tries again.
 */
export function init(input?: InitInput | Promise<InitInput>): Promise<void> {
    return load(() => input ?? new URL("./tapmark_bg.wasm", import.meta.url));
}
