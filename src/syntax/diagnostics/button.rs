//! Messages about buttons: attributes, labels, targets.

use crate::diagnostic::{ChangeKind, Code, Finding};
use crate::span::Span;
use crate::syntax::attributes::Attribute;
use crate::template::Arg::{self, Quoted, Word};
use crate::template::fill;

const fn after(span: Span) -> Span {
    Span::new(span.end, span.end)
}

fn listed(names: &[&str]) -> String {
    let mut listed = String::new();
    for name in names {
        listed.push_str(if listed.is_empty() { "`" } else { ", `" });
        listed.push_str(name);
        listed.push('`');
    }
    listed
}

// Attributes.

pub(in crate::syntax) fn unknown_attribute(
    attribute: &Attribute<'_>,
    of: Arg<'_>,
    keys: &[&str],
    nearest: Option<&str>,
) -> Finding {
    let key = attribute.key;
    let message = "{} has no attribute {}, so it is left out";
    let diagnostic = Finding::with(
        Code::UnknownAttribute,
        attribute.span,
        message,
        &[of, Quoted(key.value)],
    )
    .change(ChangeKind::Dropped, attribute.source, "");
    match nearest {
        Some(nearest) => diagnostic
            .help_with("the nearest attribute is `{}`", &[Word(nearest)])
            .fix_by_writing(key.span, nearest),
        None if keys.is_empty() => diagnostic.help("it takes no attributes"),
        None => diagnostic.help_with("it takes {}", &[Word(&listed(keys))]),
    }
}

pub(in crate::syntax) fn default_of_no_page(span: Span, of: &str) -> Finding {
    let message = "`default` makes a link or webview the action of its item, and this is {}, so its \
                   source stays in the text";
    Finding::with(Code::DefaultOutsideItem, span, message, &[Word(of)]).help("remove `default`")
}

pub(in crate::syntax) fn duplicate_attribute(attribute: &Attribute<'_>) -> Finding {
    let key = attribute.key.value;
    let message = "`{}` is given twice; the first one counts";
    Finding::with(
        Code::DuplicateAttribute,
        attribute.span,
        message,
        &[Word(key)],
    )
    .help("remove one of them")
    .change(ChangeKind::Dropped, attribute.source, "")
}

pub(in crate::syntax) fn invalid_attribute(attribute: &Attribute<'_>, expected: &str) -> Finding {
    let key = attribute.key.value;
    let found = match attribute.value {
        Some(value) => Quoted(value.value),
        None => Word("nothing"),
    };
    let message = "the attribute `{}` takes {}, not {}, so its source stays in the text";
    Finding::with(
        Code::InvalidAttribute,
        attribute.span,
        message,
        &[Word(key), Word(expected), found],
    )
    .help_with("give it {}, or leave it out", &[Word(expected)])
}

/// The value is none of these words.
pub(in crate::syntax) fn invalid_choice(attribute: &Attribute<'_>, names: &[&str]) -> Finding {
    invalid_attribute(attribute, &listed(names))
}

pub(in crate::syntax) fn malformed_attributes(span: Span) -> Finding {
    let message = "what follows this brace does not read as attributes, so it stays in the text";
    Finding::new(Code::MalformedAttributes, span, message).help(
        "write attributes as `{key=value other=\"two words\"}`, or `\\{` for the brace itself",
    )
}

// Labels.

/// `place` is where the label belongs, `name` what it can be.
pub(in crate::syntax) fn empty_label(span: Span, place: Span, name: &str) -> Finding {
    let message = "this has no label for people to tap, so its source stays in the text";
    let diagnostic = Finding::new(Code::EmptyLabel, span, message)
        .help("write between the brackets what people tap");
    if name.is_empty() {
        diagnostic
    } else {
        diagnostic.fix(&fill("call it {}", &[Quoted(name)]), place, name)
    }
}

/// `at_end` is whether the line ends before its `]`; else a button or a comment stands before that.
pub(in crate::syntax) fn unclosed_label(
    span: Span,
    gap: Span,
    at_end: bool,
    fixable: bool,
) -> Finding {
    let message = if at_end {
        "this label has no `]`, so its source stays in the text"
    } else {
        "this label has no `]` before what follows it, so its source stays in the text"
    };
    let diagnostic = Finding::new(Code::UnclosedLabel, span, message)
        .help("close the label with `]`, or write `\\[` for the bracket itself");
    if fixable {
        diagnostic.fix("close the label", gap, "]")
    } else {
        diagnostic
    }
}

pub(in crate::syntax) fn nested_button(span: Span) -> Finding {
    let message =
        "a label holds no button and no second picture, so this bracket opens none and is text";
    Finding::new(Code::NotAButton, span, message)
        .help("write the two side by side, or `\\[` to say that the brackets are text")
}

pub(in crate::syntax) fn emphasis_in_label(span: Span, inner: Span) -> Finding {
    let message = "Messenger shows no emphasis in labels, so the asterisks are removed";
    Finding::new(Code::EmphasisInLabel, span, message)
        .help("write `\\*` for an asterisk itself")
        .fix_around("remove the asterisks", span, inner, ["", ""])
}

pub(in crate::syntax) fn bare_reply_in_text(span: Span) -> Finding {
    let message = "these brackets touch a letter, digit or quote, so they are text and no reply";
    Finding::new(Code::NotAButton, span, message)
        .help("set a space between them to make it a reply, or write `\\%[` to say that it is text")
}

// Targets.

pub(in crate::syntax) fn empty_target(content: Span) -> Finding {
    let message = "the parentheses hold no target, so its source stays in the text";
    Finding::new(Code::EmptyTarget, content, message)
        .help("write what a tap does, such as `reply:YES` or `https://example.com`")
}

pub(in crate::syntax) fn unclosed_target(span: Span, closer: &str, fixable: bool) -> Finding {
    let message = "this target has no `)`, so its source stays in the text";
    let diagnostic =
        Finding::new(Code::UnclosedTarget, span, message).help("close the target with `)`");
    if fixable {
        diagnostic.fix("close the target", after(span), closer)
    } else {
        diagnostic
    }
}

pub(in crate::syntax) fn wrong_closer(span: Span, fixable: bool) -> Finding {
    let message =
        "this target is closed by another character than `)`, so its source stays in the text";
    let diagnostic =
        Finding::new(Code::WrongCloser, span, message).help("close the target with `)`");
    if fixable {
        diagnostic.fix("write `)`", span, ")")
    } else {
        diagnostic
    }
}

pub(in crate::syntax) fn wrong_opener(span: Span, target: Span) -> Finding {
    let message = "this target is not between `(` and `)`, so its source stays in the text";
    Finding::new(Code::WrongOpener, span, message)
        .help("write `(` and `)`")
        .fix_around("write `(` and `)`", span, target, ["(", ")"])
}

pub(in crate::syntax) fn space_before_target(span: Span, gap: Span, source: &str) -> Finding {
    let message =
        "the space between label and target is ignored; a target follows its label directly";
    Finding::new(Code::SpaceBeforeTarget, span, message)
        .help("remove the space")
        .change(ChangeKind::Replaced, gap.slice(source), "")
        .fix("remove the space", gap, "")
}

pub(in crate::syntax) fn doubled_parenthesis(span: Span, source: &str) -> Finding {
    let message = "this parenthesis is doubled; one of the two is ignored";
    Finding::new(Code::DoubledParenthesis, span, message)
        .help("remove one of the two")
        .change(ChangeKind::Replaced, source, "")
        .fix("remove the parenthesis", span, "")
}

pub(in crate::syntax) fn missing_payload(span: Span, keyword: &str) -> Finding {
    let message = "nothing follows `{}`, so its source stays in the text";
    Finding::with(Code::MissingPayload, span, message, &[Word(keyword)])
        .help_with("write as in `{}`", &[Word(complete_target(keyword))])
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

pub(in crate::syntax) fn misspelt_target(span: Span, written: &str, meant: &str) -> Finding {
    let message = "{} is no kind of target, so its source stays in the text; `{}` is one";
    Finding::with(
        Code::MisspeltTarget,
        span,
        message,
        &[Quoted(written), Word(meant)],
    )
    .help_with("write `{}`", &[Word(meant)])
    .fix_by_writing(span, meant)
}

pub(in crate::syntax) fn unknown_target(span: Span, written: &str) -> Finding {
    let message = "{} is no target, so its source stays in the text";
    Finding::with(Code::UnknownTarget, span, message, &[Quoted(written)]).help(
        "targets are `reply:…`, `postback:…`, `https://…`, `tel:+…`, `webview:https://…`, \
         `location`, `phone` and `email`; write `\\[` to make the brackets text",
    )
}

pub(in crate::syntax) fn unknown_media_scheme(span: Span, scheme: &str) -> Finding {
    super::unknown_scheme(span, scheme).help(MEDIA_HELP)
}

pub(in crate::syntax) fn domain_without_sigil(span: Span, written: &str) -> Finding {
    let message = "{} is taken for a file's name, so the brackets are text and no link";
    Finding::with(Code::NotAButton, span, message, &[Quoted(written)])
        .help("put `https://` before it if it is an address on the web")
}

pub(in crate::syntax) fn misspelt_without_sigil(
    span: Span,
    written: &str,
    keyword: &str,
) -> Finding {
    let message = "{} is nearly the target `{}`, but the brackets are text and no button";
    Finding::with(
        Code::NotAButton,
        span,
        message,
        &[Quoted(written), Word(keyword)],
    )
    .help_with("write `{}` to make it a button", &[Word(keyword)])
}

pub(in crate::syntax) fn incomplete_without_sigil(span: Span, keyword: &str) -> Finding {
    let message = "nothing follows `{}`, so the brackets are text and no button";
    Finding::with(Code::NotAButton, span, message, &[Word(keyword)]).help_with(
        "write as in `{}` to make it a button",
        &[Word(complete_target(keyword))],
    )
}

const MEDIA_HELP: &str = "write an address that begins with `https://`";

pub(in crate::syntax) fn media_needs_url(content: Span) -> Finding {
    let message = "media needs a URL, so its source stays in the text";
    Finding::new(Code::UnknownTarget, content, message).help(MEDIA_HELP)
}
