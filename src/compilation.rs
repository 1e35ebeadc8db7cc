//! What a compilation gives: the requests, and the diagnostics.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::messenger::Request;

/// The requests of a source, and everything that its author should know about them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Compilation<'a> {
    /// The request bodies, in sending order. Beside errors they are the best that could be made of
    /// the source; they keep every limit all the same.
    pub requests: Vec<Request<'a>>,
    /// The diagnostics, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compilation<'_> {
    /// Whether any diagnostic is an error.
    ///
    /// ```
    /// let compilation = tapmark::compile("$[Buy](9.99 EUR)", &tapmark::Options::default());
    /// assert!(compilation.has_errors());
    /// ```
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.has(Severity::Error)
    }

    /// Whether any diagnostic is a warning.
    #[must_use]
    pub fn has_warnings(&self) -> bool {
        self.has(Severity::Warning)
    }

    fn has(&self, severity: Severity) -> bool {
        self.diagnostics
            .iter()
            .any(|found| found.severity == severity)
    }

    /// The same compilation, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Compilation<'static> {
        Compilation {
            requests: self.requests.into_iter().map(Request::into_owned).collect(),
            diagnostics: self.diagnostics,
        }
    }
}
