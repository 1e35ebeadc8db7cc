/** From a source to requests, to the profile, and to what is to be said of it. */

import { loneSurrogates, requireArray, requireString } from "./arguments.js";
import { read, requireModule, write } from "./module.js";
import { setOptions } from "./options.js";
import type { Compilation, Diagnostic, Options, ProfileCompilation } from "./types.js";

type Method = "compile" | "compile_profile" | "check";

/** Calls the module with a source, and with the options that are set, if these are any. */
function call(method: Method, source: string, options: boolean): string {
    const wasm = requireModule();
    for (const offset of loneSurrogates(source)) {
        wasm.note_lone(offset);
    }
    return read(wasm[method](write(source), options ? 1 : 0));
}

/** The same, of what has not been looked at yet. */
function callWith(method: Method, source: unknown, options: unknown): string {
    requireModule();
    requireString("source", source);
    return call(method, source, setOptions(options));
}

/**
 * Compiles a source to the bodies of requests to the Send API, in sending order, and what its author
 * should know about them, in the order of its places.
 *
 * Any text compiles, in a time that grows with its length. The requests keep every limit of the
 * target, whether or not there are errors among the diagnostics; with errors they are the best that
 * could be made of the source. Offsets count UTF-16 units, as `source.slice` does. A lone surrogate
 * becomes U+FFFD, with a warning.
 *
 * @param source What the author wrote.
 * @param options What it is compiled for; without them, `messenger-2018` with its defaults.
 * @throws {TypeError} When an argument is of a wrong type, or an option unknown or out of place. The
 * message names it.
 * @throws {Error} Before `init` is done.
 */
export function compile(source: string, options?: Options): Compilation {
    return JSON.parse(compileToJson(source, options)) as Compilation;
}

/**
 * What `compile` gives, as a string of JSON: the fast way where the requests are only sent on or
 * stored.
 *
 * @throws What `compile` does.
 */
export function compileToJson(source: string, options?: Options): string {
    return callWith("compile", source, options);
}

/**
 * Compiles many sources with the same options: what `compile` gives, for each.
 *
 * @param sources What the authors wrote.
 * @param options What all of it is compiled for.
 * @throws What `compile` does; a message about a source says which: `sources[3] must be …`.
 */
export function compileMany(sources: readonly string[], options?: Options): Compilation[] {
    requireModule();
    requireArray("sources", sources);
    for (let i = 0; i < sources.length; i++) {
        requireString(`sources[${i}]`, sources[i]);
    }
    const given = setOptions(options);
    return sources.map((source) => JSON.parse(call("compile", source, given)) as Compilation);
}

/**
 * Compiles the Messenger Profile of a source: its `::start`, `::greeting`, `:::menu` and
 * `:::ice-breakers`. What is wrong with its messages is not reported here.
 *
 * @param source What the author wrote.
 * @param options What it is compiled for.
 * @returns The body for the Messenger Profile API, null where the source says nothing of it, and the
 * diagnostics.
 * @throws What `compile` does.
 */
export function compileProfile(source: string, options?: Options): ProfileCompilation {
    return JSON.parse(callWith("compile_profile", source, options)) as ProfileCompilation;
}

/**
 * What `compile` and `compileProfile` would report of a source, each diagnostic once, in the order
 * of their places.
 *
 * @param source What the author wrote.
 * @param options What it would be compiled for.
 * @throws What `compile` does.
 */
export function check(source: string, options?: Options): Diagnostic[] {
    return JSON.parse(callWith("check", source, options)) as Diagnostic[];
}
