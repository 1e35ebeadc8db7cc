//! Labels: escapes resolved, comments left out, white space collapsed, emphasis taken off.

use std::borrow::Cow;

use super::arena::Arena;
use super::ast::{Inline, Label, Verbatim};
use super::diagnostics;
use super::inline::ESCAPABLE;
use super::parser::Parser;
use super::url;
use crate::diagnostic::Finding;
use crate::span::Span;
use crate::strings;

/// The label between two brackets, from the inlines that were read there and the text after
/// them, which begins at `text`.
pub(super) fn label<'s>(
    parser: &Parser<'s>,
    span: Span,
    inlines: &[Inline<'s>],
    text: usize,
) -> (Label<'s>, Option<Finding>) {
    let source = parser.source;
    let raw = span.slice(source);
    if inlines.is_empty() && text <= span.start && is_simple(raw) {
        return (Label { value: raw, span }, None);
    }
    let written = Verbatim::trimmed(source, span);
    let stars = emphasis(written.value);
    let inner = Span::new(written.span.start + stars, written.span.end - stars);
    let note = (stars > 0).then(|| diagnostics::emphasis_in_label(written.span, inner));
    let tail = Span::new(text.max(inner.start), inner.end).slice(source);
    let value = if inlines.is_empty() {
        collapse(parser.arena, Cow::Borrowed(tail))
    } else {
        let mut value = String::with_capacity(inner.end - inner.start);
        let mut alt = None;
        for inline in inlines {
            match inline {
                Inline::Text(part) | Inline::Code(part) => {
                    value.push_str(clip(source, part, inner))
                }
                Inline::Media(media) => alt = alt.or(Some(media.alt.value)),
                _ => {}
            }
        }
        value.push_str(tail);
        match alt {
            // A linked picture: the button is labelled with what the picture shows.
            Some(alt) if is_blank(&value) => alt,
            _ => collapse(parser.arena, Cow::Owned(value)),
        }
    };
    (Label { value, span }, note)
}

/// Whether a label is what it says, as nearly all are: ASCII, single spaces between words, no mark
/// of emphasis before it.
fn is_simple(raw: &str) -> bool {
    let mut space = true;
    !raw.starts_with('*')
        && raw.bytes().all(|byte| {
            let doubled = space && byte == b' ';
            space = byte == b' ';
            !doubled && (space || byte.is_ascii_graphic())
        })
        && !space
}

/// The part of an inline that lies within the label.
fn clip<'s>(source: &'s str, part: &Verbatim<'s>, inner: Span) -> &'s str {
    let start = part.span.start.clamp(inner.start, inner.end);
    let end = part.span.end.clamp(start, inner.end);
    Span::new(start, end).slice(source)
}

/// Outer white space goes, every other run of it becomes one space.
pub(super) fn collapse<'s>(arena: &'s Arena, text: Cow<'s, str>) -> &'s str {
    let mut space = true;
    let collapsed = text.chars().all(|c| {
        let doubled = c.is_whitespace() && (space || c != ' ');
        space = c.is_whitespace();
        !doubled
    });
    if collapsed && (text.is_empty() || !space) {
        return arena.text(text);
    }
    let mut result = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !result.is_empty() {
            result.push(' ');
        }
        result.push_str(word);
    }
    arena.text(Cow::Owned(result))
}

/// How many asterisks on each side are emphasis around the whole of a text.
fn emphasis(raw: &str) -> usize {
    let stars = raw.bytes().take_while(|&byte| byte == b'*').count();
    if !(1..=3).contains(&stars) || raw.len() <= 2 * stars {
        return 0;
    }
    let (marks, rest) = raw.split_at(stars);
    let Some(inner) = rest.strip_suffix(marks) else {
        return 0;
    };
    let whole = strings::find(inner, marks).is_none()
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(|c: char| c.is_whitespace() || c == '\\' || c == '*');
    if whole { stars } else { 0 }
}

/// Whether a text shows nothing: white space, default-ignorable characters, the blank of Braille,
/// and the control characters that are never sent.
#[inline]
pub(crate) fn is_blank(text: &str) -> bool {
    // Nearly every text shows something at once.
    let shows = text.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    !shows && shows_nothing(text)
}

fn shows_nothing(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace() || c.is_ascii_control() || c == '\u{2800}' || is_default_ignorable(c)
    })
}

/// The Unicode property `Default_Ignorable_Code_Point`, Unicode 17 (DerivedCoreProperties.txt).
pub(super) fn is_default_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// The content of a directive: text whose only shorthand are escapes and comments.
pub(super) fn plain_label<'s>(parser: &Parser<'s>, span: Span) -> Label<'s> {
    let raw = span.slice(parser.source);
    let mut value = String::new();
    let mut rest = raw;
    let (mut from, mut comments) = (0, true);
    while let Some(found) = memchr::memchr2(b'\\', b'<', &rest.as_bytes()[from..]) {
        let at = from + found;
        let behind = &rest[at + 1..];
        if let Some(comment) = rest[at..].strip_prefix("<!--")
            && comments
        {
            from = at + 1;
            match strings::find(comment, "-->") {
                // Nor has any behind it an end.
                None => comments = false,
                Some(end) => {
                    value.push_str(&rest[..at]);
                    rest = &comment[end + 3..];
                    from = 0;
                }
            }
        } else if rest.as_bytes()[at] == b'\\'
            && let Some(escaped) = behind.bytes().next()
            && ESCAPABLE.contains(&escaped)
        {
            value.push_str(&rest[..at]);
            rest = behind;
            from = 1;
        } else {
            from = at + 1;
        }
    }
    let value = if rest.len() == raw.len() {
        Cow::Borrowed(raw)
    } else {
        value.push_str(rest);
        Cow::Owned(value)
    };
    let value = collapse(parser.arena, value);
    Label { value, span }
}

/// A label that reads as an address must not name another host than the link opens.
pub(super) fn misleading_label(label: &Label<'_>, target: &str) -> Option<Finding> {
    let shown = label.value.trim();
    // No domain is without a dot, and few labels have one.
    memchr::memchr(b'.', shown.as_bytes())?;
    // `pizza.example is open` is words.
    if shown.contains(char::is_whitespace) {
        return None;
    }
    let lower = shown.to_ascii_lowercase();
    let address = lower
        .strip_prefix("https://")
        .or(lower.strip_prefix("http://"))
        .unwrap_or(&lower);
    let shown_host = url::domain(address)?;
    let host = url::host(target)?.to_ascii_lowercase();
    (bare(shown_host) != bare(&host))
        .then(|| diagnostics::misleading_label(label.span, shown_host, &host))
}

/// A host without any `www.` before it.
fn bare(mut host: &str) -> &str {
    while let Some(rest) = host.strip_prefix("www.") {
        host = rest;
    }
    host
}
