//! `tapmark compile`: JSON on standard output, diagnostics on standard error.

use std::io::Write;

use serde::Serialize;
use tapmark::syntax::{self, Arena};
use tapmark::{Diagnostic, Options};

use super::arguments::{Compile, Emit};
use super::input::{Source, sources};
use super::report::InFile;
use super::tally::{Tally, has_errors};
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
    let file = &*source.file();
    if arguments.emit == Emit::Ast {
        let arena = Arena::new();
        let parse = syntax::parse(&source.text, &arena);
        let value = &parse.document;
        let value = InFile { file, value };
        emit(arguments, source, stdout, &parse.diagnostics, |out| {
            write_json(out, &value, arguments.compact)
        })?;
        return Ok(parse.diagnostics);
    }
    if arguments.emit == Emit::Profile {
        let compilation = tapmark::compile_profile(&source.text, options);
        emit(arguments, source, stdout, &compilation.diagnostics, |out| {
            let mut profile = compilation.profile.iter();
            profile.try_for_each(|profile| write_json(out, profile, arguments.compact))
        })?;
        return Ok(compilation.diagnostics);
    }
    let mut arena = Arena::new();
    if arguments.emit == Emit::Compilation {
        // What is printed at once need not be copied.
        let compilation = tapmark::compile_in(&arena, &source.text, options);
        let value = &compilation;
        let value = InFile { file, value };
        emit(arguments, source, stdout, &compilation.diagnostics, |out| {
            write_json(out, &value, arguments.compact)
        })?;
        return Ok(compilation.diagnostics);
    }
    let (mut json, mut written) = (Vec::new(), Ok(()));
    let diagnostics = tapmark::compile_each(&source.text, options, &mut arena, |request| {
        if written.is_ok() {
            written = write_json(&mut json, request, arguments.compact);
        }
    });
    written?;
    emit(arguments, source, stdout, &diagnostics, |out| {
        Ok(out.write_all(&json)?)
    })?;
    Ok(diagnostics)
}

/// Reports the diagnostics of a source, and prints what it is compiled to unless there are errors.
fn emit<W: Write>(
    arguments: &Compile,
    source: &Source,
    stdout: &mut W,
    diagnostics: &[Diagnostic],
    print: impl FnOnce(&mut W) -> Result<(), Failure>,
) -> Result<(), Failure> {
    output::report(source, diagnostics, arguments.common.format())?;
    if !has_errors(diagnostics) || arguments.keep_going {
        print(stdout)?;
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
