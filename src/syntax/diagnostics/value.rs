//! Messages about URLs, telephone numbers and amounts.

use crate::diagnostic::{ChangeKind, Code, Finding};
use crate::span::Span;
use crate::syntax::ast::Verbatim;
use crate::template::Arg::{Quoted, Word};
use crate::template::fill;

pub(in crate::syntax) fn unknown_scheme(span: Span, scheme: &str) -> Finding {
    let message = "Messenger opens no {} addresses, so its source stays in the text";
    Finding::with(
        Code::UnknownScheme,
        span,
        message,
        &[Quoted(&fill("{}:", &[Word(scheme)]))],
    )
    .help(
        "link to a page with `https://`, call with `tel:`, or answer with `reply:` or `postback:`",
    )
}

pub(in crate::syntax) fn missing_scheme(place: Verbatim<'_>) -> Finding {
    let message = "{} has no scheme; `https://` is put before it";
    let start = Span::new(place.span.start, place.span.start);
    Finding::with(
        Code::MissingScheme,
        place.span,
        message,
        &[Quoted(place.value)],
    )
    .help("write the scheme, so that nobody has to guess")
    .change(
        ChangeKind::Replaced,
        place.value,
        &fill("https://{}", &[Word(place.value)]),
    )
    .fix("write `https://`", start, "https://")
}

/// `encoded` is the address written right, where that mends it.
pub(in crate::syntax) fn space_in_url(place: Verbatim<'_>, encoded: Option<String>) -> Finding {
    let message = "a URL holds no white space, so its source stays in the text";
    let finding = Finding::new(Code::SpaceInUrl, place.span, message);
    match encoded {
        Some(encoded) => {
            finding
                .help("write a space as `%20`")
                .fix("encode it", place.span, &encoded)
        }
        None => finding.help("remove the space, or write it as `%20` behind the host"),
    }
}

pub(in crate::syntax) fn character_in_url(
    place: Verbatim<'_>,
    c: char,
    encoded: Option<String>,
) -> Finding {
    let message = "a URL holds no {}, so its source stays in the text";
    let diagnostic = Finding::with(
        Code::InvalidUrl,
        place.span,
        message,
        &[Quoted(c.encode_utf8(&mut [0; 4]))],
    );
    match encoded {
        Some(encoded) => diagnostic
            .help("encode it")
            .fix("encode it", place.span, &encoded),
        None => diagnostic.help("remove the character"),
    }
}

pub(in crate::syntax) fn user_in_url(place: Verbatim<'_>, url: &str) -> Finding {
    let message =
        "{} names a user before the `@`, which hides the host; its source stays in the text";
    Finding::with(Code::InvalidUrl, place.span, message, &[Quoted(url)])
        .help("remove everything up to the `@`")
}

pub(in crate::syntax) fn no_host(place: Verbatim<'_>) -> Finding {
    let message = "{} is no address with a host, so its source stays in the text";
    Finding::with(
        Code::InvalidUrl,
        place.span,
        message,
        &[Quoted(place.value)],
    )
    .help("write the address as in `https://example.com/page`")
}

/// `replaced` is how much of the address `https` would replace, if that mends it.
pub(in crate::syntax) fn insecure_url(place: Verbatim<'_>, replaced: Option<usize>) -> Finding {
    let message =
        "{} is no https address, and a webview opens nothing else, so its source stays in the text";
    let diagnostic = Finding::with(
        Code::InsecureUrl,
        place.span,
        message,
        &[Quoted(place.value)],
    )
    .help("write an address that begins with `https://`");
    let Some(replaced) = replaced else {
        return diagnostic;
    };
    let span = Span::new(place.span.start, place.span.start + replaced);
    let text = if replaced == 0 { "https://" } else { "https" };
    diagnostic.fix_by_writing(span, text)
}

pub(in crate::syntax) fn link_title(title: Verbatim<'_>, url_end: usize) -> Finding {
    let edit = Span::new(url_end, title.span.end);
    let message = "Messenger shows no link titles, so {} is left out";
    Finding::with(Code::LinkTitle, title.span, message, &[Quoted(title.value)])
        .help("put the words into the text")
        .change(ChangeKind::Dropped, title.value, "")
        .fix("remove the title", edit, "")
}

pub(in crate::syntax) fn misleading_label(span: Span, shown: &str, host: &str) -> Finding {
    let message = "the label reads as {}, but the link opens {}";
    Finding::with(
        Code::MisleadingLabel,
        span,
        message,
        &[Quoted(shown), Quoted(host)],
    )
    .help("say in words what the link opens, or show the host that it opens")
}

/// `exit` is what a `+` can be written for, `trunk` what can be removed.
pub(in crate::syntax) fn trunk_prefix(
    place: Verbatim<'_>,
    prefix: &str,
    exit: Option<Verbatim<'_>>,
    trunk: Option<Verbatim<'_>>,
) -> Finding {
    let message = "{} holds {}, which belongs to no number after `+` and the country code, so its source stays in the text";
    let mut finding = Finding::with(
        Code::TrunkPrefix,
        place.span,
        message,
        &[Quoted(place.value), Quoted(prefix)],
    )
    .help("write the number as `+`, country code and number");
    if let Some(exit) = exit {
        finding = finding.fix("write `+`", exit.span, "+");
    }
    match trunk {
        Some(trunk) => finding.fix("remove it", trunk.span, ""),
        None => finding,
    }
}

pub(in crate::syntax) fn missing_country_code(place: Verbatim<'_>) -> Finding {
    let message = "{} has no country code, so its source stays in the text";
    Finding::with(
        Code::MissingCountryCode,
        place.span,
        message,
        &[Quoted(place.value)],
    )
    .help("begin the number with `+` and the country code, as in `+1 510 555 0100`")
}

pub(in crate::syntax) fn invalid_phone_number(place: Verbatim<'_>) -> Finding {
    let message =
        "{} is no telephone number of `+` and 4 to 15 digits, so its source stays in the text";
    Finding::with(
        Code::InvalidPhoneNumber,
        place.span,
        message,
        &[Quoted(place.value)],
    )
    .help("write it as in `tel:+15105550100`; spaces, dots, hyphens and parentheses are ignored")
}

// Amounts.

pub(in crate::syntax) fn missing_amount(span: Span) -> Finding {
    let message = "a buy button needs an amount, so its source stays in the text";
    Finding::new(Code::MissingAmount, span, message)
        .help("write the amount in dollars after the label, as in `$[Buy](9.99)`")
}

pub(in crate::syntax) fn invalid_amount(place: Verbatim<'_>) -> Finding {
    let message = "{} is no amount, so its source stays in the text";
    Finding::with(
        Code::InvalidAmount,
        place.span,
        message,
        &[Quoted(place.value)],
    )
    .help("write dollars with at most two decimals, as in `9.99`, `25`, `$10.00` or `1,299.00`")
}

/// `number` as it should be, if it can be mended.
pub(in crate::syntax) fn dollar_after_number(
    place: Verbatim<'_>,
    number: Option<String>,
) -> Finding {
    let finding = invalid_amount(place);
    match number {
        Some(number) => {
            let amount = fill("${}", &[Word(&number)]);
            finding.fix("put the sign first", place.span, &amount)
        }
        None => finding,
    }
}

pub(in crate::syntax) fn decimal_comma(number: Verbatim<'_>, mended: &str) -> Finding {
    let message = "{} has a decimal comma, so its source stays in the text";
    Finding::with(
        Code::InvalidAmount,
        number.span,
        message,
        &[Quoted(number.value)],
    )
    .help("cents follow a point; a comma groups thousands, as in `1,299.00`")
    .fix("write a point", number.span, mended)
}

pub(in crate::syntax) fn amount_out_of_range(number: Verbatim<'_>) -> Finding {
    let message = "{} is outside 0.01 to 999999.99, so its source stays in the text";
    Finding::with(
        Code::AmountOutOfRange,
        number.span,
        message,
        &[Quoted(number.value)],
    )
    .help("write an amount within that range")
}

pub(in crate::syntax) fn whatsapp_template(span: Span) -> Finding {
    let message = "this is a template of WhatsApp, which is plain text on Messenger";
    Finding::new(Code::WhatsappTemplate, span, message)
        .help("remove it from messages for Messenger")
}
