/** The editor: CodeMirror, told by the compiler what to colour, to underline, to mend, to complete. */

import {
    type CompletionContext,
    type CompletionResult,
    autocompletion,
    closeCompletion,
    completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { type Diagnostic as Squiggle, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import {
    Decoration,
    EditorView,
    drawSelection,
    highlightActiveLine,
    highlightSpecialChars,
    keymap,
    lineNumbers,
} from "@codemirror/view";
import { type Diagnostic, type Fix, type Span, type Token, complete, tokens } from "tapmark";

import type { Compiled } from "./compiled.js";
import { announce } from "./dom.js";
import { description, showExplanation } from "./explanation.js";
import { INVISIBLE, visible } from "./invisible.js";
import { theme } from "./theme.js";

export class Editor {
    readonly #view: EditorView;
    #compiled: Compiled | undefined;

    /** The editor lives in a shadow tree: there its styles need no leave to stand in the page. */
    constructor(parent: HTMLElement, doc: string, onChange: () => void, onMove: () => void) {
        const root = parent.attachShadow({ mode: "open" });
        const extensions = [
            lineNumbers(),
            history(),
            drawSelection(),
            highlightActiveLine(),
            highlightSpecialChars({ addSpecialChars: INVISIBLE }),
            EditorView.lineWrapping,
            // Some browsers check spelling on a server.
            EditorView.contentAttributes.of({ "aria-label": "Source of the messages", tabindex: "0", spellcheck: "false" }),
            autocompletion({ override: [completions], icons: false }),
            colours,
            theme,
            // Tab moves on to the next part of the page, as everywhere else; a list of completions is none.
            keymap.of([
                { key: "Tab", run: (view) => closeCompletion(view) && false },
                { key: "F8", run: nextDiagnostic, shift: previousDiagnostic },
                { key: "Mod-.", run: () => this.fixHere() },
                ...completionKeymap,
                ...defaultKeymap,
                ...historyKeymap,
            ]),
            EditorView.updateListener.of(({ docChanged }) => docChanged && onChange()),
            EditorView.updateListener.of(({ selectionSet }) => selectionSet && onMove()),
        ];
        this.#view = new EditorView({ root, parent: root as unknown as Element, doc, extensions });
    }

    get source(): string {
        return this.#view.state.doc.toString();
    }

    /** The place of the cursor, in UTF-16 units. */
    get cursor(): number {
        return this.#view.state.selection.main.head;
    }

    /** Puts another document in the place of this one; that can be undone. */
    replace(source: string): void {
        if (source !== this.source) {
            const changes = { from: 0, to: this.#view.state.doc.length, insert: source };
            this.#view.dispatch({ changes, selection: { anchor: 0 }, scrollIntoView: true });
        }
    }

    /** Underlines what there is to say of the document. */
    show(compiled: Compiled): void {
        this.#compiled = compiled;
        const squiggles = compiled.problems.map((problem) => this.#squiggle(problem));
        this.#view.dispatch(setDiagnostics(this.#view.state, squiggles));
    }

    /** Leads to a place, and selects it. */
    goTo({ start, end }: Span): void {
        const { length } = this.#view.state.doc;
        const selection = { anchor: Math.min(start, length), head: Math.min(end, length) };
        this.#view.dispatch({ selection, scrollIntoView: true });
        this.#view.focus();
    }

    /** Applies a fix, unless it is of a document that is another by now: its places would be wrong. */
    apply(fix: Fix): void {
        const same = (other: Fix | undefined) => JSON.stringify(other) === JSON.stringify(fix);
        if (this.#compiled?.source === this.source && this.#compiled.problems.some(({ fix }) => same(fix))) {
            const changes = fix.edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text }));
            this.#view.dispatch({ changes, userEvent: "input.fix" });
            announce(`Done: ${fix.title}`);
        }
    }

    /** Applies the first fix at the cursor. */
    fixHere(): boolean {
        const at = this.cursor;
        const here = this.#compiled?.problems.find(({ fix, span }) => fix && span.start <= at && at <= span.end);
        if (here?.fix !== undefined) {
            this.apply(here.fix);
        } else {
            announce("There is no fix here");
        }
        return true;
    }

    #squiggle(problem: Diagnostic): Squiggle {
        const { code, severity, message, span, fix } = problem;
        const title = ({ title }: Fix) => visible(title).replaceAll("`", "");
        const explain = { name: "Explain", apply: () => showExplanation(code) };
        return {
            from: span.start,
            to: span.end,
            severity: severity === "note" ? "info" : severity,
            message,
            renderMessage: () => description(problem),
            actions: fix ? [{ name: title(fix), apply: () => this.apply(fix) }, explain] : [explain],
        };
    }
}

const colours = EditorView.decorations.compute(["doc"], ({ doc }) => {
    const mark = ({ kind, start, end }: Token) => Decoration.mark({ class: `tok-${kind}` }).range(start, end);
    return Decoration.set(tokens(doc.toString()).map(mark));
});

/** What may stand at the cursor; the compiler has chosen among it already. */
function completions({ state, pos }: CompletionContext): CompletionResult | null {
    const found = complete(state.doc.toString(), pos);
    const [first] = found;
    return first === undefined ? null : {
        from: first.start,
        to: first.end,
        filter: false,
        options: found.map(({ label, kind, detail, insert }) => ({ label, type: kind, info: detail, apply: insert })),
    };
}
