//! Linear time, counted: instructions of the program at n, 2n and 4n bytes of every family, with
//! those of an empty source taken off; in mode `split` too, where that sends something else. Fails
//! when a doubling costs more than 2.2 times.
//!
//!     cargo bench -p tapmark-bench --profile dev --bench linear [-- --every 2]
//!
//! `--every 2` counts every second case. The program that is counted is built for release; this
//! one is not worth it. Counting needs
//! valgrind; without it nothing is counted, and that is said.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a program for the terminal that fails by panicking"
)]

#[path = "../tests/common/families.rs"]
mod families;

use std::env;
use std::path::Path;
use std::process::Command;
use std::thread;

use tapmark::{Options, Overflow};
use tapmark_bench::{callgrind, program};

/// Bytes of the smallest source: so many that a text is divided many times, because the first
/// division costs more than no division.
const SIZE: usize = 24_000;
/// What a doubling may cost.
const WORST: f64 = 2.2;

fn main() {
    if !callgrind::is_there() {
        println!("valgrind is not on this machine: nothing is counted");
        return;
    }
    let program = &program::built();
    let start = instructions(program, "", Overflow::Truncate);
    let sizes = [SIZE, 2 * SIZE, 4 * SIZE].map(|size| families::families(size).collect::<Vec<_>>());
    let sizes = &sizes;
    let count = sizes[0].len();
    let truncated = (0..count).map(|index| (index, Overflow::Truncate));
    let split = (0..count).filter(|&index| splits(&sizes[0][index].1));
    let cases: Vec<_> = truncated
        .chain(split.map(|index| (index, Overflow::Split)))
        .step_by(every())
        .collect();
    let ratio = |&(index, mode): &(usize, Overflow)| {
        let [n, n2, n4] = sizes
            .each_ref()
            .map(|size| (instructions(program, &size[index].1, mode) - start).max(1.0));
        let name = format!("{}, mode {}", sizes[0][index].0, mode.name());
        (name, (n2 / n).max(n4 / n2))
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut rows: Vec<(String, f64)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|first| {
                let cases = cases.iter().skip(first).step_by(threads);
                scope.spawn(move || cases.map(ratio).collect::<Vec<_>>())
            })
            .collect();
        let rows = workers.into_iter().map(|worker| worker.join().unwrap());
        rows.flatten().collect()
    });
    rows.sort_by(|one, other| other.1.total_cmp(&one.1));
    for (family, ratio) in rows.iter().take(10) {
        println!("{ratio:.2}  {family}");
    }
    println!(
        "{} cases of {count} families; the worst doubling costs {:.2}",
        cases.len(),
        rows[0].1
    );
    assert!(rows[0].1 <= WORST, "more than {WORST} times: not linear");
}

/// How many cases to go on, as the arguments say.
fn every() -> usize {
    let mut arguments = env::args().skip_while(|argument| argument != "--every");
    arguments.nth(1).map_or(1, |count| count.parse().unwrap())
}

/// Whether mode `split` sends something else of a source than the default.
fn splits(source: &str) -> bool {
    let [truncated, split] = [Overflow::Truncate, Overflow::Split].map(|mode| {
        let options = Options::builder().overflow(mode).build().unwrap();
        tapmark::compile(source, &options).requests
    });
    truncated != split
}

/// How many instructions the program takes for a source.
fn instructions(program: &Path, source: &str, mode: Overflow) -> f64 {
    let profile = source.starts_with("::start");
    let mut command = Command::new(program);
    command
        .args(["compile", "--keep-going", "-c", "--diagnostics", "short"])
        .args(["--overflow", mode.name()])
        .args(["--emit", if profile { "profile" } else { "requests" }]);
    callgrind::instructions(&command, source)
}
