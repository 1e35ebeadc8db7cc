//! `tapmark check`: the diagnostics alone, on standard output.

use std::io::Write as _;

use super::arguments::Check;
use super::input::sources;
use super::report::{passes, report};
use super::{Failure, output};

/// Checks every file; true when all of them pass.
pub(crate) fn run(arguments: &Check) -> Result<bool, Failure> {
    let common = &arguments.common;
    let options = common.options()?;
    let in_colour = output::in_colour(&std::io::stdout());
    let mut stdout = output::stdout();
    let mut all_pass = true;
    for source in sources(&arguments.files) {
        let source = source?;
        let diagnostics = &tapmark::check(&source.text, &options);
        report(
            &mut stdout,
            &source,
            diagnostics,
            common.diagnostics,
            in_colour,
        )?;
        all_pass &= passes(diagnostics, common.deny_warnings);
    }
    stdout.flush()?;
    Ok(all_pass)
}
