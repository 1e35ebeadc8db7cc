//! The JSON that is written is the JSON that `serde_json` writes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde::Serialize;
use tapmark::{Options, Overflow, Target, compile, compile_profile, json, syntax};

fn holds<T: Serialize + ?Sized>(value: &T) {
    let expected = serde_json::to_string(value).unwrap();
    assert_eq!(json::to_string(value).unwrap(), expected);
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
            holds(&syntax::parse(&source).document);
            written += 1;
        }
    }
    assert!(written >= 250, "only {written} fixtures were found");
    for target in Target::ALL {
        holds(&target.listing());
    }
}

/// Every shape that serde knows and JSON has.
#[derive(Serialize)]
enum Shape {
    Unit,
    Newtype(Option<char>),
    Tuple(i8, u64),
    Struct { a: bool, b: [u16; 2] },
}

#[derive(Serialize)]
struct Empty;

#[derive(Serialize)]
struct Pair(i64, ());

#[test]
fn every_shape_is_written_alike() {
    holds(&[
        Shape::Unit,
        Shape::Newtype(None),
        Shape::Newtype(Some('"')),
        Shape::Tuple(-1, u64::MAX),
    ]);
    holds(&Shape::Struct {
        a: true,
        b: [0, u16::MAX],
    });
    holds(&(Empty, Pair(i64::MIN, ()), ""));
    holds(&BTreeMap::from([("a\n", vec![1_u8]), ("b", vec![])]));
    holds(&BTreeMap::<String, ()>::new());
}

#[test]
fn what_is_not_written_is_refused() {
    assert_eq!(
        json::to_string(&1.5).unwrap_err().to_string(),
        "no JSON is written for f64"
    );
    assert!(json::to_string(&BTreeMap::from([(vec![1], 1)])).is_err());
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
