//! Lines: separators, fences, directives, and the runs between them.

use super::ast::{Block, Inline, MarkKind, Verbatim};
use super::bytes::MARK;
use super::container::heading_mark;
use super::directive::Line;
use super::parser::Parser;
use super::{diagnostics, directive};
use crate::span::Span;
use crate::strings;

impl<'s> Parser<'s> {
    /// `document = section *( separator section )`
    pub(super) fn document(&mut self) {
        let mut section = Some(begin(self.source));
        while let Some(start) = section {
            section = self.section(start);
        }
    }

    /// The section at `pos`. Gives where the next one begins, unless it is the last.
    #[inline]
    pub(super) fn section(&mut self, mut pos: usize) -> Option<usize> {
        let sections = self.sections.len();
        while pos < self.source.len() {
            pos = self.line(pos);
            if self.sections.len() > sections {
                return Some(pos);
            }
        }
        self.end_section(pos);
        None
    }

    /// One line, or as many as its construct spans. Returns where the next one begins.
    #[inline]
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
        let line = self.source[begin..end].trim_end();
        let content = without_comments(line);
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
            self.mark_comments_behind(span, line);
            return next;
        }
        let is_read = match directive::directive(self, content, begin) {
            Line::Text => return self.inline_line(start),
            Line::Leaf(_) if self.container.is_some() => {
                self.diagnostics
                    .push(diagnostics::leaf_in_container(span, content));
                false
            }
            Line::Leaf(leaf) => {
                self.end_run();
                self.blocks.push(Block::Leaf(leaf));
                true
            }
            Line::Opening(kind) => {
                self.open_container(kind, span);
                true
            }
            Line::Entries(kind, locale) => {
                self.open_list(kind, locale, span);
                true
            }
            Line::Closing if self.container.is_some() => {
                self.end_container(start, true);
                self.mark(MarkKind::Closing, span);
                true
            }
            Line::Closing => {
                // It may be that of an opening in error, of which it was said that it stays.
                if !std::mem::take(&mut self.opening_in_error) {
                    self.diagnostics
                        .push(diagnostics::stray_container_end(span));
                }
                false
            }
            Line::Error(diagnostic, opens) => {
                self.opening_in_error |= opens;
                self.diagnostics.push(diagnostic);
                false
            }
        };
        if is_read {
            self.mark_comments_behind(span, line);
            return next;
        }
        // What is in error stays in the text, word for word.
        self.push_text(start, end);
        self.push_line_end(end)
    }

    /// Keeps the place of comments on a line behind what it is.
    pub(super) fn mark_comments_behind(&mut self, span: Span, line: &str) {
        if span.end - span.start < line.len() {
            let comments = Span::new(span.end, span.start + line.len());
            let comments = Verbatim::trimmed(self.source, comments);
            self.mark(MarkKind::Comment, comments.span);
        }
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
}

/// Where the first line begins.
pub(super) fn begin(source: &str) -> usize {
    // A byte order mark says how the file is encoded; it is not text.
    if source.as_bytes().starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        0
    }
}

/// `separator = a line of three or more "-"`
pub(super) fn is_separator(content: &str) -> bool {
    content.len() >= 3 && content.bytes().all(|byte| byte == b'-')
}

/// A line without the comments at its end: they may stand behind whatever fills it.
pub(super) fn without_comments(line: &str) -> &str {
    // What stands before the comments that were read last, and where they end.
    let (mut content, mut end) = (line, 0);
    while let Some(found) = strings::find(&line[end..], "<!--") {
        let start = end + found;
        let text = &line[end..start];
        if text.ends_with('\\') {
            content = line;
            end = start + 4;
            continue;
        }
        let Some(length) = strings::find(&line[start + 4..], "-->") else {
            return line;
        };
        if content.len() == line.len() || !strings::is_white(text) {
            content = &line[..start];
        }
        end = start + 4 + length + 3;
    }
    if strings::is_white(&line[end..]) {
        content.trim_end()
    } else {
        line
    }
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
