//! 400 KB of what a careless parser chokes on. There is no clock here: a quadratic one would need
//! minutes, and whoever waits notices. `cargo bench --bench linear` counts instructions.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "common/families.rs"]
mod families;
#[path = "common/judge.rs"]
mod judge;

use tapmark::Options;
use tapmark::syntax::Arena;

/// An editor asks at every key: smaller sources, and what is typed at their end.
#[test]
fn every_family_has_tokens_and_completions() {
    for (family, source) in families::families(40_000) {
        let mut last = 0;
        for token in tapmark::editor::tokens(&source) {
            assert!(last <= token.start && token.start < token.end, "{family}");
            last = token.end;
        }
        for typed in ["[a](", "[a](https://a.example){"] {
            let source = format!("{source}{typed}");
            let found = tapmark::editor::complete(&source, source.len());
            assert!(
                found.iter().all(|found| found.end == source.len()),
                "{family}"
            );
        }
    }
}

#[test]
fn every_family_compiles() {
    for (family, source) in families::families(400_000) {
        let options = Options::default();
        let mut requests = Vec::new();
        let _ = tapmark::compile_each(&source, &options, &mut Arena::new(), |request| {
            requests.push(serde_json::to_value(request).unwrap());
        });
        let faults = judge::faults(&requests.into(), options.target().name);
        assert!(faults.is_empty(), "{family}: {:?}", faults.first());
        let profile = tapmark::compile_profile(&source, &Options::default()).profile;
        let profile = serde_json::to_value(profile).unwrap();
        let faults = judge::profile_faults(&profile, options.target().name);
        assert!(faults.is_empty(), "{family}: {:?}", faults.first());
    }
}
