//! Which diagnostics of the syntax concern the profile of a source.

use crate::diagnostic::{Diagnostic, Severity};
use crate::span::Span;
use crate::syntax::Document;

/// Keeps what stands in a directive of the profile, and the errors on the lines of directives: one
/// of them may hide a part of the profile. What is wrong with a message concerns nobody here.
pub(crate) fn retain_profile(document: &Document<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let source = document.source;
    let blocks = document.sections.iter().flat_map(|section| section.blocks);
    let mut parts = blocks.filter_map(|block| block.profile_span()).peekable();
    let (mut read, mut line) = (0, 0);
    // Both the parts and the diagnostics are sorted: the source is read once.
    diagnostics.retain(|diagnostic| {
        let Span { start, end } = diagnostic.span.span();
        while parts.next_if(|part| part.end < start).is_some() {}
        if parts
            .peek()
            .is_some_and(|part| part.start <= start && end <= part.end)
        {
            return true;
        }
        let between = &source.as_bytes()[read..start];
        if let Some(found) = memchr::memrchr2(b'\n', b'\r', between) {
            line = read + found + 1;
        }
        read = start;
        let indented = source[line..].trim_start_matches('\u{FEFF}');
        let content = indented.trim_start_matches(' ');
        diagnostic.severity == Severity::Error && content.starts_with("::")
    });
}
