//! Every fixture, compiled with the options of its folder: what is sent and what is said.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tapmark::syntax::ast::{Block, Directive, Section};
use tapmark::syntax::{self, Arena};
use tapmark::{Diagnostic, Options, Overflow, Target};

/// The options of a fixture: the default ones, but in the folders that are named for others.
fn options(fixture: &Path) -> Options {
    let builder = Options::builder();
    let folder = fixture.parent().and_then(Path::file_name);
    let builder = match folder.and_then(OsStr::to_str) {
        Some("today") => builder
            .target(Target::MESSENGER_2026)
            .checkout_url("https://shop.example/pay?item={label}&amount={amount}&in={currency}"),
        Some("split") => builder.overflow(Overflow::Split),
        Some("reject") => builder.overflow(Overflow::Reject),
        _ => builder,
    };
    builder.build().unwrap()
}

/// The requests as they are pretty-printed, then each diagnostic with all that it carries; the
/// same for the profile, if there is one.
fn show(source: &str, options: &Options) -> String {
    let compilation = tapmark::compile(source, options);
    let mut shown = serde_json::to_string_pretty(&compilation.requests).unwrap();
    for diagnostic in &compilation.diagnostics {
        shown.push_str("\n\n");
        show_diagnostic(&mut shown, source, diagnostic);
    }
    let profile = tapmark::compile_profile(source, options);
    let has_part = |section: &Section<'_>| section.blocks.iter().any(is_profile);
    if !syntax::parse(source, &Arena::new())
        .document
        .sections
        .iter()
        .any(has_part)
    {
        return shown;
    }
    shown.push_str("\n\n=== profile\n");
    shown.push_str(&serde_json::to_string_pretty(&profile.profile).unwrap());
    for diagnostic in &profile.diagnostics {
        shown.push_str("\n\n");
        show_diagnostic(&mut shown, source, diagnostic);
    }
    shown
}

fn show_diagnostic(shown: &mut String, source: &str, diagnostic: &Diagnostic) {
    writeln!(shown, "{diagnostic}").unwrap();
    write!(shown, "  at {:?}", diagnostic.span.span().slice(source)).unwrap();
    if let Some(help) = &diagnostic.help {
        write!(shown, "\n  help: {help}").unwrap();
    }
    if let Some(fix) = &diagnostic.fix {
        write!(shown, "\n  fix: {}", fix.title).unwrap();
        for edit in &fix.edits {
            let before = &source[edit.start..edit.end];
            write!(shown, "\n    {before:?} -> {:?}", edit.text).unwrap();
        }
    }
    if let Some(limit) = &diagnostic.limit {
        write!(
            shown,
            "\n  limit: {}",
            serde_json::to_string(limit).unwrap()
        )
        .unwrap();
    }
    if let Some(change) = &diagnostic.change {
        write!(
            shown,
            "\n  change: {}",
            serde_json::to_string(change).unwrap()
        )
        .unwrap();
    }
    if let Some(pointer) = &diagnostic.pointer {
        write!(shown, "\n  pointer: {pointer}").unwrap();
    }
}

#[test]
fn fixture() {
    insta::glob!("../fixtures", "*/*.tapmark", |path| {
        let source = fs::read_to_string(path).unwrap();
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(show(&source, &options(path)));
        });
    });
}

fn is_profile(block: &Block<'_>) -> bool {
    let leaf = matches!(
        block,
        Block::Leaf(leaf) if matches!(leaf.directive, Directive::Start { .. } | Directive::Greeting { .. })
    );
    leaf || matches!(block, Block::Entries(_))
}

/// What came of the profile of a source: the body or null, the codes, and whether any is an error.
fn profile(source: &str, options: &Options) -> (serde_json::Value, Vec<&'static str>, bool) {
    let compilation = tapmark::compile_profile(source, options);
    let codes = compilation.diagnostics.iter();
    (
        serde_json::to_value(&compilation.profile).unwrap(),
        codes.map(|found| found.code.as_str()).collect(),
        compilation.has_errors(),
    )
}

/// What came of its messages.
fn messages(source: &str, options: &Options) -> (serde_json::Value, Vec<&'static str>, bool) {
    let compilation = tapmark::compile(source, options);
    let codes = compilation.diagnostics.iter();
    (
        serde_json::to_value(&compilation.requests).unwrap(),
        codes.map(|found| found.code.as_str()).collect(),
        compilation.has_errors(),
    )
}

/// The files named `*.expected.json` and `*.expected.codes` were written by hand, from the
/// specification, before the compiler ran on their sources. Keys are compared in their order; an
/// expectation without codes is of a source without errors. `*.profile.expected.json` is of the
/// profile of a source.
#[test]
fn outcomes_are_those_worked_out_by_hand() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut compared = 0;
    let mut failures = String::new();
    for topic in fs::read_dir(fixtures).unwrap() {
        for file in fs::read_dir(topic.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let Some(stem) = path.to_str().unwrap().strip_suffix(".expected.json") else {
                continue;
            };
            let (name, compiled): (_, fn(&str, &Options) -> _) = match stem.strip_suffix(".profile")
            {
                Some(name) => (name, profile),
                None => (stem, messages),
            };
            let source = fs::read_to_string(format!("{name}.tapmark")).unwrap();
            let (sent, said, has_errors) = compiled(&source, &options(&path));
            let expected: serde_json::Value =
                serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let expected = serde_json::to_string_pretty(&expected).unwrap();
            let sent = serde_json::to_string_pretty(&sent).unwrap();
            if sent != expected {
                write!(failures, "{stem}\nsends {sent}\nnot {expected}\n\n").unwrap();
            }
            let right = match fs::read_to_string(format!("{stem}.expected.codes")) {
                Ok(expected) => expected.lines().eq(said.iter().copied()),
                Err(_) => !has_errors,
            };
            if !right {
                write!(failures, "{stem}\nsays {said:?}\n\n").unwrap();
            }
            compared += 1;
        }
    }
    assert!(failures.is_empty(), "{failures}");
    assert!(compared >= 150, "only {compared} expectations were found");
}
