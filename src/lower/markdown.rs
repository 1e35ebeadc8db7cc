//! Markdown that Messenger shows as it is typed: one note for a whole source, at the first place.

use super::{Lowering, diagnostics};
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::{Inline, Verbatim};

/// How many places are compared with what is shown, which can be as long as the source. Those that
/// went with a title or a button come before the one that stayed, and are few.
const COMPARED: usize = 32;

impl<'a> Lowering<'a> {
    /// Notes the first Markdown among inlines that still stands in what is shown of them.
    pub(super) fn note_markdown(&mut self, inlines: &[Inline<'a>], shown: &str) {
        if self.reported.markdown || !has_mark(shown) {
            return;
        }
        let is_end = |inline: &Inline<'_>| matches!(inline, Inline::LineEnd { .. });
        let mut found = inlines
            .split(is_end)
            .filter_map(|line| heading_or_table(line).or_else(|| emphasis(self.source, line)))
            .filter(|found| !self.source[..found.span.start].ends_with('\\'))
            .take(COMPARED);
        if let Some(found) = found.find(|found| strings::contains(shown, &found.shown)) {
            self.reported.markdown = true;
            self.report(diagnostics::markdown_as_typed(found.span, found.name));
        }
    }
}

/// Whether a text has anything that marks of Markdown are made of.
pub(super) fn has_mark(text: &str) -> bool {
    strings::find_zero(text.as_bytes(), |bytes| strings::zero_at(bytes, b"*_#|")).is_some()
}

/// Markdown in a line.
struct Markdown {
    name: &'static str,
    span: Span,
    /// What shows that it was not removed.
    shown: String,
}

fn heading_or_table(line: &[Inline<'_>]) -> Option<Markdown> {
    let Some(Inline::Text(text)) = line.first() else {
        return None;
    };
    let content = text.value.trim();
    let start = text.span.start + (text.value.len() - text.value.trim_start().len());
    let shown = content.to_owned();
    let hashes = content.bytes().take_while(|&byte| byte == b'#').count();
    if (1..=6).contains(&hashes)
        && content[hashes..].starts_with([' ', '\t'])
        && matches!(
            &text.value[..start - text.span.start],
            "" | " " | "  " | "   "
        )
    {
        return Some(Markdown {
            name: "the mark of a heading",
            span: Span::new(start, start + hashes),
            shown,
        });
    }
    let is_rule = line.len() == 1
        && strings::find(content, "--").is_some()
        && content.contains('|')
        && content.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    is_rule.then(|| Markdown {
        name: "the rules of a table",
        span: Span::new(start, start + content.len()),
        shown,
    })
}

/// Strong emphasis: two marks on a line, with text or a button between them. Marks alone are a line
/// to fill in.
fn emphasis(source: &str, line: &[Inline<'_>]) -> Option<Markdown> {
    ["**", "__"].into_iter().find_map(|mark| {
        let mut opening: Option<(usize, usize)> = None;
        for (index, inline) in line.iter().enumerate() {
            let Inline::Text(text) = inline else { continue };
            for found in marks(text, mark) {
                match opening {
                    Some((_, at)) if is_marks(&source[at..found.at]) => opening = None,
                    Some((start, at)) if found.closes => {
                        let (opened, end) = (&line[start..], found.at + mark.len());
                        return Some(Markdown {
                            name: "the marks of emphasis",
                            span: Span::new(at, end),
                            shown: shown(opened, at, end),
                        });
                    }
                    None if found.opens => opening = Some((index, found.at)),
                    _ => {}
                }
            }
        }
        None
    })
}

fn is_marks(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'*' | b'_'))
}

/// The beginning of emphasis from `at` to `end` as it is shown: its mark and what follows it.
fn shown(line: &[Inline<'_>], at: usize, end: usize) -> String {
    let mut shown = String::new();
    if let Some(Inline::Text(text)) = line.first() {
        let end = end.min(text.span.end);
        shown.push_str(&text.value[at - text.span.start..end - text.span.start]);
    }
    if let (2, Some(Inline::Button(button))) = (shown.len(), line.get(1)) {
        shown.push_str(button.label.value);
    }
    shown
}

/// A mark of emphasis, and what it can do there.
struct Mark {
    at: usize,
    opens: bool,
    closes: bool,
}

fn marks<'t>(text: &'t Verbatim<'t>, mark: &'static str) -> impl Iterator<Item = Mark> + 't {
    strings::find_all(text.value, mark).map(move |at| {
        let before = text.value[..at].chars().next_back();
        let after = text.value[at + mark.len()..].chars().next();
        // `__` inside a word is part of a name.
        let is_word = |c: Option<char>| mark == "__" && c.is_some_and(char::is_alphanumeric);
        let is_blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
        Mark {
            at: text.span.start + at,
            opens: !is_blank(after) && !is_word(before),
            closes: !is_blank(before) && !is_word(after),
        }
    })
}
