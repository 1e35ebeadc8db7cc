//! Control characters, which are never sent.

use crate::strings;

/// What control characters a source has.
#[derive(Clone, Copy, Default)]
pub(super) struct Controls {
    /// Some that are left out.
    pub(super) unsent: bool,
    /// Carriage returns.
    pub(super) returns: bool,
}

impl Controls {
    pub(super) fn of(source: &str) -> Self {
        let mut found = Self::default();
        let (words, rest) = source.as_bytes().as_chunks::<8>();
        for word in words {
            if strings::below(u64::from_le_bytes(*word), b' ') != 0 {
                found.note(word);
            }
        }
        found.note(rest);
        found
    }

    fn note(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.unsent |= is_control(byte);
            self.returns |= byte == b'\r';
        }
    }
}

/// C0 controls but line end and tab; a carriage return is part of a line end or alone one.
pub(super) const fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t')
}

pub(super) fn without_controls(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .filter(|&c| !(c.is_ascii() && is_control(c as u8)))
}
