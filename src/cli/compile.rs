//! `tapmark compile`: JSON on standard output, diagnostics on standard error.

use std::io::Write;

use serde::Serialize;
use tapmark::syntax::{self, Arena};
use tapmark::{Diagnostic, Options, Severity};

use super::arguments::{Compile, Emit};
use super::input::{Source, sources};
use super::report::{InFile, report};
use super::tally::Tally;
use super::{Failure, ndjson, output};

/// Compiles every file; true when all of them pass.
pub(crate) fn run(arguments: &Compile) -> Result<bool, Failure> {
    if arguments.ndjson {
        return ndjson::run(arguments);
    }
    let options = arguments.common.options()?;
    let mut stdout = output::stdout();
    let mut tally = Tally::default();
    let mut sources = sources(&arguments.inputs.paths);
    for source in &mut sources {
        if let Some(source) = tally.open(source) {
            tally.count(&one(arguments, &options, &source, &mut stdout)?);
        }
    }
    tally.end(sources.are_many, &arguments.common)
}

/// Compiles a source, and gives its diagnostics.
fn one(
    arguments: &Compile,
    options: &Options,
    source: &Source,
    stdout: &mut impl Write,
) -> Result<Vec<Diagnostic>, Failure> {
    let file = &*source.name;
    if arguments.emit == Emit::Ast {
        let arena = Arena::new();
        let parse = syntax::parse(&source.text, &arena);
        let value = &parse.document;
        let values = [InFile { file, value }];
        emit(arguments, source, stdout, &parse.diagnostics, &values)?;
        return Ok(parse.diagnostics);
    }
    if arguments.emit == Emit::Profile {
        let compilation = tapmark::compile_profile(&source.text, options);
        let profile = compilation.profile.as_slice();
        emit(arguments, source, stdout, &compilation.diagnostics, profile)?;
        return Ok(compilation.diagnostics);
    }
    // What is printed at once need not be copied.
    let arena = Arena::new();
    let compilation = tapmark::compile_in(&arena, &source.text, options);
    let diagnostics = &compilation.diagnostics;
    if arguments.emit == Emit::Compilation {
        let value = &compilation;
        let values = [InFile { file, value }];
        emit(arguments, source, stdout, diagnostics, &values)?;
    } else {
        let values = &compilation.requests;
        emit(arguments, source, stdout, diagnostics, values)?;
    }
    Ok(compilation.diagnostics)
}

/// Reports the diagnostics of a source, and prints its values unless there are errors.
fn emit(
    arguments: &Compile,
    source: &Source,
    stdout: &mut impl Write,
    diagnostics: &[Diagnostic],
    values: &[impl Serialize],
) -> Result<(), Failure> {
    let stderr = std::io::stderr();
    let in_colour = output::in_colour(&stderr);
    report(
        &mut stderr.lock(),
        source,
        diagnostics,
        arguments.common.format(),
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
    // What was printed so far comes before what is said about the next file, or about all.
    stdout.flush()?;
    Ok(())
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
