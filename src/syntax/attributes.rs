//! Attributes: `{key=value key2="quoted value" flag}` after a button, media or a directive.

use nom::branch::alt;
use nom::bytes::complete::{take_till, take_while, take_while1};
use nom::character::complete::{char, satisfy, space0, space1};
use nom::combinator::{consumed, opt, recognize};
use nom::multi::separated_list0;
use nom::sequence::{delimited, pair, preceded};
use nom::{IResult, Parser as _};

use super::arena::Arena;
use super::ast::{Action, MediaKind, Verbatim};
use super::failure::Failure;
use super::label::is_blank;
use super::parser::Parser;
use super::spelling::{names, nearest};
use super::target;
use super::vocabulary::{DEFAULT, HEIGHTS, KINDS, Key, MEDIA_KEYS, SHARES, Word, keys_of};
use super::{diagnostics, url};
use crate::diagnostic::Finding;
use crate::span::Span;
use crate::strings;
use crate::template::Arg;

/// `attribute = key [ "=" value ]`
#[derive(Clone, Copy)]
pub(crate) struct Attribute<'s> {
    pub(crate) key: Verbatim<'s>,
    /// `None` for a flag.
    pub(crate) value: Option<Verbatim<'s>>,
    /// The whole of it, quotes included …
    pub(super) source: &'s str,
    /// … and its place.
    pub(crate) span: Span,
}

/// `[ attributes ]` at `start`, and the offset after them.
pub(super) fn attributes<'s>(
    parser: &mut Parser<'s>,
    start: usize,
    end: usize,
) -> (Vec<Attribute<'s>>, usize) {
    let rest = &parser.source[start..end];
    if !rest.starts_with('{') {
        return (Vec::new(), start);
    }
    if let Some((attributes, length)) = braces(parser.source, start, end) {
        return (attributes, start + length);
    }
    // `{{name}}` is another tool's template.
    if !rest.starts_with("{{") {
        let span = Span::new(start, start + 1);
        parser
            .diagnostics
            .push(diagnostics::malformed_attributes(span));
    }
    (Vec::new(), start)
}

/// `attributes = "{" [ attribute *( blanks attribute ) ] "}"`, with its length.
pub(crate) fn braces(
    source: &str,
    start: usize,
    end: usize,
) -> Option<(Vec<Attribute<'_>>, usize)> {
    let input = &source[start..end];
    let list = separated_list0(space1, attribute);
    let (rest, pairs) = delimited(pair(char('{'), space0), list, pair(space0, char('}')))
        .parse(input)
        .ok()?;
    let whole = Verbatim {
        value: input,
        span: Span::new(start, end),
    };
    let attributes = pairs.into_iter().map(|(source, (key, value))| Attribute {
        key: whole.part(key),
        value: value.map(|value| whole.part(value)),
        source,
        span: whole.part(source).span,
    });
    Some((attributes.collect(), input.len() - rest.len()))
}

/// An attribute: its source, its key and its value.
fn attribute(input: &str) -> IResult<&str, (&str, (&str, Option<&str>))> {
    let key = recognize(pair(
        satisfy(|c| c.is_ascii_alphabetic()),
        take_while(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')),
    ));
    let quoted = |quote: char| delimited(char(quote), take_till(move |c| c == quote), char(quote));
    let bare = take_while1(|c: char| !c.is_whitespace() && !matches!(c, '{' | '}' | '"' | '\''));
    let value = alt((quoted('"'), quoted('\''), bare));
    consumed(pair(key, opt(preceded(char('='), value)))).parse(input)
}

/// Gives a button its attributes.
pub(super) fn apply<'s>(
    parser: &mut Parser<'s>,
    attributes: &[Attribute<'s>],
    action: &mut Action<'s>,
) -> Result<(), Finding> {
    if attributes.is_empty() {
        return Ok(());
    }
    refuse_default(attributes, keys_of(action), describe(action))?;
    let arena = parser.arena;
    let fits = |attribute: &Attribute<'s>| set(arena, attribute, &mut action.clone()).is_ok();
    let of = Arg::Word(describe(action));
    let known = known(parser, attributes, keys_of(action), of, &fits);
    known
        .iter()
        .try_for_each(|attribute| set(arena, attribute, action))
}

/// `default` on what opens no page is no slip that could be left out.
fn refuse_default(attributes: &[Attribute<'_>], keys: &[Key], of: &str) -> Result<(), Finding> {
    let mut attributes = attributes.iter();
    match attributes.find(|attribute| attribute.key.value == DEFAULT.name) {
        Some(default) if keys.iter().all(|key| key.name != DEFAULT.name) => {
            Err(diagnostics::default_of_no_page(default.span, of))
        }
        _ => Ok(()),
    }
}

fn set<'s>(
    arena: &'s Arena,
    attribute: &Attribute<'s>,
    action: &mut Action<'s>,
) -> Result<(), Finding> {
    match (attribute.key.value, action) {
        ("icon", Action::Reply { icon, .. }) => *icon = Some(web_address(arena, attribute)?),
        ("height", Action::Link(link) | Action::Webview { link, .. }) => {
            link.height = Some(choice(attribute, &HEIGHTS)?);
        }
        ("default", Action::Link(link) | Action::Webview { link, .. }) => {
            flag(attribute)?;
            link.default = true;
        }
        ("fallback", Action::Webview { fallback, .. }) => {
            *fallback = Some(secure_address(arena, attribute)?);
        }
        ("share", Action::Webview { hide_share, .. }) => {
            *hide_share = choice(attribute, &SHARES)?;
        }
        ("payload", Action::Buy { payload, .. }) => {
            *payload = Some(text(attribute)?);
        }
        _ => {}
    }
    Ok(())
}

/// What media is: as its attribute says, else as its URL's path ends.
pub(super) fn media_kind<'s>(
    parser: &mut Parser<'s>,
    attributes: &[Attribute<'s>],
    url: &str,
) -> Result<MediaKind, Finding> {
    refuse_default(attributes, MEDIA_KEYS, "media")?;
    let fits = |attribute: &Attribute<'_>| choice(attribute, &KINDS).is_ok();
    let known = known(parser, attributes, MEDIA_KEYS, Arg::Word("media"), &fits);
    match known.first() {
        Some(attribute) => choice(attribute, &KINDS),
        None => Ok(url::media_kind(url)),
    }
}

const fn describe(action: &Action<'_>) -> &'static str {
    match action {
        Action::Reply { .. } => "a reply",
        Action::LocationRequest => "a location request",
        Action::Phone | Action::Email => "a phone or email reply",
        Action::Postback { .. } => "a postback",
        Action::Link(_) => "a link",
        Action::Webview { .. } => "a webview",
        Action::Call { .. } => "a call button",
        Action::Buy { .. } => "a buy button",
        Action::Share => "a share button",
        Action::Mail { .. } => "a mail link",
    }
}

/// The attributes with a key that means something here, each once. A misspelt key is offered its
/// right form when the value `fits` it.
pub(super) fn known<'s>(
    parser: &mut Parser<'s>,
    attributes: &[Attribute<'s>],
    keys: &[Key],
    of: Arg<'_>,
    fits: &dyn Fn(&Attribute<'s>) -> bool,
) -> Vec<Attribute<'s>> {
    let mut known: Vec<Attribute<'s>> = Vec::with_capacity(attributes.len().min(keys.len()));
    for attribute in attributes {
        let key = attribute.key.value;
        if keys.iter().all(|known| known.name != key) {
            let mut names = names(keys);
            // Outside items it is an error.
            if parser.container.is_none() {
                names.retain(|&name| name != DEFAULT.name);
            }
            let meant = nearest(key, &names).filter(|&meant| {
                let value = meant;
                let key = Verbatim {
                    value,
                    ..attribute.key
                };
                fits(&Attribute { key, ..*attribute })
            });
            let warning = diagnostics::unknown_attribute(attribute, of, &names, meant);
            parser.diagnostics.push(warning);
        } else if known.iter().any(|found| found.key.value == key) {
            let warning = diagnostics::duplicate_attribute(attribute);
            parser.diagnostics.push(warning);
        } else {
            known.push(*attribute);
        }
    }
    known
}

pub(super) fn choice<T: Copy>(
    attribute: &Attribute<'_>,
    choices: &[(Word, T)],
) -> Result<T, Finding> {
    let word = |index: usize| choices.get(index).map(|(word, _)| word.name);
    chosen(attribute, &word).map(|index| choices[index].1)
}

/// Which of these words the value is. What they mean is of no account, so it is compiled once.
#[inline(never)]
fn chosen(
    attribute: &Attribute<'_>,
    word: &dyn Fn(usize) -> Option<&'static str>,
) -> Result<usize, Finding> {
    let value = attribute.value.map_or("", |value| value.value);
    let mut names = Vec::new();
    while let Some(name) = word(names.len()) {
        if strings::same(name, value) {
            return Ok(names.len());
        }
        names.push(name);
    }
    Err(diagnostics::invalid_choice(attribute, &names))
}

/// A flag takes no value.
pub(super) fn flag(attribute: &Attribute<'_>) -> Result<(), Finding> {
    match attribute.value {
        None => Ok(()),
        Some(_) => Err(diagnostics::invalid_attribute(attribute, "no value")),
    }
}

/// A value that shows something.
pub(super) fn text<'s>(attribute: &Attribute<'s>) -> Result<&'s str, Finding> {
    let value = attribute.value.filter(|value| !is_blank(value.value));
    let value = value.ok_or_else(|| diagnostics::invalid_attribute(attribute, "some text"))?;
    Ok(value.value)
}

fn web_address<'s>(arena: &'s Arena, attribute: &Attribute<'s>) -> Result<&'s str, Finding> {
    let address = attribute
        .value
        .map(|value| target::web_address(arena, value));
    address
        .unwrap_or(Err(Failure::Prose))
        .map_err(|failure| match failure {
            Failure::Report(diagnostic) => diagnostic,
            _ => diagnostics::invalid_attribute(attribute, "a web address"),
        })
}

fn secure_address<'s>(arena: &'s Arena, attribute: &Attribute<'s>) -> Result<&'s str, Finding> {
    let address = web_address(arena, attribute)?;
    let value = attribute.value.unwrap_or(attribute.key);
    if strings::begins(address, "https:") {
        Ok(address)
    } else {
        Err(diagnostics::insecure_url(value, Some("http".len())))
    }
}
