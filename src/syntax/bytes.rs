//! Kinds of ASCII bytes, looked up: a search by kind takes a few instructions a byte, where a search
//! by character takes a dozen. No other byte is of any kind.

/// A set of kinds, a bit each.
#[derive(Clone, Copy)]
pub(super) struct Kinds(u8);

/// What the name of a scheme is made of.
pub(super) const SCHEME: Kinds = Kinds(1);
/// What the name of a host is made of.
pub(super) const HOST: Kinds = Kinds(1 << 1);
/// What may stand anywhere in a URL, and hides nothing: no escape, no quote, no angle bracket.
pub(super) const URL: Kinds = Kinds(1 << 2);
/// What a payload is made of that is what it says: no escape.
pub(super) const PLAIN: Kinds = Kinds(1 << 3);
/// What can begin something else than text.
pub(super) const STOP: Kinds = Kinds(1 << 4);

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
        if b.is_ascii_graphic() && b != b'\\' {
            table[byte] |= PLAIN.0;
        }
        if matches!(b, b'[' | b']' | b'\\' | b'`' | b'<' | b'&') {
            table[byte] |= STOP.0;
        }
        byte += 1;
    }
    table
};

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
