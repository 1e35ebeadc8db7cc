/** The list of what there is to say, each leading to its place; and the pages that explain it. */

import { type Code, type Diagnostic, explain } from "tapmark";

import { byId, el, prose } from "./dom.js";

export interface Deeds {
    goTo(problem: Diagnostic): void;
    mend(problem: Diagnostic): void;
}

/** Shows the problems; what is the same as before is not drawn anew. */
export function showProblems(problems: readonly Diagnostic[], deeds: Deeds): void {
    const list = byId("problems", HTMLOListElement);
    const key = JSON.stringify(problems);
    if (list.dataset["shown"] !== key) {
        list.dataset["shown"] = key;
        list.replaceChildren(...problems.map((problem) => item(problem, deeds)));
    }
    byId("tally", HTMLElement).textContent = tally(problems);
    byId("fix-all", HTMLButtonElement).hidden = !problems.some(({ fix }) => fix !== undefined);
}

/** How many there are, in words. */
export function tally(problems: readonly Diagnostic[]): string {
    const count = (severity: Diagnostic["severity"]) => {
        const found = problems.filter((problem) => problem.severity === severity).length;
        return found === 0 ? [] : [`${found} ${severity}${found === 1 ? "" : "s"}`];
    };
    return [count("error"), count("warning"), count("note")].flat().join(", ") || "None";
}

function item(problem: Diagnostic, { goTo, mend }: Deeds): HTMLElement {
    const { code, severity, message, span, help, fix } = problem;
    return el(
        "li",
        { class: severity },
        el("span", { class: "severity" }, severity),
        el("div", {}, el("p", {}, ...prose(message)), help !== undefined && el("p", { class: "help" }, ...prose(help))),
        el(
            "p",
            { class: "deeds" },
            el("button", { type: "button", onclick: () => goTo(problem) }, `Line ${span.line}, column ${span.column}`),
            fix !== undefined && el("button", { type: "button", class: "fix", onclick: () => mend(problem) }, ...prose(`Fix: ${fix.title}`)),
            el("button", { type: "button", onclick: () => showExplanation(code) }, `Explain ${code}`),
        ),
    );
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
    const heading = /^(#+) (.*)$/.exec(text);
    if (heading !== null) {
        return heading[1] === "#" ? el("h2", { id: "explanation-title" }, heading[2]) : el("h3", {}, heading[2]);
    }
    return el("p", {}, ...prose(text.replaceAll("\n", " ")));
}
