/** About the language and its targets: escaping, fixing, and what can be looked up. */

import { requireString } from "./arguments.js";
import { ask, requireInstance, write } from "./module.js";
import type { Code, Fixed, Listing, TargetName } from "./types.js";

type Method = "escape_text" | "escape_label" | "escape_target" | "fix" | "explain";

/** Asks the module about one text. */
function askAbout(method: Method, call: string, argument: string, text: unknown): string {
    requireInstance();
    requireString(argument, text);
    return ask(call, argument, (wasm) => wasm[method](write(text)));
}

/**
 * Escapes a string so that it is running text, whatever it holds: a name, a message of someone
 * else's. Nothing in it makes a button, a section or a directive. Not for labels and targets.
 *
 * It does not reach what stands beside it: put white space between the escaped text and a construct
 * that follows it, so that a last `!` is not read as the beginning of a picture.
 *
 * @throws {TypeError} When it is no string.
 * @throws {Error} When `compile` does.
 */
export function escapeText(text: string): string {
    return askAbout("escape_text", "escapeText", "text", text);
}

/**
 * Escapes a string for a label: `%[` + escapeLabel(label) + `](reply:YES)`.
 *
 * @throws What `escapeText` does.
 */
export function escapeLabel(label: string): string {
    return askAbout("escape_label", "escapeLabel", "label", label);
}

/**
 * Escapes a string for a target, or for the part of one behind its keyword: `%[Yes](reply:` +
 * escapeTarget(payload) + `)`.
 *
 * @throws What `escapeText` does.
 */
export function escapeTarget(target: string): string {
    return askAbout("escape_target", "escapeTarget", "target", target);
}

/**
 * Applies the fixes of a source until none is left: a misspelt keyword is mended, a missing
 * parenthesis closed. What only its author can know stays as it is, and fixing adds no error of the
 * syntax. Lone surrogates become U+FFFD.
 *
 * @returns The text, and how many fixes it took; where it is 0, the text is the source, but for lone
 * surrogates.
 * @throws What `escapeText` does.
 */
export function fix(source: string): Fixed {
    return JSON.parse(askAbout("fix", "fix", "source", source)) as Fixed;
}

/**
 * The limits and features of a target, each with its source.
 *
 * @param target The target's name; without it, the default one.
 * @throws {TypeError} When there is no such target. The message lists those that there are.
 * @throws {Error} Before `init` is done.
 */
export function limits(target?: TargetName): Listing {
    requireInstance();
    if (target !== undefined) {
        requireString("target", target);
    }
    const named = target === undefined ? 0 : 1;
    return JSON.parse(ask("limits", "target", (wasm) => wasm.limits(write(target ?? ""), named))) as Listing;
}

/**
 * What a diagnostic means, why its rule exists and what mends it, with an example: Markdown.
 *
 * @param code The `code` of a diagnostic.
 * @throws {TypeError} When there is no such diagnostic.
 * @throws {Error} Before `init` is done.
 */
export function explain(code: Code): string {
    return askAbout("explain", "explain", "code", code);
}

/**
 * The codes of all diagnostics.
 *
 * @throws {Error} Before `init` is done.
 */
export function codes(): Code[] {
    return JSON.parse(ask("codes", "", (wasm) => wasm.codes())) as Code[];
}

/**
 * The names of all targets.
 *
 * @throws {Error} Before `init` is done.
 */
export function targets(): TargetName[] {
    return JSON.parse(ask("targets", "", (wasm) => wasm.targets())) as TargetName[];
}
