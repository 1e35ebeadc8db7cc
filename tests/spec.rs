//! The examples of `grammar/SPEC.md` hold: what comes out, and every diagnostic.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;

use tapmark::{Options, compile};

/// `[number] "source" => piece  piece … [! code code …]`
struct Example<'t> {
    line: &'t str,
    source: String,
    pieces: Vec<&'t str>,
    codes: Vec<&'t str>,
}

fn example(line: &str) -> Option<Example<'_>> {
    let (source, outcome) = line.split_once("  => ")?;
    let source = &source[source.find('"')?..];
    let (pieces, codes) = outcome.split_once("  ! ").unwrap_or((outcome, ""));
    Some(Example {
        line,
        source: serde_json::from_str(source).unwrap_or_else(|error| panic!("{line}: {error}")),
        pieces: pieces.split("  ").collect(),
        codes: codes.split_whitespace().collect(),
    })
}

#[test]
fn examples_of_the_specification_hold() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/SPEC.md");
    let specification = fs::read_to_string(path).unwrap();
    let examples: Vec<_> = specification.lines().filter_map(example).collect();
    assert!(
        examples.len() > 40,
        "only {} examples were found",
        examples.len()
    );
    let mut failures = Vec::new();
    for example in examples {
        let compilation = compile(&example.source, &Options::default());
        let written = serde_json::to_string(&compilation).unwrap();
        let found: Vec<_> = compilation
            .diagnostics
            .iter()
            .map(|found| found.code.as_str())
            .collect();
        let holds = example.pieces.iter().all(|piece| match *piece {
            "nothing" => compilation.requests.is_empty(),
            piece => written.contains(piece),
        });
        if !holds || found != example.codes {
            failures.push(format!("{}\n  gives {written}", example.line));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
