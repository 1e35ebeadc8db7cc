//! Locales: whom a part of the page's profile is for.

use std::borrow::Cow;

use super::attributes::Attribute;
use super::diagnostics;
use super::vocabulary::DEFAULT_LOCALE;
use crate::diagnostic::Finding;
use crate::strings;

const DEFAULT: &str = DEFAULT_LOCALE.name;

/// `locale = "default" | language [ "_" country ]`, written as Meta writes it; left out it is the
/// default.
pub(super) fn locale<'s>(attribute: Option<&Attribute<'s>>) -> Result<Cow<'s, str>, Finding> {
    let Some(attribute) = attribute else {
        return Ok(Cow::Borrowed(DEFAULT));
    };
    let written = attribute.value.map_or("", |value| value.value);
    if strings::same(written, DEFAULT) {
        return Ok(Cow::Borrowed(DEFAULT));
    }
    match canonical(written, '_') {
        Some(locale) if locale == written => Ok(Cow::Borrowed(written)),
        Some(locale) => Ok(Cow::Owned(locale)),
        None => {
            // What others write with a hyphen.
            let meant = canonical(written, '-');
            Err(diagnostics::invalid_locale(attribute, meant.as_deref()))
        }
    }
}

/// Two letters, or two and two with that character between them, as `en_US`.
fn canonical(written: &str, between: char) -> Option<String> {
    let (language, country) = match written.split_once(between) {
        Some((language, country)) => (language, Some(country)),
        None => (written, None),
    };
    let letters = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic());
    if !letters(language) || !country.is_none_or(letters) {
        return None;
    }
    let language = language.to_ascii_lowercase();
    Some(match country {
        Some(country) => language + "_" + &country.to_ascii_uppercase(),
        None => language,
    })
}
