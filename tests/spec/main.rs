//! The examples of `grammar/SPEC.md` hold: every request, and every diagnostic.
//!
//! `UPDATE_SPEC=1 cargo test --test spec` numbers them and writes what comes out; read the
//! difference before it is committed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod outcome;
#[path = "../common/specification.rs"]
mod specification;

use std::collections::BTreeSet;
use std::env;
use std::fs;

use tapmark::{Code, compile, compile_profile};

use crate::specification::{Example, FENCE};

const SPECIFICATION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/SPEC.md");

fn read() -> String {
    fs::read_to_string(SPECIFICATION).unwrap()
}

/// What comes out of an example's source: the requests, a line each, or the profile, then `.` and
/// the diagnostics.
fn outcome_of(example: &Example) -> String {
    let source = example.source();
    let (options, of_profile) = outcome::options(&example.options);
    let mut lines = Vec::new();
    let diagnostics = if of_profile {
        let compilation = compile_profile(&source, &options);
        let profile = compilation.profile.iter();
        lines.extend(profile.map(|profile| serde_json::to_string(profile).unwrap()));
        compilation.diagnostics
    } else {
        let compilation = compile(&source, &options);
        for request in &compilation.requests {
            lines.push(serde_json::to_string(request).unwrap());
        }
        compilation.diagnostics
    };
    if !diagnostics.is_empty() {
        lines.push(".".to_owned());
    }
    for diagnostic in &diagnostics {
        lines.push(outcome::line(&source, diagnostic));
    }
    lines.join("\n")
}

/// The specification with every example numbered and its outcome as it is.
fn with_real_outcomes(text: &str) -> String {
    let mut examples = specification::examples(text).into_iter().enumerate();
    let mut result = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if !line.starts_with(FENCE) {
            result.push_str(&format!("{line}\n"));
            continue;
        }
        let (index, example) = examples.next().unwrap();
        lines.by_ref().find(|line| *line == FENCE).unwrap();
        let options = match &*example.options {
            "" => String::new(),
            options => format!(" {{{options}}}"),
        };
        let number = index + 1;
        let outcome = outcome::shortened(&outcome_of(&example));
        let written = &example.written;
        result.push_str(&format!(
            "{FENCE} example {number}{options}\n{written}\n.\n{outcome}\n{FENCE}\n"
        ));
    }
    result
}

#[test]
fn examples_of_the_specification_hold() {
    let text = read();
    let real = with_real_outcomes(&text);
    if env::var_os("UPDATE_SPEC").is_some() {
        fs::write(SPECIFICATION, &real).unwrap();
        return;
    }
    for (written, real) in specification::examples(&text)
        .iter()
        .zip(specification::examples(&real))
    {
        let Example { line, number, .. } = written;
        assert_eq!(*number, real.number, "grammar/SPEC.md:{line}: its number");
        let (written, real) = (&written.outcome, &real.outcome);
        assert!(
            written == real,
            "grammar/SPEC.md:{line}: example {number}\n--- written\n{written}\n--- comes out\n{real}"
        );
    }
}

#[test]
fn every_section_and_every_code_has_an_example() {
    let text = read();
    let mut bare = Vec::new();
    for section in text.split("\n### ").skip(1) {
        let (title, body) = section.split_once('\n').unwrap();
        // A section of level two ends the one of level three before it.
        let body = body.split("\n## ").next().unwrap();
        if !body.contains(FENCE) {
            bare.push(title);
        }
    }
    assert!(bare.is_empty(), "without an example: {bare:?}");

    let mut codes: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    // Its cause cannot be written in UTF-8, which a source is: see tests/utf16.rs.
    codes.remove(Code::LoneSurrogate.as_str());
    for example in specification::examples(&text) {
        for word in example.outcome.split_whitespace() {
            codes.remove(word);
        }
    }
    assert!(codes.is_empty(), "in no example: {codes:?}");
}
