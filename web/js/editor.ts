/** What editors need: colours, what may stand at the cursor, counters, where requests come from. */

import { requireOffset, requireString } from "./arguments.js";
import { ask, requireInstance, write } from "./module.js";
import { setOptions } from "./options.js";
import type { Completion, Counter, Options, Origin, Token } from "./types.js";

/**
 * The parts of a source that have a colour of their own, in order, none within another; what is
 * only text is no token. They agree with the compiler about what is a button.
 *
 * @throws {TypeError} When the source is no string.
 * @throws {Error} When `compile` does.
 */
export function tokens(source: string): Token[] {
    requireInstance();
    requireString("source", source);
    return JSON.parse(ask("tokens", "source", (wasm) => wasm.tokens(write(source)))) as Token[];
}

/**
 * What may stand at the cursor: keywords, directives, attributes and their values, each with a line
 * about it and the text that takes the place of what is typed.
 *
 * @param offset Where the cursor is, in UTF-16 units, from 0 to the length of the source.
 * @throws {TypeError} When the source is no string, or the offset is not within it.
 * @throws {Error} When `compile` does.
 */
export function complete(source: string, offset: number): Completion[] {
    requireInstance();
    requireString("source", source);
    requireOffset("offset", offset, source.length);
    return JSON.parse(ask("complete", "source", (wasm) => wasm.complete(write(source), offset))) as Completion[];
}

/**
 * Where each of the requests of `compile` comes from, in their order, and where the items come from
 * that it shows: for a preview that marks what the cursor stands in, and what was dropped from where.
 *
 * @param options What the source is compiled for.
 * @throws What `compile` does.
 */
export function origins(source: string, options?: Options): Origin[] {
    requireInstance();
    requireString("source", source);
    const given = setOptions("origins", options) ? 1 : 0;
    return JSON.parse(ask("origins", "source", (wasm) => wasm.origins(write(source), given))) as Origin[];
}

/**
 * How much of their limits the fields use that the cursor stands in, the innermost first: a label or
 * a payload, and the text, title or subtitle around it. Lengths are in UTF-16 units, of what is sent,
 * had nothing been cut or divided.
 *
 * @param offset Where the cursor is, in UTF-16 units, from 0 to the length of the source.
 * @param options What the source is compiled for.
 * @throws What `compile` does, and a TypeError when the offset is not within the source.
 */
export function counters(source: string, offset: number, options?: Options): Counter[] {
    requireInstance();
    requireString("source", source);
    requireOffset("offset", offset, source.length);
    const given = setOptions("counters", options) ? 1 : 0;
    return JSON.parse(ask("counters", "source", (wasm) => wasm.counters(write(source), offset, given))) as Counter[];
}
