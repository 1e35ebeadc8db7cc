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
#[path = "../common/judge.rs"]
mod judge;
mod messenger_2018;
mod messenger_2026;
#[path = "../common/schema.rs"]
mod oracle;
mod profiles;
mod rules;
#[path = "../common/specification.rs"]
#[expect(
    dead_code,
    reason = "only options and requests of the examples are read here"
)]
mod specification;
mod table;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use oracle::SCHEMA;
use serde_json::{Value, json};
use tapmark::{MessagingType, Options, Overflow, Target};

use crate::bodies::{MESSENGER_2018, MESSENGER_2026, TARGETS};
use crate::broken::broken;
use crate::documented::{alone, documented};

/// What is wrong with a body, for messages or for the profile.
fn violations(body: &Value, target: &str) -> Vec<String> {
    match profiles::is_profile(body) {
        true => oracle::profile_violations(body, target),
        false => oracle::violations(body, target),
    }
}

/// The same, by the judge.
fn faults(body: &Value, target: &str) -> Vec<String> {
    match profiles::is_profile(body) {
        true => judge::profile_faults(body, target),
        false => judge::faults(&json!([body]), target),
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
    assert!(documented().iter().all(|(.., body)| root.is_valid(body)));
    assert!(!root.is_valid(&json!({ "messaging_type": "RESPONSE", "message": {} })));
}

#[test]
fn every_target_is_held_against_the_schema() {
    let targets: Vec<_> = Target::ALL.iter().map(|target| target.name).collect();
    assert_eq!(targets, TARGETS);
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
    for (target, name, body) in documented() {
        let found = violations(&body, target);
        assert_eq!(found, Vec::<String>::new(), "{target}, {name}\n{body:#}");
        let found = faults(&body, target);
        assert_eq!(found, Vec::<String>::new(), "{target}, {name}\n{body:#}");
    }
}

#[test]
fn bodies_of_one_target_alone_are_refused_by_the_other() {
    for (target, other) in [
        (MESSENGER_2018, MESSENGER_2026),
        (MESSENGER_2026, MESSENGER_2018),
    ] {
        for (name, body) in alone(target) {
            let found = violations(&body, other);
            assert!(!found.is_empty(), "{other}, {name}\n{body:#}");
            let found = faults(&body, other);
            assert!(!found.is_empty(), "{other}, {name}\n{body:#}");
        }
    }
}

/// For its one fault alone: the rule is in force, and points to the place.
#[test]
fn broken_bodies_are_refused() {
    let broken = broken();
    for target in TARGETS {
        let count = broken.iter().filter(|body| body.target == target).count();
        assert!(count >= 130, "only {count} for {target}");
    }
    let mut failures = String::new();
    for body in broken {
        let expected = format!("{} at {}: ", body.rule, body.path);
        let found = violations(&body.body, body.target);
        // A value of the wrong type fails every branch of a choice, with the same words.
        if found.is_empty() || !found.iter().all(|fault| fault.starts_with(&expected)) {
            let (target, name) = (body.target, body.name);
            writeln!(failures, "{target}, {name}: {expected}but {found:#?}").unwrap();
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// Whatever is put in the place of an object, an array or a string, it is missed.
#[test]
fn values_keep_their_kinds() {
    for (target, name, body) in documented() {
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
                let found = violations(&body, target);
                assert_ne!(found, Vec::<String>::new(), "{target}, {name}\n{body:#}");
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

fn assert_valid(requests: &Value, target: &str, origin: &str) {
    for request in requests.as_array().unwrap() {
        let found = violations(request, target);
        assert_eq!(
            found,
            Vec::<String>::new(),
            "{target}, {origin}\n{request:#}"
        );
    }
}

/// A profile is one body, and null is none.
fn assert_profile_valid(profile: &Value, target: &str, origin: &str) {
    if !profile.is_null() {
        let found = violations(profile, target);
        assert_eq!(
            found,
            Vec::<String>::new(),
            "{target}, {origin}\n{profile:#}"
        );
        let found = judge::profile_faults(profile, target);
        assert_eq!(
            found,
            Vec::<String>::new(),
            "{target}, {origin}\n{profile:#}"
        );
    }
}

/// The target of a fixture, of what is expected of it, and of its snapshot.
fn target_of(path: &Path) -> &'static str {
    let path = path.to_str().unwrap().replace('\\', "/");
    match path.contains("fixtures/today/") || path.contains("@today__") {
        true => MESSENGER_2026,
        false => MESSENGER_2018,
    }
}

/// Files that are judged by the wrong target would mostly pass.
fn assert_both_targets(paths: &[PathBuf]) {
    let today = paths
        .iter()
        .filter(|path| target_of(path) == MESSENGER_2026);
    let today = today.count();
    assert!((8..paths.len() / 2).contains(&today), "{today} for 2026");
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
    assert_both_targets(&expectations);
    for path in expectations {
        let requests = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let requests = match requests {
            // A profile is one body.
            Value::Object(_) => json!([requests]),
            Value::Null => json!([]),
            _ => requests,
        };
        assert_valid(&requests, target_of(&path), &path.display().to_string());
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
        let target = target_in(&example.options);
        assert_valid(&Value::Array(sent), target, &origin);
    }
    assert!(requests >= 100, "only {requests}");
}

/// The target that the options of an example name.
fn target_in(options: &str) -> &str {
    let mut words = options.split_whitespace();
    let named = words.find_map(|word| word.strip_prefix("target="));
    named.map_or(MESSENGER_2018, |name| name.trim_matches('"'))
}

#[test]
fn options_of_examples_name_a_target() {
    assert_eq!(target_in(""), MESSENGER_2018);
    assert_eq!(target_in("overflow=split"), MESSENGER_2018);
    assert_eq!(target_in("target=messenger-2026"), MESSENGER_2026);
    assert_eq!(
        target_in("overflow=split target=\"messenger-2026\""),
        MESSENGER_2026
    );
}

/// The snapshots hold the requests as an array after their header, diagnostics after it, then the
/// same for the profile.
#[test]
fn snapshots_are_valid() {
    let snapshots = files("tests/snapshots", ".tapmark.snap");
    assert!(snapshots.len() >= 250, "only {}", snapshots.len());
    assert_both_targets(&snapshots);
    let mut profiles = 0;
    for path in snapshots {
        let snapshot = fs::read_to_string(&path).unwrap();
        let (_, shown) = snapshot[3..].split_once("\n---\n").unwrap();
        let mut values = serde_json::Deserializer::from_str(shown).into_iter::<Value>();
        let requests = values.next().unwrap().unwrap();
        let (target, origin) = (target_of(&path), path.display().to_string());
        assert_valid(&requests, target, &origin);
        if let Some((_, shown)) = shown.split_once("\n=== profile\n") {
            let mut values = serde_json::Deserializer::from_str(shown).into_iter::<Value>();
            let profile = values.next().unwrap().unwrap();
            assert_profile_valid(&profile, target, &origin);
            profiles += 1;
        }
    }
    assert!(profiles >= 20, "only {profiles}");
}

/// The options that change what is written: every target, every mode, and the rest.
fn options() -> Vec<Options> {
    let mut found = Vec::new();
    for &target in Target::ALL {
        for &overflow in Overflow::ALL {
            let builder = || Options::builder().target(target).overflow(overflow);
            let tag = target.tags.last().copied().unwrap();
            let builders = [
                builder(),
                builder()
                    .recipient("1254459154682919")
                    .merchant_name("Pizza Example")
                    .checkout_url("https://shop.example/{label}?amount={amount}&in={currency}"),
                builder()
                    .messaging_type(MessagingType::Update)
                    .test_payment(true),
                builder()
                    .messaging_type(MessagingType::MessageTag)
                    .tag(tag)
                    .checkout_url("https://shop.example/pay"),
            ];
            found.extend(builders.map(|builder| builder.build().unwrap()));
        }
    }
    found
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
    let target = options.target().name;
    assert_valid(&requests, target, source);
    let found = judge::faults(&requests, target);
    assert_eq!(found, Vec::<String>::new(), "{target}, {source}");
    let profile = tapmark::compile_profile(source, options).profile;
    let profile = serde_json::to_value(profile).unwrap();
    assert_profile_valid(&profile, target, source);
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
    for round in 0..options.len() * 50 {
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
