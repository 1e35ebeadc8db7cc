//! What a character is to the rules of running text: letter, emoji, mark.

use crate::character::Kind;
use crate::syntax::is_blank;

/// A kind of character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// White space, and what shows nothing.
    Blank,
    /// A letter or a digit.
    Word,
    /// A part of an emoji.
    Emoji,
    /// A dash.
    Dash,
    /// Other punctuation, mathematical and modifying symbols.
    Mark,
    /// Anything else.
    Other,
}

/// The characters of a text with their kinds. A keycap's digit belongs to its emoji.
pub(super) fn classes(text: &str) -> impl DoubleEndedIterator<Item = (char, Class)> + '_ {
    text.char_indices().map(|(at, c)| {
        let next = &text[at + c.len_utf8()..];
        let keycap = matches!(c, '0'..='9' | '#' | '*')
            && next
                .strip_prefix('\u{FE0F}')
                .unwrap_or(next)
                .starts_with('\u{20E3}');
        (c, if keycap { Class::Emoji } else { class(c) })
    })
}

fn class(c: char) -> Class {
    if c.is_ascii_alphanumeric() {
        return Class::Word;
    }
    if c.is_whitespace() {
        return Class::Blank;
    }
    // Variation selector 16, the joiner, the keycap, and the tags of flags.
    let part = matches!(
        c,
        '\u{FE0F}' | '\u{200D}' | '\u{20E3}' | '\u{E0020}'..='\u{E007F}'
    );
    let kind = Kind::of(c);
    if part || kind == Kind::Emoji {
        return Class::Emoji;
    }
    if is_blank(c.encode_utf8(&mut [0; 4])) {
        return Class::Blank;
    }
    if c.is_alphanumeric() {
        return Class::Word;
    }
    match kind {
        Kind::Dash => Class::Dash,
        Kind::Mark => Class::Mark,
        Kind::Control => Class::Blank,
        _ => Class::Other,
    }
}

/// Whether a text has a letter of ASCII, as nearly every one that has a word does: no other kind of
/// character is one.
fn has_letter(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Whether a text has a letter or a digit.
pub(super) fn has_word(text: &str) -> bool {
    has_letter(text) || classes(text).any(|(_, class)| class == Class::Word)
}

/// Whether a text has emoji and nothing else to see.
pub(super) fn is_only_emoji(text: &str) -> bool {
    let mut found = false;
    !has_letter(text)
        && classes(text).all(|(_, class)| {
            found |= class == Class::Emoji;
            matches!(class, Class::Emoji | Class::Blank)
        })
        && found
}

/// Whether a line has nothing to read: white space, punctuation, emoji, and the list marker that it
/// begins with, if it was `marked` by one.
pub(super) fn is_ornament(line: &str, marked: impl FnOnce() -> bool) -> bool {
    // No marker has a letter.
    if has_letter(line) {
        return false;
    }
    let marker = if marked() { marker(line).len() } else { 0 };
    classes(&line[marker..]).all(|(_, class)| !matches!(class, Class::Word | Class::Other))
}

/// The length of the list marker that a line begins with, indentation and white space included;
/// zero when there is none.
pub(super) fn list_marker(line: &str) -> usize {
    let marker = marker(line);
    let after = &line[marker.len()..];
    let blanks = after.len() - after.trim_start().len();
    if marker.is_empty() || blanks == 0 {
        return 0;
    }
    marker.len() + blanks
}

/// What is a list marker if white space follows, indentation included; empty when there is none.
fn marker(line: &str) -> &str {
    let rest = line.trim_start_matches([' ', '\t']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let marks = if digits > 0 {
        ['.', ')'].as_slice()
    } else {
        &['-', '*', '+', '•']
    };
    let mut marker = rest[digits..].chars();
    match marker.next() {
        Some(mark) if marks.contains(&mark) => &line[..line.len() - marker.as_str().len()],
        _ => "",
    }
}
