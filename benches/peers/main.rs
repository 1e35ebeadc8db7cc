//! Tapmark beside its peers: every figure a ratio to what another program takes in the same run,
//! with the same texts, in turns. Criterion does the rounds and their statistics.
//!
//!     cargo bench -p tapmark-bench --features peers --bench peers [-- NAME]
//!
//! prints the table; with `UPDATE_RESULTS=1` in the environment it goes into `benches/RESULTS.md`
//! too. With a part of a name, such as `parse`, only that is measured.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a program for the terminal that fails by panicking"
)]

mod bench;
mod process;
mod ratio;
mod table;

use std::hint::black_box;
use std::process::Command;

use pulldown_cmark::{Parser, html};
use tapmark::syntax::{self, Arena};
use tapmark_bench::compiling::{options, to_json};
use tapmark_bench::{corpus, program};

use self::bench::Bench;
use self::process::{file, peak_memory};
use self::ratio::round;

/// Messages in one turn of a contestant: some thousandths of a second, less than what disturbs.
const TURN: usize = 1_000;

/// What is measured of whole processes; without any of it the program need not be built.
const PROCESSES: [&str; 4] = ["start", "memory", "stream", "stream-memory"];

fn main() {
    if process::is_peak_memory_wanted() {
        return;
    }
    let mut bench = Bench::new();
    let messages: Vec<String> = corpus::messages().take(corpus::MESSAGES).collect();
    let document = corpus::document();
    texts(&mut bench, &messages, &document);
    if bench.wants(&PROCESSES) {
        processes(&mut bench, &messages, &document);
    }
    table::show(&bench.measured);
}

/// What is measured within this process.
fn texts(bench: &mut Bench, messages: &[String], document: &str) {
    let (options, arena) = (&options(), &mut Arena::new());
    let turns = || messages.chunks(TURN);
    bench.ratio("compile", 30, || {
        let ours = |turn: &&[String]| {
            for text in *turn {
                black_box(to_json(text, options, arena));
            }
        };
        let theirs = |turn: &&[String]| turn.iter().for_each(|text| render(text));
        round(turns(), ours, theirs)
    });
    bench.ratio("parse", 30, || {
        let ours = |turn: &&[String]| turn.iter().for_each(|text| parse(text, arena));
        let theirs = |turn: &&[String]| turn.iter().for_each(|text| pull(text));
        round(turns(), ours, theirs)
    });
    // The goal is throughput, so what is ours stands where the peer does elsewhere.
    bench.ratio("document", 20, || {
        round(
            [document; 2],
            |text| render(text),
            |text| drop(black_box(to_json(text, options, arena))),
        )
    });
    bench.number("allocations", || {
        process::number(env!("CARGO_BIN_EXE_counts"), "allocations")
    });
}

/// What is measured of whole processes.
fn processes(bench: &mut Bench, messages: &[String], document: &str) {
    let program = program::built();
    let line = file("line.tapmark", "Well? %[Yes](reply:YES) %[No](reply:NO)\n");
    let small = file("small.json", r#"{"text":"Well?","replies":["YES","NO"]}"#);
    bench.ratio("start", 100, || {
        let ours = |(): &()| process::run(Command::new(&program).arg("compile").arg(&line));
        let theirs = |(): &()| process::run(Command::new("jq").arg(".").arg(&small));
        round([(); 4], ours, theirs)
    });
    bench.number("memory", || {
        let mut command = Command::new(&program);
        // Some of its messages have slips.
        command.args(["compile", "--compact", "--keep-going"]);
        peak_memory(&command, document, 1) / document.len() as f64
    });
    let lines: String = corpus::ndjson(corpus::MESSAGES).collect();
    let path = file("corpus.ndjson", &lines);
    let stream = || {
        let mut command = Command::new(&program);
        // As what is compiled in-process.
        command.args(["compile", "--ndjson", "--merchant-name", "Example"]);
        command
    };
    let (options, arena) = (&options(), &mut Arena::new());
    bench.ratio("stream", 20, || {
        let ours = |(): &()| process::run(stream().arg(&path));
        let theirs = |(): &()| {
            for text in messages {
                black_box(to_json(text, options, arena));
            }
        };
        round([(); 2], ours, theirs)
    });
    bench.number("stream-memory", || {
        let few: String = corpus::ndjson(corpus::MESSAGES / 10).collect();
        let many = peak_memory(&stream(), &lines, 100);
        many / peak_memory(&stream(), &few, 1)
    });
}

fn render(text: &str) {
    // With the room that its documentation gives it.
    let mut page = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut page, Parser::new(text));
    black_box(page);
}

fn parse(text: &str, arena: &mut Arena) {
    arena.reset();
    black_box(syntax::parse(text, arena));
}

fn pull(text: &str) {
    for event in Parser::new(text) {
        black_box(event);
    }
}
