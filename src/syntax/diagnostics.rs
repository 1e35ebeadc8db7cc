//! Every message of the syntax stage, a function each.

use super::ast::Verbatim;
use super::attributes::Attribute;
use crate::diagnostic::{ChangeKind, Code, Diagnostic, quote};
use crate::span::Span;

const fn after(span: Span) -> Span {
    Span::new(span.end, span.end)
}

fn listed(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

// Lines.

pub(super) fn unclosed_comment(span: Span) -> Diagnostic {
    let message = "this comment has no `-->`, so it stays in the text";
    Diagnostic::new(Code::UnclosedComment, span, message.to_owned())
        .help("end the comment with `-->`, or write `\\<!--` for the characters themselves")
}

/// `meant` is what it was meant to be: the colons and the name.
pub(super) fn unknown_directive(
    span: Span,
    colons: Span,
    name: Verbatim<'_>,
    meant: Option<(&str, &str)>,
) -> Diagnostic {
    let mark = if colons.end - colons.start == 2 {
        "::"
    } else {
        ":::"
    };
    let message = format!(
        "there is no directive {}, so its line stays in the text",
        quote(&format!("{mark}{}", name.value))
    );
    let diagnostic = Diagnostic::new(Code::UnknownDirective, span, message);
    match meant {
        Some((colons_meant, meant)) => {
            let whole = Span::new(colons.start, name.span.end);
            let meant = format!("{colons_meant}{meant}");
            diagnostic
                .help(format!("the nearest directive is `{meant}`"))
                .fix(&format!("write `{meant}`"), whole, meant)
        }
        None => diagnostic.help(
            "the directives are `::typing`, `::seen`, `::location`, `:::carousel` and `:::list`; a \
             backslash before the first colon makes the line text",
        ),
    }
}

pub(super) fn malformed_directive(span: Span, name: &str) -> Diagnostic {
    let message = format!(
        "`{name}` fills its line, and something else follows it here, so the line stays in the text"
    );
    Diagnostic::new(Code::MalformedDirective, span, message)
        .help("put the rest on a line of its own, or write `\\::` to make the line text")
}

pub(super) fn spaced_directive(span: Span, name: &str) -> Diagnostic {
    let message = format!(
        "the name follows the colons directly, as in `:::{name}`, so the line stays in the text"
    );
    Diagnostic::new(Code::MalformedDirective, span, message).help("remove the space")
}

pub(super) fn content_not_taken(span: Span, name: &str) -> Diagnostic {
    let message = format!("`{name}` takes no content in brackets, so the line stays in the text");
    Diagnostic::new(Code::MalformedDirective, span, message).help("remove the brackets")
}

// Containers.

pub(super) fn stray_container_end(span: Span) -> Diagnostic {
    let message = "this `:::` closes no container, so it stays in the text";
    Diagnostic::new(Code::StrayContainerEnd, span, message.to_owned())
        .help("remove it, or write `\\:::` for the characters themselves")
        .fix("remove the `:::`", span, "")
}

/// `last` is where its `:::` belongs.
pub(super) fn unclosed_container(opening: Span, last: Option<Span>) -> Diagnostic {
    let message = "this container has no `:::` at its end; it ends at the next separator or \
                   container, or with the source";
    let diagnostic = Diagnostic::new(Code::UnclosedContainer, opening, message.to_owned())
        .help("write `:::` on a line of its own after the last item");
    match last {
        Some(last) => diagnostic.fix("close the container", last, "\n:::"),
        None => diagnostic,
    }
}

pub(super) fn empty_container(opening: Span) -> Diagnostic {
    let message = "this container is empty, so nothing is sent for it";
    Diagnostic::new(Code::EmptyContainer, opening, message.to_owned())
        .help("begin each item with a heading, as in `# Margherita`")
}

pub(super) fn content_before_heading(line: Span, source: &str) -> Diagnostic {
    let message = "this stands before the first heading of its container and so belongs to no \
                   item; it is sent before the container";
    let diagnostic = Diagnostic::new(Code::ContentBeforeHeading, line, message.to_owned())
        .help("begin each item with a heading, as in `# Margherita`");
    // `#Margherita` lacks its space, where a heading can stand.
    let text = line.slice(source);
    let hashes = text.bytes().take_while(|&byte| byte == b'#').count();
    let before = &source[..line.start];
    let margin = before.trim_end_matches(' ');
    let begins = margin.ends_with(['\n', '\r']) && before.len() - margin.len() <= 3;
    if (1..=6).contains(&hashes) && begins {
        let gap = Span::new(line.start + hashes, line.start + hashes);
        diagnostic.fix("set a space after the `#`", gap, " ")
    } else {
        diagnostic
    }
}

pub(super) fn leaf_in_container(span: Span, line: &str) -> Diagnostic {
    let message = format!(
        "{} stands on its own between messages, and this one is in a container, so its line stays in the text",
        quote(line)
    );
    Diagnostic::new(Code::LeafInContainer, span, message)
        .help("put it before the container or after its `:::`")
}

pub(super) fn separator_in_container(span: Span, line: Span) -> Diagnostic {
    let message = "this line stands between items, where it separates nothing, so it is left out";
    Diagnostic::new(Code::SeparatorInContainer, span, message.to_owned())
        .help("remove the line; write `:::` before it to begin the next message")
        .fix("remove the line", line, "")
}

// Places.

pub(super) fn missing_coordinate(span: Span, key: &str) -> Diagnostic {
    let message =
        format!("`::location` needs `{key}`, in decimal degrees, so the line stays in the text");
    Diagnostic::new(Code::InvalidCoordinate, span, message)
        .help("write it as in `::location[Our shop]{lat=45.5261 long=-73.5963}`")
}

pub(super) fn invalid_coordinate(attribute: &Attribute<'_>, limit: u16) -> Diagnostic {
    let key = attribute.key.value;
    let message = format!(
        "`{key}` takes decimal degrees between -{limit} and {limit}, so the line stays in the text"
    );
    Diagnostic::new(Code::InvalidCoordinate, attribute.span, message)
        .help("write digits with a point, as in `45.5261`, and `-` for south and west")
}

// Attributes.

pub(super) fn unknown_attribute(
    attribute: &Attribute<'_>,
    of: &str,
    keys: &[&str],
    nearest: Option<&str>,
) -> Diagnostic {
    let key = attribute.key;
    let message = format!(
        "{of} has no attribute {}, so it is left out",
        quote(key.value)
    );
    let diagnostic = Diagnostic::new(Code::UnknownAttribute, attribute.span, message).change(
        ChangeKind::Dropped,
        attribute.source,
        "",
    );
    match nearest {
        Some(nearest) => diagnostic
            .help(format!("the nearest attribute is `{nearest}`"))
            .fix(&format!("write `{nearest}`"), key.span, nearest),
        None if keys.is_empty() => diagnostic.help("it takes no attributes"),
        None => diagnostic.help(format!("it takes {}", listed(keys))),
    }
}

pub(super) fn duplicate_attribute(attribute: &Attribute<'_>) -> Diagnostic {
    let key = attribute.key.value;
    let message = format!("`{key}` is given twice; the first one counts");
    Diagnostic::new(Code::DuplicateAttribute, attribute.span, message)
        .help("remove one of them")
        .change(ChangeKind::Dropped, attribute.source, "")
}

pub(super) fn invalid_attribute(attribute: &Attribute<'_>, expected: &str) -> Diagnostic {
    let key = attribute.key.value;
    let found = attribute
        .value
        .map_or_else(|| "nothing".to_owned(), |value| quote(value.value));
    let message = format!(
        "the attribute `{key}` takes {expected}, not {found}, so its source stays in the text"
    );
    Diagnostic::new(Code::InvalidAttribute, attribute.span, message)
        .help(format!("give it {expected}, or leave it out"))
}

pub(super) fn malformed_attributes(span: Span) -> Diagnostic {
    let message = "what follows this brace does not read as attributes, so it stays in the text";
    Diagnostic::new(Code::MalformedAttributes, span, message.to_owned()).help(
        "write attributes as `{key=value other=\"two words\"}`, or `\\{` for the brace itself",
    )
}

// Labels.

pub(super) fn empty_label(span: Span) -> Diagnostic {
    let message = "this has no label for people to tap, so its source stays in the text";
    Diagnostic::new(Code::EmptyLabel, span, message.to_owned())
        .help("write between the brackets what people tap")
}

pub(super) fn unclosed_label(span: Span, gap: Span, fixable: bool) -> Diagnostic {
    let message = "this label has no `]`, so its source stays in the text";
    let diagnostic = Diagnostic::new(Code::UnclosedLabel, span, message.to_owned())
        .help("close the label with `]`, or write `\\[` for the bracket itself");
    if fixable {
        diagnostic.fix("close the label", gap, "]")
    } else {
        diagnostic
    }
}

pub(super) fn nested_button(span: Span) -> Diagnostic {
    let message =
        "a label holds no button and no second picture, so this bracket opens none and is text";
    Diagnostic::new(Code::NotAButton, span, message.to_owned())
        .help("write the two side by side, or `\\[` to say that the brackets are text")
}

pub(super) fn emphasis_in_label(span: Span, inner: Span) -> Diagnostic {
    let message = "Messenger shows no emphasis in labels, so the asterisks are removed";
    Diagnostic::new(Code::EmphasisInLabel, span, message.to_owned())
        .help("write `\\*` for an asterisk itself")
        .fix(
            "remove the asterisks",
            Span::new(span.start, inner.start),
            "",
        )
        .fix("", Span::new(inner.end, span.end), "")
}

pub(super) fn bare_reply_in_text(span: Span) -> Diagnostic {
    let message = "these brackets touch a letter, digit or quote, so they are text and no reply";
    Diagnostic::new(Code::NotAButton, span, message.to_owned())
        .help("set a space between them to make it a reply, or write `\\%[` to say that it is text")
}

// Targets.

pub(super) fn empty_target(content: Span) -> Diagnostic {
    let message = "the parentheses hold no target, so its source stays in the text";
    Diagnostic::new(Code::EmptyTarget, content, message.to_owned())
        .help("write what a tap does, such as `reply:YES` or `https://example.com`")
}

pub(super) fn unclosed_target(span: Span, closer: &str) -> Diagnostic {
    let message = "this target has no `)`, so its source stays in the text";
    Diagnostic::new(Code::UnclosedTarget, span, message.to_owned())
        .help("close the target with `)`")
        .fix("close the target", after(span), closer)
}

pub(super) fn wrong_closer(span: Span) -> Diagnostic {
    let message =
        "this target is closed by another character than `)`, so its source stays in the text";
    Diagnostic::new(Code::WrongCloser, span, message.to_owned())
        .help("close the target with `)`")
        .fix("write `)`", span, ")")
}

pub(super) fn space_before_target(span: Span, gap: Span, source: &str) -> Diagnostic {
    let message =
        "the space between label and target is ignored; a target follows its label directly";
    Diagnostic::new(Code::SpaceBeforeTarget, span, message.to_owned())
        .help("remove the space")
        .change(ChangeKind::Replaced, gap.slice(source), "")
        .fix("remove the space", gap, "")
}

pub(super) fn doubled_parenthesis(span: Span, source: &str) -> Diagnostic {
    let message = "this parenthesis is doubled; one of the two is ignored";
    Diagnostic::new(Code::DoubledParenthesis, span, message.to_owned())
        .help("remove one of the two")
        .change(ChangeKind::Replaced, source, "")
        .fix("remove the parenthesis", span, "")
}

pub(super) fn missing_payload(span: Span, keyword: &str) -> Diagnostic {
    let message = format!("nothing follows `{keyword}`, so its source stays in the text");
    Diagnostic::new(Code::MissingPayload, span, message)
        .help(format!("write as in `{}`", complete_target(keyword)))
}

/// A keyword with what must follow it.
fn complete_target(keyword: &str) -> &'static str {
    match keyword {
        "reply" => "reply:ORDER_STATUS",
        "postback" => "postback:ORDER_STATUS",
        "tel" => "tel:+15105550100",
        "mailto" => "mailto:help@example.com",
        _ => "webview:https://example.com/page",
    }
}

pub(super) fn misspelt_target(span: Span, written: &str, meant: &str) -> Diagnostic {
    let message = format!(
        "{} is no kind of target, so its source stays in the text; `{meant}` is one",
        quote(written)
    );
    Diagnostic::new(Code::MisspeltTarget, span, message)
        .help(format!("write `{meant}`"))
        .fix(&format!("write `{meant}`"), span, meant)
}

pub(super) fn unknown_target(span: Span, written: &str) -> Diagnostic {
    let message = format!(
        "{} is no target, so its source stays in the text",
        quote(written)
    );
    Diagnostic::new(Code::UnknownTarget, span, message).help(
        "targets are `reply:…`, `postback:…`, `https://…`, `tel:+…`, `webview:https://…`, \
         `location`, `phone` and `email`; write `\\[` to make the brackets text",
    )
}

pub(super) fn unknown_scheme(span: Span, scheme: &str) -> Diagnostic {
    let message = format!(
        "Messenger opens no {} addresses, so its source stays in the text",
        quote(&format!("{scheme}:"))
    );
    Diagnostic::new(Code::UnknownScheme, span, message).help(
        "link to a page with `https://`, call with `tel:`, or answer with `reply:` or `postback:`",
    )
}

pub(super) fn domain_without_sigil(span: Span, written: &str) -> Diagnostic {
    let message = format!(
        "{} is taken for a file's name, so the brackets are text and no link",
        quote(written)
    );
    Diagnostic::new(Code::NotAButton, span, message)
        .help("put `https://` before it if it is an address on the web")
}

pub(super) fn misspelt_without_sigil(span: Span, written: &str, keyword: &str) -> Diagnostic {
    let message = format!(
        "{} is nearly the target `{keyword}`, but the brackets are text and no button",
        quote(written)
    );
    Diagnostic::new(Code::NotAButton, span, message)
        .help(format!("write `{keyword}` to make it a button"))
}

pub(super) fn incomplete_without_sigil(span: Span, keyword: &str) -> Diagnostic {
    let message = format!("nothing follows `{keyword}`, so the brackets are text and no button");
    Diagnostic::new(Code::NotAButton, span, message).help(format!(
        "write as in `{}` to make it a button",
        complete_target(keyword)
    ))
}

pub(super) fn media_needs_url(content: Span) -> Diagnostic {
    let message = "media needs a URL, so its source stays in the text";
    Diagnostic::new(Code::UnknownTarget, content, message.to_owned())
        .help("write an address that begins with `https://`")
}

// URLs and numbers.

pub(super) fn missing_scheme(place: Verbatim<'_>) -> Diagnostic {
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

pub(super) fn space_in_url(place: Verbatim<'_>, encoded: &str) -> Diagnostic {
    let message = "a URL holds no white space, so its source stays in the text";
    Diagnostic::new(Code::SpaceInUrl, place.span, message.to_owned())
        .help("write a space as `%20`")
        .fix("encode it", place.span, encoded)
}

pub(super) fn character_in_url(
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

pub(super) fn user_in_url(place: Verbatim<'_>, url: &str) -> Diagnostic {
    let message = format!(
        "{} names a user before the `@`, which hides the host; its source stays in the text",
        quote(url)
    );
    Diagnostic::new(Code::InvalidUrl, place.span, message).help("remove everything up to the `@`")
}

pub(super) fn no_host(place: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "{} is no address with a host, so its source stays in the text",
        quote(place.value)
    );
    Diagnostic::new(Code::InvalidUrl, place.span, message)
        .help("write the address as in `https://example.com/page`")
}

/// `replaced` is how much of the address `https` would replace, if that mends it.
pub(super) fn insecure_url(place: Verbatim<'_>, replaced: Option<usize>) -> Diagnostic {
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

pub(super) fn link_title(title: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "Messenger shows no link titles, so {} is left out",
        quote(title.value)
    );
    Diagnostic::new(Code::LinkTitle, title.span, message)
        .help("put the words into the text")
        .change(ChangeKind::Dropped, title.value, "")
        .fix("remove the title", title.span, "")
}

pub(super) fn misleading_label(span: Span, shown: &str, host: &str) -> Diagnostic {
    let message = format!(
        "the label reads as {}, but the link opens {}",
        quote(shown),
        quote(host)
    );
    Diagnostic::new(Code::MisleadingLabel, span, message)
        .help("say in words what the link opens, or show the host that it opens")
}

pub(super) fn trunk_prefix(place: Verbatim<'_>, prefix: Verbatim<'_>, mended: &str) -> Diagnostic {
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

pub(super) fn missing_country_code(place: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "{} has no country code, so its source stays in the text",
        quote(place.value)
    );
    Diagnostic::new(Code::MissingCountryCode, place.span, message)
        .help("begin the number with `+` and the country code, as in `+1 510 555 0100`")
}

pub(super) fn invalid_phone_number(place: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "{} is no telephone number of `+` and 4 to 15 digits, so its source stays in the text",
        quote(place.value)
    );
    Diagnostic::new(Code::InvalidPhoneNumber, place.span, message).help(
        "write it as in `tel:+15105550100`; spaces, dots, hyphens and parentheses are ignored",
    )
}

// Amounts.

pub(super) fn missing_amount(span: Span) -> Diagnostic {
    let message = "a buy button needs an amount, so its source stays in the text";
    Diagnostic::new(Code::MissingAmount, span, message.to_owned())
        .help("write the amount in dollars after the label, as in `$[Buy](9.99)`")
}

pub(super) fn invalid_amount(place: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "{} is no amount, so its source stays in the text",
        quote(place.value)
    );
    Diagnostic::new(Code::InvalidAmount, place.span, message)
        .help("write dollars with at most two decimals, as in `9.99`, `25`, `$10.00` or `1,299.00`")
}

pub(super) fn dollar_after_number(place: Verbatim<'_>, number: &str) -> Diagnostic {
    invalid_amount(place).fix("put the sign first", place.span, format!("${number}"))
}

pub(super) fn decimal_comma(number: Verbatim<'_>, mended: &str) -> Diagnostic {
    let message = format!(
        "{} has a decimal comma, so its source stays in the text",
        quote(number.value)
    );
    Diagnostic::new(Code::InvalidAmount, number.span, message)
        .help("cents follow a point; a comma groups thousands, as in `1,299.00`")
        .fix("write a point", number.span, mended)
}

pub(super) fn amount_out_of_range(number: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "{} is outside 0.01 to 999999.99, so its source stays in the text",
        quote(number.value)
    );
    Diagnostic::new(Code::AmountOutOfRange, number.span, message)
        .help("write an amount within that range")
}

pub(super) fn whatsapp_template(span: Span) -> Diagnostic {
    let message = "this is a template of WhatsApp, which is plain text on Messenger";
    Diagnostic::new(Code::WhatsappTemplate, span, message.to_owned())
        .help("remove it from messages for Messenger")
}
