//! Texts that are a piece of their source: nothing was cut but before and behind them, as in most
//! messages. They are not written anew. What `prose` would write is the same, and where debug assertions
//! are on, in tests and under fuzzing, it is written and compared.

use super::plan::{Piece, is_number};
use super::prose::Context;
use super::text::fits;
use crate::span::Span;
use crate::strings::is_white;
use crate::syntax::ast::{Inline, Verbatim};
use crate::syntax::is_blank;

/// The text that a run begins with, and the inlines from its first button on.
pub(super) struct Opening<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) rest: &'a [Inline<'a>],
}

/// The text that a run begins with, if all that says anything besides are buttons: most messages are
/// of such runs alone.
pub(super) fn opening<'a>(context: Context<'a>, inlines: &'a [Inline<'a>]) -> Option<Opening<'a>> {
    if context.has_controls || context.has_returns {
        return None;
    }
    let mut place: Option<Span> = None;
    let mut rest = inlines;
    while let [inline, behind @ ..] = rest {
        let span = match inline {
            Inline::Text(part) | Inline::Code(part) | Inline::Fence(part) => part.span,
            Inline::LineEnd { span } => *span,
            Inline::Button(_) => break,
            _ => return None,
        };
        match &mut place {
            None => place = Some(span),
            Some(place) if place.end == span.start => place.end = span.end,
            // A backslash is left out.
            Some(_) => return None,
        }
        rest = behind;
    }
    let text = Verbatim::trimmed(context.source, place?);
    // A line that buttons are cut out of goes with them, if nothing is left to read there.
    if !rest.is_empty() && !reads(text.value.bytes().rev()) {
        return None;
    }
    Some(Opening {
        text: if is_blank(text.value) { "" } else { text.value },
        span: if text.value.is_empty() {
            Span::default()
        } else {
            text.span
        },
        rest,
    })
}

/// The text of a run, if it is a piece of the source beyond doubt; without white space around it,
/// and empty when nothing can be seen of it.
pub(super) fn untouched<'a>(
    context: Context<'a>,
    inlines: &[Inline<'a>],
    pieces: &[Piece<'_>],
) -> Option<&'a str> {
    if context.has_controls || context.has_returns || context.keeps_links {
        return None;
    }
    let mut text: Option<(usize, usize)> = None;
    // Whether something was cut before the text, and behind it; whether the line has text.
    let (mut before, mut behind, mut line) = (false, false, false);
    for (inline, piece) in inlines.iter().zip(pieces) {
        match (piece, inline) {
            (Piece::Text(written), _) => {
                let blank = is_white(written);
                if blank && (behind || text.is_none()) {
                    continue;
                }
                let span = match inline {
                    Inline::Text(part) | Inline::Code(part) | Inline::Fence(part) => part.span,
                    Inline::Button(button) => button.span,
                    _ => return None,
                };
                match &mut text {
                    None => text = Some((span.start, span.end)),
                    Some((_, end)) if *end == span.start && !behind => *end = span.end,
                    Some(_) => return None,
                }
                line |= !blank;
            }
            (Piece::LineEnd, Inline::LineEnd { span }) => {
                line = false;
                match &mut text {
                    Some((_, end)) if *end == span.start && !behind => *end = span.end,
                    _ => {}
                }
            }
            (Piece::Cut { .. }, _) if text.is_none() => before = true,
            (Piece::Cut { .. }, _) => behind = true,
            // On a line of its own below the text: a button, unless its label is long.
            (Piece::Link(label), _) if text.is_some() && !line => {
                if is_number(label) || !fits(label, context.button_title) {
                    return None;
                }
                behind = true;
            }
            _ => return None,
        }
    }
    let (start, end) = text?;
    let text = Verbatim::trimmed(context.source, Span::new(start, end)).value;
    // A line that something is cut out of goes with it, if nothing is left to read there.
    let goes = before && !reads(text.bytes()) || behind && !reads(text.bytes().rev());
    if goes {
        return None;
    }
    Some(if is_blank(text) { "" } else { text })
}

/// Whether a line has something to read.
fn reads(text: impl Iterator<Item = u8>) -> bool {
    let mut line = text.take_while(|&byte| byte != b'\n');
    line.any(|byte| byte.is_ascii_alphabetic())
}
