/** How the editor looks; the colours are those of style.css. */

import { EditorView } from "@codemirror/view";

export const theme = EditorView.theme({
    "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--paper)", fontSize: "0.9rem" },
    // The frame around the editor shows it.
    "&.cm-focused": { outline: "none" },
    ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6" },
    ".cm-content": { caretColor: "var(--text)", padding: "0.5rem 0" },
    ".cm-cursor": { borderLeftColor: "var(--text)" },
    ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--quiet)", border: "none" },
    ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--line)" },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--selection)" },
    ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--text)", border: "1px solid var(--rule)", borderRadius: "6px", maxWidth: "32rem" },
    ".cm-tooltip code": { fontFamily: "var(--mono)", color: "var(--quiet)" },
    ".cm-tooltip p": { margin: "0.25rem 0" },
    ".cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)" },
    ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
    ".cm-diagnostic": { padding: "0.4rem 0.6rem" },
    ".cm-diagnosticAction": { backgroundColor: "var(--accent)", color: "var(--on-accent)", borderRadius: "4px", padding: "0.2rem 0.5rem", cursor: "pointer" },
    ".cm-lintRange": { backgroundImage: "none", textDecoration: "underline wavy", textDecorationSkipInk: "none" },
    ".cm-lintRange-error": { textDecorationColor: "var(--error)" },
    ".cm-lintRange-warning": { textDecorationColor: "var(--warning)" },
    ".cm-lintRange-info": { textDecorationColor: "var(--note)", textDecorationStyle: "dotted" },
    ".cm-specialChar": { color: "var(--error)" },
    ".tok-punctuation, .tok-separator, .tok-comment": { color: "var(--quiet)" },
    ".tok-keyword, .tok-directive, .tok-attribute": { color: "var(--keyword)" },
    ".tok-payload, .tok-value": { color: "var(--payload)" },
    ".tok-url": { color: "var(--accent)" },
    ".tok-number, .tok-escape": { color: "var(--number)" },
    ".tok-heading": { color: "var(--heading)" },
    ".tok-code": { color: "var(--code)" },
    ".tok-label, .tok-directive, .tok-heading, .tok-separator": { fontWeight: "600" },
    ".tok-comment": { fontStyle: "italic" },
});
