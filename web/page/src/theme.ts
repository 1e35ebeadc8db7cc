/** How the editor looks; the colours are those of style.css. */

import { EditorView } from "@codemirror/view";

export const theme = EditorView.theme({
    "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--surface)", fontSize: "0.9rem" },
    // The frame around the editor shows it.
    "&.cm-focused": { outline: "none" },
    ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6" },
    ".cm-cursor": { borderLeftColor: "var(--text)" },
    ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--muted)", border: "none" },
    ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--hover)" },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--selection)" },
    ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--text)", border: "1px solid var(--border)", borderRadius: "6px", maxWidth: "32rem" },
    ".cm-tooltip p": { margin: "0.25rem 0" },
    ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
    ".cm-diagnosticAction": { backgroundColor: "var(--accent)", color: "var(--on-accent)", borderRadius: "4px", padding: "0.2rem 0.5rem", cursor: "pointer" },
    ".cm-lintRange": { backgroundImage: "none", textDecoration: "underline wavy", textDecorationSkipInk: "none" },
    ".cm-lintRange-error": { textDecorationColor: "var(--error)" },
    ".cm-lintRange-warning": { textDecorationColor: "var(--warning)" },
    ".cm-lintRange-info": { textDecorationColor: "var(--note)", textDecorationStyle: "dotted" },
    ".cm-specialChar": { color: "var(--error)" },
    ".tok-punctuation, .tok-separator, .tok-comment": { color: "var(--muted)" },
    ".tok-keyword, .tok-directive, .tok-attribute, .tok-code": { color: "var(--keyword)" },
    ".tok-payload, .tok-value": { color: "var(--payload)" },
    ".tok-number, .tok-escape": { color: "var(--warning)" },
    ".tok-heading, .tok-url": { color: "var(--accent)" },
    ".tok-label, .tok-directive, .tok-heading, .tok-separator": { fontWeight: "600" },
    ".tok-comment": { fontStyle: "italic" },
});
