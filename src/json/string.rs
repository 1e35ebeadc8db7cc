//! Strings, and what must be escaped in them.

use wide::u8x16;

use crate::strings::{find_zero, zero_at};

/// Writes a string with its quotes.
pub(super) fn push_string(out: &mut String, text: &str) {
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

/// Where the first byte stands that must be escaped.
fn escaped(bytes: &[u8]) -> Option<usize> {
    find_zero(bytes, |bytes| {
        let control = bytes.saturating_sub(u8x16::splat(0x1F));
        control.min(zero_at(bytes, b"\"\\"))
    })
}
