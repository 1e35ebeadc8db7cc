//! What compiling a message costs, in numbers that do not depend on how busy the machine is, held
//! against `benches/counts.txt`.
//!
//!     cargo run --release -p tapmark-bench --bin counts                   compares, or fails
//!     cargo run --release -p tapmark-bench --bin counts -- allocations    says these alone
//!
//! With `UPDATE_COUNTS=1` in the environment the file is written. Instructions need valgrind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a program for the terminal that fails by panicking"
)]

use std::alloc::System;
use std::env;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::hint::black_box;
use std::process::{Command, ExitCode};

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tapmark::syntax::Arena;
use tapmark_bench::compiling::{options, to_json};
use tapmark_bench::{callgrind, corpus};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/counts.txt");
/// Instructions are those of three times as many messages less those of as many, divided by twice
/// as many: start-up, and making the messages, are in both.
const MESSAGES: usize = 1_000;
/// By how much of itself a count may grow, or shrink without the file being told.
const TENTH: f64 = 0.1;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => compare(),
        ["allocations"] => {
            println!("{:.2}", allocations());
            ExitCode::SUCCESS
        }
        ["compile", count] => {
            let messages: Vec<_> = corpus::messages().take(3 * MESSAGES).collect();
            compile(&messages[..count.parse().unwrap()]);
            ExitCode::SUCCESS
        }
        _ => panic!("usage: counts [allocations | compile COUNT]"),
    }
}

/// Compiles messages to JSON text.
fn compile(messages: &[String]) {
    let (options, mut arena) = (options(), Arena::new());
    for text in messages {
        black_box(to_json(text, &options, &mut arena));
    }
}

/// Heap allocations per message, those included that make one greater.
fn allocations() -> f64 {
    let messages: Vec<_> = corpus::messages().take(corpus::MESSAGES).collect();
    let region = Region::new(ALLOCATOR);
    compile(&messages);
    let change = region.change();
    (change.allocations + change.reallocations) as f64 / messages.len() as f64
}

/// Instructions per message.
fn instructions() -> f64 {
    let count = |messages: usize| {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["compile", &messages.to_string()]);
        callgrind::instructions(&command, "")
    };
    let (few, many) = (count(MESSAGES), count(3 * MESSAGES));
    ((many - few) / (2 * MESSAGES) as f64).round()
}

/// The content of the file.
struct Counts {
    allocations: f64,
    instructions: f64,
    /// The compiler, of which the instructions depend.
    rustc: String,
}

impl Counts {
    fn measured() -> Self {
        let rustc = Command::new("rustc").arg("--version").output().unwrap();
        Self {
            allocations: allocations(),
            instructions: instructions(),
            rustc: String::from_utf8(rustc.stdout).unwrap().trim().to_owned(),
        }
    }

    fn committed() -> Self {
        let file = fs::read_to_string(FILE).unwrap();
        let value = |name: &str| {
            let mut lines = file.lines();
            let value = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
            value.unwrap_or_else(|| panic!("{FILE} says nothing of {name}"))
        };
        Self {
            allocations: value("allocations").parse().unwrap(),
            instructions: value("instructions").parse().unwrap(),
            rustc: value("compiler").to_owned(),
        }
    }
}

impl Display for Counts {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "# What compiling a message of the corpus to JSON text costs on average. CI fails when it is a"
        )?;
        writeln!(
            f,
            "# tenth more; UPDATE_COUNTS=1 bash .ci/counts writes this file."
        )?;
        writeln!(f, "allocations: {:.2}", self.allocations)?;
        writeln!(f, "instructions: {}", self.instructions)?;
        writeln!(f, "compiler: {}", self.rustc)
    }
}

fn compare() -> ExitCode {
    assert!(
        callgrind::is_there(),
        "counting instructions needs valgrind"
    );
    let now = Counts::measured();
    if env::var_os("UPDATE_COUNTS").is_some() {
        fs::write(FILE, now.to_string()).unwrap();
        println!("{now}");
        return ExitCode::SUCCESS;
    }
    let before = Counts::committed();
    let counts = [
        ("allocations", before.allocations, now.allocations),
        ("instructions", before.instructions, now.instructions),
    ];
    for (name, before, now) in counts {
        let percent = 100.0 * (now / before - 1.0);
        println!("{name} per message: {before} in benches/counts.txt, now {now} ({percent:+.1} %)");
    }
    let grown = counts
        .iter()
        .any(|(_, before, now)| *now > before * (1.0 + TENTH));
    let shrunk = counts
        .iter()
        .any(|(_, before, now)| *now < before * (1.0 - TENTH));
    if grown || shrunk {
        let what = if grown { "more" } else { "less" };
        println!("\nThat is {what} by over a tenth.");
        if before.rustc != now.rustc {
            println!(
                "Mind that benches/counts.txt is of {}, and this of {}.",
                before.rustc, now.rustc
            );
        }
        println!("If it is to be so, commit this as benches/counts.txt:\n\n{now}");
    }
    if grown {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
