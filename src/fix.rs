//! Fixing: the machine-applicable fixes of the syntax stage, applied to the source.

use std::borrow::Cow;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Fix, Severity, edited};
use crate::syntax::{self, Arena};

/// How often a source is parsed anew, at most. Real slips take two or three times: the second one
/// fixes what the first one uncovered, or what overlapped with it.
const PARSES: usize = 48;

/// A source with its fixes applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Fixed<'s> {
    /// The text; borrowed when there was nothing to apply.
    pub text: Cow<'s, str>,
    /// How many fixes were applied.
    pub applied: usize,
}

/// Applies every machine-applicable [`Fix`](crate::Fix) that [`syntax::parse`] reports, and those
/// of what comes to light then, until none is left or the source was parsed 48 times: a slip that
/// is repeated more often on one spot takes another call.
///
/// ```
/// let fixed = tapmark::fix("%[Two](replay:2) %[Four](replay:4) $[Deposit](9,99)");
/// assert_eq!(fixed.text, "%[Two](reply:2) %[Four](reply:4) $[Deposit](9.99)");
/// assert_eq!(fixed.applied, 3);
/// ```
///
/// All edits of a fix are applied, or none, and the source never has more errors of the syntax
/// than before: a fix that uncovers several others is one for its author to make. A source is
/// parsed a bounded number of times, so the time taken is linear.
#[must_use]
pub fn fix(source: &str) -> Fixed<'_> {
    let mut draft = Draft {
        fixed: Fixed {
            text: Cow::Borrowed(source),
            applied: 0,
        },
        diagnostics: syntax::parse(source, &Arena::new()).diagnostics,
        parses: PARSES,
    };
    while draft.pass() {}
    draft.fixed
}

/// A source while it is being fixed.
struct Draft<'s> {
    fixed: Fixed<'s>,
    /// Those of the text as it stands.
    diagnostics: Vec<Diagnostic>,
    /// How often it may still be parsed.
    parses: usize,
}

impl Draft<'_> {
    /// Applies the fixes that there are, as many as do not make it worse. False when none does.
    fn pass(&mut self) -> bool {
        let fixes = apart(&self.diagnostics);
        let before = self.fixed.applied;
        // Halves are tried from the end, so that what is before them stays where it is.
        let mut waiting = vec![&fixes[..]];
        while let Some(fixes) = waiting.pop() {
            if fixes.is_empty() || self.parses == 0 {
                continue;
            }
            if !self.accept(fixes) && fixes.len() > 1 {
                let (first, second) = fixes.split_at(fixes.len() / 2);
                waiting.extend([first, second]);
            }
        }
        self.fixed.applied > before
    }

    /// Applies all of these fixes, unless there would be more errors than before.
    fn accept(&mut self, fixes: &[Fix]) -> bool {
        self.parses -= 1;
        let edits = fixes.iter().flat_map(|fix| &fix.edits);
        let text = edited(&self.fixed.text, 0, edits);
        let diagnostics = syntax::parse(&text, &Arena::new()).diagnostics;
        let better = errors(&diagnostics) <= errors(&self.diagnostics);
        if better {
            self.fixed.text = Cow::Owned(text);
            self.fixed.applied += fixes.len();
            self.diagnostics = diagnostics;
        }
        better
    }
}

/// The fixes that neither overlap nor touch, as many as there are from the start, in ascending order.
fn apart(diagnostics: &[Diagnostic]) -> Vec<Fix> {
    let fixes = diagnostics.iter().filter_map(|found| found.fix.as_ref());
    let fixes: Vec<_> = fixes.collect();
    let mut places = Vec::with_capacity(fixes.len());
    for (index, fix) in fixes.iter().enumerate() {
        if let (Some(first), Some(last)) = (fix.edits.first(), fix.edits.last()) {
            places.push((first.start, last.end, index));
        }
    }
    // Diagnostics are sorted by their own place, which may begin before that of the fix.
    places.sort_unstable();
    let mut apart = Vec::new();
    let mut taken = None;
    for (start, end, index) in places {
        if taken.is_none_or(|taken| start > taken) {
            taken = Some(end);
            apart.push(fixes[index].clone());
        }
    }
    apart
}

fn errors(diagnostics: &[Diagnostic]) -> usize {
    let errors = diagnostics.iter();
    errors
        .filter(|found| found.severity == Severity::Error)
        .count()
}
