/** A mark: what is not there, or what it became. The thread leads from it to its place in the source. */

import type { Change, Diagnostic } from "tapmark";

import { el } from "./dom.js";
import { visible } from "./invisible.js";

export type Changed = Diagnostic & { change: Change };

/** How the kinds of changes are shown, and what they are called. */
const KINDS: Record<Change["kind"], { sign: string; name: string }> = {
    truncated: { sign: "✂", name: "Cut" },
    dropped: { sign: "✕", name: "Dropped" },
    moved: { sign: "↪", name: "Moved" },
    replaced: { sign: "⇄", name: "Replaced" },
    split: { sign: "⋯", name: "Divided" },
};

/** Draws a mark, with its index among those of the request. */
export function drawMark(changed: Changed, index: number): HTMLElement {
    const { kind } = changed.change;
    const { sign, name } = KINDS[kind];
    return el(
        "button",
        { type: "button", class: `mark ${kind}`, title: visible(changed.message), "data-index": `${index}` },
        el("span", { "aria-hidden": "true" }, `${sign} `),
        el("span", { class: "visually-hidden" }, `${name}: `),
        el(kind === "truncated" || kind === "dropped" ? "s" : "span", { dir: "auto" }, visible(textOf(changed))),
    );
}

function textOf({ change: { kind, before, after }, limit }: Changed): string {
    const short = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
    switch (kind) {
        case "split":
            return limit === undefined ? "divided" : `divided: ${limit.actual} of ${limit.max}`;
        case "truncated":
            return short(before.startsWith(after.slice(0, -1)) ? before.slice(after.length - 1).trim() : before);
        case "replaced":
            return [before, after].map((text) => short(text === " " ? "a space" : text || "nothing")).join(" → ");
        default:
            return short(before);
    }
}
