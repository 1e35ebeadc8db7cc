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
        // Line feeds alone are common: they are made the greatest of all.
        let control = |byte: u8| (byte ^ b'\n').wrapping_sub(1).saturating_sub(0x1E);
        if let Some(first) = strings::find_zero(source.as_bytes(), control) {
            found.note(&source.as_bytes()[first..]);
        }
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
