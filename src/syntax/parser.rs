//! What the parser of a source carries along, and how its tree grows.

use smallvec::SmallVec;

use super::Parse;
use super::ahead::Ahead;
use super::arena::Arena;
use super::ast::{Block, Document, Inline, Mark, MarkKind, Run, Section, Verbatim};
use super::container::Open;
use super::delimiter::Delimiters;
use super::entry::OpenList;
use super::inline::Opener;
use crate::diagnostic::{Finding, Settled};
use crate::span::Span;

/// What the parser of a source carries along.
pub(super) struct Parser<'s> {
    pub(super) source: &'s str,
    pub(super) arena: &'s Arena,
    pub(super) diagnostics: Vec<Finding>,
    /// The run being read. A message of one or two lines fits without an allocation.
    pub(super) inlines: SmallVec<[Inline<'s>; 16]>,
    /// Where the text that is not yet in `inlines` begins.
    pub(super) text: usize,
    /// Brackets of the current line that wait for their `]`.
    pub(super) openers: SmallVec<[Opener; 4]>,
    /// How many of them hold a button, and so are no labels any more.
    pub(super) holding: usize,
    pub(super) delimiters: Delimiters,
    pub(super) ahead: Ahead,
    /// Whether a fence that is not closed reaches to the end of the source.
    pub(super) fenced: bool,
    /// The container that was not yet closed.
    pub(super) container: Option<Open<'s>>,
    /// The list of entries that was not yet closed; never beside a container.
    pub(super) list: Option<OpenList<'s>>,
    /// Whether a directive was in error that may wait for its `:::`.
    pub(super) opening_in_error: bool,
    pub(super) blocks: SmallVec<[Block<'s>; 2]>,
    pub(super) sections: SmallVec<[Section<'s>; 2]>,
    marks: Vec<Mark>,
}

impl<'s> Parser<'s> {
    pub(super) fn new(source: &'s str, arena: &'s Arena) -> Self {
        Self {
            source,
            arena,
            diagnostics: Vec::new(),
            inlines: SmallVec::new(),
            text: 0,
            openers: SmallVec::new(),
            holding: 0,
            delimiters: Delimiters::default(),
            ahead: Ahead::default(),
            fenced: false,
            container: None,
            list: None,
            opening_in_error: false,
            blocks: SmallVec::new(),
            sections: SmallVec::new(),
            marks: Vec::new(),
        }
    }

    pub(super) fn finish(&mut self) -> Parse<'s> {
        let mut settled = Settled::new(self.source);
        settled.add(&mut self.diagnostics);
        Parse {
            document: Document {
                source: self.source,
                sections: self.arena.slice(&self.sections),
                marks: self.arena.slice(&self.marks),
            },
            diagnostics: settled.diagnostics,
        }
    }

    /// The offset of the first line end at or after `pos`, or of the end of the source.
    pub(super) fn line_end(&self, pos: usize) -> usize {
        memchr::memchr2(b'\n', b'\r', &self.source.as_bytes()[pos..])
            .map_or(self.source.len(), |found| pos + found)
    }

    /// The offset after the line end at `end`.
    pub(super) fn after_line_end(&self, end: usize) -> usize {
        let rest = &self.source.as_bytes()[end..];
        end + match rest {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        }
    }

    /// Adds the line end at `end`, if there is one, and returns the offset after it.
    #[inline]
    pub(super) fn push_line_end(&mut self, end: usize) -> usize {
        let next = self.after_line_end(end);
        if next > end {
            self.inlines.push(Inline::LineEnd {
                span: Span::new(end, next),
            });
        }
        next
    }

    pub(super) fn mark(&mut self, kind: MarkKind, span: Span) {
        self.marks.push(Mark { kind, span });
    }

    /// Keeps the places of comments among inlines that are no part of the tree.
    pub(super) fn mark_comments(&mut self, inlines: &[Inline<'s>]) {
        for inline in inlines {
            if let Inline::Comment { span } = inline {
                self.mark(MarkKind::Comment, *span);
            }
        }
    }

    #[inline]
    pub(super) fn push_text(&mut self, start: usize, end: usize) {
        if start < end {
            let span = Span::new(start, end);
            self.inlines.push(Inline::Text(Verbatim {
                value: span.slice(self.source),
                span,
            }));
        }
    }

    /// What was read since the last part of the tree.
    pub(super) fn take_inlines(&mut self) -> &'s [Inline<'s>] {
        let inlines = self.arena.slice(&self.inlines);
        self.inlines.clear();
        inlines
    }

    #[inline]
    pub(super) fn end_run(&mut self) {
        if !self.inlines.is_empty() {
            let inlines = self.take_inlines();
            self.blocks.push(Block::Run(Run {
                inlines,
                in_container: self.container.is_some(),
            }));
        }
    }

    /// Ends, in error, what is open before `end`.
    pub(super) fn end_open(&mut self, end: usize) {
        if self.is_inside() {
            self.end_container(end, false);
            self.end_list(None);
        }
    }

    pub(super) fn end_section(&mut self, end: usize) {
        self.end_open(end);
        self.opening_in_error = false;
        self.end_run();
        let blocks = self.arena.slice(&self.blocks);
        self.blocks.clear();
        self.sections.push(Section { blocks });
    }
}
