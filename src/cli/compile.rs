//! `tapmark compile`: JSON on standard output, diagnostics on standard error.

use std::io::Write;

use serde::Serialize;
use tapmark::{Diagnostic, Options, Severity, syntax};

use super::arguments::{Compile, Emit};
use super::input::{Source, sources};
use super::report::{passes, report};
use super::{Failure, output};

/// Compiles every file; true when all of them pass.
pub(crate) fn run(arguments: &Compile) -> Result<bool, Failure> {
    let options = arguments.common.options()?;
    let mut stdout = output::stdout();
    let mut all_pass = true;
    for source in sources(&arguments.files) {
        all_pass &= one(arguments, &options, &source?, &mut stdout)?;
    }
    stdout.flush()?;
    Ok(all_pass)
}

fn one(
    arguments: &Compile,
    options: &Options,
    source: &Source,
    stdout: &mut impl Write,
) -> Result<bool, Failure> {
    if arguments.emit == Emit::Ast {
        let parse = syntax::parse(&source.text);
        return emit(
            arguments,
            source,
            stdout,
            &parse.diagnostics,
            &[&parse.document],
        );
    }
    if arguments.emit == Emit::Profile {
        let compilation = tapmark::compile_profile(&source.text, options);
        let profile = compilation.profile.as_slice();
        return emit(arguments, source, stdout, &compilation.diagnostics, profile);
    }
    let compilation = tapmark::compile(&source.text, options);
    let diagnostics = &compilation.diagnostics;
    if arguments.emit == Emit::Compilation {
        return emit(arguments, source, stdout, diagnostics, &[&compilation]);
    }
    emit(
        arguments,
        source,
        stdout,
        diagnostics,
        &compilation.requests,
    )
}

/// Reports the diagnostics of a source, and prints its values unless there are errors.
fn emit(
    arguments: &Compile,
    source: &Source,
    stdout: &mut impl Write,
    diagnostics: &[Diagnostic],
    values: &[impl Serialize],
) -> Result<bool, Failure> {
    let common = &arguments.common;
    // What was printed so far comes before what is said about the next source.
    stdout.flush()?;
    let stderr = std::io::stderr();
    let in_colour = output::in_colour(&stderr);
    report(
        &mut stderr.lock(),
        source,
        diagnostics,
        common.diagnostics,
        in_colour,
    )?;
    let has_errors = diagnostics
        .iter()
        .any(|found| found.severity == Severity::Error);
    if !has_errors || arguments.keep_going {
        for value in values {
            write_json(stdout, value, arguments.compact)?;
        }
    }
    Ok(passes(diagnostics, common.deny_warnings))
}

fn write_json(out: &mut impl Write, value: &impl Serialize, compact: bool) -> Result<(), Failure> {
    if compact {
        serde_json::to_writer(&mut *out, value)?;
    } else {
        serde_json::to_writer_pretty(&mut *out, value)?;
    }
    writeln!(out)?;
    Ok(())
}
