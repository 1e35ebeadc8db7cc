//! Nothing is lost without a line that says so, judged by a reader that knows no compiler.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "common/generator.rs"]
mod generator;
#[path = "common/oracle.rs"]
mod oracle;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tapmark::{Code, Options, Severity};

fn compiled(source: &str) -> serde_json::Value {
    oracle::compiled(source, &Options::default())
}

fn nothing_is_lost(source: &str) {
    let compilation = compiled(source);
    let lost = oracle::lost(source, &compilation);
    assert!(
        lost.is_empty(),
        "{lost:?} lost\n{source}\n{source:?}\n{compilation:#}"
    );
}

#[test]
fn nothing_is_lost_of_any_fixture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let topics = fs::read_dir(root).unwrap();
    let files = topics.flat_map(|topic| fs::read_dir(topic.unwrap().path()).unwrap());
    let paths = files.map(|file| file.unwrap().path());
    for path in paths.filter(|path| path.extension().is_some_and(|end| end == "tapmark")) {
        nothing_is_lost(&fs::read_to_string(&path).unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_of_any_source(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        nothing_is_lost(&generator::source(&bytes));
    }
}

/// Warnings of changes in which no word goes: white space, marks, or something added.
const LOSSLESS: [Code; 12] = [
    Code::TextTooLong,
    Code::CoverWithoutImage,
    Code::SecondDefault,
    Code::MalformedAttributes,
    Code::SpaceBeforeTarget,
    Code::DoubledParenthesis,
    Code::MissingScheme,
    Code::MisleadingLabel,
    Code::PlaceholderUsed,
    Code::MissingMerchantName,
    Code::ControlCharacter,
    Code::MailLink,
];

/// With any single warning left out, the reader notices.
#[test]
fn the_reader_notices_every_warning_that_is_left_out() {
    for &code in Code::ALL {
        if code.severity() != Severity::Warning || LOSSLESS.contains(&code) {
            continue;
        }
        let page = code.explanation();
        let (_, example) = page.split_once("```tapmark\n").unwrap();
        let (source, _) = example.split_once("```\n").unwrap();
        // The title of its example is an alt text, which the reader takes for no content.
        let long = format!(":::carousel\n# Ada {}\nHi\n:::", "Lovelace ".repeat(10));
        let source = if code == Code::TitleTooLong {
            &long
        } else {
            source
        };
        nothing_is_lost(source);
        let mut compilation = compiled(source);
        let said = compilation["diagnostics"].as_array_mut().unwrap();
        said.retain(|diagnostic| diagnostic["code"] != code.as_str());
        assert!(
            !oracle::lost(source, &compilation).is_empty(),
            "without {code} nothing seems lost of {source}"
        );
    }
}
