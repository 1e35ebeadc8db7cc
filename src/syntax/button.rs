//! What a pair of brackets is: a button, a reply, media, or text.

use super::ast::{Action, Button, Inline, Label, Media, Sigil};
use super::attributes;
use super::block::Parser;
use super::diagnostics;
use super::inline::{Opener, OpenerKind};
use super::label;
use super::near_miss::is_word;
use super::target::{self, Failure};
use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// A target as it stands between its parentheses.
#[derive(Clone, Copy)]
pub(super) struct Parenthesised {
    /// What stands between them; for `<…>`, what stands between those.
    pub(super) content: Span,
    /// Offset after the `)`.
    pub(super) end: usize,
}

impl<'s> Parser<'s> {
    /// A `]`: what it closes is looked at as a whole. Returns where to read on.
    pub(super) fn close_bracket(&mut self, close: usize, end: usize) -> usize {
        let Some(opener) = self.openers.pop() else {
            return close + 1;
        };
        let after = close + 1;
        let next = match (self.source.as_bytes()[..end].get(after), opener.kind) {
            (Some(b'('), _) => self.with_target(opener, close, after, end),
            (Some(b' ' | b'\t'), OpenerKind::Percent | OpenerKind::Dollar) => {
                self.spaced_target(opener, close, end)
            }
            _ => None,
        };
        next.unwrap_or_else(|| match opener.kind {
            OpenerKind::Percent => self.bare_reply(opener, close, end),
            OpenerKind::Dollar => {
                let span = Span::new(opener.start, after);
                self.reject(opener, after, diagnostics::missing_amount(span))
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
        let span = Span::new(opener.start, found.end);
        let mut remarks = Vec::new();
        if opener.kind == OpenerKind::Media {
            let next = match target::media_url(self.source, found.content, &mut remarks) {
                Ok(url) => {
                    self.diagnostics.append(&mut remarks);
                    self.media(opener, close, url, found.end, end)
                }
                Err(failure) => {
                    let diagnostic = failure.into_media_diagnostic(span, found.content);
                    self.reject(opener, found.end, diagnostic)
                }
            };
            return Some(next);
        }
        match target::target(self.source, opener.kind, found.content, &mut remarks) {
            Ok(action) => {
                let target_end = self.doubled_closer(found.end, end, &mut remarks);
                self.diagnostics.append(&mut remarks);
                Some(self.button(opener, close, action, target_end, end))
            }
            Err(Failure::Report(diagnostic)) => Some(self.reject(opener, found.end, *diagnostic)),
            Err(failure) if opener.kind == OpenerKind::Link => {
                if let Some(note) = failure.into_note(span, found.content, self.source) {
                    self.diagnostics.push(note);
                }
                None
            }
            Err(failure) => {
                let diagnostic = failure.into_diagnostic(span, found.content, self.source);
                Some(self.reject(opener, found.end, diagnostic))
            }
        }
    }

    /// `"(" target ")"`, or `"(<" target ">)"`; `None` when it does not close on this line.
    pub(super) fn parenthesised(&mut self, open: usize, end: usize) -> Option<Parenthesised> {
        let bytes = &self.source.as_bytes()[..end];
        let mut start = open + 1;
        while matches!(bytes.get(start), Some(b' ' | b'\t')) {
            start += 1;
        }
        if bytes.get(start) == Some(&b'<') {
            if let Some(found) = angled(bytes, start) {
                return Some(found);
            }
        }
        let close = self.delimiters.closing_parenthesis(self.source, open)?;
        Some(Parenthesised {
            content: Span::new(open + 1, close),
            end: close + 1,
        })
    }

    /// A button whose target is known: its attributes, its label, and its place in the tree.
    pub(super) fn button(
        &mut self,
        opener: Opener,
        close: usize,
        mut action: Action<'s>,
        target_end: usize,
        end: usize,
    ) -> usize {
        let (attributes, next) = attributes::attributes(self, target_end, end);
        let span = Span::new(opener.start, next);
        let applied = attributes::apply(&attributes, &mut action, &mut self.diagnostics);
        if let Err(diagnostic) = applied {
            return self.reject(opener, next, diagnostic);
        }
        let label = self.label(&opener, close);
        if label::is_blank(&label.value) {
            let diagnostic = diagnostics::empty_label(span, label.span);
            return self.reject(opener, next, diagnostic);
        }
        if let Action::Link(link) | Action::Webview { link, .. } = &action {
            if let Some(warning) = target::misleading_label(&label, &link.url) {
                self.diagnostics.push(warning);
            }
        }
        let sigil = match opener.kind {
            OpenerKind::Percent => Sigil::Percent,
            OpenerKind::Dollar => Sigil::Dollar,
            OpenerKind::Link | OpenerKind::Media => Sigil::None,
        };
        // A picture in the label of a link is a picture before the button.
        let pictures: Vec<_> = self.inlines[opener.inlines..]
            .iter_mut()
            .filter_map(|inline| match inline {
                Inline::Media(_) => {
                    let span = Span::default();
                    Some(std::mem::replace(inline, Inline::Comment { span }))
                }
                _ => None,
            })
            .collect();
        self.begin_construct(opener);
        self.inlines.extend(pictures);
        self.inlines.push(Inline::Button(Box::new(Button {
            sigil,
            label,
            action,
            span,
        })));
        self.text = next;
        // A label holds no button: what is still open around this one does not close any more.
        self.report_unclosed_label(opener.start, end);
        self.openers.clear();
        next
    }

    /// `media = "![" alt "](" url ")" [ attributes ]`
    fn media(
        &mut self,
        opener: Opener,
        close: usize,
        url: std::borrow::Cow<'s, str>,
        target_end: usize,
        end: usize,
    ) -> usize {
        let (attributes, next) = attributes::attributes(self, target_end, end);
        let kind = match attributes::media_kind(&attributes, &url, &mut self.diagnostics) {
            Ok(kind) => kind,
            Err(diagnostic) => return self.reject(opener, next, diagnostic),
        };
        let alt = self.label(&opener, close);
        self.begin_construct(opener);
        self.inlines.push(Inline::Media(Box::new(Media {
            kind,
            alt,
            url,
            span: Span::new(opener.start, next),
        })));
        self.text = next;
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
        let payload = self.label(&opener, close).value;
        let action = Action::Reply {
            payload,
            icon: None,
        };
        self.button(opener, close, action, after, end)
    }

    /// What an author wrote and cannot be sent stays in the text, word for word.
    pub(super) fn reject(&mut self, opener: Opener, next: usize, diagnostic: Diagnostic) -> usize {
        self.diagnostics.push(diagnostic);
        self.inlines.truncate(opener.inlines);
        self.text = opener.text;
        next
    }

    /// Takes back what was read since the `[`, and ends the text before the construct.
    fn begin_construct(&mut self, opener: Opener) {
        self.inlines.truncate(opener.inlines);
        self.push_text(opener.text, opener.start);
    }

    fn label(&mut self, opener: &Opener, close: usize) -> Label<'s> {
        let span = Span::new(opener.label, close);
        let inlines = &self.inlines[opener.inlines..];
        let (label, note) = label::label(self.source, span, inlines, self.text);
        self.diagnostics.extend(note);
        label
    }
}

/// `"<" target ">" [ title ] ")"`, from the `<`.
fn angled(bytes: &[u8], start: usize) -> Option<Parenthesised> {
    let mut pos = start + 1;
    loop {
        pos += memchr::memchr3(b'<', b'>', b'\\', bytes.get(pos..)?)?;
        match bytes[pos] {
            b'\\' => pos += 2,
            b'>' => break,
            _ => return None,
        }
    }
    let content = Span::new(start + 1, pos);
    let mut end = pos + 1;
    while matches!(bytes.get(end), Some(b' ' | b'\t')) {
        end += 1;
    }
    (bytes.get(end) == Some(&b')')).then_some(Parenthesised {
        content,
        end: end + 1,
    })
}
