//! Fixing: the machine-applicable fixes of the syntax stage, applied to the source.
//!
//! Every fix stays within its line, so lines are what is judged: one that gets worse, or never
//! comes to an end, is left alone, and the others are fixed all the same.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::syntax;

/// How often a source is parsed anew in one round, at most. Real slips take two or three passes:
/// the second one fixes what the first one uncovered, or what stood too near to it.
const PASSES: usize = 12;

/// How often fixing begins again without the lines on which it did not come to an end.
const ROUNDS: usize = 3;

/// A source with its fixes applied.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fixed<'s> {
    /// The text; borrowed when there was nothing to apply.
    pub text: Cow<'s, str>,
    /// How many fixes were applied.
    pub applied: usize,
}

/// Applies every machine-applicable [`Fix`](crate::Fix) that [`syntax::parse`] reports, and those
/// of what comes to light then, until none is left.
///
/// ```
/// let fixed = tapmark::fix("%[Two](replay:2) %[Four](replay:4) $[Deposit](9,99)");
/// assert_eq!(fixed.text, "%[Two](reply:2) %[Four](reply:4) $[Deposit](9.99)");
/// assert_eq!(fixed.applied, 3);
/// ```
///
/// All edits of a fix are applied, or none. No line ever has more errors of the syntax than
/// before: a fix that uncovers several others is one for its author to make. A line on which there
/// is always something more to fix stays as it was. A source is parsed 40 times at most, so the
/// time taken is linear; nearly every source is parsed two or three times.
#[must_use]
pub fn fix(source: &str) -> Fixed<'_> {
    let mut endless = HashSet::new();
    for _ in 0..ROUNDS {
        let mut draft = Draft::new(source, endless.clone());
        for _ in 0..PASSES {
            if !draft.pass() {
                break;
            }
        }
        let open: Vec<_> = draft.open_lines().collect();
        if open.is_empty() {
            return draft.fixed;
        }
        endless.extend(open);
    }
    Fixed {
        text: Cow::Borrowed(source),
        applied: 0,
    }
}

/// A source while it is being fixed.
struct Draft<'s> {
    fixed: Fixed<'s>,
    /// Those of the text as it stands.
    diagnostics: Vec<Diagnostic>,
    /// The lines on which nothing is applied any more.
    left_alone: HashSet<usize>,
}

/// The fix of a diagnostic, and the line it is on.
struct Candidate<'d> {
    edits: &'d [Edit],
    start: usize,
    end: usize,
    line: usize,
}

impl<'s> Draft<'s> {
    fn new(source: &'s str, left_alone: HashSet<usize>) -> Self {
        Self {
            fixed: Fixed {
                text: Cow::Borrowed(source),
                applied: 0,
            },
            diagnostics: syntax::parse(source).diagnostics,
            left_alone,
        }
    }

    /// Applies the fixes that can be applied together, unless that makes a line worse. False when
    /// there are none left.
    fn pass(&mut self) -> bool {
        let chosen = self.chosen();
        let count = chosen.len();
        if count == 0 {
            return false;
        }
        let text = apply(&self.fixed.text, &chosen);
        let diagnostics = syntax::parse(&text).diagnostics;
        let before = errors_by_line(&self.diagnostics);
        let blamed = blame(&chosen, &before, &errors_by_line(&diagnostics));
        if blamed.is_empty() {
            self.fixed.text = Cow::Owned(text);
            self.fixed.applied += count;
            self.diagnostics = diagnostics;
        } else {
            self.left_alone.extend(blamed);
        }
        true
    }

    /// The fixes that neither overlap nor touch, as many as there are from the start.
    fn chosen(&self) -> Vec<Candidate<'_>> {
        let mut candidates: Vec<_> = self.candidates().collect();
        // Diagnostics are sorted by their own place, which may begin before that of the fix.
        candidates.sort_by_key(|candidate| candidate.start);
        let mut taken = None;
        candidates.retain(|candidate| {
            let free = taken.is_none_or(|end| candidate.start > end);
            if free {
                taken = Some(candidate.end);
            }
            free
        });
        candidates
    }

    fn candidates(&self) -> impl Iterator<Item = Candidate<'_>> {
        self.diagnostics.iter().filter_map(|diagnostic| {
            let edits = diagnostic.fix.as_ref()?.edits.as_slice();
            let candidate = Candidate {
                edits,
                start: edits.first()?.start,
                end: edits.last()?.end,
                line: diagnostic.span.line,
            };
            let open = !self.left_alone.contains(&candidate.line);
            open.then_some(candidate)
        })
    }

    /// The lines with something left to fix.
    fn open_lines(&self) -> impl Iterator<Item = usize> {
        self.candidates().map(|candidate| candidate.line)
    }
}

/// The text with the edits of fixes that are in ascending order and apart.
fn apply(text: &str, chosen: &[Candidate<'_>]) -> String {
    let mut fixed = String::with_capacity(text.len() + 8 * chosen.len());
    let mut end = 0;
    for edit in chosen.iter().flat_map(|candidate| candidate.edits) {
        fixed.push_str(&text[end..edit.start]);
        fixed.push_str(&edit.text);
        end = edit.end;
    }
    fixed.push_str(&text[end..]);
    fixed
}

/// For every line that has more errors than before, the line whose fixes did it: the line itself,
/// or should the cause be elsewhere, the nearest one above it.
fn blame(chosen: &[Candidate<'_>], before: &[usize], after: &[usize]) -> Vec<usize> {
    let was = |line| before.get(line).copied().unwrap_or(0);
    let worse = (0..after.len()).filter(|&line| after[line] > was(line));
    worse
        .filter_map(|line| {
            let above = chosen.partition_point(|candidate| candidate.line <= line);
            chosen.get(above.saturating_sub(1))
        })
        .map(|candidate| candidate.line)
        .collect()
}

/// How many errors each line has, up to the last one with any.
fn errors_by_line(diagnostics: &[Diagnostic]) -> Vec<usize> {
    let mut count = Vec::new();
    for diagnostic in diagnostics {
        if diagnostic.severity == Severity::Error {
            let line = diagnostic.span.line;
            count.resize(count.len().max(line + 1), 0);
            count[line] += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_itself_is_blamed_or_the_nearest_one_above() {
        let chosen = [2, 5].map(|line| Candidate {
            edits: &[],
            start: 0,
            end: 0,
            line,
        });
        let blamed = |after: &[usize]| blame(&chosen, &[0, 0, 1, 0, 0, 1], after);
        assert_eq!(blamed(&[0, 0, 1, 0, 0, 1]), []);
        assert_eq!(blamed(&[]), []);
        assert_eq!(blamed(&[0, 0, 2]), [2]);
        assert_eq!(blamed(&[0, 0, 0, 0, 0, 2]), [5]);
        assert_eq!(blamed(&[0, 0, 0, 0, 1]), [2]);
        assert_eq!(blamed(&[0, 0, 0, 0, 0, 0, 0, 1]), [5]);
        assert_eq!(blamed(&[0, 1]), [2]);
    }
}
