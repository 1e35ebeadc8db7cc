//! What comes out of an example, in the words of the specification.

use tapmark::{Diagnostic, MessagingType, Options, Overflow, Target};

/// Runs of one character that nobody would count, and characters that nobody would see, as signs.
pub(crate) fn shortened(text: &str) -> String {
    let mut result = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = &rest[..rest.len() - rest.trim_start_matches(first).len()];
        let times = run.chars().count();
        if times > 60 {
            result.push_str(&format!("⟨{first}×{times}⟩"));
        } else if is_hidden(first) {
            result.push_str(&format!("⟨{:X}⟩", u32::from(first)).repeat(times));
        } else {
            result.push_str(run);
        }
        rest = &rest[run.len()..];
    }
    result
}

/// White space that looks like a space or like none, marks of direction, and the byte order mark.
fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{A0}' | '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}'..='\u{200F}'
    ) || matches!(c, '\u{2028}'..='\u{202F}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// A diagnostic in one line: its place, severity and code, the count and the limit, what became of
/// what it speaks of, and what stands at its place, as a JSON string.
pub(crate) fn line(source: &str, diagnostic: &Diagnostic) -> String {
    let place = &diagnostic.span;
    let mut line = format!(
        "{}:{} {} {}",
        place.line,
        place.column,
        diagnostic.severity,
        diagnostic.code.as_str()
    );
    if let Some(limit) = &diagnostic.limit {
        line.push_str(&format!(" {}/{}", limit.actual, limit.max));
    }
    let mut tell = |word: &str| line.push_str(&format!(" {word}"));
    if let Some(change) = &diagnostic.change {
        let kind = serde_json::to_value(change.kind).expect("a kind is JSON");
        tell(kind.as_str().expect("a kind is a word"));
    }
    if diagnostic.fix.is_some() {
        tell("fixable");
    }
    let here = place.span().slice(source);
    tell(&serde_json::to_string(here).expect("a string is JSON"));
    line
}

/// The options that an example names, `name=value` with the names of the command line's flags, and
/// whether it is about the profile.
pub(crate) fn options(written: &str) -> (Options, bool) {
    let mut builder = Options::builder();
    let mut of_profile = false;
    for (name, value) in attributes(written) {
        builder = match name {
            "emit" if value == "profile" => {
                of_profile = true;
                builder
            }
            "target" => builder.target(Target::from_name(value).expect("a target")),
            "overflow" => builder.overflow(Overflow::from_name(value).expect("a mode")),
            "recipient" => builder.recipient(value),
            "placeholder" => builder.placeholder(value),
            "merchant-name" => builder.merchant_name(value),
            "checkout-url" => builder.checkout_url(value),
            "messaging-type" if value == "UPDATE" => builder.messaging_type(MessagingType::Update),
            "messaging-type" if value == "MESSAGE_TAG" => {
                builder.messaging_type(MessagingType::MessageTag)
            }
            "tag" => builder.tag(value),
            "test-payment" => builder.test_payment(true),
            _ => panic!("no option is named {name:?}"),
        };
    }
    (
        builder.build().expect("options that are accepted"),
        of_profile,
    )
}

/// Names and values, as they are written.
pub(crate) fn attributes(mut rest: &str) -> Vec<(&str, &str)> {
    let mut attributes = Vec::new();
    while !rest.trim_start().is_empty() {
        let (name, after) = rest.trim_start().split_once('=').expect("name=value");
        let quoted = after.strip_prefix('"');
        let end = if quoted.is_some() { '"' } else { ' ' };
        let value = quoted.unwrap_or(after);
        let (value, after) = value.split_once(end).unwrap_or((value, ""));
        attributes.push((name, value));
        rest = after;
    }
    attributes
}
