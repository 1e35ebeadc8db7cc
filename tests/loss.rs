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
use tapmark::{Code, Options, Overflow, Severity, Target};

/// Options of every target and mode.
fn every_option() -> Vec<Options> {
    let targets = Target::ALL.iter();
    let modes = targets.flat_map(|&target| Overflow::ALL.iter().map(move |&mode| (target, mode)));
    let options = modes.map(|(target, mode)| {
        let options = Options::builder().target(target).overflow(mode);
        options
            .checkout_url("https://shop.example/{label}/{amount}")
            .build()
            .unwrap()
    });
    options.collect()
}

fn nothing_is_lost(source: &str) {
    for options in every_option() {
        let compilation = oracle::compiled(source, &options);
        let lost = oracle::lost(source, &compilation);
        assert!(
            lost.is_empty(),
            "{lost:?} lost\n{source}\n{source:?}\n{compilation:#}"
        );
    }
}

/// Mode `split` sends every word, and does not only say which it left out.
fn everything_is_sent(source: &str) {
    for target in Target::ALL {
        let options = Options::builder().target(target).overflow(Overflow::Split);
        let options = options.checkout_url("https://shop.example/{label}/{amount}");
        let compilation = oracle::compiled(source, &options.build().unwrap());
        let unsent = oracle::unsent(source, &compilation);
        assert!(
            unsent.is_empty(),
            "{unsent:?} not sent\n{source}\n{source:?}\n{compilation:#}"
        );
    }
}

#[test]
fn nothing_is_lost_of_any_fixture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let topics = fs::read_dir(root).unwrap();
    let files = topics.flat_map(|topic| fs::read_dir(topic.unwrap().path()).unwrap());
    let paths = files.map(|file| file.unwrap().path());
    for path in paths.filter(|path| path.extension().is_some_and(|end| end == "tapmark")) {
        let source = fs::read_to_string(&path).unwrap();
        nothing_is_lost(&source);
        everything_is_sent(&source);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_of_any_source(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        nothing_is_lost(&generator::source(&bytes));
    }

    #[test]
    fn everything_is_sent_in_parts(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        everything_is_sent(&generator::source(&bytes));
    }
}

/// Warnings of changes in which no word goes: white space, marks, or something added.
const LOSSLESS: [Code; 13] = [
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
    // It is said of what the host had, before there was a source.
    Code::LoneSurrogate,
];

/// With any single warning left out, the reader notices.
#[test]
fn the_reader_notices_every_warning_that_is_left_out() {
    let long = format!(":::carousel\n# Ada {}\nHi\n:::", "Lovelace ".repeat(10));
    for &code in Code::ALL {
        if code.severity() != Severity::Warning || LOSSLESS.contains(&code) {
            continue;
        }
        let page = code.explanation();
        // What the example is for, if not for the default options.
        let today = page.contains("With `--target messenger-2026`");
        let target = if today {
            Target::MESSENGER_2026
        } else {
            Target::MESSENGER_2018
        };
        let options = Options::builder().target(target);
        let options = options
            .checkout_url("https://shop.example/pay")
            .build()
            .unwrap();
        let (_, example) = page.split_once("```tapmark\n").unwrap();
        let (source, _) = example.split_once("```\n").unwrap();
        let source = match code {
            // The title of its example is an alt text, which the reader takes for no content.
            Code::TitleTooLong => &long,
            // Its example loses nothing; a price that the checkout URL leaves out does.
            Code::UnavailableFeature => "A mug. $[Buy](9.99)",
            _ => source,
        };
        nothing_is_lost(source);
        let mut compilation = oracle::compiled(source, &options);
        let said = compilation["diagnostics"].as_array_mut().unwrap();
        said.retain(|diagnostic| diagnostic["code"] != code.as_str());
        assert!(
            !oracle::lost(source, &compilation).is_empty(),
            "without {code} nothing seems lost of {source}"
        );
    }
}
