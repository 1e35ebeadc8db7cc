//! Linear time, counted: instructions of the program at n, 2n and 4n bytes of every family, with
//! those of an empty source taken off. Fails when a doubling costs more than 2.2 times.
//!
//!     cargo bench --profile dev --bench linear
//!
//! The program that is counted is built for release; this one is not worth it. Counting needs
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

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread;

/// Bytes of the smallest source: so many that a text is divided many times, because the first
/// division costs more than no division.
const SIZE: usize = 48_000;
const PROGRAM: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/release/tapmark");
/// What a doubling may cost.
const WORST: f64 = 2.2;

fn main() {
    let valgrind = Command::new("valgrind").arg("--version").output();
    if valgrind.is_err() {
        println!("valgrind is not on this machine: nothing is counted");
        return;
    }
    let built = Command::new(env!("CARGO"))
        .args(["build", "--release", "--locked", "--bin", "tapmark"])
        .status();
    assert!(built.unwrap().success(), "the program is not built");
    let start = instructions("");
    let small: Vec<_> = families::families(SIZE).collect();
    let middle: Vec<_> = families::families(2 * SIZE).collect();
    let large: Vec<_> = families::families(4 * SIZE).collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let count = small.len();
    let rows: Vec<(String, f64)> = thread::scope(|scope| {
        let (small, middle, large) = (&small, &middle, &large);
        let workers: Vec<_> = (0..threads)
            .map(|first| {
                scope.spawn(move || {
                    let ratio = |index: usize| {
                        let [n, n2, n4] = [small, middle, large]
                            .map(|sizes| (instructions(&sizes[index].1) - start).max(1.0));
                        (small[index].0.clone(), (n2 / n).max(n4 / n2))
                    };
                    (first..count)
                        .step_by(threads)
                        .map(ratio)
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        let rows = workers.into_iter().map(|worker| worker.join().unwrap());
        rows.flatten().collect()
    });
    let mut rows = rows;
    rows.sort_by(|one, other| other.1.total_cmp(&one.1));
    for (family, ratio) in &rows[..10] {
        println!("{ratio:.2}  {family}");
    }
    println!(
        "{count} families; the worst doubling costs {:.2}",
        rows[0].1
    );
    assert!(rows[0].1 <= WORST, "more than {WORST} times: not linear");
}

/// How many instructions the program takes for a source.
fn instructions(source: &str) -> f64 {
    let mut child = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(PROGRAM)
        .args(["compile", "--keep-going", "-c", "--diagnostics", "short"])
        .args([
            "--emit",
            if source.starts_with("::start") {
                "profile"
            } else {
                "requests"
            },
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let source = source.to_owned();
    let writer = thread::spawn(move || stdin.write_all(source.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().rev().find(|line| line.contains("Collected :"));
    let count = line.and_then(|line| line.rsplit(' ').next());
    count.unwrap_or_else(|| panic!("{said}")).parse().unwrap()
}
