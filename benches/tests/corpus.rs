//! The corpus is the same bytes for anyone, and what its documentation says of it is so.

#![allow(
    clippy::unwrap_used,
    clippy::float_cmp,
    reason = "a test fails by panicking, and compares rounded numbers"
)]

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use tapmark::{Options, json};
use tapmark_bench::corpus;

const SUMS: &str = include_str!("../corpus.sha256");

/// A line as `sha256sum` prints it.
fn sum(name: &str, parts: impl Iterator<Item = String>) -> String {
    let mut hasher = Sha256::new();
    parts.for_each(|part| hasher.update(part));
    let mut line = String::new();
    for byte in hasher.finalize() {
        write!(line, "{byte:02x}").unwrap();
    }
    writeln!(line, "  {name}").unwrap();
    line
}

/// What changes the corpus changes every figure that was measured with it.
#[test]
fn the_bytes_are_those_of_the_checksums() {
    let sums = sum("corpus.ndjson", corpus::ndjson(corpus::MESSAGES))
        + &sum("document.tapmark", std::iter::once(corpus::document()));
    assert_eq!(sums, SUMS, "measure anew after committing these");
}

#[test]
fn the_shares_are_those_of_the_documentation() {
    let messages: Vec<_> = corpus::messages().take(corpus::MESSAGES).collect();
    let share = |is: &dyn Fn(&str) -> bool| {
        let count = messages.iter().filter(|message| is(message)).count();
        (count as f64 * 100.0 / messages.len() as f64).round()
    };
    // As the compiler sees it: of the labels with slips some stay text.
    let options = Options::default();
    let taps = |text: &str| {
        let requests = tapmark::compile(text, &options).requests;
        let json = json::to_string(&requests);
        json.contains(r#""buttons":"#) || json.contains(r#""quick_replies":"#)
    };
    let lines = |text: &str| text.lines().count();
    assert_eq!(share(&|text| lines(text) == 1), 44.0, "on one line");
    assert_eq!(share(&|text| lines(text) == 2), 46.0, "on two lines");
    assert_eq!(share(&|text| lines(text) == 3), 8.0, "on three lines");
    assert_eq!(share(&|text| text.starts_with(":::carousel")), 2.0);
    assert_eq!(share(&|text| text.contains("![")), 7.0, "with pictures");
    assert_eq!(share(&taps), 50.0, "with something to tap");
    assert_eq!(share(&|text| !text.is_ascii()), 35.0, "not in ASCII");
    let bytes: usize = messages.iter().map(String::len).sum();
    assert_eq!(bytes / messages.len(), 126, "bytes on average");
}
