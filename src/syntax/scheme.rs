//! How a target begins: the scheme before its colon.

use super::bytes::SCHEME;
use super::spelling::one_of;
use super::vocabulary::{SCHEMES, WEB};

/// Schemes that run or show what no message should hide.
const DANGEROUS: [&str; 4] = ["javascript", "data", "file", "vbscript"];

/// Splits `scheme ":" rest`; `None` when the text does not begin like a scheme.
pub(super) fn scheme(text: &str) -> Option<(&str, &str)> {
    // At the first byte that no scheme has, so that a long text is not searched for its colon.
    let end = SCHEME.prefix(text.as_bytes());
    let (scheme, rest) = (&text[..end], text[end..].strip_prefix(':')?);
    let begins = scheme
        .as_bytes()
        .first()
        .is_some_and(u8::is_ascii_alphabetic);
    // `example.com:8080` is a host with a port.
    let host = scheme.contains('.') && rest.starts_with(|c: char| c.is_ascii_digit());
    (begins && !host && (!rest.is_empty() || is_carried(scheme) || is_dangerous(scheme)))
        .then_some((scheme, rest))
}

/// Whether text without a closing parenthesis shows that it was meant as a target.
pub(super) fn begins_like_target(content: &str) -> bool {
    scheme(content.trim_start())
        .is_some_and(|(scheme, rest)| !rest.is_empty() && is_carried(scheme))
}

pub(super) fn is_web(scheme: &str) -> bool {
    one_of(&WEB, scheme).is_some()
}

/// Whether a target can have this scheme.
pub(super) fn is_carried(scheme: &str) -> bool {
    is_web(scheme) || one_of(&SCHEMES, scheme).is_some()
}

pub(super) fn is_dangerous(scheme: &str) -> bool {
    one_of(&DANGEROUS, scheme).is_some()
}
