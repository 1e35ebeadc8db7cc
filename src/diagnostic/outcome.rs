//! What a compilation says in the end: what was found, in the order of the source, as it turned out.

use super::{ChangeKind, Code, Diagnostic, Finding, Severity};
use crate::span::{Locator, Span};

/// What both stages found of messages, sorted by place. The second stage leaves some constructs as they
/// were written, and drops some items: what was mended in them is not said.
pub(crate) fn joined(mut parsed: Vec<Diagnostic>, lowered: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if !parsed.is_empty() && !lowered.is_empty() {
        let is_left = |found: &&Diagnostic| match &found.change {
            Some(change) if found.code == Code::TooManyItems => change.kind == ChangeKind::Dropped,
            _ => found.severity == Severity::Error && !found.code.is_overflow(),
        };
        // None lies in another: of what stands in an item in error nothing else is said.
        let left = lowered.iter().filter(is_left);
        let left: Vec<Span> = left.map(|found| found.span.span()).collect();
        parsed.retain(|found| {
            let before = left.partition_point(|span| span.start <= found.span.start);
            let around = before.checked_sub(1).and_then(|last| left.get(last));
            !found.is_repair() || around.is_none_or(|around| around.end < found.span.end)
        });
    }
    merged(parsed, lowered)
}

/// Two lists as one, sorted by place as they are. Where both say something of one place, the first
/// has the first word.
pub(crate) fn merged(first: Vec<Diagnostic>, then: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if first.is_empty() || then.is_empty() {
        return if first.is_empty() { then } else { first };
    }
    let mut merged = Vec::with_capacity(first.len() + then.len());
    let mut then = then.into_iter().peekable();
    for diagnostic in first {
        let place = diagnostic.span.span();
        while let Some(before) = then.next_if(|found| found.span.span() < place) {
            merged.push(before);
        }
        merged.push(diagnostic);
    }
    merged.extend(then);
    merged
}

/// What a stage found, sorted by place and with line and column.
pub(crate) struct Settled<'s> {
    locator: Locator<'s>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'s> Settled<'s> {
    pub(crate) const fn new(source: &'s str) -> Self {
        Self {
            locator: Locator::new(source),
            diagnostics: Vec::new(),
        }
    }

    /// Adds what was found in a further part of the source. The memory that findings take then
    /// serves for those of the next part.
    #[inline]
    pub(crate) fn add(&mut self, found: &mut Vec<Finding>) {
        if !found.is_empty() {
            self.add_all(found);
        }
    }

    fn add_all(&mut self, found: &mut Vec<Finding>) {
        found.sort_by_key(|finding| finding.span.span());
        for finding in found.drain(..) {
            let mut diagnostic = finding.into_diagnostic();
            let place = diagnostic.span.span();
            diagnostic.span = self.locator.locate(place);
            // What concerns the whole source may be found in a later part.
            let index = self
                .diagnostics
                .partition_point(|found| found.span.span() <= place);
            self.diagnostics.insert(index, diagnostic);
        }
    }
}
