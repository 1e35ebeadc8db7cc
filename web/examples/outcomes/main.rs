//! What the library makes of many sources, for the npm package to be compared with:
//!
//! ```text
//! cargo run --quiet --release -p tapmark-web --example outcomes > outcomes.ndjson
//! ```
//!
//! Every fixture with the options of its folder, every example of the specification with its own,
//! and ten thousand generated sources over targets, modes and other options. Each is a line: `name`,
//! `source`, `options` (an object as JavaScript takes it, or null), and what the library says, as
//! strings of JSON: `compilation`, `profile`, `check`, `tokens`, `origins`, and `completions` and
//! `counters` at a few places, each with its place. Their offsets are bytes. It is the library that is called here, not what the
//! module exports, so that a comparison also judges the boundary.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    unreachable_pub,
    reason = "a program of the tests fails by panicking"
)]

#[path = "../../../tests/common/generator.rs"]
mod generator;
#[path = "../../../tests/spec/outcome.rs"]
#[allow(dead_code, reason = "only its options are read here")]
mod outcome;
mod random;
#[path = "../../../tests/common/specification.rs"]
#[allow(dead_code, reason = "only its sources are read here")]
mod specification;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::Value;
use tapmark::editor;

use self::random::Random;

/// How many sources are generated.
const GENERATED: usize = 10_000;

/// The most bytes that one is generated from.
const LONGEST: usize = 96;

#[derive(Serialize)]
struct Line<'l> {
    name: &'l str,
    source: &'l str,
    options: Option<BTreeMap<String, Value>>,
    compilation: String,
    profile: String,
    check: String,
    tokens: String,
    origins: String,
    completions: Vec<(usize, String)>,
    counters: Vec<(usize, String)>,
}

/// Writes the line of a source. Its options are as examples of the specification write them.
fn write(out: &mut impl Write, name: &str, source: &str, written: &str) {
    let (options, _) = outcome::options(written);
    let line = Line {
        name,
        source,
        options: for_javascript(written),
        compilation: json(&tapmark::compile(source, &options)),
        profile: json(&tapmark::compile_profile(source, &options)),
        check: json(&tapmark::check(source, &options)),
        tokens: json(&editor::tokens(source)),
        origins: json(&editor::origins(source, &options)),
        completions: places(source)
            .map(|place| (place, json(&editor::complete(source, place))))
            .collect(),
        counters: places(source)
            .map(|place| (place, json(&editor::counters(source, place, &options))))
            .collect(),
    };
    serde_json::to_writer(&mut *out, &line).unwrap();
    out.write_all(b"\n").unwrap();
}

/// Where a cursor may be: at the end, and in words that are completed, behind their first letter.
fn places(source: &str) -> impl Iterator<Item = usize> {
    let in_word = |mark: &str| {
        let word = source.find(mark)? + mark.len();
        source[word..].chars().next().map(|c| word + c.len_utf8())
    };
    let marks = ["](", "::", "{", "="].into_iter().filter_map(in_word);
    marks.chain([source.len()])
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

/// Options as an object of JavaScript; none when there are none.
fn for_javascript(written: &str) -> Option<BTreeMap<String, Value>> {
    let mut options = BTreeMap::new();
    for (name, value) in outcome::attributes(written) {
        let value = match name {
            // It says which of the two compilations the example is about.
            "emit" => continue,
            "test-payment" => Value::Bool(true),
            _ => Value::String(value.to_owned()),
        };
        options.insert(camel_case(name), value);
    }
    (!options.is_empty()).then_some(options)
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('-');
    let mut key = words.next().unwrap().to_owned();
    for word in words {
        key.push_str(&word[..1].to_uppercase());
        key.push_str(&word[1..]);
    }
    key
}

fn fixtures(root: &Path, out: &mut impl Write) {
    let topics = fs::read_dir(root.join("fixtures")).unwrap();
    let files = topics.flat_map(|topic| fs::read_dir(topic.unwrap().path()).unwrap());
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "tapmark"));
    paths.sort();
    for path in paths {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap();
        // As tests/fixtures.rs has them.
        let options = match name.split('/').nth(1).unwrap() {
            "today" => {
                "target=messenger-2026 checkout-url=\
                 https://shop.example/pay?item={label}&amount={amount}&in={currency}"
            }
            "split" => "overflow=split",
            "reject" => "overflow=reject",
            _ => "",
        };
        write(out, name, &fs::read_to_string(&path).unwrap(), options);
    }
}

fn examples(root: &Path, out: &mut impl Write) {
    let text = fs::read_to_string(root.join("grammar/SPEC.md")).unwrap();
    for example in specification::examples(&text) {
        let name = format!("specification/{}", example.number);
        write(out, &name, &example.source(), &example.options);
    }
}

fn generated(out: &mut impl Write) {
    let mut random = Random::new();
    for number in 0..GENERATED {
        let length = random.below(LONGEST + 1);
        let bytes: Vec<_> = (0..length).map(|_| random.byte()).collect();
        let options = options(&mut random);
        let source = generator::source(&bytes);
        write(out, &format!("generated/{number}"), &source, &options);
    }
}

/// Any target, any mode, and now and then another option.
fn options(random: &mut Random) -> String {
    let target = random.pick(&["messenger-2018", "messenger-2026"]);
    let overflow = random.pick(&["truncate", "split", "reject"]);
    let mut options = format!("target={target} overflow={overflow}");
    for more in [
        "recipient=1234",
        "placeholder=\"Your choice 👉\"",
        "merchant-name=\"Pizza Exämple\"",
        "checkout-url=https://pay.example/?{label}={amount}&in={currency}",
        "test-payment=true",
    ] {
        if random.below(3) == 0 {
            options.push(' ');
            options.push_str(more);
        }
    }
    let tag = match target {
        "messenger-2018" => "TICKET_UPDATE",
        _ => "HUMAN_AGENT",
    };
    match random.below(4) {
        0 => options.push_str(" messaging-type=UPDATE"),
        1 => options.push_str(&format!(" messaging-type=MESSAGE_TAG tag={tag}")),
        _ => {}
    }
    options
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut out = BufWriter::new(io::stdout().lock());
    fixtures(root, &mut out);
    examples(root, &mut out);
    generated(&mut out);
    out.flush().unwrap();
}
