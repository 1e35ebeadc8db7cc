//! Directives: `::name[content]{attributes}`, a whole line.

use super::ast::{Directive, Leaf, Verbatim};
use super::attributes::{self, Attribute};
use super::block::Parser;
use super::inline::ESCAPABLE;
use super::target::nearest;
use super::{diagnostics, label};
use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// What a line that begins with `:` or `-` is.
pub(super) enum Line<'s> {
    /// No directive.
    Text,
    /// A leaf.
    Leaf(Leaf<'s>),
    /// A directive in error, which was reported.
    Error,
}

/// The leaves there are. Containers (`:::name`) will stand beside them.
const LEAVES: [&str; 3] = ["typing", "seen", "location"];

/// The parts of a directive.
struct Parts<'s> {
    name: Verbatim<'s>,
    content: Option<Span>,
    attributes: Vec<Attribute<'s>>,
    span: Span,
}

/// `directive = colons name [ "[" content "]" ] [ attributes ]`
pub(super) fn directive<'s>(parser: &mut Parser<'s>, line: &'s str, start: usize) -> Line<'s> {
    let colons = line.bytes().take_while(|&byte| byte == b':').count();
    let span = Span::new(start, start + line.len());
    if colons < 2 {
        return Line::Text;
    }
    let after = &line[colons..];
    if colons >= 3 && after.is_empty() {
        parser
            .diagnostics
            .push(diagnostics::stray_container_end(span));
        return Line::Error;
    }
    if !after.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Line::Text;
    }
    let length = after
        .bytes()
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .count();
    let whole = Verbatim { value: line, span };
    let name = whole.part(&after[..length]);
    let parts = parts(parser.source, name, span);
    let leaf = LEAVES
        .iter()
        .find(|leaf| colons == 2 && leaf.eq_ignore_ascii_case(name.value));
    let read = match (leaf, parts) {
        (Some(_), Some(parts)) => read_leaf(parser, &parts),
        (Some(leaf), None) => Err(diagnostics::malformed_directive(span, leaf).into()),
        (None, Some(_)) => {
            let known = nearest(name.value, &LEAVES);
            Err(diagnostics::unknown_directive(span, name, colons, known).into())
        }
        (None, None) => return Line::Text,
    };
    match read {
        Ok(directive) => Line::Leaf(Leaf { directive, span }),
        Err(diagnostic) => {
            parser.diagnostics.push(*diagnostic);
            Line::Error
        }
    }
}

/// What follows a name; `None` when the line goes on otherwise.
fn parts<'s>(source: &'s str, name: Verbatim<'s>, span: Span) -> Option<Parts<'s>> {
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
        name,
        content,
        attributes,
        span,
    })
}

/// The `]` that balances the `[` at `open`.
fn closing_bracket(bytes: &[u8], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut pos = open;
    loop {
        pos += memchr::memchr3(b'[', b']', b'\\', bytes.get(pos..)?)?;
        match bytes[pos] {
            b'[' => depth += 1,
            b']' if depth == 1 => return Some(pos),
            b']' => depth -= 1,
            _ if bytes
                .get(pos + 1)
                .is_some_and(|byte| ESCAPABLE.contains(byte)) =>
            {
                pos += 1
            }
            _ => {}
        }
        pos += 1;
    }
}

fn read_leaf<'s>(
    parser: &mut Parser<'s>,
    parts: &Parts<'s>,
) -> Result<Directive<'s>, Box<Diagnostic>> {
    let name = parts.name.value.to_ascii_lowercase();
    let of = format!("`::{name}`");
    if name != "location" && parts.content.is_some() {
        return Err(diagnostics::content_not_taken(parts.span, &name).into());
    }
    let diagnostics = &mut parser.diagnostics;
    match name.as_str() {
        "typing" => {
            let known = attributes::known(&parts.attributes, &["off"], &of, diagnostics);
            known.iter().try_for_each(attributes::flag)?;
            Ok(Directive::Typing {
                on: known.is_empty(),
            })
        }
        "seen" => {
            attributes::known(&parts.attributes, &[], &of, diagnostics);
            Ok(Directive::Seen)
        }
        _ => {
            let known = attributes::known(&parts.attributes, &["lat", "long"], &of, diagnostics);
            let lat = coordinate(&known, "lat", 90, parts.span)?;
            let long = coordinate(&known, "long", 180, parts.span)?;
            let content = parts
                .content
                .unwrap_or(Span::new(parts.span.end, parts.span.end));
            let label = label::plain_label(parser.source, content);
            Ok(Directive::Location { label, lat, long })
        }
    }
}

/// `coordinate = [ "+" | "-" ] 1*digit [ "." 1*digit ]`, at most `limit` degrees from zero.
fn coordinate<'s>(
    attributes: &[Attribute<'s>],
    key: &str,
    limit: u16,
    directive: Span,
) -> Result<&'s str, Box<Diagnostic>> {
    let attribute = attributes
        .iter()
        .find(|attribute| attribute.key.value == key);
    let Some(attribute) = attribute else {
        return Err(diagnostics::missing_coordinate(directive, key).into());
    };
    let written = attribute.value.map_or("", |value| value.value);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let magnitude = written.strip_prefix(['-', '+']).unwrap_or(written);
    let (whole, fraction) = magnitude.split_once('.').unwrap_or((magnitude, "0"));
    let degrees = whole
        .parse::<u16>()
        .ok()
        .filter(|_| digits(whole) && digits(fraction));
    let inside = degrees.is_some_and(|degrees| {
        degrees < limit || (degrees == limit && fraction.bytes().all(|byte| byte == b'0'))
    });
    if inside {
        Ok(written.strip_prefix('+').unwrap_or(written))
    } else {
        Err(diagnostics::invalid_coordinate(attribute, limit).into())
    }
}
