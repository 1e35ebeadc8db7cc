//! Every diagnostic is explained in one file, whose example gives it and whose cure does not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;

use tapmark::{Code, Options, Target, check, compile, compile_profile};

/// What stands before an example that is not for the default target.
const TODAY: &str = "With `--target messenger-2026`:\n\n";

/// Whether the example of a page is no source: half of a surrogate pair cannot be written in UTF-8,
/// so its page shows JavaScript, which the tests of the npm package run.
fn is_beyond_utf8(code: Code) -> bool {
    code == Code::LoneSurrogate
}

/// The block of a section: what stands between fences of any length.
fn block<'m>(page: &'m str, section: &str) -> &'m str {
    block_of(page, section, "tapmark")
}

fn block_of<'m>(page: &'m str, section: &str, language: &str) -> &'m str {
    let (_, rest) = page
        .split_once(&format!("\n## {section}\n\n"))
        .expect("a section");
    let rest = rest.strip_prefix(TODAY).unwrap_or(rest);
    let fence = rest.split(&format!("{language}\n")).next().unwrap();
    assert!(
        fence.len() >= 3 && fence.bytes().all(|byte| byte == b'`'),
        "{rest}"
    );
    let block = rest.strip_prefix(&format!("{fence}{language}\n")).unwrap();
    block
        .split_once(&format!("{fence}\n"))
        .expect("a closing fence")
        .0
}

/// The codes of a source. Notes on what today's platform lacks come along with other things.
fn codes(source: &str, explained: Code) -> Vec<Code> {
    let mut builder = Options::builder();
    if explained.explanation().contains(TODAY) {
        builder = builder.target(Target::MESSENGER_2026);
    }
    let options = match explained {
        Code::MissingMerchantName => builder,
        _ => builder.merchant_name("Example"),
    };
    let options = options.build().unwrap();
    let diagnostics = match explained {
        // What is said of one half of a source alone.
        Code::ProfileLeftOut => compile(source, &options).diagnostics,
        Code::NoProfile => compile_profile(source, &options).diagnostics,
        _ => check(source, &options),
    };
    let found = diagnostics.iter().map(|found| found.code);
    found
        .filter(|&code| code == explained || code != Code::RetiredFeature)
        .collect()
}

#[test]
fn every_example_gives_its_diagnostic_and_every_cure_none() {
    for &code in Code::ALL {
        if is_beyond_utf8(code) {
            continue;
        }
        let page = code.explanation();
        assert_eq!(codes(block(page, "Example"), code), [code], "{code}");
        let left = codes(block(page, "Cure"), code);
        assert!(left.is_empty(), "the cure of {code} gives {left:?}");
    }
}

#[test]
fn every_page_has_the_same_parts() {
    for &code in Code::ALL {
        let page = code.explanation();
        let lines: Vec<_> = page.lines().collect();
        assert_eq!(lines[0], format!("# {code}"));
        let severity = code.severity().as_str();
        let (word, _) = lines[2]
            .split_once(": ")
            .expect("a severity and a sentence");
        assert_eq!(word.to_lowercase(), severity, "{code}");
        assert!(code.summary().ends_with('.'), "{code}");
        let sections = lines.iter().filter(|line| line.starts_with("## "));
        assert_eq!(sections.count(), 3, "{code}");
        let long = lines.iter().find(|line| line.chars().count() > 100);
        let language = if is_beyond_utf8(code) {
            "js"
        } else {
            "tapmark"
        };
        let example = block_of(page, "Example", language);
        assert!(
            long.is_none_or(|line| example.contains(*line)),
            "{code}: {long:?}"
        );
    }
}

#[test]
fn every_page_is_of_a_code() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/diagnostics");
    let mut pages = 0;
    for file in fs::read_dir(folder).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        let code = name.strip_suffix(".md").and_then(Code::from_name);
        assert!(code.is_some(), "{name} explains no code");
        pages += 1;
    }
    assert_eq!(pages, Code::ALL.len());
}
