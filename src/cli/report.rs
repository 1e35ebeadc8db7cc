//! Diagnostics on a stream, in the format that was asked for.

use std::io::Write;

use serde::Serialize;
use tapmark::Diagnostic;

use super::Failure;
use super::arguments::Format;
use super::draw::Drawing;
use super::input::Source;

/// Something printed as JSON, with the file it is about.
#[derive(Serialize)]
pub(crate) struct InFile<'s, T> {
    pub(crate) file: &'s str,
    #[serde(flatten)]
    pub(crate) value: T,
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
            let file = &*source.file();
            for value in diagnostics {
                serde_json::to_writer(&mut *out, &InFile { file, value })?;
                writeln!(out)?;
            }
        }
    }
    Ok(())
}
