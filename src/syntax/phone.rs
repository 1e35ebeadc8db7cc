//! Telephone numbers: `+`, the country code and the number.

use std::borrow::Cow;

use nom::bytes::complete::take_while_m_n;
use nom::character::complete::char;
use nom::combinator::{all_consuming, recognize, verify};
use nom::sequence::preceded;
use nom::{IResult, Parser};

use super::arena::Arena;
use super::ast::Verbatim;
use super::diagnostics;
use super::failure::Failure;
use super::target::unescape;
use crate::character::is_dash;
use crate::span::Span;

/// `phone = "+" 4*15 digit`, with spaces, dots, hyphens and parentheses anywhere.
pub(super) fn phone<'s>(arena: &'s Arena, place: Verbatim<'s>) -> Result<&'s str, Failure> {
    let number = without_separators(place.value);
    let (trunk, exit) = (trunk_zero(place.value), exit_zeros(place.value, &number));
    if let Some(prefix) = trunk.or(exit) {
        return Err(trunk_prefix(place, prefix, exit, trunk));
    }
    if dialable(&number).is_ok() {
        return Ok(arena.text(number));
    }
    if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(diagnostics::missing_country_code(place).into());
    }
    Err(diagnostics::invalid_phone_number(place).into())
}

/// What a number says, without the characters that only set it apart.
fn without_separators(written: &str) -> Cow<'_, str> {
    let number = unescape(written);
    if number.contains(is_separator) {
        Cow::Owned(number.chars().filter(|&c| !is_separator(c)).collect())
    } else {
        number
    }
}

/// A prefix that is not dialled from abroad, with a fix if a number is left without any.
fn trunk_prefix(
    place: Verbatim<'_>,
    prefix: &str,
    exit: Option<&str>,
    trunk: Option<&str>,
) -> Failure {
    let trunk = trunk.map(|trunk| place.part(trunk));
    let start = trunk.map_or(place.span.end, |trunk| trunk.span.start);
    // The zero of a trunk is none of the two.
    let exit = exit.filter(|exit| place.span.start + exit.len() <= start);
    let behind = exit.map_or(0, str::len);
    let end = Span::new(place.span.end, place.span.end);
    let cut = trunk.map_or(end, |trunk| trunk.span);
    let mut number = String::from(if exit.is_some() { "+" } else { "" });
    number += &place.value[behind..cut.start - place.span.start];
    number += &place.value[cut.end - place.span.start..];
    let fixable = dialable(&without_separators(&number)).is_ok()
        && trunk_zero(&number).is_none()
        && number.matches('(').count() == number.matches(')').count();
    let (exit, trunk) = match fixable {
        true => (exit.map(|exit| place.part(exit)), trunk),
        false => (None, None),
    };
    diagnostics::trunk_prefix(place, prefix, exit, trunk).into()
}

/// A number that has nothing to leave out.
pub(super) fn plain(number: &str) -> Option<&str> {
    dialable(number).is_ok().then_some(number)
}

/// Two zeros that a number begins with, a `+` before them or not, up to the second: they may have
/// separators between them.
fn exit_zeros<'t>(written: &'t str, number: &str) -> Option<&'t str> {
    let digits = number.strip_prefix('+').unwrap_or(number);
    let has_zeros = digits.starts_with("00") && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (second, _) = written.match_indices('0').nth(1).filter(|_| has_zeros)?;
    Some(&written[..=second])
}

/// `(0)`, with white space or the backslashes of an escape inside.
fn trunk_zero(written: &str) -> Option<&str> {
    let skip = |text: &str| {
        text.len()
            - text
                .trim_start_matches(|c: char| c.is_whitespace() || c == '\\')
                .len()
    };
    for (open, _) in written.match_indices('(') {
        let zero = open + 1 + skip(&written[open + 1..]);
        if !written[zero..].starts_with('0') {
            continue;
        }
        let close = zero + 1 + skip(&written[zero + 1..]);
        if written[close..].starts_with(')') {
            let start = open - usize::from(written[..open].ends_with('\\'));
            return Some(&written[start..=close]);
        }
    }
    None
}

/// `"+" 4*15 digit`, and no number begins with two zeros.
fn dialable(number: &str) -> IResult<&str, &str> {
    let digits = take_while_m_n(4, 15, |c: char| c.is_ascii_digit());
    let digits = verify(digits, |digits: &str| !digits.starts_with("00"));
    all_consuming(recognize(preceded(char('+'), digits))).parse(number)
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '(' | ')' | '\u{AD}' | '\u{2212}') || is_dash(c)
}
