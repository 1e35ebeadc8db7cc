//! Strings, and what must be escaped in them.

use crate::strings::{below, eight};

/// Writes a string with its quotes.
pub(super) fn push_string(out: &mut String, text: &str) {
    // Once for all that follows, since most texts have nothing to escape.
    out.reserve(text.len() + 2);
    out.push('"');
    let mut rest = text;
    while let Some(at) = escaped(rest.as_bytes()) {
        out.push_str(&rest[..at]);
        push_escape(out, rest.as_bytes()[at]);
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out.push('"');
}

fn push_escape(out: &mut String, byte: u8) {
    out.push_str(match byte {
        b'"' => "\\\"",
        b'\\' => "\\\\",
        b'\n' => "\\n",
        b'\r' => "\\r",
        b'\t' => "\\t",
        0x08 => "\\b",
        0x0C => "\\f",
        byte => {
            out.push_str("\\u00");
            for half in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(half.into(), 16));
            }
            return;
        }
    });
}

const fn is_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Where the first byte stands that must be escaped.
fn escaped(bytes: &[u8]) -> Option<usize> {
    let (words, rest) = bytes.as_chunks::<8>();
    let dirty = words.iter().position(|word| is_dirty(*word));
    let clean = 8 * dirty.unwrap_or(words.len());
    if dirty.is_none()
        && let Some(last) = bytes.last_chunk::<8>()
        && (rest.is_empty() || !is_dirty(*last))
    {
        return None;
    }
    let found = bytes[clean..].iter().position(|&byte| is_escaped(byte));
    found.map(|at| clean + at)
}

/// Whether eight bytes have one that must be escaped.
const fn is_dirty(word: [u8; 8]) -> bool {
    let word = u64::from_le_bytes(word);
    let control = below(word, b' ');
    let quote = below(word ^ eight(b'"'), 1);
    let backslash = below(word ^ eight(b'\\'), 1);
    control | quote | backslash != 0
}
