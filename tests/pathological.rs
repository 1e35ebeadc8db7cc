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

#[test]
fn every_family_compiles() {
    for (family, source) in families::families(400_000) {
        let options = Options::default();
        let compilation = tapmark::compile(&source, &options);
        let requests = serde_json::to_value(&compilation.requests).unwrap();
        let faults = judge::faults(&requests, options.target().name);
        assert!(faults.is_empty(), "{family}: {:?}", faults.first());
        let profile = tapmark::compile_profile(&source, &Options::default()).profile;
        let profile = serde_json::to_value(profile).unwrap();
        let faults = judge::profile_faults(&profile, options.target().name);
        assert!(faults.is_empty(), "{family}: {:?}", faults.first());
    }
}
