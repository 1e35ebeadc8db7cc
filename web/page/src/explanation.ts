/** What a diagnostic says, and the page that explains it. */

import { type Code, type Diagnostic, explain } from "tapmark";

import { byId, el, prose } from "./dom.js";

export function description({ message, help }: Diagnostic): HTMLElement {
    return el("div", {}, el("p", {}, ...prose(message)), help !== undefined && el("p", { class: "help" }, ...prose(help)));
}

/** Shows what a diagnostic means, why its rule is there, and what mends it. */
export function showExplanation(code: Code): void {
    const dialog = byId("explanation", HTMLDialogElement);
    const close = el("button", { type: "button", class: "close", onclick: () => dialog.close() }, "Close");
    dialog.replaceChildren(...page(explain(code)), close);
    dialog.showModal();
    dialog.scrollTop = 0;
}

/** A page of `explain`: headings, fences, and paragraphs with code in them are all that it has. */
function page(markdown: string): HTMLElement[] {
    return markdown.split(/^(````?[^\n]*\n[^]*?^````?$)/m).flatMap((part) => {
        const fence = /^````?[^\n]*\n([^]*)\n````?$/.exec(part);
        if (fence !== null) {
            return el("pre", { tabindex: "0" }, fence[1]);
        }
        return part.split(/\n{2,}/).map((text) => text.trim()).filter((text) => text !== "").map(paragraph);
    });
}

function paragraph(text: string): HTMLElement {
    const [, level, title] = /^(#+) (.*)$/.exec(text) ?? [];
    if (level === undefined) {
        return el("p", {}, ...prose(text.replaceAll("\n", " ")));
    }
    return level === "#" ? el("h2", { id: "explanation-title" }, title) : el("h3", {}, title);
}
