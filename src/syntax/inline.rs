//! A line: text, escapes, code spans, comments, and the brackets that may be buttons.
//!
//! The scan jumps from one byte that can matter to the next; a price or a percentage never stops
//! it, since a sigil is found by looking back from its bracket.

use super::ast::{Inline, Verbatim};
use super::bytes::find_stop;
use super::diagnostics;
use super::parser::Parser;
use crate::character::Kind;
use crate::span::Span;
use crate::strings;

/// A `[` that waits for its `]`.
#[derive(Clone, Copy)]
pub(super) struct Opener {
    pub(super) kind: OpenerKind,
    /// Offset of the sigil, or of the `[` when there is none.
    pub(super) start: usize,
    /// Offset after the `[`.
    pub(super) label: usize,
    /// How many inlines stood before the line's pending text …
    pub(super) inlines: usize,
    /// … and where that text begins.
    pub(super) text: usize,
    /// How many openers there are up to the last one of media, this one included.
    pub(super) media: usize,
    /// Whether its label is known to be in error.
    pub(super) reported: bool,
}

/// The extent of the line being read, for what is looked up in the whole of it.
struct Line {
    start: usize,
    /// Once that had to be known before the end was reached.
    end: Option<usize>,
}

/// What stands before a `[`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum OpenerKind {
    Link,
    Percent,
    Dollar,
    Media,
}

impl OpenerKind {
    /// Whether it makes the brackets a button whatever they hold.
    pub(super) const fn is_sigil(self) -> bool {
        matches!(self, Self::Percent | Self::Dollar)
    }
}

/// The characters that a backslash makes literal in text and labels.
pub(crate) const ESCAPABLE: &[u8] = b"\\[](){}%$!<>#:-*`";

impl Parser<'_> {
    /// Reads the line at `start` and returns where the next one begins.
    pub(super) fn inline_line(&mut self, start: usize) -> usize {
        let bytes = self.source.as_bytes();
        self.openers.clear();
        self.holding = 0;
        self.text = start;
        let mut pos = start;
        let mut line = Line { start, end: None };
        let end = loop {
            let Some(found) = find_stop(&bytes[pos..]) else {
                break bytes.len();
            };
            pos += found;
            let byte = bytes[pos];
            if matches!(byte, b'\n' | b'\r') {
                break pos;
            }
            if byte == b'['
                && self.openers.is_empty()
                && let Some(next) = self.plain_construct(pos)
            {
                pos = next;
            } else {
                pos = self.stop(byte, pos, &mut line);
            }
        };
        if !self.openers.is_empty()
            && let Some(opener) = self.report_unclosed_label(end, true)
        {
            // Word for word, so what was read of it is taken back.
            self.inlines.truncate(opener.inlines);
            self.text = opener.text;
        }
        self.push_text(self.text, end);
        self.push_line_end(end)
    }

    /// What begins or ends with that byte. Most lines come without, and are read faster with this apart.
    #[inline(never)]
    fn stop(&mut self, byte: u8, pos: usize, line: &mut Line) -> usize {
        let end = match line.end {
            Some(end) => end,
            None => {
                let end = self.line_end(pos);
                self.delimiters.begin(line.start, end);
                line.end = Some(end);
                end
            }
        };
        match byte {
            b'\\' => self.escape(pos, end),
            b'`' => self.code_span(pos, end),
            b'[' => self.open_bracket(pos),
            b']' => self.close_bracket(pos, end),
            b'<' => {
                let next = self.comment(pos);
                if next > end {
                    // The comment spans lines: what follows it goes on with this one.
                    self.report_unclosed_label(pos, false);
                    self.openers.clear();
                    self.holding = 0;
                    *line = Line {
                        start: next,
                        end: None,
                    };
                }
                next
            }
            b'&' => self.ampersand(pos, end),
            // A control character.
            _ => pos + 1,
        }
    }

    /// Ends the pending text at `end`; new text begins at `next`.
    pub(super) fn flush_text(&mut self, end: usize, next: usize) {
        self.push_text(self.text, end);
        self.text = next;
    }

    /// `escape = "\" escapable`, where a sigil takes its bracket along.
    fn escape(&mut self, pos: usize, end: usize) -> usize {
        let bytes = &self.source.as_bytes()[..end];
        match bytes.get(pos + 1) {
            Some(byte) if ESCAPABLE.contains(byte) => {
                self.flush_text(pos, pos + 1);
                let opening =
                    matches!(byte, b'%' | b'$' | b'!') && bytes.get(pos + 2) == Some(&b'[');
                pos + 2 + usize::from(opening)
            }
            _ => pos + 1,
        }
    }

    /// `code-span`: as many backticks, anything, as many backticks, on one line.
    fn code_span(&mut self, pos: usize, end: usize) -> usize {
        let rest = &self.source.as_bytes()[pos..end];
        let length = rest.iter().take_while(|&&byte| byte == b'`').count();
        let Some(end) = self
            .delimiters
            .code_span_end(self.source, pos + length, length)
        else {
            return pos + length;
        };
        self.flush_text(pos, end);
        let span = Span::new(pos, end);
        self.inlines.push(Inline::Code(Verbatim {
            value: span.slice(self.source),
            span,
        }));
        end
    }

    /// `comment = "<!--" any "-->"`
    fn comment(&mut self, pos: usize) -> usize {
        let rest = &self.source.as_bytes()[pos..];
        if !rest.starts_with(b"<!--") {
            return pos + 1;
        }
        let from = pos + 4;
        let known = self.ahead.no_comment_end.is_some_and(|end| from > end);
        let Some(end) = self.comment_end(from) else {
            if !known {
                self.diagnostics
                    .push(diagnostics::unclosed_comment(Span::new(pos, from)));
            }
            return from;
        };
        self.flush_text(pos, end);
        self.inlines.push(Inline::Comment {
            span: Span::new(pos, end),
        });
        end
    }

    /// The offset behind the `-->` of a comment whose text begins at `from`.
    pub(super) fn comment_end(&mut self, from: usize) -> Option<usize> {
        if self.ahead.no_comment_end.is_some_and(|end| from > end) {
            return None;
        }
        let found = strings::find_bytes(&self.source.as_bytes()[from..], b"-->");
        if found.is_none() {
            self.ahead.no_comment_end = Some(from);
        }
        Some(from + found? + 3)
    }

    fn open_bracket(&mut self, pos: usize) -> usize {
        let opener = self.opener(pos);
        self.openers.push(opener);
        pos + 1
    }

    /// What a `[` begins.
    fn opener(&self, pos: usize) -> Opener {
        let (kind, start) = self.sigil(pos);
        let media = match kind {
            OpenerKind::Media => self.openers.len() + 1,
            _ => self.openers.last().map_or(0, |outer| outer.media),
        };
        Opener {
            media,
            kind,
            start,
            label: pos + 1,
            inlines: self.inlines.len(),
            text: self.text,
            reported: false,
        }
    }

    /// What stands before a `[`, and where that begins.
    #[inline(always)]
    pub(super) fn sigil(&self, pos: usize) -> (OpenerKind, usize) {
        let before = &self.source[self.text..pos];
        match before.as_bytes() {
            // A percentage: the sign belongs to the number, the bracket still opens a button.
            [.., digit, b'%'] if digit.is_ascii_digit() => (OpenerKind::Percent, pos),
            [.., part, b'%'] if !part.is_ascii() && ends_in_percentage(before) => {
                (OpenerKind::Percent, pos)
            }
            [.., b'%'] => (OpenerKind::Percent, pos - 1),
            [.., b'$'] => (OpenerKind::Dollar, pos - 1),
            [.., b'!'] => (OpenerKind::Media, pos - 1),
            _ => (OpenerKind::Link, pos),
        }
    }

    /// `&((…))&`, a template of WhatsApp: text, with a note.
    fn ampersand(&mut self, pos: usize, end: usize) -> usize {
        if !self.source[pos..end].starts_with("&((") {
            return pos + 1;
        }
        let Some(end) = self.delimiters.template_end(self.source, pos + 3) else {
            return pos + 3;
        };
        let span = Span::new(pos, end);
        self.diagnostics.push(diagnostics::whatsapp_template(span));
        end
    }
}

/// Whether a digit of another script stands before the sign that a text ends with.
fn ends_in_percentage(text: &str) -> bool {
    let number = &text[..text.len() - 1];
    number.ends_with(|c| Kind::of(c) == Kind::Digit)
}
