//! Targets: what stands between the parentheses, and what a tap does.

use std::borrow::Cow;

use super::arena::Arena;
use super::ast::{Action, Link, Verbatim};
use super::diagnostics;
use super::failure::Failure;
use super::inline::OpenerKind;
use super::label::is_blank;
use super::parser::Parser;
use super::scheme::{is_carried, is_dangerous, is_web, scheme};
use super::spelling::{names, nearest, one_of};
use super::vocabulary::{KEYWORDS, SCHEMES, WEB};
use super::{amount, colon, phone, url};
use crate::diagnostic::Finding;
use crate::span::Span;
use crate::strings;

/// What a target is to its label.
pub(super) enum Target<'s> {
    /// What a tap does.
    Tap(Action<'s>),
    /// Where media are.
    File(&'s str),
}

/// `target = amount | keyword | payload | url | …`, by what stands before the bracket.
pub(super) fn target<'s>(
    parser: &Parser<'s>,
    kind: OpenerKind,
    content: Span,
    remarks: &mut Vec<Finding>,
) -> Result<Target<'s>, Failure> {
    match kind {
        OpenerKind::Media => media_url(parser, content, remarks).map(Target::File),
        _ => action(parser, kind, content, remarks).map(Target::Tap),
    }
}

fn action<'s>(
    parser: &Parser<'s>,
    kind: OpenerKind,
    content: Span,
    remarks: &mut Vec<Finding>,
) -> Result<Action<'s>, Failure> {
    let arena = parser.arena;
    let place = Verbatim::trimmed(parser.source, content);
    if place.value.is_empty() {
        return Err(Failure::Empty);
    }
    if kind == OpenerKind::Dollar {
        if !place.value.contains(char::is_numeric) {
            return Err(Failure::NoAmount);
        }
        let amount = amount::amount(place)?;
        return Ok(Action::Buy {
            amount,
            payload: None,
        });
    }
    let Some((scheme, rest)) = scheme(place.value) else {
        let keyword = keyword(place.value).map(Ok);
        return keyword.unwrap_or_else(|| without_scheme(arena, place, kind, remarks));
    };
    let value = place.part(rest);
    let Some(known) = one_of(&SCHEMES, scheme) else {
        return match one_of(&WEB, scheme) {
            Some(_) => Ok(Action::Link(link(url::url(arena, place, remarks)?))),
            None => Err(unknown_scheme(place, kind, scheme)),
        };
    };
    if is_blank(value.value) {
        return Err(Failure::Incomplete(known));
    }
    Ok(match known {
        "reply" => Action::Reply {
            payload: arena.text(unescape(value.value)),
            icon: None,
        },
        "postback" => Action::Postback {
            payload: arena.text(unescape(value.value)),
        },
        "webview" => webview(url::secure_url(arena, value, remarks)?),
        "tel" => Action::Call {
            number: phone::phone(arena, value)?,
        },
        _ => Action::Mail {
            address: arena.text(unescape(value.value)),
        },
    })
}

/// A target that ends where [`target_prefix`](super::bytes::target_prefix) does, and is one beyond doubt; most are.
pub(super) fn plain(text: &str) -> Option<Action<'_>> {
    if let Some(payload) = text.strip_prefix("reply:") {
        let icon = None;
        return (!payload.is_empty()).then_some(Action::Reply { payload, icon });
    }
    if let Some(payload) = text.strip_prefix("postback:") {
        return (!payload.is_empty()).then_some(Action::Postback { payload });
    }
    if let Some(number) = text.strip_prefix("tel:") {
        return phone::plain(number).map(|number| Action::Call { number });
    }
    if let Some(url) = text.strip_prefix("webview:") {
        return url::plain_secure(url).map(webview);
    }
    let link = url::plain(text).map(|url| Action::Link(link(url)));
    link.or_else(|| keyword(text))
}

/// Whether a target with spaces is a payload, which begins and ends with none.
pub(super) fn is_spaced_payload(text: &str) -> bool {
    let payload = text.strip_prefix("reply:");
    let payload = payload.or_else(|| text.strip_prefix("postback:"));
    payload.is_some_and(|payload| !payload.starts_with(' ') && !payload.ends_with(' '))
}

/// The URL of media.
fn media_url<'s>(
    parser: &Parser<'s>,
    content: Span,
    remarks: &mut Vec<Finding>,
) -> Result<&'s str, Failure> {
    let arena = parser.arena;
    let place = Verbatim::trimmed(parser.source, content);
    match scheme(place.value) {
        Some((scheme, _)) if is_web(scheme) => url::url(arena, place, remarks),
        Some((scheme, _)) if !is_carried(scheme) => {
            Err(unknown_scheme(place, OpenerKind::Media, scheme))
        }
        Some(_) => Err(Failure::Prose),
        None => completed(arena, place, OpenerKind::Media, remarks)?.ok_or(Failure::Prose),
    }
}

/// A URL that is an attribute's value.
pub(super) fn web_address<'s>(arena: &'s Arena, value: Verbatim<'s>) -> Result<&'s str, Failure> {
    match scheme(value.value) {
        Some((scheme, _)) if is_web(scheme) => url::untitled_url(arena, value),
        _ => Err(Failure::Prose),
    }
}

fn keyword<'s>(text: &str) -> Option<Action<'s>> {
    Some(match one_of(&KEYWORDS, text)? {
        "phone" => Action::Phone,
        "email" => Action::Email,
        "share" => Action::Share,
        _ => Action::LocationRequest,
    })
}

const fn link(url: &str) -> Link<'_> {
    Link {
        url,
        height: None,
        default: false,
    }
}

const fn webview(url: &str) -> Action<'_> {
    Action::Webview {
        link: link(url),
        fallback: None,
        hide_share: false,
    }
}

/// A target without a scheme: a web address to complete, a slip, or prose.
fn without_scheme<'s>(
    arena: &'s Arena,
    place: Verbatim<'s>,
    kind: OpenerKind,
    remarks: &mut Vec<Finding>,
) -> Result<Action<'s>, Failure> {
    let text = place.value;
    // White space and control characters do not hide a scheme that runs code. A look at the
    // beginning is enough, and a target may hold targets.
    let bare: String = text
        .chars()
        .take(64)
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    if let Some((hidden, _)) = bare.split_once(':')
        && is_dangerous(hidden)
    {
        return Err(diagnostics::unknown_scheme(place.span, hidden).into());
    }
    if let Some(url) = completed(arena, place, kind, remarks)? {
        return Ok(Action::Link(link(url)));
    }
    if let Some(keyword) = one_of(&SCHEMES, text) {
        return Err(Failure::Incomplete(keyword));
    }
    let mut words = names(&KEYWORDS);
    words.append(&mut names(&SCHEMES));
    // `tel` is too near to too many words.
    words.retain(|word| word.len() > 4);
    let slip = nearest(text.trim_end_matches(':'), &words).map(Cow::Borrowed);
    let meant = slip.or_else(|| colon::meant(arena, place).map(Cow::Owned));
    Err(meant.map_or(Failure::Prose, Failure::Misspelt))
}

/// A domain with `https://` put before it; `None` when the text begins with no domain.
fn completed<'s>(
    arena: &'s Arena,
    place: Verbatim<'s>,
    kind: OpenerKind,
    remarks: &mut Vec<Finding>,
) -> Result<Option<&'s str>, Failure> {
    let Some(host) = url::domain(place.value) else {
        return Ok(None);
    };
    let path =
        place.value[host.len()..].trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
    // `[README](README.md)` and `![Logo](logo.png)` name files.
    let sigil = matches!(kind, OpenerKind::Percent | OpenerKind::Dollar);
    if !sigil && !strings::begins(host, "www.") && !path.starts_with('/') {
        return Err(Failure::Domain);
    }
    let (address, title) = url::split_title(place);
    let url = url::complete(arena, address)?;
    remarks.push(diagnostics::missing_scheme(address));
    remarks.extend(title.map(|title| diagnostics::link_title(title, address.span.end)));
    Ok(Some(url))
}

fn unknown_scheme(place: Verbatim<'_>, kind: OpenerKind, scheme: &str) -> Failure {
    let is_media = kind == OpenerKind::Media;
    let mut words = names(if is_media { &[] } else { &SCHEMES });
    words.append(&mut names(&WEB));
    if !is_dangerous(scheme)
        && let Some(meant) = nearest(scheme, &words)
    {
        let span = Span::new(place.span.start, place.span.start + scheme.len());
        return diagnostics::misspelt_target(span, scheme, meant).into();
    }
    match is_media {
        true => diagnostics::unknown_media_scheme(place.span, scheme).into(),
        false => diagnostics::unknown_scheme(place.span, scheme).into(),
    }
}

/// The characters that a backslash makes literal in targets.
pub(crate) const ESCAPABLE_IN_TARGETS: &[u8] = b"()<>";

/// In targets a backslash makes literal `( ) < >` and nothing else.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'\\', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        let next = rest.bytes().next();
        if !(c == '\\' && next.is_some_and(|next| ESCAPABLE_IN_TARGETS.contains(&next))) {
            result.push(c);
        }
    }
    Cow::Owned(result)
}
