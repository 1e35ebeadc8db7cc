//! Long texts in parts: at a paragraph, else a line, else a sentence, else a word, else between
//! two grapheme clusters.

use std::ops::Range;

use super::boundary::{graphemes, sentences};
use super::text::{fits, grapheme_end, prefix_end, utf16_len};
use super::unbroken::Unbroken;
use crate::syntax::is_blank;

/// Divides a text into parts of at most `limit` UTF-16 code units, each ending as late as it can:
/// at the last paragraph break in the second half of what fits, else the last line end there, and
/// so on. White space between parts goes; no part is empty.
pub(super) fn divide(text: &str, limit: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while !fits(rest, limit) {
        let end = head(rest, limit);
        parts.push(rest[..end].trim_end());
        rest = rest[end..].trim_start();
    }
    parts.push(rest);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Where the first part ends.
fn head(text: &str, limit: usize) -> usize {
    let fit = prefix_end(text, limit);
    let half = prefix_end(text, limit / 2);
    // A break right after what fits still ends a part that fits.
    let window = half + 1..=fit;
    let breaks =
        || memchr::memrchr_iter(b'\n', &text.as_bytes()[half + 1..=fit]).map(|at| half + 1 + at);
    let paragraph = breaks().find(|&at| is_paragraph_break(text, at));
    if let Some(at) = paragraph.or_else(|| breaks().next()) {
        return at;
    }
    // What is longer than a part is divided anyway, so nobody needs to know where it ends.
    let reach = fit + prefix_end(&text[fit..], limit);
    let unbroken = Unbroken::of(&text[..reach], limit);
    let sentence = || {
        // A cut in the middle of a sentence must not look like its end.
        let ahead = prefix_end(&text[fit..], 64) + fit;
        sentences(&text[..ahead])
            .take_while(|&at| at < ahead)
            .map(|at| text[..at].trim_end().len())
            .filter(|&end| window.contains(&end) && unbroken.allows(end))
            .last()
    };
    let word = || {
        let after = text[fit..].starts_with(char::is_whitespace).then_some(fit);
        let spaces = text[half..fit].rmatch_indices(char::is_whitespace);
        let mut spaces = after.into_iter().chain(spaces.map(|(at, _)| half + at));
        spaces.find(|at| window.contains(at) && unbroken.allows(*at))
    };
    let grapheme = || {
        let around = unbroken.around(fit);
        // The part before it must show something.
        let whole = around
            .map(|range| range.start)
            .filter(|&start| !is_blank(&text[..start]));
        whole.unwrap_or_else(|| grapheme_end(text, fit))
    };
    sentence().or_else(word).unwrap_or_else(grapheme)
}

/// Where the last part begins that stands above buttons: at the first paragraph within the last
/// `limit` code units, else the first line, and so on. Zero when the whole text fits. The part
/// shows something, if the text does within its last `limit` code units.
pub(super) fn tail(text: &str, limit: usize) -> usize {
    if fits(text, limit) {
        return 0;
    }
    let skipped = utf16_len(text) - limit;
    let mut from = prefix_end(text, skipped);
    if utf16_len(&text[..from]) < skipped {
        // The boundary fell inside a surrogate pair.
        from += text[from..].chars().next().map_or(0, char::len_utf8);
    }
    let last = last_visible(text).start;
    // White space before that point may be a break whose text begins right at it.
    let blank = text[..from].trim_end().len();
    let after = |at: usize| text.len() - text[at..].trim_start().len();
    let shows = |&at: &usize| at <= last;
    let breaks = || memchr::memchr_iter(b'\n', &text.as_bytes()[blank..=last]).map(|at| blank + at);
    let paragraph = breaks().find(|&at| is_paragraph_break(text, at));
    let line = paragraph.or_else(|| breaks().next()).map(after);
    if let Some(at) = line.filter(shows) {
        return at;
    }
    let unbroken = Unbroken::of(text, limit);
    let sentence = || {
        let mut bounds = sentences(text).map(after).filter(|&at| at >= from);
        bounds.find(|&at| unbroken.allows(at)).filter(shows)
    };
    let word = || {
        let spaces = text[blank..].match_indices(char::is_whitespace);
        let mut spaces = spaces.map(|(at, _)| blank + at);
        spaces
            .find(|&at| unbroken.allows(at))
            .map(after)
            .filter(shows)
    };
    let grapheme = || {
        let from = unbroken.around(from).map_or(from, |range| range.end);
        graphemes(text).find(|&at| at >= from).filter(shows)
    };
    let anywhere = || graphemes(text).find(|&at| at >= from).filter(shows);
    sentence()
        .or_else(word)
        .or_else(grapheme)
        .or_else(anywhere)
        .unwrap_or(from)
}

/// The last character that shows something; empty when there is none.
pub(super) fn last_visible(text: &str) -> Range<usize> {
    let visible = |&(at, c): &(usize, char)| !is_blank(&text[at..at + c.len_utf8()]);
    let last = text.char_indices().rfind(visible);
    last.map_or(0..0, |(at, c)| at..at + c.len_utf8())
}

/// Whether the line end at `at` is followed by a blank line.
fn is_paragraph_break(text: &str, at: usize) -> bool {
    let rest = &text[at + 1..];
    let next = rest.trim_start_matches(|c: char| c.is_whitespace() && c != '\n');
    next.starts_with('\n')
}
