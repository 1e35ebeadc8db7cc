//! `tapmark check`: the diagnostics alone, on standard output.

use std::io::Write as _;

use super::arguments::Check;
use super::input::sources;
use super::report::report;
use super::tally::Tally;
use super::{Failure, output};

/// Checks every file; true when all of them pass.
pub(crate) fn run(arguments: &Check) -> Result<bool, Failure> {
    let common = &arguments.common;
    let options = common.options()?;
    let in_colour = output::in_colour(&std::io::stdout());
    let mut stdout = output::stdout();
    let mut tally = Tally::default();
    let mut sources = sources(&arguments.inputs.paths);
    for source in &mut sources {
        let Some(source) = tally.open(source) else {
            continue;
        };
        let diagnostics = tapmark::check(&source.text, &options);
        tally.count(&diagnostics);
        report(
            &mut stdout,
            &source,
            &diagnostics,
            common.format(),
            in_colour,
        )?;
        // What was printed so far comes before what is said about the next file, or about all.
        stdout.flush()?;
    }
    tally.end(sources.are_many, common)
}
