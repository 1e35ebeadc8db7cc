//! What CONTRIBUTING.md says of the code base, held against it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join(path)).unwrap()
}

/// The crates that a manifest depends on.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut section = "";
    let mut found = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.contains("dependencies")
            && let Some((name, _)) = line.split_once(" = ")
            && !name.starts_with([' ', '#'])
        {
            found.push(name.to_owned());
        }
    }
    found
}

/// The names in the first column of the table of dependencies.
fn explained(page: &str) -> Vec<&str> {
    let (_, table) = page.split_once("## Why each dependency is there").unwrap();
    let rows = table.lines().skip_while(|line| !line.starts_with("| `"));
    rows.take_while(|line| line.starts_with('|'))
        .filter_map(|row| row.split('|').nth(1))
        .flat_map(|names| names.split('`').skip(1).step_by(2))
        .collect()
}

#[test]
fn each_dependency_has_its_reason_and_each_reason_its_dependency() {
    let page = read("CONTRIBUTING.md");
    let explained = explained(&page);
    let crates = ["Cargo.toml", "benches/Cargo.toml", "web/Cargo.toml"].map(read);
    for name in crates.iter().flat_map(|manifest| dependencies(manifest)) {
        let known = name.starts_with("tapmark") || explained.contains(&&*name);
        assert!(known, "{name} is not in the table of CONTRIBUTING.md");
    }
    let package = read("web/package.json");
    let manifests = crates.concat() + &package;
    for name in explained {
        let name = name.trim_end_matches('…');
        assert!(manifests.contains(name), "nothing depends on {name}");
    }
}
