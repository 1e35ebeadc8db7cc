//! Strings, and what must be escaped in them.

use crate::strings::find_zero;

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
    let control = |byte: u8| byte.saturating_sub(0x1F);
    find_zero(bytes, |byte| {
        control(byte).min(byte ^ b'"').min(byte ^ b'\\')
    })
}
