/** What editors need: how to colour a source, and what may stand at the cursor. */

import { requireOffset, requireString } from "./arguments.js";
import { read, requireModule, write } from "./module.js";
import type { Completion, Token } from "./types.js";

/**
 * The parts of a source that have a colour of their own, in order, none within another; what is
 * only text is no token. They agree with the compiler about what is a button.
 *
 * @throws {TypeError} When the source is no string.
 * @throws {Error} Before `init` is done.
 */
export function tokens(source: string): Token[] {
    const wasm = requireModule();
    requireString("source", source);
    return JSON.parse(read(wasm.tokens(write(source)))) as Token[];
}

/**
 * What may stand at the cursor: keywords, directives, attributes and their values, each with a line
 * about it and the text that takes the place of what is typed.
 *
 * @param offset Where the cursor is, in UTF-16 units, from 0 to the length of the source.
 * @throws {TypeError} When the source is no string, or the offset is not within it.
 * @throws {Error} Before `init` is done.
 */
export function complete(source: string, offset: number): Completion[] {
    const wasm = requireModule();
    requireString("source", source);
    requireOffset("offset", offset, source.length);
    return JSON.parse(read(wasm.complete(write(source), offset))) as Completion[];
}
