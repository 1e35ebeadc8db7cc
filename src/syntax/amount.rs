//! Amounts: dollars and cents, with the currency as the author wrote it.

use nom::branch::alt;
use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::character::complete::{char, multispace0, satisfy};
use nom::combinator::{all_consuming, opt, recognize};
use nom::multi::many1_count;
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};

use super::ast::{Amount, Verbatim};
use super::diagnostics;
use super::failure::Failure;
use crate::character::Kind;
use crate::strings;

/// The least and the most that a buy button can ask for, in cents.
const RANGE: std::ops::RangeInclusive<u32> = 1..=99_999_999;

/// `amount = [ currency ] number [ currency ]`
pub(super) fn amount(place: Verbatim<'_>) -> Result<Amount<'_>, Failure> {
    let Ok((_, (before, number, after))) = all_consuming((
        opt(terminated(currency, multispace0)),
        written_number,
        opt(preceded(multispace0, currency)),
    ))
    .parse(place.value) else {
        return Err(diagnostics::invalid_amount(place).into());
    };
    let foreign = [after, before]
        .into_iter()
        .flatten()
        .find(|written| !is_dollar(written));
    match (foreign, after) {
        (None, Some(sign)) if sign.ends_with('$') => {
            let mended = match cents(number) {
                Ok(_) => is_in_range(number).then(|| number.to_owned()),
                Err(_) => decimal_comma(number),
            };
            return Err(diagnostics::dollar_after_number(place, mended).into());
        }
        _ => {}
    }
    let written = place.part(number);
    if let Some(foreign) = foreign {
        // Its number may be written in other ways, and is not needed.
        return Ok(Amount {
            cents: None,
            currency: Some(place.part(foreign)),
        });
    }
    let Ok((_, cents)) = cents(number) else {
        return Err(match decimal_comma(number) {
            Some(fixed) => diagnostics::decimal_comma(written, &fixed),
            None => diagnostics::invalid_amount(place),
        }
        .into());
    };
    match cents.filter(|cents| RANGE.contains(cents)) {
        Some(cents) => Ok(Amount {
            cents: Some(cents),
            currency: before.or(after).map(|part| place.part(part)),
        }),
        None => Err(diagnostics::amount_out_of_range(written).into()),
    }
}

/// An amount of digits alone, or with two more behind a point, that is in range beyond doubt; most are.
pub(super) fn plain(text: &str) -> Option<Amount<'_>> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "00"));
    if !(1..=6).contains(&whole.len()) || fraction.len() != 2 {
        return None;
    }
    let mut digits = whole.bytes().chain(fraction.bytes());
    let cents = digits.try_fold(0, |cents, byte| {
        let digit = byte.is_ascii_digit().then(|| byte - b'0')?;
        Some(10 * cents + u32::from(digit))
    })?;
    RANGE.contains(&cents).then_some(Amount {
        cents: Some(cents),
        currency: None,
    })
}

/// `currency = code | sign`
fn currency(input: &str) -> IResult<&str, &str> {
    let code = take_while_m_n(3, 3, |c: char| c.is_ascii_alphabetic());
    // `US$`, `C$`, `€`
    let sign = recognize(pair(
        take_while_m_n(0, 3, |c: char| c.is_ascii_alphabetic()),
        satisfy(|c| Kind::of(c) == Kind::Currency),
    ));
    alt((sign, code)).parse(input)
}

/// Digits with points and commas, right or wrong.
fn written_number(input: &str) -> IResult<&str, &str> {
    take_while1(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).parse(input)
}

/// `number = ( 1*digit | 1*3digit 1*( "," 3digit ) ) [ "." 1*2digit ]`, in cents; `None` when
/// they do not fit.
fn cents(input: &str) -> IResult<&str, Option<u32>> {
    let digit = |min, max| take_while_m_n(min, max, |c: char| c.is_ascii_digit());
    let grouped = recognize((digit(1, 3), many1_count((char(','), digit(3, 3)))));
    let plain = take_while1(|c: char| c.is_ascii_digit());
    let (_, (whole, fraction)) = all_consuming(pair(
        alt((grouped, plain)),
        opt(preceded(char('.'), digit(1, 2))),
    ))
    .parse(input)?;
    let fraction = fraction.unwrap_or_default();
    let digits = whole
        .bytes()
        .filter(u8::is_ascii_digit)
        .chain(fraction.bytes());
    let padding = std::iter::repeat_n(b'0', 2 - fraction.len());
    let cents = digits.chain(padding).try_fold(0_u32, |cents, digit| {
        cents.checked_mul(10)?.checked_add(u32::from(digit - b'0'))
    });
    Ok(("", cents))
}

fn is_in_range(number: &str) -> bool {
    matches!(cents(number), Ok((_, Some(cents))) if RANGE.contains(&cents))
}

/// `9,99` and `1.299,00`: a number written with a decimal comma, as it should be.
fn decimal_comma(number: &str) -> Option<String> {
    let (whole, fraction) = number.rsplit_once(',')?;
    let swapped = whole.replace('.', ",") + "." + fraction;
    let right = (1..=2).contains(&fraction.len()) && !whole.contains(',') && is_in_range(&swapped);
    right.then_some(swapped)
}

/// Whether a currency as written means US dollars.
pub(crate) fn is_dollar(currency: &str) -> bool {
    ["$", "US$", "USD$", "USD"]
        .iter()
        .any(|dollar| strings::same(dollar, currency))
}
