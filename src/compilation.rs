//! What a compilation gives: the requests or the profile, and the diagnostics.

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::messenger::{Profile, Request};

/// The requests of a source, and everything that its author should know about them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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
        has(&self.diagnostics, severity)
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

/// The Messenger Profile of a source, and everything that its author should know about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct ProfileCompilation<'a> {
    /// The body for `POST /me/messenger_profile`; `None` when there is nothing to set. Beside
    /// errors it is the best that could be made of the source; it keeps every limit all the same.
    pub profile: Option<Profile<'a>>,
    /// The diagnostics, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl ProfileCompilation<'_> {
    /// Whether any diagnostic is an error.
    ///
    /// ```
    /// let menu = ":::menu\n- [Order](postback:ORDER)\n:::";
    /// let compilation = tapmark::compile_profile(menu, &tapmark::Options::default());
    /// assert!(compilation.has_errors()); // There is no `::start`.
    /// ```
    #[must_use]
    pub fn has_errors(&self) -> bool {
        has(&self.diagnostics, Severity::Error)
    }

    /// Whether any diagnostic is a warning.
    #[must_use]
    pub fn has_warnings(&self) -> bool {
        has(&self.diagnostics, Severity::Warning)
    }

    /// The same compilation, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> ProfileCompilation<'static> {
        ProfileCompilation {
            profile: self.profile.map(Profile::into_owned),
            diagnostics: self.diagnostics,
        }
    }
}

fn has(diagnostics: &[Diagnostic], severity: Severity) -> bool {
    diagnostics.iter().any(|found| found.severity == severity)
}
