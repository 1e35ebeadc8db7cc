//! Instructions of a program, counted by valgrind: the same number again and again, however busy
//! the machine is.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread;

/// Whether there is a valgrind.
#[must_use]
pub fn is_there() -> bool {
    Command::new("valgrind").arg("--version").output().is_ok()
}

/// How many instructions a command takes for an input. What it prints is lost.
///
/// # Panics
///
/// When valgrind does not say.
#[must_use]
pub fn instructions(command: &Command, input: &str) -> f64 {
    let mut child = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(command.get_program())
        .args(command.get_args())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().rev().find(|line| line.contains("Collected :"));
    let count = line.and_then(|line| line.rsplit(' ').next());
    count.unwrap_or_else(|| panic!("{said}")).parse().unwrap()
}
