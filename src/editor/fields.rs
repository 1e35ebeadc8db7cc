//! Completions between braces: the attributes of a construct and their values.

use super::complete::Cursor;
use super::{Completion, CompletionKind};
use crate::span::Span;
use crate::strings;
use crate::syntax::Arena;
use crate::syntax::ast::Inline;
use crate::syntax::directive::{self, is_name};
use crate::syntax::places::{self, Place};
use crate::syntax::vocabulary::{DEFAULT, Key, MEDIA_KEYS, Value, keys_of};

/// The attributes or the values that may stand at the cursor.
pub(super) fn fields(cursor: &Cursor<'_>) -> Vec<Completion> {
    let mut line = cursor.before();
    // A quoted value may hold a brace, so it need not be the last one.
    while let Some(brace) = line.rfind('{') {
        line = &line[..brace];
        let follows = |byte| is_name(byte) || matches!(byte, b')' | b']');
        if !line.as_bytes().last().is_some_and(follows) {
            continue;
        }
        let brace = cursor.start + brace;
        if let Some(field) = Field::at(cursor, brace + 1) {
            return match keys(cursor, brace) {
                Some(keys) => field.complete(cursor, keys),
                None => Vec::new(),
            };
        }
    }
    Vec::new()
}

/// The keys of the construct whose braces are to begin at `brace`.
fn keys(cursor: &Cursor<'_>, brace: usize) -> Option<&'static [Key]> {
    let line = cursor.line().filter(|line| line.starts_with("::"));
    if let Some(line) = line {
        let span = Span::new(cursor.offset - line.len(), brace);
        let (name, _, parts) = directive::read_again(cursor.source, span)?;
        return (name.content || parts.content.is_none()).then_some(name.keys);
    }
    let before = &cursor.source[..brace];
    match places::last_construct(before, cursor.around.line, &Arena::new())? {
        Inline::Button(button) => Some(keys_of(&button.action)),
        _ => Some(MEDIA_KEYS),
    }
}

/// What the cursor stands in.
struct Field<'s> {
    /// The keys of the other attributes.
    given: Vec<&'s str>,
    /// The key.
    key: &'s str,
    /// Where the key or, behind the `=`, the value begins.
    start: usize,
    part: Part,
}

#[derive(PartialEq, Eq)]
enum Part {
    Key { assigned: bool },
    Value,
}

impl<'s> Field<'s> {
    /// Reads the attributes that begin at `first`, which may lack their end; `None` when the cursor
    /// is in none of them.
    fn at(cursor: &Cursor<'s>, first: usize) -> Option<Self> {
        let (source, offset) = (cursor.source, cursor.offset);
        let bytes = &source.as_bytes()[..cursor.end];
        let mut pos = first;
        let mut field = None;
        let mut given = Vec::new();
        loop {
            let blanks = bytes[pos..].iter();
            let next = pos
                + blanks
                    .take_while(|byte| matches!(byte, b' ' | b'\t'))
                    .count();
            let names = bytes[next..].iter().take_while(|byte| is_name(byte));
            let end = next + names.count();
            let blank = pos..next + usize::from(end == next);
            if blank.contains(&offset) && (pos == first || pos < offset) {
                // Between two attributes, or behind the last.
                field = Some(("", offset, Part::Key { assigned: false }));
            }
            if end == next || !bytes[next].is_ascii_alphabetic() {
                break;
            }
            let key = &source[next..end];
            let assigned = bytes.get(end) == Some(&b'=');
            if next < offset && offset <= end {
                field = Some((key, next, Part::Key { assigned }));
            } else {
                given.push(key);
            }
            pos = end;
            if assigned {
                let (start, value_end, closed) = value(bytes, end + 1);
                if (start..=value_end).contains(&offset) {
                    given.pop();
                    field = Some((key, start, Part::Value));
                }
                pos = value_end + usize::from(closed);
            }
            if !matches!(bytes.get(pos), Some(b' ' | b'\t')) {
                break;
            }
        }
        let (key, start, part) = field?;
        Some(Self {
            given,
            key,
            start,
            part,
        })
    }

    fn complete(&self, cursor: &Cursor<'_>, keys: &'static [Key]) -> Vec<Completion> {
        let typed = &cursor.source[self.start..cursor.offset];
        let Some(rest) = cursor.rest_of_word(typed) else {
            return Vec::new();
        };
        let end = cursor.offset + rest;
        let offers = |kind| cursor.offers(kind, self.start, end);
        match self.part {
            Part::Key { assigned } => {
                let in_item = cursor.around.place == Place::Item;
                let mut offers = offers(CompletionKind::Attribute);
                for key in keys.iter().filter(|key| strings::begins(key.name, typed)) {
                    if self.given.contains(&key.name) || (key.name == DEFAULT.name && !in_item) {
                        continue;
                    }
                    let equals = match key.value {
                        Value::Flag => "",
                        _ if assigned => "",
                        _ => "=",
                    };
                    let insert = key.name.to_owned() + equals;
                    offers.add(key.name, key.about, &insert);
                }
                offers.found
            }
            Part::Value => {
                let mut offers = offers(CompletionKind::Value);
                let key = keys.iter().find(|key| key.name == self.key);
                if let Some(Value::Choice(words) | Value::Open(words)) = key.map(|key| key.value) {
                    for word in words
                        .iter()
                        .filter(|word| strings::begins(word.name, typed))
                    {
                        offers.add(word.name, word.about, word.name);
                    }
                }
                offers.found
            }
        }
    }
}

/// Where a value begins and ends, without its quotes, and whether a quote closes it.
fn value(bytes: &[u8], start: usize) -> (usize, usize, bool) {
    if let Some(quote @ (b'"' | b'\'')) = bytes.get(start) {
        let inner = start + 1;
        let length = memchr::memchr(*quote, &bytes[inner..]);
        return match length {
            Some(length) => (inner, inner + length, true),
            None => (inner, bytes.len(), false),
        };
    }
    let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'{' | b'}' | b'"' | b'\'');
    let length = bytes[start..].iter().position(ends);
    (
        start,
        length.map_or(bytes.len(), |length| start + length),
        false,
    )
}
