//! The JSON that is written is the JSON that `serde_json` writes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde::Serialize;
use tapmark::json::{self, Json};
use tapmark::{Code, Options, Overflow, Target, compile, compile_profile, editor, fix};

fn holds<T: Serialize + Json + ?Sized>(value: &T) {
    let expected = serde_json::to_string(value).unwrap();
    assert_eq!(json::to_string(value), expected);
}

#[test]
fn whatever_a_compilation_gives_is_written_alike() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut written = 0;
    for topic in fs::read_dir(fixtures).unwrap() {
        for file in fs::read_dir(topic.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path
                .extension()
                .is_none_or(|extension| extension != "tapmark")
            {
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            for &target in Target::ALL {
                for &overflow in Overflow::ALL {
                    let builder = Options::builder().target(target).overflow(overflow);
                    let options = builder.build().unwrap();
                    holds(&compile(&source, &options));
                    holds(&compile_profile(&source, &options));
                }
            }
            written += 1;
        }
    }
    assert!(written >= 250, "only {written} fixtures were found");
    for target in Target::ALL {
        holds(&target.listing());
    }
}

#[test]
fn numbers_are_written_alike() {
    for number in [0, 1, 9, 10, 99, 100, 101, 1_000_000_007, usize::MAX] {
        holds(&number);
    }
}

#[test]
fn what_editors_ask_for_is_written_alike() {
    let source = "Hi [you](postback:A\\(\"B\"){}) `code`\n::t";
    let tokens = editor::tokens(source);
    assert!(tokens.len() > 5);
    holds(&tokens);
    let completions = editor::complete(source, source.len());
    assert!(!completions.is_empty());
    holds(&completions);
    let carousel = ":::carousel\n# A\nb %[C](postback:D)\n:::";
    let options = Options::default();
    holds(&editor::origins(carousel, &options));
    let counters = editor::counters(carousel, carousel.find('C').unwrap(), &options);
    assert!(!counters.is_empty());
    holds(&counters);
    holds(&fix("$[Buy](9,99)"));
    holds(Code::ALL);
}

/// Bytes at both ends of what must be escaped, and of what is not ASCII.
const BYTES: &[char] = &[
    '\0',
    '\u{8}',
    '\u{C}',
    '\u{1F}',
    ' ',
    '!',
    '"',
    '#',
    '[',
    '\\',
    ']',
    'a',
    '\u{7F}',
    '\u{80}',
    '\u{A2}',
    '\u{DC}',
    '\u{7FF}',
    '\u{2028}',
    '\u{10FFFF}',
];

proptest! {
    #[test]
    fn any_string_is_written_alike(chars in prop::collection::vec(prop::sample::select(BYTES), 0..40)) {
        holds(&chars.into_iter().collect::<String>());
    }

    #[test]
    fn one_character_among_many_is_escaped(at in 0..24_usize, c in any::<char>()) {
        let mut text: Vec<_> = "abcdefghijklmnopqrstuvwxyz".chars().collect();
        text[at] = c;
        holds(&text.into_iter().collect::<String>());
    }
}
