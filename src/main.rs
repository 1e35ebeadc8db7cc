//! The command line: a thin face of [`tapmark::compile`].

#![allow(missing_docs, reason = "a binary has no public items")]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
