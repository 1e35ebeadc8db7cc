//! Lines: separators, fences, directives, and the runs between them.

use smallvec::SmallVec;

use super::arena::Arena;
use super::ast::{Block, Document, Inline, Mark, MarkKind, Run, Section, Verbatim};
use super::bytes::MARK;
use super::container::{Open, heading_mark};
use super::delimiter::Delimiters;
use super::directive::Line;
use super::entry::OpenList;
use super::inline::Opener;
use super::{Parse, diagnostics, directive};
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
    /// From here on there is no `-->`.
    pub(super) no_comment_end: usize,
    /// Whether a fence that is not closed reaches to the end of the source.
    pub(super) fenced: bool,
    /// The container that was not yet closed.
    pub(super) container: Option<Open<'s>>,
    /// The list of entries that was not yet closed; never beside a container.
    pub(super) list: Option<OpenList<'s>>,
    /// Whether a directive was in error that may wait for its `:::`.
    pub(super) opening_in_error: bool,
    /// Where the last `:::` that could close a container stands, once it was looked for.
    pub(super) last_container_end: Option<Option<usize>>,
    pub(super) blocks: SmallVec<[Block<'s>; 2]>,
    sections: SmallVec<[Section<'s>; 2]>,
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
            no_comment_end: usize::MAX,
            fenced: false,
            container: None,
            list: None,
            opening_in_error: false,
            last_container_end: None,
            blocks: SmallVec::new(),
            sections: SmallVec::new(),
            marks: Vec::new(),
        }
    }

    /// `document = section *( separator section )`
    pub(super) fn document(&mut self) {
        let mut pos = self.begin();
        while pos < self.source.len() {
            pos = self.line(pos);
        }
        self.end_section(pos);
    }

    /// Where the first line begins.
    pub(super) fn begin(&self) -> usize {
        // A byte order mark says how the file is encoded; it is not text.
        if self.source.as_bytes().starts_with(b"\xEF\xBB\xBF") {
            3
        } else {
            0
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

    /// One line, or as many as its construct spans. Returns where the next one begins.
    pub(super) fn line(&mut self, start: usize) -> usize {
        let bytes = self.source.as_bytes();
        if self.list.is_none() && !bytes.get(start).is_some_and(|&byte| MARK.has(byte)) {
            return self.inline_line(start);
        }
        let mut indent = 0;
        while matches!(bytes.get(start + indent), Some(b' ' | b'\t')) {
            indent += 1;
        }
        let first = bytes.get(start + indent).copied();
        let mark = start + indent + list_marker(&bytes[start + indent..]);
        if matches!(bytes.get(mark), Some(b'`' | b'~'))
            && let Some(next) = self.fence(start, mark)
        {
            if self.list.is_some() {
                self.fence_in_list(start, next);
            }
            return next;
        }
        // A tab indents further than three spaces.
        let shallow = indent <= 3 && !bytes[start..start + indent].contains(&b'\t');
        let begin = start + indent;
        if self.list.is_some() {
            return self.list_line(start, begin, shallow);
        }
        if !shallow {
            return self.inline_line(start);
        }
        match first {
            Some(b'-' | b':') => self.marked_line(start, begin),
            Some(b'#') if self.container.is_some() => {
                let line = &self.source[begin..self.line_end(begin)];
                match heading_mark(line) {
                    0 => {
                        self.note_hashes(Span::new(begin, begin + line.len()));
                        self.inline_line(start)
                    }
                    mark => self.item(begin, begin + mark),
                }
            }
            _ => self.inline_line(start),
        }
    }

    /// A line at `start` whose content, at `begin`, may be a separator or a directive.
    fn marked_line(&mut self, start: usize, begin: usize) -> usize {
        let end = self.line_end(begin);
        let content = self.source[begin..end].trim_end();
        let span = Span::new(begin, begin + content.len());
        let next = self.after_line_end(end);
        if is_separator(content) {
            if self.container.is_some() && self.rules_off(end) {
                self.end_item(start);
                let line = Span::new(start, next);
                self.diagnostics
                    .push(diagnostics::separator_in_container(span, line));
            } else {
                self.end_section(start);
            }
            self.mark(MarkKind::Separator, span);
            return next;
        }
        match directive::directive(self, content, begin) {
            Line::Text => return self.inline_line(start),
            Line::Leaf(_) if self.container.is_some() => self
                .diagnostics
                .push(diagnostics::leaf_in_container(span, content)),
            Line::Leaf(leaf) => {
                self.end_run();
                self.blocks.push(Block::Leaf(leaf));
                return next;
            }
            Line::Opening(kind) => {
                self.open_container(kind, span);
                return next;
            }
            Line::Entries(kind, locale) => {
                self.open_list(kind, locale, span);
                return next;
            }
            Line::Closing if self.container.is_some() => {
                self.end_container(start, true);
                self.mark(MarkKind::Closing, span);
                return next;
            }
            Line::Closing => {
                let fixable = !std::mem::take(&mut self.opening_in_error);
                self.diagnostics
                    .push(diagnostics::stray_container_end(span, fixable));
            }
            Line::Error(diagnostic) => {
                self.opening_in_error = true;
                self.diagnostics.push(diagnostic);
            }
        }
        // What is in error stays in the text, word for word.
        self.push_text(start, end);
        self.push_line_end(end)
    }

    /// A fence and everything up to its closing fence or the end of the source.
    fn fence(&mut self, start: usize, mark: usize) -> Option<usize> {
        let end = self.line_end(mark);
        let opening = &self.source[mark..end];
        let byte = opening.as_bytes()[0];
        let length = opening.bytes().take_while(|&found| found == byte).count();
        // A backtick after the opening run makes it a code span.
        if length < 3 || (byte == b'`' && opening[length..].contains('`')) {
            return None;
        }
        let mut last_end = end;
        let mut next = self.after_line_end(end);
        self.fenced = true;
        while next < self.source.len() {
            last_end = self.line_end(next);
            let line = self.source[next..last_end].trim();
            next = self.after_line_end(last_end);
            if line.len() >= length && line.bytes().all(|found| found == byte) {
                self.fenced = false;
                break;
            }
        }
        let span = Span::new(start, last_end);
        self.inlines.push(Inline::Fence(Verbatim {
            value: span.slice(self.source),
            span,
        }));
        Some(self.push_line_end(last_end))
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

/// `separator = a line of three or more "-"`
pub(super) fn is_separator(content: &str) -> bool {
    content.len() >= 3 && content.bytes().all(|byte| byte == b'-')
}

/// The length of a list marker and of the white space after it: a fence may follow both.
fn list_marker(line: &[u8]) -> usize {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let marker = match (digits, line.get(digits)) {
        (0, Some(b'-' | b'*' | b'+')) => 1,
        (1..=9, Some(b'.' | b')')) => digits + 1,
        _ => return 0,
    };
    let blanks = line[marker..]
        .iter()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    if blanks == 0 { 0 } else { marker + blanks }
}
