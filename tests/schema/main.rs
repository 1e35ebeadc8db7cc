//! The JSON Schema of request bodies: what it accepts, what it refuses and why, and that it accepts
//! whatever the compiler sends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod bodies;
mod broken;
mod documented;
#[path = "../common/schema.rs"]
mod oracle;
mod profiles;
mod rules;
#[path = "../common/specification.rs"]
#[expect(dead_code, reason = "only the requests of the examples are read here")]
mod specification;
mod table;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use oracle::SCHEMA;
use serde_json::{Value, json};
use tapmark::{MessagingType, Options};

use crate::broken::broken;
use crate::documented::documented;

/// What is wrong with a body, for messages or for the profile.
fn violations(body: &Value) -> Vec<String> {
    match profiles::is_profile(body) {
        true => oracle::profile_violations(body),
        false => oracle::violations(body),
    }
}

#[test]
fn the_schema_is_a_schema() {
    if let Err(error) = jsonschema::draft202012::meta::validate(&SCHEMA) {
        panic!("{}: {error}", error.instance_path());
    }
}

/// The root is for those who do not choose a target; the oracle goes past it.
#[test]
fn the_root_accepts_what_a_target_accepts() {
    let root = jsonschema::draft202012::new(&SCHEMA).unwrap();
    assert!(documented().iter().all(|(_, body)| root.is_valid(body)));
    assert!(!root.is_valid(&json!({ "messaging_type": "RESPONSE", "message": {} })));
}

/// Every definition says where its rule comes from, and is referred to.
#[test]
fn definitions_are_described_and_used() {
    let text = SCHEMA.to_string();
    for (name, definition) in SCHEMA["$defs"].as_object().unwrap() {
        assert!(definition["description"].is_string(), "{name}");
        assert!(text.contains(&format!("\"#/$defs/{name}\"")), "{name}");
    }
}

#[test]
fn documented_bodies_are_accepted() {
    for (name, body) in documented() {
        assert_eq!(violations(&body), Vec::<String>::new(), "{name}\n{body:#}");
    }
}

/// For its one fault alone: the rule is in force, and points to the place.
#[test]
fn broken_bodies_are_refused() {
    let broken = broken();
    assert!(broken.len() >= 150, "only {}", broken.len());
    let mut failures = String::new();
    for body in broken {
        let expected = format!("{} at {}: ", body.rule, body.path);
        let found = violations(&body.body);
        // A value of the wrong type fails every branch of a choice, with the same words.
        if found.is_empty() || !found.iter().all(|fault| fault.starts_with(&expected)) {
            writeln!(failures, "{}: {expected}but {found:#?}", body.name).unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// Whatever is put in the place of an object, an array or a string, it is missed.
#[test]
fn values_keep_their_kinds() {
    for (name, body) in documented() {
        for place in places(&body) {
            let value = body.pointer(&place).unwrap();
            let others = match value {
                Value::Object(_) => [json!(null), json!("x"), json!([{}])],
                Value::Array(_) => [json!(null), json!([]), json!({ "0": {} })],
                Value::String(_) => [json!(null), json!(""), json!(5)],
                _ => [json!(null), json!("true"), json!(1)],
            };
            for other in others {
                let mut body = body.clone();
                *body.pointer_mut(&place).unwrap() = other;
                assert_ne!(violations(&body), Vec::<String>::new(), "{name}\n{body:#}");
            }
        }
    }
}

/// The value itself and all that is in it.
fn places(value: &Value) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(values) => values
            .iter()
            .enumerate()
            .map(|(index, value)| (index.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    let mut found = vec![String::new()];
    for (key, value) in inner {
        found.extend(
            places(value)
                .into_iter()
                .map(|place| format!("/{key}{place}")),
        );
    }
    found
}

fn assert_valid(requests: &Value, origin: &str) {
    for request in requests.as_array().unwrap() {
        assert_eq!(
            violations(request),
            Vec::<String>::new(),
            "{origin}\n{request:#}"
        );
    }
}

/// The files in the folders below this one, or in this one, whose names end so; sorted, so that
/// what is made of them is the same everywhere.
fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_str().unwrap().ends_with(end) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn expectations_are_valid() {
    let expectations = files("fixtures", ".expected.json");
    assert!(expectations.len() >= 150, "only {}", expectations.len());
    for path in expectations {
        let requests = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let requests = match requests {
            // A profile is one body.
            Value::Object(_) => json!([requests]),
            Value::Null => json!([]),
            _ => requests,
        };
        assert_valid(&requests, &path.display().to_string());
    }
}

#[test]
fn examples_of_the_specification_are_valid() {
    let text = concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/SPEC.md");
    let text = fs::read_to_string(text).unwrap();
    let mut requests = 0;
    for example in specification::examples(&text) {
        let lines = example.outcome.lines().take_while(|line| *line != ".");
        let lines = lines.filter(|line| !line.is_empty());
        let sent: Vec<Value> = lines
            .map(|line| serde_json::from_str(&specification::shown(line)).unwrap())
            .collect();
        requests += sent.len();
        let origin = format!("grammar/SPEC.md:{}", example.line);
        assert_valid(&Value::Array(sent), &origin);
    }
    assert!(requests > 100, "only {requests}");
}

/// The snapshots hold the requests as an array after their header, diagnostics after it.
#[test]
fn snapshots_are_valid() {
    let snapshots = files("tests/snapshots", ".tapmark.snap");
    assert!(snapshots.len() >= 250, "only {}", snapshots.len());
    for path in snapshots {
        let snapshot = fs::read_to_string(&path).unwrap();
        let (_, shown) = snapshot[3..].split_once("\n---\n").unwrap();
        let mut values = serde_json::Deserializer::from_str(shown).into_iter::<Value>();
        let requests = values.next().unwrap().unwrap();
        assert_valid(&requests, &path.display().to_string());
    }
}

/// The options that change what is written.
fn options() -> Vec<Options> {
    let builders = [
        Options::builder(),
        Options::builder()
            .recipient("1254459154682919")
            .merchant_name("Pizza Example"),
        Options::builder()
            .messaging_type(MessagingType::Update)
            .test_payment(true),
        Options::builder()
            .messaging_type(MessagingType::MessageTag)
            .tag("TICKET_UPDATE"),
    ];
    builders.map(|builder| builder.build().unwrap()).into()
}

/// SplitMix64: the same sequence on every machine, without a dependency.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % bound as u64) as usize
    }
}

fn assert_output_valid(source: &str, options: &Options) {
    let compilation = tapmark::compile(source, options);
    let requests = serde_json::to_value(&compilation.requests).unwrap();
    assert_valid(&requests, source);
    let profile = tapmark::compile_profile(source, options).profile;
    let profile = serde_json::to_value(profile.as_slice()).unwrap();
    assert_valid(&profile, source);
}

fn sources() -> Vec<String> {
    let files = files("fixtures", ".tapmark");
    let read = |path| fs::read_to_string(path).unwrap();
    files.iter().map(read).collect()
}

#[test]
fn outputs_of_fixtures_are_valid() {
    for options in options() {
        for source in sources() {
            assert_output_valid(&source, &options);
        }
    }
}

/// Lines of the fixtures, shuffled: shorthand that nobody would write, of all that there is.
#[test]
fn outputs_of_shuffled_lines_are_valid() {
    let sources = sources();
    let lines: Vec<_> = sources.iter().flat_map(|source| source.lines()).collect();
    let options = options();
    let mut numbers = Numbers(2018);
    for round in 0..600 {
        let mut source = String::new();
        for _ in 0..=numbers.below(40) {
            // Runs of lines too, so that containers hold items more often than not.
            let first = numbers.below(lines.len());
            let count = 1 + numbers.below(6);
            for line in lines.iter().skip(first).take(count) {
                source.push_str(line);
                source.push('\n');
            }
        }
        assert_output_valid(&source, &options[round % options.len()]);
    }
}
