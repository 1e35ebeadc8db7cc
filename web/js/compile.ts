/** From a source to requests, to the profile, and to what is to be said of it. */

import { isWellFormed, loneSurrogates, optionsToJson, refusal, requireArray, requireString } from "./arguments.js";
import { requireModule } from "./load.js";
import * as wasm from "./tapmark.js";
import type { Compilation, Diagnostic, Options, ProfileCompilation } from "./types.js";

/** Calls the module with a source. */
function call(
    method: (source: string, options?: string, lone?: Uint32Array) => string,
    source: string,
    options: Options | undefined,
): string {
    requireModule();
    requireString("source", source);
    const json = options === undefined ? undefined : optionsToJson(options);
    const lone = loneSurrogates(source);
    try {
        return method(source, json, lone);
    } catch (error) {
        throw refusal(error);
    }
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
    return call(wasm.compile, source, options);
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
    // Those with lone surrogates go one by one: the module has to be told where they are.
    const alone: number[] = [];
    for (let i = 0; i < sources.length; i++) {
        const source: unknown = sources[i];
        requireString(`sources[${i}]`, source);
        if (!isWellFormed(source)) {
            alone.push(i);
        }
    }
    const json = options === undefined ? undefined : optionsToJson(options);
    let compilations: Compilation[];
    try {
        compilations = JSON.parse(wasm.compileMany(sources, json)) as Compilation[];
    } catch (error) {
        throw refusal(error);
    }
    for (const i of alone) {
        compilations[i] = compile(sources[i] as string, options);
    }
    return compilations;
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
    return JSON.parse(call(wasm.compileProfile, source, options)) as ProfileCompilation;
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
    return JSON.parse(call(wasm.check, source, options)) as Diagnostic[];
}
