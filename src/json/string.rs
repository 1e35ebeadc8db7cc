//! Strings, and what must be escaped in them.

/// Writes a string with its quotes.
pub(super) fn push_string(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = escaped(rest.as_bytes()) {
        out.push_str(&rest[..at]);
        match rest.as_bytes()[at] {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            0x08 => out.push_str("\\b"),
            0x0C => out.push_str("\\f"),
            byte => {
                out.push_str("\\u00");
                for half in [byte >> 4, byte & 15] {
                    out.extend(char::from_digit(half.into(), 16));
                }
            }
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

const fn is_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Where the first byte stands that must be escaped.
fn escaped(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const TOPS: u64 = ONES << 7;
    let (words, _) = bytes.as_chunks::<8>();
    let mut clean = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        // The top bit of a byte is set where a subtraction from it borrows: where it is less than
        // 0x20, or where nothing is left of it once `"` or `\` is taken off. A borrow can carry on
        // into later bytes only, so that a word without such a byte gives zero.
        let is_zero = |word: u64| word.wrapping_sub(ONES) & !word;
        let control = word.wrapping_sub(ONES * 0x20) & !word;
        let quote = is_zero(word ^ (ONES * 0x22));
        let backslash = is_zero(word ^ (ONES * 0x5C));
        if (control | quote | backslash) & TOPS != 0 {
            break;
        }
        clean += 8;
    }
    let found = bytes[clean..].iter().position(|&byte| is_escaped(byte));
    found.map(|at| clean + at)
}
