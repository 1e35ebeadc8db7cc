//! What a run's text says once its buttons are cut out, tidied where something was cut and
//! exactly as written everywhere else.

use std::borrow::Cow;

use super::characters::{is_only_emoji, is_ornament, list_marker};
use super::plan::{Piece, is_number};
use super::sentence;
use super::untouched::untouched;
use super::without_controls;
use crate::strings::is_white;
use crate::syntax::ast::Inline;
use crate::syntax::{begins_in_shorthand, ends_in_shorthand, holds_shorthand, is_blank};

/// The opening brackets, each with the one that closes it.
const BRACKETS: [(char, char); 9] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('（', '）'),
    ('［', '］'),
    ('【', '】'),
    ('「', '」'),
    ('«', '»'),
    ('<', '>'),
];

/// Where a run comes from and what it is measured by.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) source: &'a str,
    pub(super) button_title: usize,
    /// Whether every link keeps its label, as in a sentence.
    pub(super) keeps_links: bool,
    /// Whether the source has control characters to leave out.
    pub(super) has_controls: bool,
    /// Whether it has carriage returns, which end lines as line feeds do.
    pub(super) has_returns: bool,
}

/// The text of a run; empty when nothing can be seen of it.
#[inline]
pub(super) fn prose<'a>(
    context: Context<'a>,
    inlines: &[Inline<'a>],
    pieces: &[Piece<'_>],
) -> Cow<'a, str> {
    if let Some(text) = untouched(context, inlines, pieces) {
        debug_assert_eq!(text, written(context, pieces), "both ways say the same");
        return Cow::Borrowed(text);
    }
    Cow::Owned(written(context, pieces))
}

#[cold]
#[inline(never)]
fn written(context: Context<'_>, pieces: &[Piece<'_>]) -> String {
    let mut writer = Writer::new(context);
    writer.run(pieces);
    if writer.emoji_went && (is_blank(&writer.out) || is_only_emoji(&writer.out)) {
        // Nothing would be left of the run but its emoji: then they are what it says.
        writer = Writer::new(context);
        writer.keep_emoji = true;
        writer.run(pieces);
    }
    let mut out = writer.out;
    let end = out.trim_end().len();
    out.truncate(if is_blank(&out) { 0 } else { end });
    let blanks = out.len() - out.trim_start().len();
    if blanks > 0 {
        out.drain(..blanks);
    }
    out
}

/// Writes the lines of a run.
struct Writer<'a> {
    context: Context<'a>,
    out: String,
    /// Where the current line begins in `out`.
    line: usize,
    /// What was just cut out, until text follows.
    gap: Option<Gap>,
    /// Whether lines went since the last line with text: one blank line stays at most.
    lines_went: bool,
    keep_emoji: bool,
    emoji_went: bool,
}

/// A place where something was cut out.
#[derive(Clone, Copy)]
struct Gap {
    /// Whether there was white space around it …
    blank: bool,
    /// … and whether that was behind it.
    behind: bool,
}

impl<'a> Writer<'a> {
    const fn new(context: Context<'a>) -> Self {
        Self {
            context,
            out: String::new(),
            line: 0,
            gap: None,
            lines_went: false,
            keep_emoji: false,
            emoji_went: false,
        }
    }

    fn run(&mut self, pieces: &[Piece<'_>]) {
        let length = |piece: &Piece<'_>| match piece {
            Piece::Text(text) | Piece::Link(text) => text.len(),
            Piece::Written(text, _) => text.len(),
            Piece::LineEnd | Piece::Cut { .. } => 1,
        };
        self.out.reserve(pieces.iter().map(length).sum());
        let mut rest = pieces;
        while !rest.is_empty() {
            let (line, ended) = rest.split_at(line_end(rest));
            rest = ended.get(1..).unwrap_or_default();
            let written = self.write_line(line, &rest[..line_end(rest)]);
            if written && !ended.is_empty() {
                self.out.push('\n');
            }
        }
    }

    /// Writes a line without its end; false when the line goes.
    fn write_line(&mut self, pieces: &[Piece<'_>], below: &[Piece<'_>]) -> bool {
        self.line = self.out.len();
        self.gap = None;
        let links = pieces.iter().any(|piece| matches!(piece, Piece::Link(_)));
        let kind = links.then(|| match self.context.keeps_links {
            true => sentence::Line::Sentence,
            false => sentence::line(pieces, below),
        });
        let (mut cut, mut button, mut kept) = (false, false, false);
        for piece in pieces {
            match piece {
                Piece::Text(text) => {
                    // Attributes in error, which stay.
                    kept |= self.gap.is_some() && text.starts_with('{');
                    self.text(text);
                }
                Piece::Written(text, _) => {
                    kept = true;
                    self.text(text);
                }
                Piece::Link(label)
                    if kind.is_some_and(|kind| kind.keeps(label, self.context.button_title)) =>
                {
                    kept = true;
                    if is_number(label) {
                        self.text("[");
                        self.text(label);
                        self.text("]");
                    } else {
                        self.text(label);
                    }
                }
                Piece::Link(_) => {
                    (cut, button) = (true, true);
                    self.cut();
                }
                Piece::LineEnd => {}
                Piece::Cut { comment } => {
                    (cut, button) = (true, button || !*comment);
                    self.cut();
                }
            }
        }
        let line = &self.out[self.line..];
        let blank = is_white(line);
        // What begins the line as it was written, with white space behind it.
        let marked = || matches!(pieces, [Piece::Text(text), ..] if list_marker(text) > 0);
        let ornament =
            cut && button && !kept && !blank && is_ornament(line, marked) && !holds_shorthand(line);
        let emoji = ornament && is_only_emoji(line);
        if (cut && blank) || (ornament && !(emoji && self.keep_emoji)) {
            self.emoji_went |= emoji;
            self.lines_went = true;
            self.remove_line();
            return false;
        }
        let leading = self.line == 0;
        if blank && (leading || (self.lines_went && self.blank_lines() > 0)) {
            self.out.truncate(self.line);
            return false;
        }
        self.lines_went &= blank;
        true
    }

    /// The line goes, and with it all but one of the blank lines before it.
    fn remove_line(&mut self) {
        self.out.truncate(self.line);
        if self.blank_lines() > 1 {
            let text = self.out.trim_end().len();
            let end = self.out[text..].find('\n').map_or(text, |at| text + at + 1);
            self.out.truncate(end);
            self.out.push('\n');
        }
    }

    /// How many blank lines stand before the current line.
    fn blank_lines(&self) -> usize {
        let before = &self.out[..self.line];
        let text = before.trim_end().len();
        let ends = before[text..].bytes().filter(|&byte| byte == b'\n');
        ends.count().saturating_sub(1)
    }

    fn text(&mut self, text: &str) {
        let mut text = text;
        while let Some(gap) = self.gap {
            let rest = text.trim_start();
            let behind = gap.behind || rest.len() < text.len();
            let blank = gap.blank || behind;
            self.gap = Some(Gap { blank, behind });
            let Some(next) = rest.chars().next() else {
                return;
            };
            let line = &self.out[self.line..];
            let before = line.chars().next_back();
            let emptied = before.is_some_and(|before| BRACKETS.contains(&(before, next)));
            if emptied && !ends_in_shorthand(line) && !begins_in_shorthand(rest) {
                self.out.pop();
                self.cut();
                text = &rest[next.len_utf8()..];
                continue;
            }
            let tight = !behind && matches!(next, ',' | '.' | ';' | ':' | '!' | '?' | ')');
            if blank && before.is_some() && !tight {
                self.out.push(' ');
            }
            text = rest;
            self.gap = None;
        }
        let controls = self.context.has_controls;
        if !self.context.has_returns {
            return self.push(text, controls);
        }
        let mut lines = text.split('\r');
        if let Some(first) = lines.next() {
            self.push(first, controls);
        }
        // In fences: elsewhere line ends are inlines of their own.
        for line in lines {
            if !line.starts_with('\n') {
                self.out.push('\n');
            }
            self.push(line, controls);
        }
    }

    fn push(&mut self, text: &str, controls: bool) {
        if controls {
            self.out.extend(without_controls(text));
        } else {
            self.out.push_str(text);
        }
    }

    /// Something is cut out here: white space before it waits for what follows.
    fn cut(&mut self) {
        let line = &self.out[self.line..];
        let kept = self.line + line.trim_end().len();
        let blank = kept < self.out.len() || self.gap.is_some_and(|gap| gap.blank);
        self.out.truncate(kept);
        self.gap = Some(Gap {
            blank,
            behind: false,
        });
    }
}

fn line_end(pieces: &[Piece<'_>]) -> usize {
    let end = pieces.iter().position(|piece| *piece == Piece::LineEnd);
    end.unwrap_or(pieces.len())
}
