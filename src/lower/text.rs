//! Lengths and cuts, in UTF-16 code units and at the boundaries of grapheme clusters.

use super::boundary::graphemes;

/// What stands in the place of what was cut; it counts.
const ELLIPSIS: char = '…';

/// The length in UTF-16 code units.
pub(crate) fn utf16_len(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    // A byte that begins a character, and another unit for one of the supplementary planes.
    let units = |&byte: &u8| u8::from(byte as i8 >= -0x40) + u8::from(byte >= 0xF0);
    // Their sum fits in a byte, so that sixteen are added at a time.
    let chunks = text.as_bytes().chunks(240);
    let counts = chunks.map(|chunk| usize::from(chunk.iter().map(units).sum::<u8>()));
    counts.sum()
}

/// Whether a text has at most `limit` UTF-16 code units.
pub(super) fn fits(text: &str, limit: usize) -> bool {
    // A code unit takes one to three bytes: most lengths need no counting, and a long text is not
    // counted again for each of its parts.
    text.len() <= limit || (text.len() <= 3 * limit && utf16_len(text) <= limit)
}

/// The offset after as many characters as have at most `limit` UTF-16 code units.
pub(super) fn prefix_end(text: &str, limit: usize) -> usize {
    let mut units = 0;
    text.char_indices()
        .find(|(_, c)| {
            units += c.len_utf16();
            units > limit
        })
        .map_or(text.len(), |(at, _)| at)
}

/// Cuts a text to `limit` code units, `…` included; `None` when it fits.
#[inline]
pub(super) fn cut(text: &str, limit: usize) -> Option<String> {
    // Nearly every text is far below its limit.
    (!fits(text, limit)).then(|| cut_down(text, limit))
}

fn cut_down(text: &str, limit: usize) -> String {
    let room = prefix_end(text, limit.saturating_sub(ELLIPSIS.len_utf16()));
    let mut kept = text[..grapheme_end(text, room)].trim_end().to_owned();
    kept.push(ELLIPSIS);
    kept
}

/// The last boundary between grapheme clusters at or before `end`; `end` itself, inside a cluster,
/// when there is none but the beginning.
pub(super) fn grapheme_end(text: &str, end: usize) -> usize {
    let Some(next) = text[end..].chars().next() else {
        return end;
    };
    // Whether there is a boundary at `end` depends on what stands before it and on one character
    // after it; a cluster can be as long as the text.
    let boundaries = graphemes(&text[..end + next.len_utf8()]);
    let boundary = boundaries.take_while(|&at| at <= end).last();
    boundary.filter(|&at| at > 0).unwrap_or(end)
}
