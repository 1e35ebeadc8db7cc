//! Messages about URLs, telephone numbers and amounts.

use crate::diagnostic::{ChangeKind, Code, Diagnostic, quote};
use crate::span::Span;
use crate::syntax::ast::Verbatim;

pub(in crate::syntax) fn missing_scheme(place: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "{} has no scheme; `https://` is put before it",
        quote(place.value)
    );
    let start = Span::new(place.span.start, place.span.start);
    Diagnostic::new(Code::MissingScheme, place.span, message)
        .help("write the scheme, so that nobody has to guess")
        .change(
            ChangeKind::Replaced,
            place.value,
            format!("https://{}", place.value),
        )
        .fix("write `https://`", start, "https://")
}

pub(in crate::syntax) fn space_in_url(place: Verbatim<'_>, encoded: &str) -> Diagnostic {
    let message = "a URL holds no white space, so its source stays in the text";
    Diagnostic::new(Code::SpaceInUrl, place.span, message.to_owned())
        .help("write a space as `%20`")
        .fix("encode it", place.span, encoded)
}

pub(in crate::syntax) fn character_in_url(
    place: Verbatim<'_>,
    c: char,
    encoded: Option<String>,
) -> Diagnostic {
    let message = format!(
        "a URL holds no {}, so its source stays in the text",
        quote(&c.to_string())
    );
    let diagnostic = Diagnostic::new(Code::InvalidUrl, place.span, message);
    match encoded {
        Some(encoded) => diagnostic
            .help("encode it")
            .fix("encode it", place.span, encoded),
        None => diagnostic.help("remove the character"),
    }
}

pub(in crate::syntax) fn user_in_url(place: Verbatim<'_>, url: &str) -> Diagnostic {
    let message = format!(
        "{} names a user before the `@`, which hides the host; its source stays in the text",
        quote(url)
    );
    Diagnostic::new(Code::InvalidUrl, place.span, message).help("remove everything up to the `@`")
}

pub(in crate::syntax) fn no_host(place: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "{} is no address with a host, so its source stays in the text",
        quote(place.value)
    );
    Diagnostic::new(Code::InvalidUrl, place.span, message)
        .help("write the address as in `https://example.com/page`")
}

/// `replaced` is how much of the address `https` would replace, if that mends it.
pub(in crate::syntax) fn insecure_url(place: Verbatim<'_>, replaced: Option<usize>) -> Diagnostic {
    let message = format!(
        "{} is no https address, and a webview opens nothing else, so its source stays in the text",
        quote(place.value)
    );
    let diagnostic = Diagnostic::new(Code::InsecureUrl, place.span, message)
        .help("write an address that begins with `https://`");
    let Some(replaced) = replaced else {
        return diagnostic;
    };
    let span = Span::new(place.span.start, place.span.start + replaced);
    let text = if replaced == 0 { "https://" } else { "https" };
    diagnostic.fix(&format!("write `{text}`"), span, text)
}

pub(in crate::syntax) fn link_title(title: Verbatim<'_>, url_end: usize) -> Diagnostic {
    let edit = Span::new(url_end, title.span.end);
    let message = format!(
        "Messenger shows no link titles, so {} is left out",
        quote(title.value)
    );
    Diagnostic::new(Code::LinkTitle, title.span, message)
        .help("put the words into the text")
        .change(ChangeKind::Dropped, title.value, "")
        .fix("remove the title", edit, "")
}

pub(in crate::syntax) fn misleading_label(span: Span, shown: &str, host: &str) -> Diagnostic {
    let message = format!(
        "the label reads as {}, but the link opens {}",
        quote(shown),
        quote(host)
    );
    Diagnostic::new(Code::MisleadingLabel, span, message)
        .help("say in words what the link opens, or show the host that it opens")
}

pub(in crate::syntax) fn trunk_prefix(
    place: Verbatim<'_>,
    prefix: Verbatim<'_>,
    mended: &str,
) -> Diagnostic {
    let message = format!(
        "{} holds {}, which belongs to no number after `+` and the country code, so its source stays in the text",
        quote(place.value),
        quote(prefix.value)
    );
    let title = if mended.is_empty() {
        "remove it"
    } else {
        "write `+`"
    };
    Diagnostic::new(Code::TrunkPrefix, place.span, message)
        .help("write the number as `+`, country code and number")
        .fix(title, prefix.span, mended)
}

pub(in crate::syntax) fn missing_country_code(place: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "{} has no country code, so its source stays in the text",
        quote(place.value)
    );
    Diagnostic::new(Code::MissingCountryCode, place.span, message)
        .help("begin the number with `+` and the country code, as in `+1 510 555 0100`")
}

pub(in crate::syntax) fn invalid_phone_number(place: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "{} is no telephone number of `+` and 4 to 15 digits, so its source stays in the text",
        quote(place.value)
    );
    Diagnostic::new(Code::InvalidPhoneNumber, place.span, message).help(
        "write it as in `tel:+15105550100`; spaces, dots, hyphens and parentheses are ignored",
    )
}

// Amounts.

pub(in crate::syntax) fn missing_amount(span: Span) -> Diagnostic {
    let message = "a buy button needs an amount, so its source stays in the text";
    Diagnostic::new(Code::MissingAmount, span, message.to_owned())
        .help("write the amount in dollars after the label, as in `$[Buy](9.99)`")
}

pub(in crate::syntax) fn invalid_amount(place: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "{} is no amount, so its source stays in the text",
        quote(place.value)
    );
    Diagnostic::new(Code::InvalidAmount, place.span, message)
        .help("write dollars with at most two decimals, as in `9.99`, `25`, `$10.00` or `1,299.00`")
}

pub(in crate::syntax) fn dollar_after_number(place: Verbatim<'_>, number: &str) -> Diagnostic {
    invalid_amount(place).fix("put the sign first", place.span, format!("${number}"))
}

pub(in crate::syntax) fn decimal_comma(number: Verbatim<'_>, mended: &str) -> Diagnostic {
    let message = format!(
        "{} has a decimal comma, so its source stays in the text",
        quote(number.value)
    );
    Diagnostic::new(Code::InvalidAmount, number.span, message)
        .help("cents follow a point; a comma groups thousands, as in `1,299.00`")
        .fix("write a point", number.span, mended)
}

pub(in crate::syntax) fn amount_out_of_range(number: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "{} is outside 0.01 to 999999.99, so its source stays in the text",
        quote(number.value)
    );
    Diagnostic::new(Code::AmountOutOfRange, number.span, message)
        .help("write an amount within that range")
}

pub(in crate::syntax) fn whatsapp_template(span: Span) -> Diagnostic {
    let message = "this is a template of WhatsApp, which is plain text on Messenger";
    Diagnostic::new(Code::WhatsappTemplate, span, message.to_owned())
        .help("remove it from messages for Messenger")
}
