/** About the language and its targets: escaping, fixing, and what can be looked up. */

import { requireString } from "./arguments.js";
import { read, requireModule, write } from "./module.js";
import type { Code, Fixed, Listing, TargetName } from "./types.js";

type Method = "escape_text" | "escape_label" | "escape_target" | "fix" | "explain";

/** Calls the module with one text. */
function call(method: Method, name: string, text: unknown): string {
    const wasm = requireModule();
    requireString(name, text);
    return read(wasm[method](write(text)));
}

/**
 * Escapes a string so that it is running text, whatever it holds: a name, a message of someone
 * else's. Nothing in it makes a button, a section or a directive. Not for labels and targets.
 *
 * @throws {TypeError} When it is no string.
 * @throws {Error} Before `init` is done.
 */
export function escapeText(text: string): string {
    return call("escape_text", "text", text);
}

/**
 * Escapes a string for a label: `%[` + escapeLabel(label) + `](reply:YES)`.
 *
 * @throws What `escapeText` does.
 */
export function escapeLabel(label: string): string {
    return call("escape_label", "label", label);
}

/**
 * Escapes a string for a target, or for the part of one behind its keyword: `%[Yes](reply:` +
 * escapeTarget(payload) + `)`.
 *
 * @throws What `escapeText` does.
 */
export function escapeTarget(target: string): string {
    return call("escape_target", "target", target);
}

/**
 * Applies the fixes of a source until none is left: a misspelt keyword is mended, a missing
 * parenthesis closed. What only its author can know stays as it is, and fixing adds no error. Lone
 * surrogates become U+FFFD.
 *
 * @returns The text, and how many fixes it took; where it is 0, the text is the source.
 * @throws What `escapeText` does.
 */
export function fix(source: string): Fixed {
    return JSON.parse(call("fix", "source", source)) as Fixed;
}

/**
 * The limits and features of a target, each with its source.
 *
 * @param target The target's name; without it, the default one.
 * @throws {TypeError} When there is no such target. The message lists those that there are.
 * @throws {Error} Before `init` is done.
 */
export function limits(target?: TargetName): Listing {
    const wasm = requireModule();
    if (target !== undefined) {
        requireString("target", target);
    }
    const length = write(target ?? "");
    return JSON.parse(read(wasm.limits(length, target === undefined ? 0 : 1))) as Listing;
}

/**
 * What a diagnostic means, why its rule exists and what mends it, with an example: Markdown.
 *
 * @param code The `code` of a diagnostic.
 * @throws {TypeError} When there is no such diagnostic.
 * @throws {Error} Before `init` is done.
 */
export function explain(code: Code): string {
    return call("explain", "code", code);
}

/**
 * The codes of all diagnostics.
 *
 * @throws {Error} Before `init` is done.
 */
export function codes(): Code[] {
    return JSON.parse(read(requireModule().codes())) as Code[];
}

/**
 * The names of all targets.
 *
 * @throws {Error} Before `init` is done.
 */
export function targets(): TargetName[] {
    return JSON.parse(read(requireModule().targets())) as TargetName[];
}
