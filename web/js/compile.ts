/** From a source to requests, to the profile, and to what is to be said of it. */

import { loneSurrogates, requireArray, requireString } from "./arguments.js";
import { type Name, ask, requireInstance, write } from "./module.js";
import { setOptions } from "./options.js";
import type { Compilation, Diagnostic, Options, ProfileCompilation } from "./types.js";

type Method = "compile" | "compile_profile" | "check";

/** Asks the module about a source, with the options that are set, if these are any. */
function askAbout(method: Method, call: string, argument: Name, source: string, options: boolean): string {
    const lone = loneSurrogates(source);
    return ask(call, argument, (wasm) => {
        for (const offset of lone) {
            wasm.note_lone(offset);
        }
        return wasm[method](write(source), options ? 1 : 0);
    });
}

/** The same, of what has not been looked at yet. */
function askWith(method: Method, call: string, source: unknown, options: unknown): string {
    requireInstance();
    requireString("source", source);
    return askAbout(method, call, "source", source, setOptions(call, options));
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
 * @throws {Error} Before `init` is done. And when an argument is too large or too deeply nested: when
 * the memory of WebAssembly, its stack or the length of a string does not suffice for it or for the
 * answer. What happened is the `cause`, and the compiler is ready for the next call.
 */
export function compile(source: string, options?: Options): Compilation {
    return JSON.parse(askWith("compile", "compile", source, options)) as Compilation;
}

/**
 * What `compile` gives, as a string of JSON: the fast way where the requests are only sent on or
 * stored.
 *
 * @throws What `compile` does.
 */
export function compileToJson(source: string, options?: Options): string {
    return askWith("compile", "compileToJson", source, options);
}

/**
 * Compiles many sources with the same options: what `compile` gives, for each.
 *
 * @param sources What the authors wrote.
 * @param options What all of it is compiled for.
 * @throws What `compile` does; a message about a source says which: `sources[3] must be …`.
 */
export function compileMany(sources: readonly string[], options?: Options): Compilation[] {
    requireInstance();
    requireArray("sources", sources);
    const texts = readOnce(sources);
    const given = setOptions("compileMany", options);
    return texts.map((text, i) => {
        const json = askAbout("compile", "compileMany", () => nameOf(i), text, given);
        return JSON.parse(json) as Compilation;
    });
}

/** The sources, each of which is read once: a getter may give something else the next time, or call back. */
function readOnce(sources: readonly unknown[]): string[] {
    const texts: string[] = [];
    const { length } = sources;
    for (let i = 0; i < length; i++) {
        const source = sources[i];
        if (typeof source !== "string") {
            requireString(nameOf(i), source);
        }
        texts.push(source);
    }
    return texts;
}

function nameOf(index: number): string {
    return `sources[${index}]`;
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
    return JSON.parse(askWith("compile_profile", "compileProfile", source, options)) as ProfileCompilation;
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
    return JSON.parse(askWith("check", "check", source, options)) as Diagnostic[];
}
