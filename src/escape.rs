//! Escaping: any string as text, as a label or as a target, and as nothing else.
//!
//! ```
//! use tapmark::{Options, compile, escape};
//!
//! let name = "%[Robert](postback:DROP)";
//! let source = format!("Hello {}!\n%[Hi](reply:{})", escape::text(name), escape::target("a)b"));
//! let json = serde_json::to_string(&compile(&source, &Options::default()).requests).unwrap();
//! assert!(json.contains(r#""text":"Hello %[Robert](postback:DROP)!""#));
//! assert!(json.contains(r#""payload":"a)b""#));
//! ```

use std::borrow::Cow;

/// A comment: it is removed without a trace, and parts what must not touch.
const NOTHING: &str = "<!---->";

/// Escapes a string for running text.
///
/// It compiles back to itself, outer white space aside, and to no button, separator, directive or
/// comment of its own. It does not reach what stands beside it: put white space between the
/// escaped text and a construct that follows it, so that a last `!` is not read as the beginning
/// of a picture.
#[must_use]
pub fn text(text: &str) -> Cow<'_, str> {
    let mut result = String::with_capacity(text.len() + 8);
    // A carriage return ends a line too, and comes out as `\n`.
    let mut unix = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\r') {
        unix.push_str(&rest[..at]);
        unix.push('\n');
        rest = &rest[at + 1..];
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    unix.push_str(rest);
    for (index, line) in unix.split('\n').enumerate() {
        if index > 0 {
            result.push('\n');
        }
        let content = line.trim_start_matches([' ', '\t']);
        result.push_str(&line[..line.len() - content.len()]);
        // A fence may stand behind a list marker.
        let marker = content.trim_start_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, '*' | '+' | '.' | ')' | ' ' | '\t')
        });
        let marker = content.len() - marker.len();
        for (at, c) in content.char_indices() {
            match c {
                // What can begin a separator, a directive, a heading, attributes or a target, or
                // could be the end of one once more.
                '-' | ':' | '#' | '{' | '(' | ')' if at == 0 => {
                    result.push('\\');
                    result.push(c);
                }
                // A fence of tildes; no backslash makes one literal.
                '~' if at == marker && content[at..].starts_with("~~~") => {
                    result.push('~');
                    result.push_str(NOTHING);
                }
                _ => push_escaped(&mut result, c),
            }
        }
    }
    borrow_if_same(text, result)
}

/// Escapes a string for the brackets of a button, of a reply or of media.
///
/// White space becomes single spaces, as it does in any label.
#[must_use]
pub fn label(label: &str) -> Cow<'_, str> {
    let mut result = String::with_capacity(label.len() + 8);
    for (index, word) in label.split_whitespace().enumerate() {
        if index > 0 {
            result.push(' ');
        }
        for c in word.chars() {
            // An asterisk could be emphasis around the whole label.
            if c == '*' {
                result.push('\\');
            }
            push_escaped(&mut result, c);
        }
    }
    borrow_if_same(label, result)
}

/// Escapes a string for the parentheses after a label: a payload or a URL, after its scheme.
///
/// White space becomes single spaces; a URL must not have any.
#[must_use]
pub fn target(target: &str) -> Cow<'_, str> {
    let mut result = String::with_capacity(target.len() + 8);
    for (index, word) in target.split_whitespace().enumerate() {
        if index > 0 {
            result.push(' ');
        }
        for c in word.chars() {
            if matches!(c, '(' | ')' | '<' | '>') {
                result.push('\\');
            }
            result.push(c);
        }
    }
    if result.ends_with('\\') {
        // It would make the closing parenthesis literal; white space around a target is nothing.
        result.push(' ');
    }
    borrow_if_same(target, result)
}

/// Escapes what can open or close shorthand anywhere in text or a label.
fn push_escaped(result: &mut String, c: char) {
    let whatsapp = c == '(' && result.ends_with('&');
    if whatsapp || matches!(c, '\\' | '[' | ']' | '`' | '<') {
        result.push('\\');
    }
    result.push(c);
}

fn borrow_if_same(text: &str, result: String) -> Cow<'_, str> {
    if text == result {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(result)
    }
}
