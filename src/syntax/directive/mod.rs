//! Directives: `::name[content]{attributes}`, a whole line.

mod parts;
mod read;

use self::parts::{Parts, parts};
use super::ast::{ContainerKind, EntryListKind, Leaf, Verbatim};
use super::container::is_container_end;
use super::diagnostics;
use super::parser::Parser;
use super::spelling::{self, nearest};
use super::vocabulary::{CONTAINERS, LEAVES, Name};
use crate::diagnostic::Finding;
use crate::span::Span;
use crate::strings;

/// What a line that begins with `:` is.
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
            read::read(parser, known, &parts).inspect_err(|_| {
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
        None => nearest(name, &spelling::names(names))?,
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
