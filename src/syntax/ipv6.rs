//! Whether a host in brackets is an IPv6 address. The standard library's parser makes a number of it
//! and takes five times the room.

use crate::strings;

/// Whether a text is an IPv6 address (RFC 4291, 2.2).
pub(super) fn is_ipv6(text: &str) -> bool {
    match strings::find(text, "::") {
        None => groups(text, true) == Some(8),
        Some(at) => {
            // An IPv4 address ends the whole, and `::` stands for one group at least.
            let (before, behind) = (groups(&text[..at], false), groups(&text[at + 2..], true));
            matches!((before, behind), (Some(before), Some(behind)) if before + behind < 8)
        }
    }
}

/// How many groups there are; an IPv4 address counts two.
fn groups(text: &str, may_end_in_ipv4: bool) -> Option<usize> {
    if text.is_empty() {
        return Some(0);
    }
    let mut count = 0;
    let mut parts = text.split(':').peekable();
    while let Some(part) = parts.next() {
        let is_group = part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        count += if !part.is_empty() && is_group {
            1
        } else if may_end_in_ipv4 && parts.peek().is_none() && is_ipv4(part) {
            2
        } else {
            return None;
        };
    }
    Some(count)
}

fn is_ipv4(text: &str) -> bool {
    let is_number = |part: &str| {
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        let padded = part.len() > 1 && part.starts_with('0');
        digits && !padded && part.parse::<u8>().is_ok()
    };
    text.split('.').count() == 4 && text.split('.').all(is_number)
}

#[cfg(test)]
mod tests {
    use std::net::Ipv6Addr;

    use super::is_ipv6;

    #[test]
    fn it_is_what_the_standard_library_parses() {
        let pieces = [
            ":",
            "::",
            "1",
            "ffff",
            "00ab",
            "12345",
            "g",
            "1.2.3.4",
            "255.0.10.256",
            "01.2.3.4",
            "1.2.3",
            "+1.2.3.4",
            "é",
        ];
        let mut texts = vec![String::new()];
        let mut from = 0;
        for _ in 0..4 {
            let end = texts.len();
            for index in from..end {
                for piece in pieces {
                    let longer = texts[index].clone() + piece;
                    texts.push(longer);
                }
            }
            from = end;
        }
        let colons = (0..10).map(|groups| vec!["1"; groups].join(":"));
        for before in colons {
            for behind in [
                "",
                "::",
                "::1",
                "::1:2",
                ":1.2.3.4",
                "::1.2.3.4",
                "::1:2:3:4:5",
            ] {
                texts.push(before.clone() + behind);
            }
        }
        for text in texts {
            assert_eq!(is_ipv6(&text), text.parse::<Ipv6Addr>().is_ok(), "{text}");
        }
    }
}
