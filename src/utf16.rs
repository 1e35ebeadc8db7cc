//! Offsets for hosts whose strings are UTF-16: JavaScript, Java, C#, the Language Server Protocol.
//!
//! The library counts bytes of UTF-8. Such a host converts what it gets, once:
//!
//! ```
//! use tapmark::utf16::Offsets;
//!
//! let source = "👋 $[Buy](9,99)";
//! let mut found = tapmark::check(source, &tapmark::Options::builder().build()?);
//! Offsets::new(source).convert(&mut found);
//!
//! let place = found[0].span.span();
//! let units: Vec<u16> = source.encode_utf16().collect();
//! assert_eq!(String::from_utf16_lossy(&units[place.start..place.end]), "9,99");
//! # Ok::<(), tapmark::OptionsError>(())
//! ```
//!
//! Their strings may also hold half of a surrogate pair, which UTF-8 cannot write: where it was,
//! the source has U+FFFD, and [`Offsets::report_lone_surrogates`] says so.

use crate::diagnostic::{Code, Diagnostic, Finding, Settled, merged};
use crate::span::Span;

/// How many bytes lie between two entries of the table.
const STEP: usize = 64;

/// Converts offsets into a source between bytes of UTF-8 and UTF-16 code units.
///
/// It is made in one pass over the source, and converts an offset in constant time from bytes and
/// in logarithmic time to bytes, in any order. A source that is all ASCII has the same offsets in
/// both, and needs no table.
#[derive(Clone, Debug)]
pub struct Offsets<'s> {
    source: &'s str,
    /// For every [`STEP`] bytes the number of units before them; empty when the source is ASCII.
    table: Vec<usize>,
}

impl<'s> Offsets<'s> {
    /// A converter for a source.
    #[must_use]
    pub fn new(source: &'s str) -> Self {
        let mut table = Vec::new();
        if !source.is_ascii() {
            table.reserve_exact(source.len() / STEP + 1);
            let mut units = 0;
            for chunk in source.as_bytes().chunks(STEP) {
                table.push(units);
                units += units_in(chunk);
            }
        }
        Self { source, table }
    }

    /// The offset in UTF-16 code units of a byte. Inside a character it is that of its start;
    /// beyond the end of the source it is that of the end.
    ///
    /// ```
    /// let offsets = tapmark::utf16::Offsets::new("é👋x");
    /// assert_eq!(offsets.from_byte("é👋".len()), 3);
    /// ```
    #[must_use]
    #[allow(
        clippy::wrong_self_convention,
        reason = "it is the offset that is converted"
    )]
    pub fn from_byte(&self, byte: usize) -> usize {
        let end = byte.min(self.source.len());
        // A character has at most four bytes: the loop ends at once.
        let byte = (0..=end)
            .rfind(|&byte| self.source.is_char_boundary(byte))
            .unwrap_or_default();
        // At the end of a source whose length is a multiple of the step, the entry before it.
        let entry = (byte / STEP).min(self.table.len().saturating_sub(1));
        let Some(&units) = self.table.get(entry) else {
            return byte;
        };
        units + units_in(&self.source.as_bytes()[entry * STEP..byte])
    }

    /// The byte at an offset in UTF-16 code units. Inside a character, as between the two halves of
    /// a surrogate pair, it is its first; beyond the end of the source it is the end.
    ///
    /// ```
    /// let offsets = tapmark::utf16::Offsets::new("é👋x");
    /// assert_eq!(offsets.to_byte(3), "é👋".len());
    /// ```
    #[must_use]
    pub fn to_byte(&self, offset: usize) -> usize {
        let entry = self.table.partition_point(|&units| units <= offset);
        let Some(entry) = entry.checked_sub(1) else {
            return offset.min(self.source.len());
        };
        // A step may begin inside a character, which was counted with its first byte.
        let mut byte = (entry * STEP..self.source.len())
            .find(|&byte| self.source.is_char_boundary(byte))
            .unwrap_or(self.source.len());
        let mut units = self.table[entry];
        for c in self.source[byte..].chars() {
            units += c.len_utf16();
            if units > offset {
                break;
            }
            byte += c.len_utf8();
        }
        byte
    }

    /// Converts every offset of diagnostics: their places, and the edits of their fixes. Line and
    /// column stay; a column counts characters.
    pub fn convert(&self, diagnostics: &mut [Diagnostic]) {
        if self.table.is_empty() {
            return;
        }
        for diagnostic in diagnostics {
            let place = &mut diagnostic.span;
            place.start = self.from_byte(place.start);
            place.end = self.from_byte(place.end);
            for edit in diagnostic.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
                edit.start = self.from_byte(edit.start);
                edit.end = self.from_byte(edit.end);
            }
        }
    }

    /// Adds a warning for each half of a surrogate pair that the host found in its string, at these
    /// offsets in UTF-16 code units, in place order. To be called before [`Offsets::convert`].
    ///
    /// ```
    /// use tapmark::utf16::Offsets;
    ///
    /// let arrived = "Hi \u{FFFD}"; // "Hi \uD83D" in JavaScript
    /// let mut found = Vec::new();
    /// Offsets::new(arrived).report_lone_surrogates(&[3], &mut found);
    /// assert_eq!(found[0].code, tapmark::Code::LoneSurrogate);
    /// ```
    pub fn report_lone_surrogates(&self, offsets: &[usize], diagnostics: &mut Vec<Diagnostic>) {
        if offsets.is_empty() {
            return;
        }
        let found = offsets.iter().map(|&offset| {
            let start = self.to_byte(offset);
            let character = self.source[start..].chars().next();
            lone_surrogate(Span::new(
                start,
                start + character.map_or(0, char::len_utf8),
            ))
        });
        let mut settled = Settled::new(self.source);
        settled.add(&mut found.collect());
        *diagnostics = merged(std::mem::take(diagnostics), settled.diagnostics);
    }
}

/// The UTF-16 code units of the characters that begin in these bytes: one each, and two for those
/// of four bytes.
fn units_in(bytes: &[u8]) -> usize {
    let units = |&byte: &u8| usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0);
    bytes.iter().map(units).sum()
}

fn lone_surrogate(span: Span) -> Finding {
    let message = "half of a surrogate pair is no character and cannot be sent, so it is U+FFFD, \
                   the replacement character";
    Finding::new(Code::LoneSurrogate, span, message)
        .help("where this string was made, cut it between characters, not within an emoji")
}
