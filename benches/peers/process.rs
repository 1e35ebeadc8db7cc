//! Whole processes: a command run once, and the memory that one took at most.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use nix::sys::resource::{UsageWho, getrusage};

use super::bench::FILES;

/// Runs a command for its time; what it prints is lost.
pub(crate) fn run(command: &mut Command) {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    let code = status.unwrap().code();
    // The corpus has slips, and says so by the exit code.
    assert!(matches!(code, Some(0 | 1)), "{command:?}: {code:?}");
}

/// A file with that content, where there is room for such.
pub(crate) fn file(name: &str, content: &str) -> PathBuf {
    let path = Path::new(FILES).join(name);
    fs::write(&path, content).unwrap();
    path
}

/// The number that a command says.
pub(crate) fn number(program: &str, argument: &str) -> f64 {
    let output = Command::new(program).arg(argument).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.trim().parse().unwrap()
}

/// The argument with which this program only runs what follows, and says how much memory that took.
const PEAK: &str = "--peak-memory-of";

/// The most memory that a command had, in bytes, while it was given an input so many times.
///
/// The system tells a process only the most that any of its children had, and what a child had
/// before it became another program counts: so the parent is this program anew, which has nothing.
pub(crate) fn peak_memory(command: &Command, input: &str, times: usize) -> f64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .arg(PEAK)
        .arg(command.get_program())
        .args(command.get_args())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    for _ in 0..times {
        stdin.write_all(input.as_bytes()).unwrap();
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    said.trim().parse::<f64>().unwrap() * 1024.0
}

/// Does what [`peak_memory`] asks of this program; false when it does not.
#[expect(clippy::print_stdout, reason = "that is how the number comes back")]
pub(crate) fn is_peak_memory_wanted() -> bool {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_none_or(|argument| argument != PEAK) {
        return false;
    }
    let mut command = Command::new(arguments.next().unwrap());
    run(command.args(arguments));
    println!(
        "{}",
        getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss()
    );
    true
}
