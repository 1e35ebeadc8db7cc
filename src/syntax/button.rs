//! What a pair of brackets is: a button, a reply, media, or text.

use super::ast::{Action, Button, Inline, Label, Media, Sigil, Verbatim};
use super::attributes;
use super::diagnostics;
use super::failure::Failure;
use super::inline::{Opener, OpenerKind};
use super::label;
use super::near_miss::is_word;
use super::parenthesis::Parenthesised;
use super::parser::Parser;
use super::repair;
use super::target::{self, Target};
use crate::diagnostic::Finding;
use crate::escape;
use crate::span::Span;

impl<'s> Parser<'s> {
    /// A `]`: what it closes is looked at as a whole. Returns where to read on.
    pub(super) fn close_bracket(&mut self, close: usize, end: usize) -> usize {
        let Some(opener) = self.openers.pop() else {
            return close + 1;
        };
        let after = close + 1;
        if self.openers.len() < self.holding {
            self.holding = self.openers.len();
            if !opener.reported && self.source.as_bytes()[..end].get(after) == Some(&b'(') {
                let span = Span::new(opener.start, opener.label);
                self.diagnostics.push(diagnostics::nested_button(span));
            }
            return after;
        }
        let next = match (self.source.as_bytes()[..end].get(after), opener.kind) {
            (Some(b'('), _) => self.with_target(opener, close, after, end),
            (Some(b' ' | b'\t'), kind) if kind != OpenerKind::Link => {
                self.spaced_target(opener, close, end)
            }
            _ => self.full_width_target(opener, close, end),
        };
        next.unwrap_or_else(|| match opener.kind {
            OpenerKind::Percent => self.bare_reply(opener, close, end),
            OpenerKind::Dollar => {
                let span = Span::new(opener.start, after);
                let follows = self.source[after..].trim_start_matches([' ', '\t']);
                let label = &self.source[opener.label..close];
                let repair = if follows.starts_with(['(', '{']) || label::is_blank(label) {
                    None
                } else {
                    self.bare(opener, close)
                };
                let diagnostic = diagnostics::missing_amount(span).repair(repair);
                self.reject(opener, after, diagnostic)
            }
            OpenerKind::Link | OpenerKind::Media => after,
        })
    }

    /// `button = [ sigil ] "[" label "]" "(" target ")" [ attributes ]`
    ///
    /// `None` when the parenthesis is not a target and the brackets stand for themselves.
    fn with_target(
        &mut self,
        opener: Opener,
        close: usize,
        open: usize,
        end: usize,
    ) -> Option<usize> {
        let Some(found) = self.parenthesised(open, end) else {
            return self.unclosed_target(opener, close, open, end);
        };
        let mut remarks = Vec::new();
        match target::target(self, opener.kind, found.content, &mut remarks) {
            Ok(target) => {
                let target_end = self.doubled_closer(found.end, end, &mut remarks);
                self.remark(found, remarks);
                Some(self.construct(opener, close, target, target_end, end))
            }
            Err(Failure::Prose) if self.source.as_bytes()[open + 1] == b'(' => {
                let next = self.doubled_opener(opener, close, open, end);
                next.or_else(|| self.no_target(opener, close, found, Failure::Prose))
            }
            Err(Failure::Report(diagnostic)) => {
                Some(self.reject_target(opener, close, found.end, diagnostic))
            }
            Err(failure) => self.no_target(opener, close, found, failure),
        }
    }

    /// A parenthesis that is no target: text without a sigil, an error with one.
    pub(super) fn no_target(
        &mut self,
        opener: Opener,
        close: usize,
        found: Parenthesised,
        failure: Failure,
    ) -> Option<usize> {
        if opener.kind == OpenerKind::Media {
            let diagnostic = diagnostics::media_needs_url(found.content);
            return Some(self.reject(opener, found.end, diagnostic));
        }
        let span = Span::new(opener.start, found.end);
        // In a list of entries this is how a button is written.
        let slip = matches!(failure, Failure::Misspelt(_) | Failure::Incomplete(_));
        let is_button = self.list.is_some() && (slip || matches!(failure, Failure::Domain));
        if opener.kind == OpenerKind::Link && !is_button {
            let note = failure.into_note(span, found.content, self.source);
            self.diagnostics.extend(note);
            return None;
        }
        let repair = self.repair(opener, close, found, &failure);
        let diagnostic = failure.into_diagnostic(span, found.content, self.source);
        Some(self.reject_target(opener, close, found.end, diagnostic.repair(repair)))
    }

    /// Keeps what was remarked about a target that counts.
    pub(super) fn remark(&mut self, found: Parenthesised, remarks: Vec<Finding>) {
        self.diagnostics.extend(remarks);
        if let Some(title) = found.title {
            let title = Verbatim::trimmed(self.source, title);
            self.diagnostics
                .push(diagnostics::link_title(title, found.content.end + 1));
        }
    }

    /// A button or media with that target.
    pub(super) fn construct(
        &mut self,
        opener: Opener,
        close: usize,
        target: Target<'s>,
        target_end: usize,
        end: usize,
    ) -> usize {
        match target {
            Target::Tap(action) => {
                let label = self.label(opener, close);
                self.button(opener, label, action, target_end, end)
            }
            Target::File(url) => self.media(opener, close, url, target_end, end),
        }
    }

    /// A button whose target is known: its attributes, its label, and its place in the tree.
    fn button(
        &mut self,
        opener: Opener,
        label: Label<'s>,
        mut action: Action<'s>,
        target_end: usize,
        end: usize,
    ) -> usize {
        let (attributes, next) = attributes::attributes(self, target_end, end);
        let span = Span::new(opener.start, next);
        let applied = attributes::apply(self, &attributes, &mut action);
        if let Err(diagnostic) = applied {
            return self.reject(opener, next, diagnostic);
        }
        if label::is_blank(label.value) {
            let name = repair::name_of(&action, self.container.is_some());
            let mut pictures = self.inlines[opener.inlines..].iter();
            let pictured = pictures.any(|inline| matches!(inline, Inline::Media(_)));
            let place = if pictured {
                Span::new(label.span.end, label.span.end)
            } else {
                label.span
            };
            let diagnostic = diagnostics::empty_label(span, place, &escape::label(&name));
            return self.reject(opener, next, diagnostic);
        }
        if let Action::Link(link) | Action::Webview { link, .. } = &action {
            let warning = label::misleading_label(&label, link.url);
            self.diagnostics.extend(warning);
        }
        let sigil = match opener.kind {
            OpenerKind::Percent => Sigil::Percent,
            OpenerKind::Dollar => Sigil::Dollar,
            OpenerKind::Link | OpenerKind::Media => Sigil::None,
        };
        let button = Inline::Button(self.arena.one(Button {
            sigil,
            label,
            action,
            span,
        }));
        self.push_construct(opener, button, next);
        // A label holds no button: what is still open around this one is none any more.
        self.holding = self.openers.len();
        next
    }

    /// `media = "![" alt "](" url ")" [ attributes ]`
    fn media(
        &mut self,
        opener: Opener,
        close: usize,
        url: &'s str,
        target_end: usize,
        end: usize,
    ) -> usize {
        let (attributes, next) = attributes::attributes(self, target_end, end);
        let kind = match attributes::media_kind(self, &attributes, url) {
            Ok(kind) => kind,
            Err(diagnostic) => return self.reject(opener, next, diagnostic),
        };
        let media = Media {
            kind,
            alt: self.label(opener, close),
            url,
            span: Span::new(opener.start, next),
        };
        self.push_construct(opener, Inline::Media(self.arena.one(media)), next);
        // A link may hold a picture, a picture holds none.
        let media = self.openers.last().map_or(0, |outer| outer.media);
        self.holding = self.holding.max(media);
        next
    }

    /// `bare-reply = "%[" label "]" [ attributes ]`: a reply whose payload is its label.
    fn bare_reply(&mut self, opener: Opener, close: usize, end: usize) -> usize {
        let after = close + 1;
        let next = self.source.as_bytes()[..end].get(after);
        if self.touches_word(opener.label) || next.is_some_and(is_word) {
            let span = Span::new(opener.label - 2, after);
            self.diagnostics.push(diagnostics::bare_reply_in_text(span));
            return after;
        }
        let label = self.label(opener, close);
        let action = Action::Reply {
            payload: label.value,
            icon: None,
        };
        self.button(opener, label, action, after, end)
    }

    /// What an author wrote and cannot be sent stays in the text, word for word.
    pub(super) fn reject(&mut self, opener: Opener, next: usize, mut diagnostic: Finding) -> usize {
        // Mended, it would be a button, and the label around it still not closed.
        if self.openers.iter().any(|outer| outer.kind.is_sigil()) {
            diagnostic.fix = None;
        }
        self.withdraw_repairs(opener.start);
        self.diagnostics.push(diagnostic);
        self.inlines.truncate(opener.inlines);
        self.text = opener.text;
        // What stands around it is no label any more, or it would not stay.
        self.openers.clear();
        self.holding = 0;
        next
    }

    /// What was mended since `start` is not, where the construct around it stays as it is.
    fn withdraw_repairs(&mut self, start: usize) {
        for index in (0..self.diagnostics.len()).rev() {
            let found = &self.diagnostics[index];
            if found.span.start < start {
                break;
            }
            if found.is_repair() {
                self.diagnostics.remove(index);
            }
        }
    }

    /// Puts a construct in the place of what was read since its `[`. Pictures in its brackets
    /// stand before it.
    fn push_construct(&mut self, opener: Opener, construct: Inline<'s>, next: usize) {
        let mut pictures = Vec::new();
        if opener.inlines < self.inlines.len() {
            let is_picture = |inline: &Inline<'_>| matches!(inline, Inline::Media(_));
            pictures.extend(self.inlines.drain(opener.inlines..).filter(is_picture));
        }
        let is_button = matches!(construct, Inline::Button(_));
        let unclosed = is_button
            .then(|| self.report_unclosed_label(opener.start, false))
            .flatten();
        let text = unclosed.map_or(opener.text, |unclosed| {
            // Word for word, so what was read of the label around this button is taken back.
            self.inlines.truncate(unclosed.inlines);
            unclosed.text
        });
        self.push_text(text, opener.start);
        self.inlines.extend(pictures);
        self.inlines.push(construct);
        self.text = next;
    }

    pub(super) fn label(&mut self, opener: Opener, close: usize) -> Label<'s> {
        let (label, note) = self.read_label(opener, close);
        self.diagnostics.extend(note);
        label
    }

    /// A label, and the note that something was removed from it.
    pub(super) fn read_label(&self, opener: Opener, close: usize) -> (Label<'s>, Option<Finding>) {
        let span = Span::new(opener.label, close);
        let inlines = &self.inlines[opener.inlines..];
        label::label(self, span, inlines, self.text)
    }
}
