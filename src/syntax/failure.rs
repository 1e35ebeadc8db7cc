//! Why a parenthesis is no target, and what is said of it.

use std::borrow::Cow;

use super::ast::Verbatim;
use super::diagnostics;
use crate::diagnostic::Finding;
use crate::span::Span;

/// Why a parenthesis is no target.
pub(super) enum Failure {
    /// There is nothing in it.
    Empty,
    /// It reads as words: an error after a sigil, text without one.
    Prose,
    /// It reads as words where an amount belongs.
    NoAmount,
    /// It has the shape of a domain, but is bare of `www.` and of a path.
    Domain,
    /// It is nearly this keyword, or this target.
    Misspelt(Cow<'static, str>),
    /// It is this keyword without what must follow it.
    Incomplete(&'static str),
    /// It is a target, and wrong.
    Report(Finding),
}

impl Failure {
    /// The note for brackets without a sigil, which stay text.
    pub(super) fn into_note(self, span: Span, content: Span, source: &str) -> Option<Finding> {
        let written = content.slice(source).trim();
        match self {
            Self::Prose | Self::NoAmount | Self::Empty => None,
            Self::Domain => Some(diagnostics::domain_without_sigil(span, written)),
            Self::Misspelt(meant) => {
                Some(diagnostics::misspelt_without_sigil(span, written, &meant))
            }
            Self::Incomplete(keyword) => Some(diagnostics::incomplete_without_sigil(span, keyword)),
            Self::Report(diagnostic) => Some(diagnostic),
        }
    }

    /// The error for brackets with a sigil.
    pub(super) fn into_diagnostic(self, span: Span, content: Span, source: &str) -> Finding {
        let written = content.slice(source).trim();
        match self {
            Self::Report(diagnostic) => diagnostic,
            Self::Empty => diagnostics::empty_target(content),
            Self::Incomplete(keyword) => diagnostics::missing_payload(content, keyword),
            Self::Misspelt(meant) => {
                let place = Verbatim::trimmed(source, content);
                diagnostics::misspelt_target(place.span, place.value, &meant)
            }
            Self::Prose | Self::Domain => diagnostics::unknown_target(span, written),
            Self::NoAmount => diagnostics::invalid_amount(Verbatim::trimmed(source, content)),
        }
    }
}

impl From<Finding> for Failure {
    fn from(diagnostic: Finding) -> Self {
        Self::Report(diagnostic)
    }
}
