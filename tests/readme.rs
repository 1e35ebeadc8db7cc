//! The README's console blocks, the limits of the target among them, are what the program prints.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![cfg(feature = "cli")]

use std::fs;
use std::process::{Command, Stdio};

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Splits a command line; a part in double quotes is one argument.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

/// What a command of the README prints: standard output, then standard error.
fn print(command: &str) -> String {
    let words = words(command);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let root = env!("CARGO_MANIFEST_DIR");
    match words[..] {
        ["cat", file] => fs::read_to_string(format!("{root}/{file}")).unwrap(),
        ["tapmark", ref arguments @ ..] => {
            let output = Command::new(env!("CARGO_BIN_EXE_tapmark"))
                .args(arguments)
                .current_dir(root)
                .env_remove("CLICOLOR_FORCE")
                .env("COLUMNS", "100")
                .stdin(Stdio::null())
                .output()
                .unwrap();
            let out = String::from_utf8(output.stdout).unwrap();
            out + &String::from_utf8(output.stderr).unwrap()
        }
        _ => panic!("the README runs {command:?}"),
    }
}

/// The README with every console block as the program prints it.
fn with_real_output(readme: &str) -> (String, usize) {
    let mut result = String::new();
    let mut blocks = 0;
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        result.push_str(line);
        result.push('\n');
        // A longer fence holds output with fences of its own.
        let Some(fence) = line.strip_suffix("console") else {
            continue;
        };
        if fence.len() < 3 || fence.bytes().any(|byte| byte != b'`') {
            continue;
        }
        let command = lines.next().unwrap();
        let printed = print(command.strip_prefix("$ ").unwrap());
        result.push_str(&format!("{command}\n{}\n{fence}\n", printed.trim_end()));
        for line in lines.by_ref() {
            if line == fence {
                break;
            }
        }
        blocks += 1;
    }
    (result, blocks)
}

/// With the environment variable `UPDATE_README` the blocks are written, else compared.
#[test]
fn the_readme_shows_real_output() {
    let readme = fs::read_to_string(README).unwrap();
    let (real, blocks) = with_real_output(&readme);
    assert!(blocks >= 4);
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(README, &real).unwrap();
    }
    let readme = fs::read_to_string(README).unwrap();
    assert_eq!(
        readme, real,
        "run UPDATE_README=1 cargo test --test readme, and read the change"
    );
}
