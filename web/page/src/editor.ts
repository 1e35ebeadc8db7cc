/** The editor: CodeMirror, told by the compiler what to colour, to underline, to mend, to complete. */

import { type CompletionContext, type CompletionResult, autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { type Diagnostic as Squiggle, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState, RangeSetBuilder } from "@codemirror/state";
import {
    Decoration,
    type DecorationSet,
    EditorView,
    ViewPlugin,
    type ViewUpdate,
    drawSelection,
    highlightActiveLine,
    highlightSpecialChars,
    keymap,
    lineNumbers,
} from "@codemirror/view";
import { type Code, type Diagnostic, type Fix, complete, tokens } from "tapmark";

import type { Compiled } from "./compiled.js";
import { announce, el, prose, visible } from "./dom.js";
import { theme } from "./theme.js";

export interface Events {
    /** The document or the cursor has changed. */
    changed(): void;
    explain(code: Code): void;
}

export class Editor {
    readonly #view: EditorView;
    readonly #events: Events;
    #compiled: Compiled | undefined;

    /** The editor lives in a shadow tree: there its styles need no leave to stand in the page. */
    constructor(parent: HTMLElement, source: string, events: Events) {
        const root = parent.attachShadow({ mode: "open" });
        this.#events = events;
        this.#view = new EditorView({ root, parent: root as unknown as Element, state: this.#stateOf(source) });
    }

    #stateOf(doc: string): EditorState {
        return EditorState.create({
            doc,
            extensions: [
                lineNumbers(),
                history(),
                drawSelection(),
                highlightActiveLine(),
                highlightSpecialChars(),
                EditorView.lineWrapping,
                // Some browsers check spelling on a server.
                EditorView.contentAttributes.of({ "aria-label": "Source of the messages", tabindex: "0", spellcheck: "false" }),
                autocompletion({ override: [completions], icons: false }),
                colours,
                theme,
                // Tab moves on to the next part of the page, as everywhere else.
                keymap.of([
                    { key: "F8", run: nextDiagnostic, shift: previousDiagnostic },
                    { key: "Mod-.", run: () => this.fixHere() },
                    ...completionKeymap,
                    ...defaultKeymap,
                    ...historyKeymap,
                ]),
                EditorView.updateListener.of((update) => {
                    if (update.docChanged || update.selectionSet) {
                        this.#events.changed();
                    }
                }),
            ],
        });
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
        const { state } = this.#view;
        if (source !== this.source) {
            this.#view.dispatch({ changes: { from: 0, to: state.doc.length, insert: source }, selection: { anchor: 0 }, scrollIntoView: true });
        }
    }

    /** Underlines what there is to say of the document. */
    show(compiled: Compiled): void {
        this.#compiled = compiled;
        const squiggles = compiled.problems.map((problem) => this.#squiggle(problem));
        this.#view.dispatch(setDiagnostics(this.#view.state, squiggles));
    }

    /** Leads to a place, and selects it. */
    goTo({ start, end }: { start: number; end: number }): void {
        const { length } = this.#view.state.doc;
        this.#view.dispatch({ selection: { anchor: Math.min(start, length), head: Math.min(end, length) }, scrollIntoView: true });
        this.#view.focus();
    }

    /** Applies a fix, unless it is of a document that is another by now: its places would be wrong. */
    apply(fix: Fix): void {
        const compiled = this.#compiled;
        if (compiled?.source === this.source && compiled.problems.some((problem) => problem.fix === fix)) {
            const changes = fix.edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text }));
            this.#view.dispatch({ changes, userEvent: "input.fix" });
            announce(`Done: ${fix.title}`);
        }
    }

    /** Applies the first fix at the cursor. */
    fixHere(): boolean {
        const { cursor } = this;
        const here = this.#compiled?.problems.find(({ fix, span }) => fix !== undefined && span.start <= cursor && cursor <= span.end);
        if (here?.fix === undefined) {
            announce("There is no fix here");
        } else {
            this.apply(here.fix);
        }
        return true;
    }

    #squiggle(problem: Diagnostic): Squiggle {
        const { code, severity, message, span, help, fix } = problem;
        const explain = { name: "Explain", apply: () => this.#events.explain(code) };
        return {
            from: span.start,
            to: span.end,
            severity: severity === "note" ? "info" : severity,
            message,
            renderMessage: () =>
                el("div", {}, el("p", {}, ...prose(message)), help !== undefined && el("p", { class: "help" }, ...prose(help))),
            actions: fix === undefined ? [explain] : [{ name: visible(fix.title), apply: () => this.apply(fix) }, explain],
        };
    }
}

/** The colours of the lines on the screen. */
const colours = ViewPlugin.fromClass(
    class {
        #tokens: ReturnType<typeof tokens>;
        decorations: DecorationSet;

        constructor(view: EditorView) {
            this.#tokens = tokens(view.state.doc.toString());
            this.decorations = this.#decorate(view);
        }

        update(update: ViewUpdate): void {
            if (update.docChanged) {
                this.#tokens = tokens(update.state.doc.toString());
            }
            if (update.docChanged || update.viewportChanged) {
                this.decorations = this.#decorate(update.view);
            }
        }

        #decorate({ viewport }: EditorView): DecorationSet {
            const builder = new RangeSetBuilder<Decoration>();
            for (const { kind, start, end } of this.#tokens) {
                if (end > viewport.from && start < viewport.to) {
                    builder.add(start, end, Decoration.mark({ class: `tok-${kind}` }));
                }
            }
            return builder.finish();
        }
    },
    { decorations: (plugin) => plugin.decorations },
);

/** What may stand at the cursor; the compiler has chosen among it already. */
function completions({ state, pos }: CompletionContext): CompletionResult | null {
    const found = complete(state.doc.toString(), pos);
    const [first] = found;
    if (first === undefined) {
        return null;
    }
    return {
        from: first.start,
        to: pos,
        filter: false,
        options: found.map(({ label, kind, detail, insert, start, end }) => ({
            label,
            type: kind,
            info: detail,
            apply: (view: EditorView) =>
                view.dispatch({
                    changes: { from: start, to: end, insert },
                    selection: { anchor: start + insert.length },
                    userEvent: "input.complete",
                }),
        })),
    };
}
