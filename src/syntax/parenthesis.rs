//! The parenthesis after a label: where it ends, and what stands in it.

use super::parser::Parser;
use crate::span::Span;

/// A target as it stands between its parentheses.
#[derive(Clone, Copy)]
pub(super) struct Parenthesised {
    /// What stands between them; for `<…>`, what stands between those.
    pub(super) content: Span,
    /// The Markdown title after a `<…>`.
    pub(super) title: Option<Span>,
    /// Offset after the `)`.
    pub(super) end: usize,
}

impl Parser<'_> {
    /// `"(" target ")"`, or `"(<" target ">)"`; `None` when it does not close on this line.
    pub(super) fn parenthesised(&mut self, open: usize, end: usize) -> Option<Parenthesised> {
        let bytes = &self.source.as_bytes()[..end];
        let mut start = open + 1;
        while matches!(bytes.get(start), Some(b' ' | b'\t')) {
            start += 1;
        }
        if bytes.get(start) == Some(&b'<')
            && let Some(found) = angled(bytes, start)
        {
            return Some(found);
        }
        let close = self.delimiters.closing_parenthesis(self.source, open)?;
        Some(Parenthesised {
            content: Span::new(open + 1, close),
            title: None,
            end: close + 1,
        })
    }
}

/// `"<" target ">" [ title ] ")"`, from the `<`.
fn angled(bytes: &[u8], start: usize) -> Option<Parenthesised> {
    let mut pos = start + 1;
    loop {
        pos += memchr::memchr3(b'<', b'>', b'\\', bytes.get(pos..)?)?;
        match bytes[pos] {
            // Before anything else a backslash is itself.
            b'\\' => {
                let escapes = matches!(bytes.get(pos + 1), Some(b'(' | b')' | b'<' | b'>'));
                pos += 1 + usize::from(escapes);
            }
            b'>' => break,
            _ => return None,
        }
    }
    let content = Span::new(start + 1, pos);
    let skip_blanks = |mut at: usize| {
        while matches!(bytes.get(at), Some(b' ' | b'\t')) {
            at += 1;
        }
        at
    };
    let mut end = skip_blanks(pos + 1);
    let mut title = None;
    if let Some(quote @ (b'"' | b'\'')) = bytes.get(end) {
        let length = memchr::memchr(*quote, &bytes[end + 1..])?;
        title = Some(Span::new(end, end + length + 2));
        end = skip_blanks(end + length + 2);
    }
    (bytes.get(end) == Some(&b')')).then_some(Parenthesised {
        content,
        title,
        end: end + 1,
    })
}
