//! What a pair of brackets was meant to be: the slips of real authors, each with its own
//! diagnostic and, where the intent is certain, its repair.

use super::ast::Action;
use super::diagnostics;
use super::failure::Failure;
use super::inline::{Opener, OpenerKind};
use super::label::is_blank;
use super::parenthesis::Parenthesised;
use super::parser::Parser;
use super::scheme::begins_like_target;
use super::target::{self, Target};
use crate::diagnostic::{Code, Finding};
use crate::span::Span;
use crate::strings;

/// The parenthesis that Chinese and Japanese are written with.
const FULL_WIDTH: char = '（';

impl Parser<'_> {
    /// `%[label] (target)`: white space before the target. Only a target that is one counts.
    pub(super) fn spaced_target(
        &mut self,
        opener: Opener,
        close: usize,
        end: usize,
    ) -> Option<usize> {
        let rest = &self.source[close + 1..end];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let open = close + 1 + blanks;
        if self.source.as_bytes()[..end].get(open) != Some(&b'(') {
            return None;
        }
        // Behind a word `!` is an exclamation mark.
        let is_media = opener.kind == OpenerKind::Media;
        if is_media && self.touches_word(opener.label) {
            return None;
        }
        let Some(found) = self.parenthesised(open, end) else {
            // `%[Yes] (and so on` is a reply and prose, too.
            return begins_like_target(&self.source[open + 1..end])
                .then(|| self.unclosed_target(opener, close, open, end))?;
        };
        let (source, gap) = (self.source, Span::new(close + 1, open));
        let span = Span::new(opener.start, found.end);
        let warning = || diagnostics::space_before_target(span, gap, source);
        let mut remarks = Vec::new();
        let target = match target::target(self, opener.kind, found.content, &mut remarks) {
            Ok(target) => target,
            Err(Failure::Prose) if self.source.as_bytes()[open + 1] == b'(' => {
                self.diagnostics.push(warning());
                let next = self.doubled_opener(opener, close, open, end);
                if next.is_none() {
                    self.diagnostics.pop();
                }
                return next;
            }
            // `![Mug] (in blue)` is no picture, whatever is wrong with it.
            Err(_) if is_media => return None,
            // `%[Yes] (+1 510 555 0100)` is a reply and a number to read.
            Err(Failure::Misspelt(_))
                if found.content.slice(source).trim_start().starts_with('+') =>
            {
                return None;
            }
            // `%[Yes] (note: bring a pen)` is a reply and prose.
            Err(Failure::Prose | Failure::NoAmount | Failure::Domain) => return None,
            Err(Failure::Report(diagnostic)) if diagnostic.code == Code::UnknownScheme => {
                return None;
            }
            // Nor is that an amount.
            Err(Failure::Report(_)) if found.content.slice(source).contains(['[', ']']) => {
                return None;
            }
            Err(failure) => return self.no_target(opener, close, found, failure),
        };
        let target_end = self.doubled_closer(found.end, end, &mut remarks);
        self.diagnostics.push(warning());
        self.remark(found, remarks);
        Some(self.construct(opener, close, target, target_end, end))
    }

    /// `%[label]（target）`: the parentheses of another script. Only a target that is one counts.
    pub(super) fn full_width_target(
        &mut self,
        opener: Opener,
        close: usize,
        end: usize,
    ) -> Option<usize> {
        let open = close + 1;
        let rest = self.source[open..end].strip_prefix(FULL_WIDTH)?;
        // Brackets without a sigil are text, but in a list of entries.
        if opener.kind == OpenerKind::Link && self.list.is_none() {
            return None;
        }
        let start = end - rest.len();
        // What stands behind the next bracket is another construct's.
        let next = self.delimiters.next_bracket(self.source, start);
        let rest = &self.source[start..next.unwrap_or(end)];
        let (length, closer) = rest
            .char_indices()
            .find(|&(_, c)| matches!(c, '）' | ')'))?;
        let target = Span::new(start, start + length);
        if !self.is_target(opener, close, target) {
            return None;
        }
        let next = target.end + closer.len_utf8();
        let diagnostic = diagnostics::wrong_opener(Span::new(open, next), target);
        Some(self.reject_target(opener, close, next, diagnostic))
    }

    /// A `)` right after the target's own, when the line has no `(` that it could close.
    pub(super) fn doubled_closer(
        &mut self,
        target_end: usize,
        end: usize,
        remarks: &mut Vec<Finding>,
    ) -> usize {
        let bytes = &self.source.as_bytes()[..end];
        if bytes.get(target_end) != Some(&b')')
            || !self.delimiters.is_stray(self.source, target_end)
        {
            return target_end;
        }
        let span = Span::new(target_end, target_end + 1);
        remarks.push(diagnostics::doubled_parenthesis(
            span,
            span.slice(self.source),
        ));
        target_end + 1
    }

    /// A target without its `)`. `None` when there is no sign that a target was meant.
    pub(super) fn unclosed_target(
        &mut self,
        opener: Opener,
        close: usize,
        open: usize,
        end: usize,
    ) -> Option<usize> {
        if let Some(next) = self.doubled_opener(opener, close, open, end) {
            return Some(next);
        }
        // Up to the next bracket: what stands behind it is another construct's.
        let next = self.delimiters.next_bracket(self.source, open + 1);
        let content = self.source[open + 1..next.unwrap_or(end)].trim_end();
        let content = match next {
            Some(_) => content.trim_end_matches(['%', '$', '!']).trim_end(),
            None => content,
        };
        if opener.kind == OpenerKind::Link && !begins_like_target(content) {
            return None;
        }
        let start = open + 1;
        let wrong = strings::find(content, "<!--").map_or(content, |comment| &content[..comment]);
        // In a script that writes it so, a whole pair may be part of the target.
        let paired = wrong.chars().any(|c| c == FULL_WIDTH);
        let wrong = wrong.find(|c| matches!(c, ']' | '}' | '>' | '°') || c == '）' && !paired);
        let (diagnostic, next) = match wrong {
            Some(at) => {
                let closer = content[at..].chars().next().map_or(1, char::len_utf8);
                let span = Span::new(start + at, start + at + closer);
                let fixable = self.is_target(opener, close, Span::new(start, span.start))
                    && !self.has_another_error(opener, close, span.end);
                (diagnostics::wrong_closer(span, fixable), span.end)
            }
            None => {
                let next = start + content.len();
                let span = Span::new(opener.start, next);
                // A last backslash would make the parenthesis literal.
                let closer = if content.ends_with('\\') { " )" } else { ")" };
                let fixable = self.is_target(opener, close, Span::new(start, next));
                (diagnostics::unclosed_target(span, closer, fixable), next)
            }
        };
        Some(self.reject(opener, next, diagnostic))
    }

    /// `((target)`: the inner pair balances and holds a target, the outer `(` is one too many.
    pub(super) fn doubled_opener(
        &mut self,
        opener: Opener,
        close: usize,
        open: usize,
        end: usize,
    ) -> Option<usize> {
        if self.source.as_bytes()[..end].get(open + 1) != Some(&b'(')
            || self.delimiters.is_open_before(self.source, open)
        {
            return None;
        }
        let found: Parenthesised = self.parenthesised(open + 1, end)?;
        let mut remarks = Vec::new();
        let target = target::target(self, opener.kind, found.content, &mut remarks).ok()?;
        self.delimiters.mended = open + 1;
        let doubled = Span::new(open, open + 1);
        let mut warning = diagnostics::doubled_parenthesis(doubled, doubled.slice(self.source));
        let mut target_end = found.end;
        if self.source.as_bytes()[..end].get(target_end) == Some(&b')') {
            // The pair around the target is doubled as a whole.
            warning = warning.fix("", Span::new(target_end, target_end + 1), "");
            target_end += 1;
        }
        self.diagnostics.push(warning);
        self.remark(found, remarks);
        Some(self.construct(opener, close, target, target_end, end))
    }

    /// Reports the outermost sigil whose label is still open before `before`, and gives it back.
    pub(super) fn report_unclosed_label(&mut self, before: usize, at_end: bool) -> Option<Opener> {
        let mut openers = self.openers[self.holding..].iter();
        let index = openers.position(|opener| match opener.kind {
            // `scanf("%[^\n")`
            OpenerKind::Percent => !self.touches_quote(opener.label),
            OpenerKind::Dollar => true,
            OpenerKind::Link | OpenerKind::Media => false,
        })?;
        let opener = &mut self.openers[self.holding + index];
        opener.reported = true;
        let opener = *opener;
        let label = self.source[opener.label..before].trim_end();
        let end = opener.label + label.len();
        // A target after the label shows where the bracket belongs.
        let target = label.rfind('(').filter(|_| at_end);
        let fixable = match target {
            Some(target) => self
                .parenthesised(opener.label + target, end)
                .is_some_and(|found| {
                    found.end == end && self.names_target(opener.kind, found.content)
                }),
            None => opener.kind == OpenerKind::Percent,
        };
        let label_end = label[..target.unwrap_or(label.len())].trim_end();
        let fixable = fixable && !is_blank(label_end) && !label_end.contains(['[', '\\', '`']);
        let span = Span::new(opener.start, end);
        let gap = Span::new(
            opener.label + label_end.len(),
            target.map_or(end, |target| opener.label + target),
        );
        let diagnostic = diagnostics::unclosed_label(span, gap, at_end, fixable);
        self.diagnostics.push(diagnostic);
        Some(opener)
    }

    /// Whether a button with that label and target would be one.
    fn is_target(&self, opener: Opener, close: usize, target: Span) -> bool {
        let (label, _) = self.read_label(opener, close);
        let written = target.slice(self.source);
        let balanced = written.matches('(').count() == written.matches(')').count();
        balanced && !is_blank(label.value) && self.names_target(opener.kind, target)
    }

    pub(super) fn names_target(&self, kind: OpenerKind, target: Span) -> bool {
        let named = target::target(self, kind, target, &mut Vec::new());
        named.is_ok_and(|named| !matches!(named, Target::Tap(Action::Share)))
    }

    /// Whether the `%` of the label at `label` stands in a word.
    pub(super) fn touches_word(&self, label: usize) -> bool {
        self.before_sigil(label).is_some_and(is_word)
    }

    fn touches_quote(&self, label: usize) -> bool {
        matches!(self.before_sigil(label), Some(b'"' | b'\''))
    }

    fn before_sigil(&self, label: usize) -> Option<&u8> {
        label.checked_sub(3).map(|at| &self.source.as_bytes()[at])
    }
}

/// Whether a text has what begins or ends shorthand. It is text where it is in error.
pub(crate) fn holds_shorthand(text: &str) -> bool {
    let mut pairs = text.as_bytes().windows(2);
    pairs.any(|pair| matches!(pair, b"%[" | b"$[" | b"![" | b"](" | b"<!" | b"&("))
}

/// Whether the `[` that a text ends with is that of a label.
pub(crate) fn ends_in_shorthand(text: &str) -> bool {
    matches!(text.as_bytes(), [.., b'%' | b'$' | b'!', b'['])
}

/// Whether the `]` that a text begins with has a target behind it.
pub(crate) fn begins_in_shorthand(text: &str) -> bool {
    text.starts_with("](")
}

/// An ASCII letter, digit or quote.
pub(super) const fn is_word(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'"' | b'\'')
}
