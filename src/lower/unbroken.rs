//! What a text is not divided in: links, and code spans.

use std::ops::Range;

use super::text::fits;

/// The links and code spans of a text, in their order, none within another.
pub(super) struct Unbroken(Vec<Range<usize>>);

impl Unbroken {
    /// Those that fit a part of at most `limit` UTF-16 code units: the others are divided anyway,
    /// and where any text is.
    pub(super) fn of(text: &str, limit: usize) -> Self {
        let mut ranges = code_spans(text);
        ranges.extend(links(text, limit));
        ranges.retain(|range| fits(&text[range.clone()], limit));
        ranges.sort_unstable_by_key(|range| range.start);
        // Of those that overlap the earlier stays: what is left is sorted by its ends too.
        let mut end = 0;
        ranges.retain(|range| {
            let free = range.start >= end;
            end = if free { range.end } else { end };
            free
        });
        Self(ranges)
    }

    /// The link or code span that a break at `at` would divide.
    pub(super) fn around(&self, at: usize) -> Option<&Range<usize>> {
        let next = self.0.partition_point(|range| range.end <= at);
        self.0.get(next).filter(|range| range.start < at)
    }

    /// Whether a break at `at` leaves every link and code span whole.
    pub(super) fn allows(&self, at: usize) -> bool {
        self.around(at).is_none()
    }
}

/// From the scheme, or a `www.` that begins a word, to the next white space or backtick; where that is more
/// than `limit` away, as in scripts that write no white space, to the first character that is not ASCII.
fn links(text: &str, limit: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let (mut end, mut space) = (0, 0);
    starts(text).filter_map(move |start| {
        if start < end {
            // A part of the link before it, whose end is known.
            return None;
        }
        let rest = &text[start..];
        let to = |found: fn(char) -> bool| start + rest.find(found).unwrap_or(rest.len());
        if space <= start {
            space = to(ends_link);
        }
        end = if fits(&text[start..space], limit) {
            space
        } else {
            to(|c| ends_link(c) || !c.is_ascii())
        };
        Some(start..end)
    })
}

/// Where a scheme of the web begins that has its `://`, or a word with `www.`. They ascend: no scheme holds
/// a point.
fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    memchr::memchr2_iter(b':', b'.', text.as_bytes()).filter_map(|at| {
        let (before, behind) = text.as_bytes().split_at(at);
        match behind {
            [b':', b'/', b'/', ..] => ["https", "http"].into_iter().find_map(|scheme| {
                let start = at.checked_sub(scheme.len())?;
                let is_here = before[start..].eq_ignore_ascii_case(scheme.as_bytes());
                is_here.then_some(start)
            }),
            [b'.', ..] => {
                let before = before.strip_suffix(b"www")?;
                let in_word = before.last().is_some_and(u8::is_ascii_alphanumeric);
                (!in_word).then_some(before.len())
            }
            _ => None,
        }
    })
}

/// A backtick begins a code span, or ends the one that the link stands in.
fn ends_link(c: char) -> bool {
    c.is_whitespace() || c == '`'
}

/// From a run of backticks to the next one of the same length on its line.
fn code_spans(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<(usize, Range<usize>)> = Vec::new();
    let mut line = 0;
    for at in memchr::memchr2_iter(b'`', b'\n', text.as_bytes()) {
        match runs.last_mut() {
            _ if text.as_bytes()[at] == b'\n' => line += 1,
            Some((_, run)) if run.end == at => run.end += 1,
            _ => runs.push((line, at..at + 1)),
        }
    }
    // For each run the next one like it.
    let each = runs.iter().enumerate();
    let mut sorted: Vec<_> = each
        .map(|(index, (line, run))| (*line, run.len(), index))
        .collect();
    sorted.sort_unstable();
    let mut closers = vec![None; runs.len()];
    for pair in sorted.windows(2) {
        if let [(line, length, index), (next_line, next_length, next)] = *pair {
            closers[index] = (line == next_line && length == next_length).then_some(next);
        }
    }
    let mut spans = Vec::new();
    let mut index = 0;
    while let Some((_, run)) = runs.get(index) {
        if let Some(closer) = closers[index] {
            spans.push(run.start..runs[closer].1.end);
            index = closer;
        }
        index += 1;
    }
    spans
}
