//! Searching and joining strings, in little code.
//!
//! What the standard library and `memchr::memmem` have for this prepares itself for strings of any
//! length and is compiled for each kind of string again: 6 KB of the gzipped WebAssembly.

use wide::u8x16;

/// Where `needle` stands in `text` first. It is of a few bytes, the first of them rare: each place
/// where that one stands is looked at.
pub(crate) fn find(text: &str, needle: &str) -> Option<usize> {
    find_bytes(text.as_bytes(), needle.as_bytes())
}

/// [`find`] in bytes.
pub(crate) fn find_bytes(text: &[u8], needle: &[u8]) -> Option<usize> {
    let first = needle.first()?;
    memchr::memchr_iter(*first, text).find(|&at| text[at..].starts_with(needle))
}

/// Where `needle` stands in `text` last, as [`find`] does.
pub(crate) fn rfind(text: &[u8], needle: &[u8]) -> Option<usize> {
    let first = needle.first()?;
    memchr::memrchr_iter(*first, text).find(|&at| text[at..].starts_with(needle))
}

/// Everywhere that `needle` stands in `text`, none within another, as [`find`] does.
pub(crate) fn find_all<'t>(text: &'t str, needle: &'t str) -> impl Iterator<Item = usize> + 't {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + find(&text[from..], needle)?;
        from = at + needle.len();
        Some(at)
    })
}

/// Whether `needle`, which may be as long as the text, stands in it: the algorithm of Knuth, Morris
/// and Pratt.
pub(crate) fn contains(text: &str, needle: &str) -> bool {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    // For each end of the needle, how much of its beginning ends there, too.
    let mut borders = vec![0; needle.len()];
    let step = |borders: &[usize], mut matched: usize, byte: u8| {
        while matched > 0 && needle.get(matched) != Some(&byte) {
            matched = borders[matched - 1];
        }
        matched + usize::from(needle.get(matched) == Some(&byte))
    };
    for index in 1..needle.len() {
        borders[index] = step(&borders, borders[index - 1], needle[index]);
    }
    let mut matched = 0;
    needle.is_empty()
        || text.iter().any(|&byte| {
            matched = step(&borders, matched, byte);
            matched == needle.len()
        })
}

/// Whether two words are the same in any case of ASCII. It is asked in a dozen places, and compiled once.
#[inline(never)]
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// Whether a text begins so, in any case of ASCII.
pub(crate) fn begins(text: &str, beginning: &str) -> bool {
    let start = text.get(..beginning.len());
    start.is_some_and(|start| same(start, beginning))
}

/// The text up to where its first line ends.
pub(crate) fn first_line(text: &str) -> &str {
    let end = memchr::memchr2(b'\n', b'\r', text.as_bytes());
    &text[..end.unwrap_or(text.len())]
}

/// Whether a text is nothing but white space, which nearly every text denies at once.
pub(crate) fn is_white(text: &str) -> bool {
    let rest = text.trim_ascii_start();
    let shows = rest.as_bytes().first().is_some_and(u8::is_ascii_graphic);
    !shows && rest.trim_start().is_empty()
}

/// A text without the white space around it.
#[inline]
pub(crate) fn trimmed(text: &str) -> &str {
    // Spares nearly every text the search for white space of any kind, character by character.
    let text = text.trim_ascii();
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// Where the first byte stands of which `zero` makes 0; of a letter it makes something else. Bytes are
/// looked at sixteen at a time.
#[inline(always)]
pub(crate) fn find_zero(bytes: &[u8], zero: impl Fn(u8x16) -> u8x16) -> Option<usize> {
    let among = |chunk: &[u8; 16]| {
        let found = zero(u8x16::new(*chunk)).simd_eq(u8x16::ZERO).to_bitmask();
        (found != 0).then(|| found.trailing_zeros() as usize)
    };
    let (chunks, rest) = bytes.as_chunks();
    for (index, chunk) in chunks.iter().enumerate() {
        if let Some(at) = among(chunk) {
            return Some(16 * index + at);
        }
    }
    if rest.is_empty() {
        return None;
    }
    // What is left, with what is known already before it, or twice, or with letters behind it.
    let length = bytes.len();
    let mut left = [b'x'; 16];
    if let Some(last) = bytes.last_chunk() {
        left = *last;
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        left[..8].copy_from_slice(first);
        left[8..].copy_from_slice(last);
    } else {
        left[..length].copy_from_slice(bytes);
    }
    let at = among(&left)?;
    let is_begin = length < 16 && at < 8;
    Some(if is_begin { at } else { length + at - 16 })
}

/// Zero where one of these bytes stands.
#[inline(always)]
pub(crate) fn zero_at<const N: usize>(bytes: u8x16, of: &[u8; N]) -> u8x16 {
    let each = of.map(|byte| bytes ^ u8x16::splat(byte));
    each.into_iter().fold(u8x16::MAX, u8x16::min)
}

/// Adds a number in decimal digits.
pub(crate) fn push_number(out: &mut String, number: usize) {
    let mut power = 1;
    while number / power >= 10 {
        power *= 10;
    }
    while power > 0 {
        // A digit fits.
        out.push(char::from(b'0' + (number / power % 10) as u8));
        power /= 10;
    }
}

/// The parts with `between` between them.
pub(crate) fn join<T: AsRef<str>>(parts: &[T], between: &str) -> String {
    let mut joined = String::with_capacity(parts.iter().map(|part| part.as_ref().len()).sum());
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            joined.push_str(between);
        }
        joined.push_str(part.as_ref());
    }
    joined
}

#[cfg(test)]
mod tests {
    use wide::u8x16;

    use super::{contains, find, find_all, find_zero, join, rfind};

    /// Every string of up to `length` of these letters.
    fn strings(length: usize) -> Vec<String> {
        let mut all = vec![String::new()];
        let mut from = 0;
        for _ in 0..length {
            let end = all.len();
            for index in from..end {
                for letter in ["a", "b"] {
                    let longer = format!("{}{letter}", all[index]);
                    all.push(longer);
                }
            }
            from = end;
        }
        all
    }

    #[test]
    fn searching_finds_what_the_standard_library_finds() {
        for text in strings(8) {
            for needle in strings(5) {
                assert_eq!(contains(&text, &needle), text.contains(&needle));
                if needle.is_empty() {
                    continue;
                }
                assert_eq!(find(&text, &needle), text.find(&needle));
                assert_eq!(
                    rfind(text.as_bytes(), needle.as_bytes()),
                    text.rfind(&needle)
                );
                let all: Vec<_> = text.match_indices(&needle).map(|(at, _)| at).collect();
                assert_eq!(find_all(&text, &needle).collect::<Vec<_>>(), all);
            }
        }
    }

    #[test]
    fn the_first_of_the_bytes_is_found_in_texts_of_any_length() {
        let star = |bytes| bytes ^ u8x16::splat(b'*');
        for length in 0..50 {
            let mut text = vec![b'-'; length];
            assert_eq!(find_zero(&text, star), None, "{length}");
            for at in (0..length).rev() {
                text[at] = b'*';
                assert_eq!(find_zero(&text, star), Some(at), "{length}");
            }
        }
    }

    #[test]
    fn joining_puts_the_same_between() {
        for parts in [vec![], vec!["a"], vec!["a", "", "b"]] {
            assert_eq!(join(&parts, ", "), parts.join(", "));
        }
    }
}
