//! Sources that are nothing but text, as many messages are: told at once, they need no tree.

use super::block::begin;
use super::bytes::{MARK, find_stop};

/// The source, if nothing in it can be anything but text: no line begins with what can begin more,
/// and no byte is one that can.
///
/// The same would be read line by line, into a tree of one run; that takes five times as long. What
/// holds for every source, and what compares the two ways to compile, holds this.
#[inline]
pub(crate) fn only_text(source: &str) -> Option<&str> {
    let text = &source[begin(source)..];
    let bytes = text.as_bytes();
    // Nearly every one that ends so ends with a button.
    if bytes.last() == Some(&b')') {
        return None;
    }
    let mut line = 0;
    loop {
        if bytes.get(line).is_some_and(|&byte| MARK.has(byte)) {
            return None;
        }
        let Some(stop) = find_stop(&bytes[line..]) else {
            return Some(text);
        };
        line += stop + 1;
        if bytes[line - 1] != b'\n' {
            return None;
        }
    }
}
