//! Checkout links: what a buy button is where the platform takes no payments.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::options::OptionsError;
use crate::syntax::is_url;

/// What is filled in.
pub(crate) const FIELDS: [&str; 3] = ["{amount}", "{currency}", "{label}"];

/// Everything but the unreserved characters of RFC 3986: a value cannot end its part of the URL.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Whether a template gives a URL, whatever is filled in.
pub(crate) fn check(template: &str) -> Result<(), OptionsError> {
    let mut parts = template.split('{');
    // Fields are not filled in here: one in the host leaves a brace there, which no host has.
    let invalid = || OptionsError::InvalidCheckoutUrl(template.to_owned());
    let before = parts.next().unwrap_or_default();
    if before.contains('}') || !is_url(template) {
        return Err(invalid());
    }
    for part in parts {
        let (field, after) = part.split_once('}').ok_or_else(invalid)?;
        let field = "{".to_owned() + field + "}";
        if !FIELDS.contains(&&*field) {
            return Err(OptionsError::UnknownCheckoutField(field));
        }
        if after.contains('}') {
            return Err(invalid());
        }
    }
    Ok(())
}

/// The page where something is paid.
pub(super) fn url(template: &str, amount: &str, currency: &str, label: &str) -> String {
    let mut parts = template.split('{');
    let mut url = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // The options took no template with other fields, or with half a field.
        let (field, after) = part.split_once('}').unwrap_or((part, ""));
        let is_field = |known: &&str| known[1..].strip_suffix('}') == Some(field);
        let values = FIELDS.into_iter().zip([amount, currency, label]);
        for (_, value) in values.filter(|(known, _)| is_field(known)) {
            url.extend(utf8_percent_encode(value, RESERVED));
        }
        url.push_str(after);
    }
    url
}
