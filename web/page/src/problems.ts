/** The list of what there is to say, each leading to its place. */

import type { Diagnostic } from "tapmark";

import { byId, el, prose } from "./dom.js";
import type { Editor } from "./editor.js";
import { description, showExplanation } from "./explanation.js";
import { keyedList } from "./keyed-list.js";

const showItems = keyedList(byId("problems", HTMLElement));

export function showProblems(problems: readonly Diagnostic[], editor: Editor): void {
    showItems(problems.map((problem) => ({ key: JSON.stringify(problem), draw: () => item(problem, editor) })));
    byId("tally", HTMLElement).textContent = tally(problems);
    byId("fix-all", HTMLElement).hidden = !problems.some(({ fix }) => fix !== undefined);
}

/** How many there are, in words. */
export function tally(problems: readonly Diagnostic[]): string {
    const counts = (["error", "warning", "note"] as const).flatMap((severity) => {
        const count = problems.filter((problem) => problem.severity === severity).length;
        return count === 0 ? [] : `${count} ${severity}${count === 1 ? "" : "s"}`;
    });
    return counts.join(", ") || "None";
}

function item(problem: Diagnostic, editor: Editor): HTMLElement {
    const { code, severity, span, fix } = problem;
    const button = (title: string, onclick: () => void, kind?: string) =>
        el("button", { type: "button", class: kind, onclick }, ...prose(title));
    return el(
        "li",
        { class: severity },
        el("span", { class: "severity" }, severity),
        description(problem),
        el(
            "p",
            { class: "actions" },
            button(`Line ${span.line}, column ${span.column}`, () => editor.goTo(span)),
            fix && button(`Fix: ${fix.title}`, () => editor.apply(fix), "fix"),
            button(`Explain ${code}`, () => showExplanation(code)),
        ),
    );
}
