//! What is offered at one place.

use super::{Completion, CompletionKind};
use crate::strings;

/// Completions of one kind, that replace one place.
pub(super) struct Offers<'s> {
    pub(super) found: Vec<Completion>,
    kind: CompletionKind,
    source: &'s str,
    start: usize,
    end: usize,
}

impl<'s> Offers<'s> {
    pub(super) const fn new(
        source: &'s str,
        kind: CompletionKind,
        start: usize,
        end: usize,
    ) -> Self {
        Self {
            found: Vec::new(),
            kind,
            source,
            start,
            end,
        }
    }

    /// Adds one, unless it is what stands there.
    pub(super) fn add(&mut self, label: &'static str, detail: &'static str, insert: &str) {
        let Self {
            kind, start, end, ..
        } = *self;
        if !strings::same(&self.source[start..end], insert) {
            self.found.push(Completion {
                label,
                kind,
                detail,
                insert: insert.to_owned(),
                start,
                end,
            });
        }
    }
}
