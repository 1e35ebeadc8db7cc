//! Diagnostics on a stream, in the format that was asked for.

use std::io::Write;

use serde::Serialize;
use tapmark::{Diagnostic, Severity};

use super::Failure;
use super::arguments::Format;
use super::draw::Drawing;
use super::input::Source;

/// A diagnostic on a line of its own, with the file it is about.
#[derive(Serialize)]
struct Line<'d> {
    file: &'d str,
    #[serde(flatten)]
    diagnostic: &'d Diagnostic,
}

/// Writes the diagnostics of a source.
pub(crate) fn report(
    out: &mut impl Write,
    source: &Source,
    diagnostics: &[Diagnostic],
    format: Format,
    in_colour: bool,
) -> Result<(), Failure> {
    match format {
        Format::Human => {
            let drawing = Drawing::new(source, in_colour);
            for diagnostic in diagnostics {
                writeln!(out, "{}\n", drawing.draw(diagnostic))?;
            }
        }
        Format::Short => {
            for diagnostic in diagnostics {
                writeln!(out, "{}:{diagnostic}", source.name)?;
            }
        }
        Format::Json => {
            let file = &*source.name;
            for diagnostic in diagnostics {
                serde_json::to_writer(&mut *out, &Line { file, diagnostic })?;
                writeln!(out)?;
            }
        }
    }
    Ok(())
}

/// Whether a source passes: no errors, and no warnings when those are denied.
pub(crate) fn passes(diagnostics: &[Diagnostic], deny_warnings: bool) -> bool {
    let worst = diagnostics
        .iter()
        .map(|diagnostic| diagnostic.severity)
        .max();
    let limit = if deny_warnings {
        Severity::Warning
    } else {
        Severity::Error
    };
    worst.is_none_or(|worst| worst < limit)
}
