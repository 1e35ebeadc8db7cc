//! A string of JSON as programs whose strings are UTF-16 write it: an escape such as `\ud83d` may
//! stand for half of a surrogate pair, which no string of Rust can hold.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use tapmark::Diagnostic;
use tapmark::utf16::Offsets;

/// The bytes of half of a surrogate pair, and of U+FFFD.
const HALF: usize = 3;

/// A text with U+FFFD where it had half of a surrogate pair.
#[derive(Debug)]
pub(crate) struct Text<'l> {
    pub(crate) value: Cow<'l, str>,
    /// Where the halves were, in bytes of the text.
    lone: Vec<usize>,
}

impl Text<'_> {
    /// Adds a warning for each half.
    pub(crate) fn report_halves(&self, diagnostics: &mut Vec<Diagnostic>) {
        if !self.lone.is_empty() {
            let offsets = Offsets::new(&self.value);
            let units = |&byte: &usize| offsets.from_byte(byte);
            let lone: Vec<_> = self.lone.iter().map(units).collect();
            offsets.report_lone_surrogates(&lone, diagnostics);
        }
    }
}

impl<'de: 'l, 'l> Deserialize<'de> for Text<'l> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Asked for bytes, serde_json writes each half as three of them, as if it were a character.
        deserializer.deserialize_bytes(Bytes)
    }
}

struct Bytes;

impl<'de> Visitor<'de> for Bytes {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_bytes<E: de::Error>(self, bytes: &'de [u8]) -> Result<Text<'de>, E> {
        match str::from_utf8(bytes) {
            Ok(text) => Ok(Text {
                value: Cow::Borrowed(text),
                lone: Vec::new(),
            }),
            Err(_) => self.visit_bytes(bytes),
        }
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Text<'de>, E> {
        let mut bytes = bytes.to_owned();
        let mut lone = Vec::new();
        // No character begins so.
        let is_half = |pair: &[u8]| pair[0] == 0xED && pair[1] >= 0xA0;
        let mut after = 0;
        while let Some(found) = bytes[after..].windows(2).position(is_half) {
            let at = after + found;
            after = at + HALF;
            bytes[at..after].copy_from_slice("\u{FFFD}".as_bytes());
            lone.push(at);
        }
        let text = String::from_utf8(bytes).map_err(E::custom)?;
        Ok(Text {
            value: Cow::Owned(text),
            lone,
        })
    }
}
