//! Targets: what stands between the parentheses, and what a tap does.

use std::borrow::Cow;

use super::ast::{Action, Label, Link, Verbatim};
use super::diagnostics;
use super::inline::OpenerKind;
use super::label::is_blank;
use super::{amount, phone, url};
use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// Targets that are one word.
const KEYWORDS: [&str; 5] = ["location", "locationRequest", "phone", "email", "share"];
/// Schemes that take a payload.
const PAYLOADS: [&str; 2] = ["reply", "postback"];
/// Schemes that take something else.
const SCHEMES: [&str; 5] = ["http", "https", "tel", "webview", "mailto"];
/// Schemes that run or show what no message should hide.
const DANGEROUS: [&str; 4] = ["javascript", "data", "file", "vbscript"];

/// Why a parenthesis is no target.
pub(super) enum Failure {
    /// It reads as words: an error after a sigil, text without one.
    Prose,
    /// It has the shape of a domain, but is bare of `www.` and of a path.
    Domain,
    /// It is nearly this keyword, or one that lacks its payload.
    Keyword(&'static str),
    /// It is a target, and wrong.
    Report(Box<Diagnostic>),
}

impl Failure {
    /// The note for brackets without a sigil, which stay text.
    pub(super) fn into_note(self, span: Span, content: Span, source: &str) -> Option<Diagnostic> {
        let written = content.slice(source).trim();
        match self {
            Self::Prose => None,
            Self::Domain => Some(diagnostics::domain_without_sigil(span, written)),
            Self::Keyword(keyword) => {
                Some(diagnostics::keyword_without_sigil(span, written, keyword))
            }
            Self::Report(diagnostic) => Some(*diagnostic),
        }
    }

    /// The error for brackets with a sigil.
    pub(super) fn into_diagnostic(self, span: Span, content: Span, source: &str) -> Diagnostic {
        let written = content.slice(source).trim();
        match self {
            Self::Report(diagnostic) => *diagnostic,
            Self::Keyword(keyword) if PAYLOADS.contains(&keyword) => {
                diagnostics::missing_payload(content, keyword)
            }
            Self::Keyword(keyword) => {
                diagnostics::misspelt_target(trimmed(source, content), written, keyword)
            }
            Self::Prose | Self::Domain => diagnostics::unknown_target(span, written),
        }
    }

    /// The error for media.
    pub(super) fn into_media_diagnostic(self, span: Span, content: Span) -> Diagnostic {
        match self {
            Self::Report(diagnostic) => *diagnostic,
            _ => diagnostics::media_needs_url(span, content),
        }
    }
}

impl From<Diagnostic> for Failure {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Report(Box::new(diagnostic))
    }
}

/// `target = amount | keyword | payload | url | …`, by what stands before the bracket.
pub(super) fn target<'s>(
    source: &'s str,
    kind: OpenerKind,
    content: Span,
    remarks: &mut Vec<Diagnostic>,
) -> Result<Action<'s>, Failure> {
    let place = Verbatim::trimmed(source, content);
    if place.value.is_empty() {
        return match kind {
            OpenerKind::Link => Err(Failure::Prose),
            _ => Err(diagnostics::empty_target(content).into()),
        };
    }
    if kind == OpenerKind::Dollar {
        let amount = amount::amount(place)?;
        return Ok(Action::Buy {
            amount,
            payload: None,
        });
    }
    if let Some(keyword) = keyword(place.value) {
        return Ok(keyword);
    }
    let Some((scheme, rest)) = scheme(place.value) else {
        return without_scheme(place, kind, remarks);
    };
    let lower = scheme.to_ascii_lowercase();
    let value = place.part(rest);
    match lower.as_str() {
        "reply" => Ok(Action::Reply {
            payload: payload(value, place, "reply")?,
            icon: None,
        }),
        "postback" => Ok(Action::Postback {
            payload: payload(value, place, "postback")?,
        }),
        "http" | "https" => Ok(Action::Link(link(url::url(place, remarks)?))),
        "webview" => Ok(Action::Webview {
            link: link(url::secure_url(value, remarks)?),
            fallback: None,
            hide_share: false,
        }),
        "tel" => Ok(Action::Call {
            number: phone::phone(value)?,
        }),
        "mailto" if !is_blank(value.value) => Ok(Action::Mail {
            address: unescape(value.value),
        }),
        "mailto" => Err(diagnostics::empty_target(content).into()),
        _ => Err(unknown_scheme(place, scheme, &lower)),
    }
}

/// The URL of media.
pub(super) fn media_url<'s>(
    source: &'s str,
    content: Span,
    remarks: &mut Vec<Diagnostic>,
) -> Result<Cow<'s, str>, Failure> {
    match target(source, OpenerKind::Media, content, remarks)? {
        Action::Link(link) => Ok(link.url),
        _ => Err(Failure::Prose),
    }
}

/// A URL that is an attribute's value.
pub(super) fn web_address(value: Verbatim<'_>) -> Result<Cow<'_, str>, Failure> {
    match scheme(value.value) {
        Some((scheme, _))
            if ["http", "https"]
                .iter()
                .any(|web| web.eq_ignore_ascii_case(scheme)) =>
        {
            url::url(value, &mut Vec::new())
        }
        _ => Err(Failure::Prose),
    }
}

/// Whether text without a closing parenthesis shows that it was meant as a target.
pub(super) fn begins_like_target(content: &str) -> bool {
    scheme(content.trim_start()).is_some_and(|(scheme, rest)| {
        let known = PAYLOADS.iter().chain(&SCHEMES);
        !rest.is_empty()
            && known
                .into_iter()
                .any(|known| known.eq_ignore_ascii_case(scheme))
    })
}

fn keyword<'s>(text: &str) -> Option<Action<'s>> {
    let is = |keyword: &str| text.eq_ignore_ascii_case(keyword);
    Some(match () {
        () if is("location") || is("locationRequest") => Action::LocationRequest,
        () if is("phone") => Action::Phone,
        () if is("email") => Action::Email,
        () if is("share") => Action::Share,
        () => return None,
    })
}

/// Splits `scheme ":" rest`; `None` when the text does not begin like a scheme.
fn scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let mut bytes = scheme.bytes();
    let begins = bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    // `example.com:8080` is a host with a port.
    let host = scheme.contains('.') && rest.starts_with(|c: char| c.is_ascii_digit());
    (begins && !host && !(rest.is_empty() && !is_known(scheme))).then_some((scheme, rest))
}

fn is_known(scheme: &str) -> bool {
    let known = PAYLOADS.iter().chain(&SCHEMES).chain(&DANGEROUS);
    known
        .into_iter()
        .any(|known| known.eq_ignore_ascii_case(scheme))
}

fn payload<'s>(
    value: Verbatim<'s>,
    place: Verbatim<'s>,
    keyword: &'static str,
) -> Result<Cow<'s, str>, Failure> {
    let payload = unescape(value.value);
    if is_blank(&payload) {
        return Err(diagnostics::missing_payload(place.span, keyword).into());
    }
    Ok(payload)
}

const fn link(url: Cow<'_, str>) -> Link<'_> {
    Link {
        url,
        height: None,
        default: false,
    }
}

/// A target without a scheme: a web address to complete, a slip, or prose.
fn without_scheme<'s>(
    place: Verbatim<'s>,
    kind: OpenerKind,
    remarks: &mut Vec<Diagnostic>,
) -> Result<Action<'s>, Failure> {
    let text = place.value;
    // White space and control characters do not hide a scheme that runs code.
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    if let Some((hidden, _)) = bare.split_once(':') {
        if DANGEROUS
            .iter()
            .any(|scheme| scheme.eq_ignore_ascii_case(hidden))
        {
            return Err(diagnostics::unknown_scheme(place.span, hidden).into());
        }
    }
    if let Some(host) = url::domain(text) {
        let certain =
            host.to_ascii_lowercase().starts_with("www.") || text[host.len()..].starts_with('/');
        // `[README](README.md)` and `![Logo](logo.png)` name files.
        if matches!(kind, OpenerKind::Link | OpenerKind::Media) && !certain {
            return Err(Failure::Domain);
        }
        remarks.push(diagnostics::missing_scheme(place));
        let completed = url::complete(place, remarks)?;
        return Ok(Action::Link(link(completed)));
    }
    let word = text.trim_end_matches(':');
    let slip = nearest(word, KEYWORDS.iter().chain(&PAYLOADS).chain(&["webview"]));
    slip.map_or(Err(Failure::Prose), |keyword| {
        Err(Failure::Keyword(keyword))
    })
}

fn unknown_scheme(place: Verbatim<'_>, scheme: &str, lower: &str) -> Failure {
    let known = PAYLOADS.iter().chain(&SCHEMES);
    if !DANGEROUS.contains(&lower) {
        if let Some(meant) = nearest(scheme, known) {
            let span = Span::new(place.span.start, place.span.start + scheme.len());
            return diagnostics::misspelt_target(span, scheme, meant).into();
        }
    }
    diagnostics::unknown_scheme(place.span, scheme).into()
}

/// The known word that a slip of the finger or two would give.
pub(super) fn nearest<'k>(
    word: &str,
    known: impl IntoIterator<Item = &'k &'static str>,
) -> Option<&'static str> {
    // Longer words are no slips; the distance costs the product of the lengths.
    if word.len() > 24 {
        return None;
    }
    let word = word.to_ascii_lowercase();
    known
        .into_iter()
        .map(|&known| {
            (
                strsim::damerau_levenshtein(&word, &known.to_ascii_lowercase()),
                known,
            )
        })
        .filter(|&(distance, known)| distance <= 2 && distance * 3 <= known.len())
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, known)| known)
}

/// In targets a backslash makes literal `( ) < >` and nothing else.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut result = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if !(c == '\\' && matches!(chars.peek(), Some('(' | ')' | '<' | '>'))) {
            result.push(c);
        }
    }
    Cow::Owned(result)
}

/// A label that reads as an address must not name another host than the link opens.
pub(super) fn misleading_label(label: &Label<'_>, target: &str) -> Option<Diagnostic> {
    let shown = label.value.trim();
    let lower = shown.to_ascii_lowercase();
    let address = lower
        .strip_prefix("https://")
        .or(lower.strip_prefix("http://"))
        .unwrap_or(&lower);
    let shown_host = url::domain(address)?;
    let host = url::host(target)?.to_ascii_lowercase();
    let bare = |host: &str| host.trim_start_matches("www.").to_owned();
    (bare(shown_host) != bare(&host))
        .then(|| diagnostics::misleading_label(label.span, shown_host, &host))
}

fn trimmed(source: &str, content: Span) -> Span {
    Verbatim::trimmed(source, content).span
}
