//! Which diagnostics of the syntax concern the profile of a source.

use crate::diagnostic::{Diagnostic, Severity};
use crate::span::Span;
use crate::syntax::Document;

/// Keeps what stands in a directive of the profile, and the errors on the lines of directives: one
/// of them may hide a part of the profile. What is wrong with a message concerns nobody here.
pub(crate) fn retain_profile(document: &Document<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let source = document.source;
    let mut parts = Vec::new();
    for section in document.sections {
        for block in section.blocks {
            parts.extend(block.profile_span());
        }
    }
    let mut parts = &parts[..];
    let (mut read, mut line) = (0, 0);
    // Both the parts and the diagnostics are sorted: the source is read once.
    for diagnostic in std::mem::take(diagnostics) {
        let Span { start, end } = diagnostic.span.span();
        while let [part, rest @ ..] = parts
            && part.end < start
        {
            parts = rest;
        }
        let inside = |part: &Span| part.start <= start && end <= part.end;
        if parts.first().is_some_and(inside) {
            diagnostics.push(diagnostic);
            continue;
        }
        let between = &source.as_bytes()[read..start];
        if let Some(found) = memchr::memrchr2(b'\n', b'\r', between) {
            line = read + found + 1;
        }
        read = start;
        let indented = source[line..].trim_start_matches('\u{FEFF}');
        let content = indented.trim_start_matches(' ');
        if diagnostic.severity == Severity::Error && content.starts_with("::") {
            diagnostics.push(diagnostic);
        }
    }
}
