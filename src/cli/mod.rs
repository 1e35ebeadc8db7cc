//! The command line: arguments in, bytes and an exit code out.

mod arguments;
mod check;
mod compile;
mod completions;
mod draw;
mod explain;
mod files;
mod fix;
mod input;
mod limits;
mod line;
mod man;
mod ndjson;
mod output;
mod replace;
mod report;
mod tally;
mod text;

use std::process::ExitCode;

use clap::Parser as _;

use self::arguments::{Arguments, Command};

/// Why a run ends without having done its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The reader of the output has gone: nobody is left to tell.
    ClosedPipe,
    /// Trouble with files that does not stop the work on others, and has been said.
    Told,
    /// Anything else, in words.
    Trouble(String),
}

impl Failure {
    /// Says what went wrong with one file of perhaps many.
    fn told(message: &str) -> Self {
        output::complain(message);
        Self::Told
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::ClosedPipe,
            _ => Self::Trouble(format!("cannot write the output: {error}")),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::from(std::io::Error::from(error))
    }
}

/// Runs the program: exit code 0 without errors, 1 with, 2 for usage or I/O trouble.
pub(crate) fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.command {
        Command::Compile(compile) => compile::run(compile),
        Command::Check(check) => check::run(check),
        Command::Explain(explain) => explain::run(explain),
        Command::Limits(limits) => limits::run(limits),
        Command::Fix(fix) => fix::run(fix),
        Command::Completions(completions) => completions::run(completions),
        Command::Man(man) => man::run(man),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // As `cat` does when `head` has seen enough.
        Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::from(2),
        Err(Failure::Trouble(message)) => {
            output::complain(&message);
            ExitCode::from(2)
        }
    }
}
