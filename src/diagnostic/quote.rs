//! Source text inside a message: short, on one line, with nothing invisible left invisible.

/// The most characters of the source that a message repeats; the span shows the rest.
const SHOWN: usize = 60;

/// The text between backticks.
pub(crate) fn quote(text: &str) -> String {
    let mut shown = String::new();
    push_quoted(&mut shown, text);
    shown
}

/// Adds the text between backticks.
pub(crate) fn push_quoted(out: &mut String, text: &str) {
    out.push('`');
    let end = text.char_indices().nth(SHOWN).map(|(end, _)| end);
    push_all_visible(out, &text[..end.unwrap_or(text.len())]);
    if end.is_some() {
        out.push('…');
    }
    out.push('`');
}

/// A text as a literal of Rust, in which nothing that is not seen is left as it is.
#[must_use]
pub fn literal(text: &str) -> String {
    let mut shown = String::from('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            shown.push('\\');
        }
        push_visible(&mut shown, c);
    }
    shown.push('"');
    shown
}

/// A text, such as a file's name, in which nothing moves the cursor or turns the direction.
#[must_use]
pub fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    push_all_visible(&mut shown, text);
    shown
}

fn push_all_visible(out: &mut String, text: &str) {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        out.push_str(text);
    } else {
        text.chars().for_each(|c| push_visible(out, c));
    }
}

/// Adds a character, escaped when a terminal or a reader would not see it for what it is.
fn push_visible(out: &mut String, c: char) {
    if is_invisible(c) {
        out.extend(c.escape_unicode());
    } else {
        out.push(c);
    }
}

/// Whether a character is shown escaped where source text is repeated: control characters, tab and
/// line end too, those that end lines or turn the direction of what follows, and those that nobody
/// sees and that no emoji or word is made of.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
                | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
                | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        )
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn a_literal_says_what_is_not_seen() {
        assert_eq!(literal("a 'b' \"c\" \\"), r#""a 'b' \"c\" \\""#);
        assert_eq!(literal("\0\t\u{202e}👇"), r#""\u{0}\u{9}\u{202e}👇""#);
    }
}
