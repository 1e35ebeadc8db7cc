//! `tapmark completions`: what a shell needs to complete commands and options.

use std::io::Write as _;

use clap::CommandFactory as _;

use super::arguments::{Arguments, Completions};
use super::{Failure, output};

/// Prints the script of a shell.
pub(crate) fn run(arguments: &Completions) -> Result<bool, Failure> {
    // The generator panics when it cannot write; a buffer always takes what it is given.
    let mut script = Vec::new();
    let command = &mut Arguments::command();
    clap_complete::generate(arguments.shell, command, "tapmark", &mut script);
    let mut stdout = output::stdout();
    stdout.write_all(&script)?;
    stdout.flush()?;
    Ok(true)
}
