//! What a directive says: its attributes and its content read, by its name.

use super::Line;
use super::parts::Parts;
use crate::diagnostic::Finding;
use crate::span::Span;
use crate::syntax::ast::{ContainerKind, Directive, EntryListKind, Leaf};
use crate::syntax::attributes::{self, Attribute, choice};
use crate::syntax::locale::locale;
use crate::syntax::parser::Parser;
use crate::syntax::spelling::{names, nearest};
use crate::syntax::vocabulary::{INPUTS, Key, Name, RATIOS, STYLES};
use crate::syntax::{diagnostics, label};
use crate::template::Arg::Quoted;

pub(super) fn read<'s>(
    parser: &mut Parser<'s>,
    name: &Name,
    parts: &Parts<'s>,
) -> Result<Line<'s>, Finding> {
    if !name.content && parts.content.is_some() {
        return Err(diagnostics::content_not_taken(parts.span, &parts.name));
    }
    let (arena, of) = (parser.arena, Quoted(&parts.name));
    let mut known = |fits: fn(&Attribute<'_>) -> bool| {
        attributes::known(parser, &parts.attributes, name.keys, of, &fits)
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
    let is_slip =
        |attribute: &&Attribute<'_>| nearest(attribute.key.value, &names(keys)) == Some(key);
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
