//! Messages about buttons: attributes, labels, targets.

use crate::diagnostic::{ChangeKind, Code, Diagnostic, quote};
use crate::span::Span;
use crate::strings;
use crate::syntax::attributes::Attribute;

const fn after(span: Span) -> Span {
    Span::new(span.end, span.end)
}

fn listed(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    strings::join(&names, ", ")
}

// Attributes.

pub(in crate::syntax) fn unknown_attribute(
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

pub(in crate::syntax) fn duplicate_attribute(attribute: &Attribute<'_>) -> Diagnostic {
    let key = attribute.key.value;
    let message = format!("`{key}` is given twice; the first one counts");
    Diagnostic::new(Code::DuplicateAttribute, attribute.span, message)
        .help("remove one of them")
        .change(ChangeKind::Dropped, attribute.source, "")
}

pub(in crate::syntax) fn invalid_attribute(
    attribute: &Attribute<'_>,
    expected: &str,
) -> Diagnostic {
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

pub(in crate::syntax) fn malformed_attributes(span: Span) -> Diagnostic {
    let message = "what follows this brace does not read as attributes, so it stays in the text";
    Diagnostic::new(Code::MalformedAttributes, span, message.to_owned()).help(
        "write attributes as `{key=value other=\"two words\"}`, or `\\{` for the brace itself",
    )
}

// Labels.

/// `place` is where the label belongs, `name` what it can be.
pub(in crate::syntax) fn empty_label(span: Span, place: Span, name: &str) -> Diagnostic {
    let message = "this has no label for people to tap, so its source stays in the text";
    let diagnostic = Diagnostic::new(Code::EmptyLabel, span, message.to_owned())
        .help("write between the brackets what people tap");
    if name.is_empty() {
        diagnostic
    } else {
        diagnostic.fix(&format!("call it {}", quote(name)), place, name)
    }
}

pub(in crate::syntax) fn unclosed_label(span: Span, gap: Span, fixable: bool) -> Diagnostic {
    let message = "this label has no `]`, so its source stays in the text";
    let diagnostic = Diagnostic::new(Code::UnclosedLabel, span, message.to_owned())
        .help("close the label with `]`, or write `\\[` for the bracket itself");
    if fixable {
        diagnostic.fix("close the label", gap, "]")
    } else {
        diagnostic
    }
}

pub(in crate::syntax) fn nested_button(span: Span) -> Diagnostic {
    let message =
        "a label holds no button and no second picture, so this bracket opens none and is text";
    Diagnostic::new(Code::NotAButton, span, message.to_owned())
        .help("write the two side by side, or `\\[` to say that the brackets are text")
}

pub(in crate::syntax) fn emphasis_in_label(span: Span, inner: Span) -> Diagnostic {
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

pub(in crate::syntax) fn bare_reply_in_text(span: Span) -> Diagnostic {
    let message = "these brackets touch a letter, digit or quote, so they are text and no reply";
    Diagnostic::new(Code::NotAButton, span, message.to_owned())
        .help("set a space between them to make it a reply, or write `\\%[` to say that it is text")
}

// Targets.

pub(in crate::syntax) fn empty_target(content: Span) -> Diagnostic {
    let message = "the parentheses hold no target, so its source stays in the text";
    Diagnostic::new(Code::EmptyTarget, content, message.to_owned())
        .help("write what a tap does, such as `reply:YES` or `https://example.com`")
}

pub(in crate::syntax) fn unclosed_target(span: Span, closer: &str, fixable: bool) -> Diagnostic {
    let message = "this target has no `)`, so its source stays in the text";
    let diagnostic = Diagnostic::new(Code::UnclosedTarget, span, message.to_owned())
        .help("close the target with `)`");
    if fixable {
        diagnostic.fix("close the target", after(span), closer)
    } else {
        diagnostic
    }
}

pub(in crate::syntax) fn wrong_closer(span: Span, fixable: bool) -> Diagnostic {
    let message =
        "this target is closed by another character than `)`, so its source stays in the text";
    let diagnostic = Diagnostic::new(Code::WrongCloser, span, message.to_owned())
        .help("close the target with `)`");
    if fixable {
        diagnostic.fix("write `)`", span, ")")
    } else {
        diagnostic
    }
}

pub(in crate::syntax) fn space_before_target(span: Span, gap: Span, source: &str) -> Diagnostic {
    let message =
        "the space between label and target is ignored; a target follows its label directly";
    Diagnostic::new(Code::SpaceBeforeTarget, span, message.to_owned())
        .help("remove the space")
        .change(ChangeKind::Replaced, gap.slice(source), "")
        .fix("remove the space", gap, "")
}

pub(in crate::syntax) fn doubled_parenthesis(span: Span, source: &str) -> Diagnostic {
    let message = "this parenthesis is doubled; one of the two is ignored";
    Diagnostic::new(Code::DoubledParenthesis, span, message.to_owned())
        .help("remove one of the two")
        .change(ChangeKind::Replaced, source, "")
        .fix("remove the parenthesis", span, "")
}

pub(in crate::syntax) fn missing_payload(span: Span, keyword: &str) -> Diagnostic {
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

pub(in crate::syntax) fn misspelt_target(span: Span, written: &str, meant: &str) -> Diagnostic {
    let message = format!(
        "{} is no kind of target, so its source stays in the text; `{meant}` is one",
        quote(written)
    );
    Diagnostic::new(Code::MisspeltTarget, span, message)
        .help(format!("write `{meant}`"))
        .fix(&format!("write `{meant}`"), span, meant)
}

pub(in crate::syntax) fn unknown_target(span: Span, written: &str) -> Diagnostic {
    let message = format!(
        "{} is no target, so its source stays in the text",
        quote(written)
    );
    Diagnostic::new(Code::UnknownTarget, span, message).help(
        "targets are `reply:…`, `postback:…`, `https://…`, `tel:+…`, `webview:https://…`, \
         `location`, `phone` and `email`; write `\\[` to make the brackets text",
    )
}

pub(in crate::syntax) fn unknown_scheme(span: Span, scheme: &str) -> Diagnostic {
    let message = format!(
        "Messenger opens no {} addresses, so its source stays in the text",
        quote(&format!("{scheme}:"))
    );
    Diagnostic::new(Code::UnknownScheme, span, message).help(
        "link to a page with `https://`, call with `tel:`, or answer with `reply:` or `postback:`",
    )
}

pub(in crate::syntax) fn domain_without_sigil(span: Span, written: &str) -> Diagnostic {
    let message = format!(
        "{} is taken for a file's name, so the brackets are text and no link",
        quote(written)
    );
    Diagnostic::new(Code::NotAButton, span, message)
        .help("put `https://` before it if it is an address on the web")
}

pub(in crate::syntax) fn misspelt_without_sigil(
    span: Span,
    written: &str,
    keyword: &str,
) -> Diagnostic {
    let message = format!(
        "{} is nearly the target `{keyword}`, but the brackets are text and no button",
        quote(written)
    );
    Diagnostic::new(Code::NotAButton, span, message)
        .help(format!("write `{keyword}` to make it a button"))
}

pub(in crate::syntax) fn incomplete_without_sigil(span: Span, keyword: &str) -> Diagnostic {
    let message = format!("nothing follows `{keyword}`, so the brackets are text and no button");
    Diagnostic::new(Code::NotAButton, span, message).help(format!(
        "write as in `{}` to make it a button",
        complete_target(keyword)
    ))
}

pub(in crate::syntax) fn media_needs_url(content: Span) -> Diagnostic {
    let message = "media needs a URL, so its source stays in the text";
    Diagnostic::new(Code::UnknownTarget, content, message.to_owned())
        .help("write an address that begins with `https://`")
}
