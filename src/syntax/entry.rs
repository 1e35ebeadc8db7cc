//! Lists of entries: `:::menu`, `:::ice-breakers`, the entries between them and `:::`.
//!
//! Nesting is a number on each entry, so that no source makes anything here recurse.

use super::ast::{Block, Entry, EntryContent, EntryList, EntryListKind, Inline, MarkKind};
use super::block::{is_separator, without_comments};
use super::container::content;
use super::directive::Line;
use super::parser::Parser;
use super::repair::is_taken;
use super::{diagnostics, directive, label};
use crate::diagnostic::{Finding, Severity, edited};
use crate::span::Span;
use crate::strings;

/// How much further than its parent an entry is indented, at least.
const NESTED: usize = 2;
/// A tab indents to the next multiple of it.
const TAB: usize = 4;

/// A list of entries whose end was not yet read.
pub(super) struct OpenList<'s> {
    kind: EntryListKind,
    locale: &'s str,
    opening: Span,
    entries: Vec<Entry<'s>>,
    /// The columns of the entry that was read last and of those above it.
    columns: Vec<usize>,
    /// Where the last line ends that is not blank.
    end: usize,
}

impl OpenList<'_> {
    pub(super) const fn kind(&self) -> EntryListKind {
        self.kind
    }

    /// How many entries one at this column stands below.
    fn depth(&mut self, column: usize) -> usize {
        while self
            .columns
            .last()
            .is_some_and(|&above| column < above + NESTED)
        {
            self.columns.pop();
        }
        self.columns.push(column);
        self.columns.len() - 1
    }
}

impl<'s> Parser<'s> {
    /// `entry-list = list-opening *( entry | ruling | blank-line ) closing`, from its opening.
    pub(super) fn open_list(&mut self, kind: EntryListKind, locale: &'s str, opening: Span) {
        self.end_open(opening.start);
        self.end_run();
        self.list = Some(OpenList {
            kind,
            locale,
            opening,
            entries: Vec::new(),
            columns: Vec::new(),
            end: opening.end,
        });
    }

    /// Ends the list that is open, if there is one; `closed` is where its `:::` ends.
    pub(super) fn end_list(&mut self, closed: Option<usize>) {
        let Some(open) = self.list.take() else {
            return;
        };
        if closed.is_none() {
            let last = open.entries.last().map_or(open.opening, |entry| entry.span);
            // Inside a fence that is not closed either, a `:::` would be text.
            let edit = (!self.fenced).then_some((last.end, "\n:::"));
            self.diagnostics
                .push(diagnostics::unclosed_list(open.opening, edit));
        }
        // What is in error is said to be.
        if open.end == open.opening.end {
            self.diagnostics
                .push(diagnostics::empty_list(open.opening, open.kind));
        }
        self.blocks.push(Block::Entries(EntryList {
            kind: open.kind,
            locale: open.locale,
            entries: self.arena.slice(&open.entries),
            opening: open.opening,
            span: Span::new(open.opening.start, closed.unwrap_or(open.end)),
        }));
    }

    /// A line at `start` of the list that is open, whose content is at `begin`. Returns where the
    /// next one begins.
    pub(super) fn list_line(&mut self, start: usize, begin: usize, shallow: bool) -> usize {
        let end = self.line_end(begin);
        let line = self.source[begin..end].trim_end();
        let written = without_comments(line);
        let span = Span::new(begin, begin + written.len());
        let next = self.after_line_end(end);
        if line.is_empty() {
            return next;
        }
        if shallow && is_separator(written) {
            self.mark(MarkKind::Separator, span);
            self.mark_comments_behind(span, line);
            if self.rules_off(end) {
                let line = Span::new(start, next);
                self.diagnostics
                    .push(diagnostics::separator_in_container(span, line));
            } else {
                self.end_section(start);
            }
            return next;
        }
        if shallow && written.starts_with("::") && self.directive_in_list(written, span) {
            self.mark_comments_behind(span, line);
            return next;
        }
        self.entry(start, begin)
    }

    /// A line that begins with two colons; false when it is no directive.
    fn directive_in_list(&mut self, line: &'s str, span: Span) -> bool {
        let mut error = match directive::directive(self, line, span.start) {
            Line::Text => return false,
            Line::Closing => {
                self.end_list(Some(span.end));
                self.mark(MarkKind::Closing, span);
                return true;
            }
            Line::Opening(kind) => {
                self.open_container(kind, span);
                return true;
            }
            Line::Entries(kind, locale) => {
                self.open_list(kind, locale, span);
                return true;
            }
            Line::Leaf(_) => diagnostics::leaf_in_container(span, line),
            Line::Error(diagnostic, opens) => {
                self.opening_in_error |= opens;
                diagnostic
            }
        };
        diagnostics::leave_out(&mut error, span, line);
        self.diagnostics.push(error);
        if let Some(open) = &mut self.list {
            open.end = span.end;
        }
        true
    }

    /// `entry = marker ( button | title )`, or a line that is none.
    fn entry(&mut self, start: usize, begin: usize) -> usize {
        let mark = entry_mark(&self.source[begin..self.line_end(begin)]);
        let reported = self.diagnostics.len();
        let text = begin + mark.unwrap_or_default();
        let next = self.inline_line(text);
        let inlines = self.take_inlines();
        let written = self.source[begin..next].trim_end();
        let span = Span::new(begin, begin + written.len());
        let mut errors = self.diagnostics[reported..].iter();
        let in_error = errors.any(|found| found.severity == Severity::Error);
        if mark.is_none() && !in_error && inlines.iter().all(|inline| content(inline).is_none()) {
            // Nothing but a comment.
            self.mark_comments(inlines);
            return next;
        }
        let entry = match mark {
            _ if in_error => None,
            Some(_) => self.entry_content(inlines, Span::new(text, span.end.max(text))),
            None => None,
        };
        let entry = entry.unwrap_or_else(|| {
            if !in_error {
                let is_entry = mark.is_some();
                self.diagnostics
                    .push(diagnostics::not_an_entry(span, written, is_entry));
            }
            self.leave_out(reported, span);
            EntryContent::Error
        });
        let column = column(&self.source[start..begin]);
        if let Some(open) = &mut self.list {
            open.end = span.end;
            if mark.is_some() {
                let depth = open.depth(column);
                open.entries.push(Entry {
                    depth,
                    content: entry,
                    span,
                });
            }
        }
        next
    }

    /// One button and nothing beside it, or words; `None` for anything else.
    pub(super) fn entry_content(
        &mut self,
        inlines: &[Inline<'s>],
        span: Span,
    ) -> Option<EntryContent<'s>> {
        let shows = |inline: &Inline<'_>| content(inline).is_some();
        let first = inlines.iter().position(shows)?;
        let alone = !inlines[first + 1..].iter().any(shows);
        if alone && let Inline::Button(button) = inlines[first] {
            return Some(EntryContent::Button(button));
        }
        let is_shown = |inline: &Inline<'_>| matches!(inline, Inline::Button(_) | Inline::Media(_));
        if inlines.iter().any(is_shown) {
            return None;
        }
        let (title, note) = label::label(self, span, inlines, span.end);
        self.diagnostics.extend(note);
        Some(EntryContent::Title(title))
    }

    /// A fence in the list that is open, which has no place there.
    pub(super) fn fence_in_list(&mut self, start: usize, next: usize) {
        self.inlines.clear();
        let written = self.source[start..next].trim();
        let begin = next - self.source[start..next].trim_start().len();
        let span = Span::new(begin, begin + written.len());
        self.diagnostics
            .push(diagnostics::not_an_entry(span, written, false));
        if let Some(open) = &mut self.list {
            open.end = span.end;
        }
    }

    /// What is said of a line stands in the list from `reported` on: the line is left out, and its
    /// first error says so.
    fn leave_out(&mut self, reported: usize, span: Span) {
        let line = span.slice(self.source);
        let Some(kind) = self.list.as_ref().map(OpenList::kind) else {
            return;
        };
        let found = self.diagnostics[reported..].iter_mut();
        let is_error = |found: &&mut Finding| found.severity == Severity::Error;
        let mut errors: Vec<_> = found.filter(is_error).collect();
        // With one of several mended, the entry would be in error still.
        let taken = match &errors[..] {
            [error] => error.fix.as_ref().and_then(|fix| {
                let mended = edited(line, span.start, fix.edits.iter());
                is_taken(kind, &mended)
            }),
            _ => None,
        };
        for error in &mut errors {
            match taken {
                Some(true) => {}
                Some(false) => diagnostics::not_to_be_mended(error, kind),
                None => error.fix = None,
            }
        }
        let mut said = false;
        for found in &mut self.diagnostics[reported..] {
            if found.severity == Severity::Error && !std::mem::replace(&mut said, true) {
                diagnostics::leave_out(found, span, line);
            } else {
                diagnostics::take_out_of_the_text(found);
            }
        }
    }

    /// Whether a list that was opened by a line that ends at `end` would have entries: nothing is
    /// open, an entry follows, and a container's end somewhere.
    pub(super) fn entries_follow(&mut self, end: usize) -> bool {
        let is_entry = |line: &str| {
            entry_mark(line).is_some_and(|mark| line[mark..].contains(char::is_alphanumeric))
        };
        self.container_end_follows(end) && self.next_content(end, true).is_some_and(is_entry)
    }
}

/// The length of the list marker at the beginning of a line and of the blanks behind it.
pub(crate) fn entry_mark(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = line[digits..].chars().next()?;
    let is_mark = match digits {
        0 => matches!(mark, '-' | '*' | '+' | '•'),
        1..=9 => matches!(mark, '.' | ')'),
        _ => false,
    };
    let after = &line[digits + mark.len_utf8()..];
    let content = after.trim_start_matches([' ', '\t']);
    let apart = content.len() < after.len() || strings::is_white(after);
    (is_mark && apart).then_some(line.len() - content.len())
}

/// The column behind an indentation.
fn column(indentation: &str) -> usize {
    indentation.bytes().fold(0, |column, byte| match byte {
        b'\t' => (column / TAB + 1) * TAB,
        _ => column + 1,
    })
}
