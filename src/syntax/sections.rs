//! A source section by section: what one of them is parsed to need not stay for the next.

use super::ahead::Ahead;
use super::arena::Arena;
use super::ast::Section;
use super::block::begin;
use super::parser::Parser;
use crate::diagnostic::{Diagnostic, Settled};

/// The sections of a source, from the first to the last.
pub(crate) struct Sections<'s> {
    source: &'s str,
    /// Where the next one begins, unless there was the last.
    next: Option<usize>,
    ahead: Ahead,
    settled: Settled<'s>,
}

impl<'s> Sections<'s> {
    pub(crate) fn new(source: &'s str) -> Self {
        Self {
            source,
            next: Some(begin(source)),
            ahead: Ahead::default(),
            settled: Settled::new(source),
        }
    }

    /// Whether there is another one; there is always a first.
    pub(crate) const fn goes_on(&self) -> bool {
        self.next.is_some()
    }

    /// The next section, in an arena that may be another one each time.
    #[inline]
    pub(crate) fn next<'a>(&mut self, arena: &'a Arena) -> Section<'a>
    where
        's: 'a,
    {
        let mut parser = Parser::new(self.source, arena);
        parser.ahead = self.ahead;
        self.next = self.next.and_then(|start| parser.section(start));
        self.ahead = parser.ahead;
        self.settled.add(&mut parser.diagnostics);
        parser.sections.pop().unwrap_or_default()
    }

    /// What was found, sorted by place.
    pub(crate) fn finish(self) -> Vec<Diagnostic> {
        self.settled.diagnostics
    }
}
