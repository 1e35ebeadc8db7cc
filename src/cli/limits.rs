//! `tapmark limits`: the numbers of a target, each with its source.

use std::io::Write;

use serde::Serialize;
use tapmark::{Retirement, Row, Target};

use super::arguments::{Limits, LimitsFormat, named};
use super::{Failure, output};

/// A target as JSON.
#[derive(Serialize)]
struct Listing {
    target: &'static str,
    limits: Vec<Row>,
    tags: &'static [&'static str],
    retired: &'static [Retirement],
}

pub(crate) fn run(arguments: &Limits) -> Result<bool, Failure> {
    let target = named(&arguments.target, Target::from_name)?;
    let listing = Listing {
        target: target.name,
        limits: target.limits.rows().collect(),
        tags: target.tags,
        retired: target.retired,
    };
    let mut stdout = output::stdout();
    match arguments.format {
        LimitsFormat::Json => {
            serde_json::to_writer_pretty(&mut stdout, &listing)?;
            writeln!(stdout)?;
        }
        LimitsFormat::Table => write_table(&mut stdout, &listing)?,
    }
    stdout.flush()?;
    Ok(true)
}

fn write_table(out: &mut impl Write, listing: &Listing) -> Result<(), Failure> {
    let rows = &listing.limits;
    let width = |column: fn(&Row) -> usize| rows.iter().map(column).max().unwrap_or_default();
    let names = width(|row| row.name.len()).max(listing.target.len());
    let units = width(|row| row.unit.as_str().len());
    let things = width(|row| row.of.len());
    let mut line = |name: &str, max: &str, unit: &str, of: &str, source: &str| {
        writeln!(
            out,
            "{name:names$}  {max:>4}  {unit:units$}  {of:things$}  {source}"
        )
    };
    line(listing.target, "max", "unit", "of", "source")?;
    for row in rows {
        let max = row.max.to_string();
        line(row.name, &max, row.unit.as_str(), row.of, row.source)?;
    }
    Ok(())
}
