//! What a run over sources came to: whether it passes, and a line that sums it up.

use std::fmt::{self, Display, Formatter};

use tapmark::{Diagnostic, Severity};

use super::Failure;
use super::arguments::{Common, Format};
use super::input::{Source, Unread};
use super::output::{self, counted};

/// Whether any diagnostic is an error.
pub(crate) fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    let mut diagnostics = diagnostics.iter();
    diagnostics.any(|found| found.severity == Severity::Error)
}

/// Counts of a run.
#[derive(Default)]
pub(crate) struct Tally {
    files: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Files that could not be read; they are among `files`.
    unread: usize,
    /// Directories that could not be read, or had nothing to read in them.
    barren: usize,
}

impl Tally {
    /// Counts a source; when there is none, says why.
    pub(crate) fn open(&mut self, source: Result<Source, Unread>) -> Option<Source> {
        if let Err(unread) = &source {
            output::complain(&unread.to_string());
        }
        match &source {
            Ok(_) => self.files += 1,
            Err(Unread::File(_)) => {
                self.files += 1;
                self.unread += 1;
            }
            Err(Unread::Directory(_)) => self.barren += 1,
        }
        source.ok()
    }

    pub(crate) fn count(&mut self, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                _ => self.notes += 1,
            }
        }
    }

    /// Counts what should have been a source and is none.
    pub(crate) fn refuse(&mut self) {
        self.errors += 1;
    }

    /// Ends the run, when all that it prints has been printed: true when every source passes, which
    /// is without errors, and without warnings when those are denied.
    pub(crate) fn end(&self, are_many: bool, common: &Common) -> Result<bool, Failure> {
        // Who reads diagnostics as JSON counts them, and finds nothing else among them.
        if are_many && self.files > 0 && common.format() != Format::Json {
            output::say(&self.to_string());
        }
        if self.unread > 0 || self.barren > 0 {
            return Err(Failure::Told);
        }
        Ok(self.errors == 0 && (self.warnings == 0 || !common.deny_warnings))
    }
}

/// `3 files: 1 error, 2 warnings, 1 note; 1 of them could not be read; 1 directory gave no file`
impl Display for Tally {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&counted(self.files, "file", "files"))?;
        if self.unread == self.files {
            f.write_str(" could not be read")?;
        } else {
            let found = [
                (self.errors, "error", "errors"),
                (self.warnings, "warning", "warnings"),
                (self.notes, "note", "notes"),
            ];
            let found: Vec<_> = found
                .into_iter()
                .filter(|&(count, ..)| count > 0)
                .map(|(count, one, many)| counted(count, one, many))
                .collect();
            match &found[..] {
                [] => f.write_str(": nothing to report")?,
                found => write!(f, ": {}", found.join(", "))?,
            }
            if self.unread > 0 {
                write!(f, "; {} of them could not be read", self.unread)?;
            }
        }
        if self.barren > 0 {
            let directories = counted(self.barren, "directory", "directories");
            write!(f, "; {directories} gave no file")?;
        }
        Ok(())
    }
}
