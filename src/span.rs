//! Places in the source: byte ranges, and the line and column a person looks for.

use serde::Serialize;

/// A part of the source, from an offset up to another, always on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The part of `source` that this span covers; empty when the span is not one of that source.
    #[must_use]
    pub fn slice(self, source: &str) -> &str {
        source.get(self.start..self.end).unwrap_or_default()
    }
}

/// A [`Span`] with the line and the column at which it starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Location {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
    /// Line of the start, from 1. A line ends with `\n`, `\r\n` or `\r`.
    pub line: usize,
    /// Column of the start, from 1, in characters (Unicode scalar values).
    pub column: usize,
}

impl Location {
    /// The byte range without line and column.
    #[must_use]
    pub const fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Finds line and column of offsets. While they ascend, the source is read once.
pub(crate) struct Locator<'s> {
    source: &'s str,
    offset: usize,
    line: usize,
    column_offset: usize,
    column: usize,
}

impl<'s> Locator<'s> {
    pub(crate) const fn new(source: &'s str) -> Self {
        Self {
            source,
            offset: 0,
            line: 1,
            column_offset: 0,
            column: 1,
        }
    }

    pub(crate) fn locate(&mut self, span: Span) -> Location {
        let bytes = self.source.as_bytes();
        let start = span.start.min(bytes.len());
        if start < self.column_offset {
            return Self::new(self.source).locate(span);
        }
        if let Some(mut between) = bytes.get(self.offset..start) {
            if let ([rest @ .., b'\r'], Some(b'\n')) = (between, bytes.get(start)) {
                // The line ends with what follows.
                between = rest;
            }
            let is_end = |at: &usize| between.get(at + 1) != Some(&b'\n');
            let returns = memchr::memchr_iter(b'\r', between).filter(is_end);
            self.line += memchr::memchr_iter(b'\n', between).count() + returns.count();
            let last = between
                .iter()
                .rposition(|byte| matches!(byte, b'\n' | b'\r'));
            if let Some(last) = last {
                self.column_offset = self.offset + last + 1;
                self.column = 1;
            }
            self.offset += between.len();
        }
        if self.column_offset == 0 && start > 0 && self.source.starts_with('\u{FEFF}') {
            // A byte order mark is no character of its line.
            self.column_offset = '\u{FEFF}'.len_utf8();
        }
        // Columns are counted on from the last answer, so that a long line with many diagnostics
        // is read once.
        if let Some(between) = self.source.get(self.column_offset..start) {
            self.column += between.chars().count();
            self.column_offset = start;
        }
        Location {
            start: span.start,
            end: span.end,
            line: self.line,
            column: self.column,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_three_ways_and_columns_count_characters() {
        let source = "a\r\nbé\rc\n😀x";
        let mut locator = Locator::new(source);
        let mut place = |needle: &str| {
            let start = source.find(needle).unwrap();
            let found = locator.locate(Span::new(start, start + needle.len()));
            (found.line, found.column)
        };
        assert_eq!(place("a"), (1, 1));
        assert_eq!(place("é"), (2, 2));
        assert_eq!(place("c"), (3, 1));
        assert_eq!(place("x"), (4, 2));
        assert_eq!(place("é"), (2, 2));
    }
}
