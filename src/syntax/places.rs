//! What an editor needs and the tree does not keep: where the parts of a construct are, and what
//! is open around a place. All of it is read by the parser's own functions.

use super::arena::Arena;
use super::ast::{Action, EntryListKind, Inline, Verbatim};
use super::block::begin;
pub(crate) use super::container::heading_mark;
pub(crate) use super::inline::ESCAPABLE;
use super::parser::Parser;
pub(crate) use super::target::ESCAPABLE_IN_TARGETS;
use super::url::split_title;
use crate::span::Span;

/// What is open around a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Nothing.
    Message,
    /// A carousel or a list, before its first heading.
    Introduction,
    Item,
    Menu,
    IceBreakers,
}

/// What is around an offset, as the parser sees it.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings {
    pub(crate) place: Place,
    /// Where its line begins; with a comment that spans lines, the line in which that begins.
    pub(crate) line: usize,
}

/// What is around an offset; `None` in a fence that is not closed.
pub(crate) fn surroundings(source: &str, offset: usize) -> Option<Surroundings> {
    let arena = Arena::new();
    let mut parser = Parser::new(source, &arena);
    let mut line = begin(source);
    loop {
        let place = place(&parser, line);
        let next = match line < source.len() {
            true => parser.line(line),
            false => line,
        };
        if parser.fenced {
            // It is the last line, and begins the fence.
            return (offset <= line).then_some(Surroundings { place, line });
        }
        let goes_on = next <= offset && source[line..next].ends_with(['\n', '\r']);
        if !goes_on {
            return Some(Surroundings { place, line });
        }
        line = next;
    }
}

fn place(parser: &Parser<'_>, line: usize) -> Place {
    match (&parser.container, &parser.list) {
        (Some(open), _) => {
            let text = &parser.source[line..];
            let content = text.trim_start_matches(' ');
            let begins = text.len() - content.len() <= 3 && heading_mark(content) > 0;
            match open.has_item() || begins {
                true => Place::Item,
                false => Place::Introduction,
            }
        }
        (None, Some(list)) => match list.kind() {
            EntryListKind::Menu { .. } => Place::Menu,
            EntryListKind::IceBreakers => Place::IceBreakers,
        },
        (None, None) => Place::Message,
    }
}

/// The inlines that a part of a line holds: a label, an entry.
pub(crate) fn inlines<'s>(source: &'s str, span: Span, arena: &'s Arena) -> &'s [Inline<'s>] {
    let mut parser = Parser::new(&source[..span.end], arena);
    parser.inline_line(span.start);
    parser.take_inlines()
}

/// What stands between the parentheses of a button or of media.
pub(crate) struct Target<'s> {
    /// Without the white space around it, and without `<…>`.
    pub(crate) content: Verbatim<'s>,
    /// Offset of the first byte behind it that is no white space: `>` or `)`.
    pub(crate) inner: usize,
    /// Offset of the `)`.
    pub(crate) close: usize,
    /// Offset after the last `)`; there may be one too many.
    pub(crate) end: usize,
}

/// The target of a construct whose label ends at `close` and which itself ends at `end`; `None`
/// when it has none.
pub(crate) fn target(source: &str, close: usize, end: usize) -> Option<Target<'_>> {
    let bytes = &source.as_bytes()[..end];
    let blank = |byte: &&u8| matches!(byte, b' ' | b'\t');
    let rest = &bytes[close + 1..];
    let mut open = close + 1 + rest.iter().take_while(blank).count();
    if bytes.get(open) != Some(&b'(') {
        return None;
    }
    // No target begins with a parenthesis: this one is doubled.
    open += usize::from(bytes.get(open + 1) == Some(&b'('));
    let arena = Arena::new();
    let mut parser = Parser::new(source, &arena);
    parser.delimiters.begin(open, end);
    let found = parser.parenthesised(open, end)?;
    let doubled = bytes.get(found.end) == Some(&b')');
    Some(Target {
        content: Verbatim::trimmed(source, found.content),
        inner: found.content.end,
        close: found.end - 1,
        end: found.end + usize::from(doubled),
    })
}

/// A URL without the Markdown title behind it.
pub(crate) fn address(place: Verbatim<'_>) -> Verbatim<'_> {
    split_title(place).0
}

/// What the construct is that ends where `line` does, if one ends there.
pub(crate) fn last_construct<'s>(
    line: &'s str,
    start: usize,
    arena: &'s Arena,
) -> Option<Inline<'s>> {
    let last = *inlines(line, Span::new(start, line.len()), arena).last()?;
    let end = match &last {
        Inline::Button(button) => button.span.end,
        Inline::Media(media) => media.span.end,
        _ => return None,
    };
    (end == line.len()).then_some(last)
}

/// What a scheme is followed by in a target with that action; `None` when it has no scheme of its
/// own.
pub(crate) fn after_scheme<'s>(action: &Action<'_>, content: Verbatim<'s>) -> Option<Verbatim<'s>> {
    let has_scheme = matches!(
        action,
        Action::Reply { .. }
            | Action::Postback { .. }
            | Action::Webview { .. }
            | Action::Call { .. }
            | Action::Mail { .. }
    );
    let (_, rest) = content.value.split_once(':').filter(|_| has_scheme)?;
    Some(content.part(rest))
}
