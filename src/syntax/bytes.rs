//! Kinds of bytes, looked up: a search by kind takes a few instructions a byte, where a search by
//! character takes a dozen.

use wide::u8x16;

use crate::strings;

/// A set of kinds, a bit each.
#[derive(Clone, Copy)]
pub(super) struct Kinds(u8);

/// What the name of a scheme is made of.
pub(super) const SCHEME: Kinds = Kinds(1);
/// What the name of a host is made of.
pub(super) const HOST: Kinds = Kinds(1 << 1);
/// What may stand anywhere in a URL, and hides nothing: no escape, no quote, no angle bracket.
pub(super) const URL: Kinds = Kinds(1 << 2);
/// What a word of a label is made of that is what it says: no bracket, escape, code or comment, and no byte of
/// those that white space beyond ASCII has one of.
pub(super) const WORD: Kinds = Kinds(1 << 3);

/// What a line can begin with that is more than text and buttons: indentation, the mark of a fence,
/// a list, a directive, a separator or a heading.
pub(super) const MARK: Kinds = Kinds(1 << 4);

const TABLE: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let b = byte as u8;
        let alphanumeric = b.is_ascii_alphanumeric();
        if alphanumeric || matches!(b, b'+' | b'-' | b'.') {
            table[byte] |= SCHEME.0;
        }
        if alphanumeric || matches!(b, b'-' | b'.' | b'_') {
            table[byte] |= HOST.0;
        }
        if b.is_ascii_graphic() && !matches!(b, b'\\' | b'"' | b'<' | b'>') {
            table[byte] |= URL.0;
        }
        if b.is_ascii_graphic() && !matches!(b, b'[' | b'\\' | b']' | b'`' | b'<' | b'&') {
            table[byte] |= WORD.0;
        }
        if b.is_ascii_digit()
            || matches!(
                b,
                b' ' | b'\t' | b'`' | b'~' | b'-' | b'*' | b'+' | b':' | b'#'
            )
        {
            table[byte] |= MARK.0;
        }
        byte += 1;
    }
    while byte < 256 {
        if !matches!(byte, 0x80 | 0xC2 | 0xE2) {
            table[byte] |= WORD.0;
        }
        byte += 1;
    }
    table
};

/// Where the first byte is that can begin something else than text, or ends it; or a control character.
#[inline]
pub(super) fn find_stop(bytes: &[u8]) -> Option<usize> {
    strings::find_zero(bytes, stop)
}

/// Zero for such a byte.
fn stop(bytes: u8x16) -> u8x16 {
    // `[`, `\` and `]` follow each other.
    let bracket = (bytes - u8x16::splat(b'[')).saturating_sub(u8x16::splat(2));
    // Line ends among them: the others are rare.
    let control = bytes.saturating_sub(u8x16::splat(0x0F));
    bracket.min(control).min(strings::zero_at(bytes, b"`<&"))
}

/// How many bytes a text begins with that a target is made of that is what it says: as in a URL, without
/// parentheses.
pub(super) fn target_prefix(bytes: &[u8]) -> usize {
    let end = strings::find_zero(bytes, |bytes| {
        let [space, delete, one, two] = [b' ', 0x7F, 1, 2].map(u8x16::splat);
        let graphic = bytes
            .saturating_sub(space)
            .min(delete.saturating_sub(bytes));
        // `<` and `>`, `(` and `)` differ in one bit.
        let angle = (bytes | two) ^ u8x16::splat(b'>');
        let round = (bytes | one) ^ u8x16::splat(b')');
        let other = strings::zero_at(bytes, b"\"\\");
        graphic.min(angle).min(round).min(other)
    });
    end.unwrap_or(bytes.len())
}

impl Kinds {
    pub(super) const fn has(self, byte: u8) -> bool {
        TABLE[byte as usize] & self.0 != 0
    }

    /// How many bytes of these kinds a text begins with.
    pub(super) fn prefix(self, bytes: &[u8]) -> usize {
        let end = bytes.iter().position(|&byte| !self.has(byte));
        end.unwrap_or(bytes.len())
    }

    /// Whether all of a text is of these kinds.
    pub(super) fn all(self, text: &str) -> bool {
        text.bytes().all(|byte| self.has(byte))
    }
}

#[cfg(test)]
mod tests {
    use super::{WORD, find_stop};

    #[test]
    fn what_ends_a_word_of_a_label_is_what_can_begin_something_else() {
        for byte in b'!'..=b'~' {
            let stops = find_stop(&[byte]).is_some();
            assert_eq!(WORD.has(byte), !stops, "{}", char::from(byte));
        }
    }
}
