//! `tapmark limits`: the numbers and features of a target, or of several side by side.

use std::io::Write;

use tapmark::{Feature, Listing, Row, Target};

use super::arguments::{Limits, LimitsFormat, named};
use super::{Failure, output};

pub(crate) fn run(arguments: &Limits) -> Result<bool, Failure> {
    let targets = arguments.target.iter();
    let listings = targets
        .map(|name| named(name, Target::from_name).map(Target::listing))
        .collect::<Result<Vec<_>, _>>()?;
    let mut stdout = output::stdout();
    match (arguments.format, &listings[..]) {
        (LimitsFormat::Json, [listing]) => serde_json::to_writer_pretty(&mut stdout, listing)?,
        (LimitsFormat::Json, several) => serde_json::to_writer_pretty(&mut stdout, several)?,
        (LimitsFormat::Table, several) => write_table(&mut stdout, several)?,
    }
    if arguments.format == LimitsFormat::Json {
        writeln!(stdout)?;
    }
    stdout.flush()?;
    Ok(true)
}

/// A line for each number, and one for each feature. The source of a number differs from target to
/// target, so it is shown when there is one.
fn write_table(out: &mut impl Write, listings: &[Listing]) -> Result<(), Failure> {
    let targets = || listings.iter().map(|listing| listing.target.to_owned());
    let one = listings.len() == 1;
    let source = if one { "source" } else { "" };
    let mut limits = Table::new("limit", targets(), &["unit", "of", source]);
    for row in rows(listings) {
        let numbers = listings.iter().map(|listing| {
            let here = listing.limits.iter().find(|here| here.name == row.name);
            here.map_or_else(|| "-".to_owned(), |here| here.max.to_string())
        });
        let source = if one { row.source } else { "" };
        limits.push(row.name, numbers, &[row.unit.as_str(), row.of, source]);
    }
    let mut features = Table::new("feature", targets(), &["went"]);
    for (index, feature) in Feature::ALL.iter().enumerate() {
        let available = listings.iter().map(|listing| {
            let available = listing.features[index].available;
            if available { "yes" } else { "no" }.to_owned()
        });
        features.push(feature.as_str(), available, &[feature.retirement().when]);
    }
    limits.write(out)?;
    writeln!(out)?;
    features.write(out)?;
    writeln!(out)?;
    for listing in listings {
        writeln!(
            out,
            "tags of {}: {}",
            listing.target,
            listing.tags.join(", ")
        )?;
    }
    Ok(())
}

/// Every row that one of the targets has, in their order.
fn rows(listings: &[Listing]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for row in listings.iter().flat_map(|listing| &listing.limits) {
        if rows.iter().all(|known| known.name != row.name) {
            rows.push(*row);
        }
    }
    rows
}

/// Lines of as many cells each: a name, one for each target, and what there is to say.
struct Table(Vec<Vec<String>>);

impl Table {
    fn new(name: &str, targets: impl Iterator<Item = String>, rest: &[&str]) -> Self {
        let mut table = Self(Vec::new());
        table.push(name, targets, rest);
        table
    }

    fn push(&mut self, name: &str, targets: impl Iterator<Item = String>, rest: &[&str]) {
        let rest = rest.iter().map(|&cell| cell.to_owned());
        self.0.push(
            [name.to_owned()]
                .into_iter()
                .chain(targets)
                .chain(rest)
                .collect(),
        );
    }

    fn write(&self, out: &mut impl Write) -> Result<(), Failure> {
        let columns = self.0.first().map_or(0, Vec::len);
        let width = |column: usize| self.0.iter().map(|line| line[column].len()).max();
        let widths: Vec<_> = (0..columns)
            .map(|column| width(column).unwrap_or(0))
            .collect();
        for line in &self.0 {
            let cells = line.iter().zip(&widths);
            let cells: Vec<_> = cells
                .map(|(cell, width)| format!("{cell:width$}"))
                .collect();
            writeln!(out, "{}", cells.join("  ").trim_end())?;
        }
        Ok(())
    }
}
