//! The table: what is measured, what it is to reach, and whether it does.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

/// What is measured, and what it is to reach.
struct Goal {
    name: &'static str,
    /// What is counted, and by what it is divided.
    measure: [&'static str; 2],
    is: Bound,
    must: f64,
    aim: f64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    AtMost,
    AtLeast,
}

const GOALS: [Goal; 8] = [
    Goal {
        name: "compile",
        measure: [
            "time to JSON text with all checks, per message",
            "pulldown-cmark's HTML",
        ],
        is: Bound::AtMost,
        must: 0.5,
        aim: 0.3,
    },
    Goal {
        name: "parse",
        measure: [
            "time of the parse stage alone, per message",
            "pulldown-cmark's events",
        ],
        is: Bound::AtMost,
        must: 0.3,
        aim: 0.15,
    },
    Goal {
        name: "document",
        measure: ["throughput to JSON text, 10 MB", "pulldown-cmark's HTML"],
        is: Bound::AtLeast,
        must: 2.0,
        aim: 4.0,
    },
    Goal {
        name: "allocations",
        measure: ["heap allocations to JSON text", "messages"],
        is: Bound::AtMost,
        must: 8.0,
        aim: 3.0,
    },
    Goal {
        name: "start",
        measure: [
            "time of `tapmark compile`, a file of one line",
            "`jq .`, a small file",
        ],
        is: Bound::AtMost,
        must: 1.5,
        aim: 1.0,
    },
    Goal {
        name: "memory",
        measure: [
            "peak memory of `tapmark compile`, 10 MB",
            "the input's size",
        ],
        is: Bound::AtMost,
        must: 8.0,
        aim: 3.0,
    },
    Goal {
        name: "stream",
        measure: [
            "time of `tapmark compile --ndjson`, the messages",
            "compiling them in-process",
        ],
        is: Bound::AtMost,
        must: 3.0,
        aim: 3.0,
    },
    Goal {
        name: "stream-memory",
        measure: [
            "its peak memory after 10,000,000 lines",
            "that after 10,000",
        ],
        is: Bound::AtMost,
        // Pages come and go.
        must: 1.1,
        aim: 1.1,
    },
];

/// A number, and where there were many rounds, the interval in which it lies with a confidence of
/// 95 %.
#[derive(Clone, Copy)]
pub(crate) struct Measured {
    pub(crate) value: f64,
    pub(crate) within: Option<(f64, f64)>,
}

impl Goal {
    fn write(&self, measured: Measured, table: &mut String) {
        let (sign, reaches): (_, fn(f64, f64) -> bool) = match self.is {
            Bound::AtMost => ("≤", |value, bound| value <= bound),
            Bound::AtLeast => ("≥", |value, bound| value >= bound),
        };
        let Measured { value, within } = measured;
        let reached = if reaches(value, self.aim) {
            "the aim"
        } else if reaches(value, self.must) {
            "what it must"
        } else {
            "not yet"
        };
        let within = within.map(|(low, high)| format!("{low:.2} to {high:.2}"));
        let within = within.unwrap_or_default();
        let [of, to] = self.measure;
        let Self {
            name, must, aim, ..
        } = self;
        writeln!(
            table,
            "| {name} | {of} | {to} | {sign} {must} | {sign} {aim} | **{value:.2}** | {within} | {reached} |"
        )
        .unwrap();
    }
}

/// Prints the table, and writes it down where that is wanted.
pub(crate) fn show(measured: &[(&str, Measured)]) {
    let table = table(measured);
    println!("\n{table}");
    if std::env::var_os("UPDATE_RESULTS").is_some() {
        assert_eq!(
            measured.len(),
            GOALS.len(),
            "the file has all rows or is not written"
        );
        let results = concat!(env!("CARGO_MANIFEST_DIR"), "/RESULTS.md");
        fs::write(results, format!("{}{table}", include_str!("head.md"))).unwrap();
    }
}

/// The table in Markdown, with what it was measured with.
fn table(measured: &[(&str, Measured)]) -> String {
    let mut table = String::from(
        "| name | measure | divided by | must be | aim | median | 95 % | reached |\n\
         |---|---|---|---|---|---|---|---|\n",
    );
    for goal in &GOALS {
        if let Some((_, measured)) = measured.iter().find(|(name, _)| *name == goal.name) {
            goal.write(*measured, &mut table);
        }
    }
    let jq = said(Command::new("jq").arg("--version"));
    let rustc = said(Command::new("rustc").arg("--version"));
    writeln!(
        table,
        "\nMeasured beside pulldown-cmark {} with the features {} and {}, built by {} as the \
         workspace's release profile says (thin link-time optimisation, one unit of code generation).",
        version("pulldown-cmark"),
        features("pulldown-cmark"),
        jq.unwrap_or_else(|| "without jq".to_owned()),
        rustc.unwrap_or_else(|| "a compiler without name".to_owned()),
    )
    .unwrap();
    table
}

/// What a command says of its version.
fn said(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}

/// The version of a crate that is linked into this program.
fn version(name: &str) -> &'static str {
    let lock = include_str!("../../Cargo.lock");
    let (_, package) = lock
        .split_once(&format!("name = \"{name}\"\nversion = \""))
        .unwrap();
    package.split_once('"').unwrap().0
}

/// The features of a crate, as the manifest asks for them.
fn features(name: &str) -> String {
    let mut lines = include_str!("../Cargo.toml").lines();
    let line = lines
        .find(|line| line.starts_with(&format!("{name} = ")))
        .unwrap();
    assert!(line.contains("default-features = false"), "{line}");
    let (_, features) = line.split_once(" features = [").unwrap();
    features.split_once(']').unwrap().0.replace('"', "`")
}
