//! A directive taken apart: its content and its attributes.

use crate::span::Span;
use crate::strings;
use crate::syntax::ast::Verbatim;
use crate::syntax::attributes::{self, Attribute};
use crate::syntax::inline::ESCAPABLE;

/// The parts of a directive.
pub(crate) struct Parts<'s> {
    /// What it is called, colons included: `::typing`.
    pub(super) name: String,
    pub(crate) content: Option<Span>,
    pub(crate) attributes: Vec<Attribute<'s>>,
    pub(crate) span: Span,
}

/// What follows a name; `None` when the line goes on otherwise.
pub(super) fn parts<'s>(source: &'s str, name: Verbatim<'s>, span: Span) -> Option<Parts<'s>> {
    let mut pos = name.span.end;
    let bytes = &source.as_bytes()[..span.end];
    let mut content = None;
    if bytes.get(pos) == Some(&b'[') {
        let close = closing_bracket(bytes, pos)?;
        content = Some(Span::new(pos + 1, close));
        pos = close + 1;
    }
    let mut attributes = Vec::new();
    if bytes.get(pos) == Some(&b'{') {
        let (found, length) = attributes::braces(source, pos, span.end)?;
        attributes = found;
        pos += length;
    }
    (pos == span.end).then_some(Parts {
        name: String::new(),
        content,
        attributes,
        span,
    })
}

/// The `]` that balances the `[` at `open`.
fn closing_bracket(bytes: &[u8], open: usize) -> Option<usize> {
    // Behind the last end there is no comment.
    let last_end = strings::rfind(&bytes[open..], b"-->").map_or(0, |end| open + end);
    let comment = |from: usize| {
        let start = from + strings::find_bytes(bytes.get(from..last_end)?, b"<!--")?;
        (start + 4 <= last_end).then_some(start)
    };
    let mut depth = 0_usize;
    let mut pos = open;
    let mut next_comment = comment(open);
    loop {
        let found = pos + memchr::memchr3(b'[', b']', b'\\', bytes.get(pos..)?)?;
        match next_comment {
            // Its `<` is escaped.
            Some(start) if start < pos => next_comment = comment(pos),
            Some(start) if start < found => {
                pos = start + 4 + strings::find_bytes(&bytes[start + 4..], b"-->")? + 3;
                next_comment = comment(pos);
            }
            _ => {
                match bytes[found] {
                    b'[' => depth += 1,
                    b']' if depth == 1 => return Some(found),
                    b']' => depth -= 1,
                    _ => pos = found + escaped(&bytes[found + 1..]),
                }
                pos = pos.max(found) + 1;
            }
        }
    }
}

/// How much a backslash makes literal: a sigil takes its bracket along.
fn escaped(rest: &[u8]) -> usize {
    match rest {
        [b'%' | b'$' | b'!', b'[', ..] => 2,
        [byte, ..] if ESCAPABLE.contains(byte) => 1,
        _ => 0,
    }
}
