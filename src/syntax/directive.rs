//! Directives: `::name[content]{attributes}`, a whole line.

use super::ast::{ContainerKind, Directive, EntryListKind, Leaf, Verbatim};
use super::attributes::{self, Attribute, choice};
use super::container::is_container_end;
use super::inline::ESCAPABLE;
use super::locale::locale;
use super::parser::Parser;
use super::spelling::nearest;
use super::vocabulary::{CONTAINERS, INPUTS, Key, LEAVES, Name, Named, RATIOS, STYLES};
use super::{diagnostics, label};
use crate::diagnostic::Finding;
use crate::span::Span;
use crate::strings;
use crate::template::Arg::Quoted;

/// What a line that begins with `:` or `-` is.
pub(super) enum Line<'s> {
    /// No directive.
    Text,
    /// A directive of one line.
    Leaf(Leaf<'s>),
    /// The beginning of a container.
    Opening(ContainerKind),
    /// The beginning of a list of entries, and its locale.
    Entries(EntryListKind, &'s str),
    /// The end of a container.
    Closing,
    /// A directive in error, and whether it would open a container.
    Error(Finding, bool),
}

/// How a directive begins.
struct Head<'s> {
    colons: usize,
    /// Whether white space stands before the name.
    spaced: bool,
    name: Verbatim<'s>,
    /// The names that its colons allow.
    names: &'static [Name],
}

/// The parts of a directive.
pub(crate) struct Parts<'s> {
    /// What it is called, colons included: `::typing`.
    name: String,
    pub(crate) content: Option<Span>,
    pub(crate) attributes: Vec<Attribute<'s>>,
    pub(crate) span: Span,
}

/// `directive = colons name [ "[" content "]" ] [ attributes ]`
pub(super) fn directive<'s>(parser: &mut Parser<'s>, line: &'s str, start: usize) -> Line<'s> {
    let span = Span::new(start, start + line.len());
    let Some(head) = head(line, span) else {
        return Line::Text;
    };
    if is_container_end(line) {
        return Line::Closing;
    }
    let Head {
        colons,
        name,
        names,
        ..
    } = head;
    let mark = if colons == 2 { "::" } else { ":::" };
    let known = named(names, name.value);
    if head.spaced {
        // A name follows its colons directly; Markdown of other tools sets a space.
        return match known {
            Some(known) if colons > 2 => {
                let gap = Span::new(start + colons, name.span.start);
                let whole = parts(parser.source, name, span);
                let fixable = whole.is_some_and(|parts| parts.content.is_none())
                    && content_follows(parser, known.name, span.end);
                let error = diagnostics::spaced_directive(span, gap, known.name, fixable);
                Line::Error(error, true)
            }
            _ => Line::Text,
        };
    }
    if !name.value.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Line::Text;
    }
    let parts = parts(parser.source, name, span);
    let mut opens = colons > 2;
    let read = match (known, parts) {
        (Some(known), Some(mut parts)) => {
            parts.name = mark.to_owned() + known.name;
            let before = parser.diagnostics.len();
            read(parser, known, &parts).inspect_err(|_| {
                // What would be left out stays with its line.
                parser.diagnostics.truncate(before);
            })
        }
        (Some(known), None) => Err(diagnostics::malformed_directive(
            span,
            &(mark.to_owned() + known.name),
        )),
        (None, Some(parts)) => {
            let colons = Span::new(start, start + colons);
            let meant = meant(name.value, names);
            // A container would take in what follows, so that must look like items.
            let fixable = match meant {
                Some((":::", name)) => content_follows(parser, name, span.end),
                Some((_, "greeting")) if parts.content.is_none() => false,
                _ => !parser.is_inside(),
            };
            opens = match meant {
                Some((colons, _)) => colons == ":::" || opens && !fixable,
                None => opens,
            };
            Err(diagnostics::unknown_directive(
                span, colons, name, meant, fixable,
            ))
        }
        (None, None) => return Line::Text,
    };
    read.unwrap_or_else(|error| Line::Error(error, opens))
}

/// The colons and the name; `None` when there are too few colons.
fn head(line: &str, span: Span) -> Option<Head<'_>> {
    let colons = line.bytes().take_while(|&byte| byte == b':').count();
    let names = match colons {
        0 | 1 => return None,
        2 => &LEAVES[..],
        _ => &CONTAINERS[..],
    };
    let after = &line[colons..];
    let word = after.trim_start_matches([' ', '\t']);
    let length = word.bytes().take_while(is_name).count();
    Some(Head {
        colons,
        spaced: word.len() < after.len(),
        name: Verbatim { value: line, span }.part(&word[..length]),
        names,
    })
}

/// Whether a name can hold it.
pub(crate) const fn is_name(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// A well-formed directive with a known name, read again: its name, and what follows that.
pub(crate) fn read_again(source: &str, span: Span) -> Option<(&'static Name, Span, Parts<'_>)> {
    let head = head(span.slice(source), span).filter(|head| !head.spaced)?;
    let known = named(head.names, head.name.value)?;
    Some((known, head.name.span, parts(source, head.name, span)?))
}

/// Whether what follows a line that ends at `end` looks like the content of that container.
fn content_follows(parser: &mut Parser<'_>, name: &str, end: usize) -> bool {
    match name {
        "carousel" | "list" => parser.items_follow(end),
        _ => parser.entries_follow(end),
    }
}

/// The directive that an unknown name is nearest to, with its colons: one of `names`, else one
/// that is written with other colons.
fn meant(name: &str, names: &[Name]) -> Option<(&'static str, &'static str)> {
    let exact = named(&LEAVES, name).or_else(|| named(&CONTAINERS, name));
    let name = match exact {
        Some(exact) => exact.name,
        None => nearest(name, &mut names.iter().map(Named::name))?,
    };
    let colons = match named(&LEAVES, name) {
        Some(_) => "::",
        None => ":::",
    };
    Some((colons, name))
}

/// The directive of these that is called so, in any case.
fn named<'n>(names: &'n [Name], name: &str) -> Option<&'n Name> {
    let mut names = names.iter();
    names.find(|known| strings::same(known.name, name))
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

fn read<'s>(parser: &mut Parser<'s>, name: &Name, parts: &Parts<'s>) -> Result<Line<'s>, Finding> {
    if !name.content && parts.content.is_some() {
        return Err(diagnostics::content_not_taken(parts.span, &parts.name));
    }
    let (arena, of) = (parser.arena, Quoted(&parts.name));
    let mut known = |fits: fn(&Attribute<'_>) -> bool| {
        let diagnostics = &mut parser.diagnostics;
        attributes::known(&parts.attributes, name.keys, of, &fits, diagnostics)
    };
    let directive = match name.name {
        "carousel" => {
            let ratio = known(|ratio| choice(ratio, &RATIOS).is_ok());
            let ratio = ratio.first().map(|ratio| choice(ratio, &RATIOS));
            let ratio = ratio.transpose()?;
            return Ok(Line::Opening(ContainerKind::Carousel { ratio }));
        }
        "list" => {
            let style = known(|style| choice(style, &STYLES).is_ok());
            let style = style.first().map(|style| choice(style, &STYLES));
            let style = style.transpose()?;
            return Ok(Line::Opening(ContainerKind::List { style }));
        }
        "menu" => {
            let known = known(|found| match found.key.value {
                "input" => choice(found, &INPUTS).is_ok(),
                _ => locale(Some(found)).is_ok(),
            });
            let locale = arena.text(locale(attribute(&known, "locale"))?);
            let input = attribute(&known, "input").map(|input| choice(input, &INPUTS));
            let input = input.transpose()?.unwrap_or(true);
            return Ok(Line::Entries(EntryListKind::Menu { input }, locale));
        }
        "ice-breakers" => {
            let known = known(|found| locale(Some(found)).is_ok());
            let locale = arena.text(locale(known.first())?);
            return Ok(Line::Entries(EntryListKind::IceBreakers, locale));
        }
        "start" => {
            let known = known(|_| true);
            let payload = known.first().ok_or_else(|| {
                let misspelt = misspelt(parts, name.keys, "payload");
                diagnostics::start_without_payload(parts.span, misspelt)
            })?;
            let payload = attributes::text(payload)?;
            Directive::Start { payload }
        }
        "greeting" => {
            let known = known(|found| locale(Some(found)).is_ok());
            let locale = arena.text(locale(known.first())?);
            let content = parts.content.unwrap_or_default();
            let text = label::plain_label(parser, content);
            if label::is_blank(text.value) {
                return Err(diagnostics::greeting_without_text(parts.span));
            }
            Directive::Greeting { text, locale }
        }
        "typing" => {
            let known = known(|off| attributes::flag(off).is_ok());
            known.iter().try_for_each(attributes::flag)?;
            Directive::Typing {
                on: known.is_empty(),
            }
        }
        "seen" => {
            known(|_| false);
            Directive::Seen
        }
        _ => {
            let known = known(|_| true);
            let missing = |key| {
                let misspelt = misspelt(parts, name.keys, key);
                diagnostics::missing_coordinate(parts.span, key, misspelt)
            };
            let lat = attribute(&known, "lat").ok_or_else(|| missing("lat"))?;
            let long = attribute(&known, "long").ok_or_else(|| missing("long"))?;
            let lat = coordinate(lat, 90)?;
            let long = coordinate(long, 180)?;
            let content = parts
                .content
                .unwrap_or(Span::new(parts.span.end, parts.span.end));
            let label = label::plain_label(parser, content);
            Directive::Location { label, lat, long }
        }
    };
    let span = parts.span;
    Ok(Line::Leaf(Leaf { directive, span }))
}

/// The attribute of that key.
fn attribute<'a, 's>(attributes: &'a [Attribute<'s>], key: &str) -> Option<&'a Attribute<'s>> {
    let mut attributes = attributes.iter();
    attributes.find(|attribute| attribute.key.value == key)
}

/// Where that key stands with a slip.
fn misspelt(parts: &Parts<'_>, keys: &[Key], key: &str) -> Option<Span> {
    let is_slip = |attribute: &&Attribute<'_>| {
        nearest(attribute.key.value, &mut keys.iter().map(Named::name)) == Some(key)
    };
    let slip = parts.attributes.iter().find(is_slip)?;
    Some(slip.key.span)
}

/// `coordinate = [ "+" | "-" ] 1*digit [ "." 1*digit ]`, at most `limit` degrees from zero.
fn coordinate<'s>(attribute: &Attribute<'s>, limit: u16) -> Result<&'s str, Finding> {
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
        Err(diagnostics::invalid_coordinate(attribute, limit))
    }
}
