//! Buttons and media as most are written, read in one go: a label of single-spaced words, no target
//! or one without an escape or a parenthesis, and no attributes.
//!
//! It is the rule of `button` for what cannot be anything else; whatever else there is, a diagnostic
//! above all, is left to that. `tests/parse.rs` holds the one against the other.

use super::ast::{Action, Button, Inline, Label, Media, Sigil};
use super::bytes::{WORD, target_prefix};
use super::inline::OpenerKind;
use super::label::is_blank;
use super::parser::Parser;
use super::{amount, target, url};
use crate::span::Span;

impl<'s> Parser<'s> {
    /// The offset behind the construct whose `[` is at `pos`; `None` when it is none of these.
    pub(super) fn plain_construct(&mut self, pos: usize) -> Option<usize> {
        let bytes = self.source.as_bytes();
        let begin = pos + 1;
        let close = begin + words(&bytes[begin..]);
        let (target, next) = match bytes[close..] {
            [b']', b'(', ..] => {
                let target = close + 2;
                let mut end = target + target_prefix(&bytes[target..]);
                let is_spaced = bytes.get(end) == Some(&b' ');
                while bytes.get(end) == Some(&b' ') {
                    end += 1 + target_prefix(&bytes[end + 1..]);
                }
                let target = &self.source[target..end];
                match bytes[end..] {
                    [b')', b')' | b'{', ..] => return None,
                    [b')', ..] if is_spaced && !target::is_spaced_payload(target) => return None,
                    [b')', ..] => (Some(target), end + 1),
                    _ => return None,
                }
            }
            // No target, no attributes, no slip of either.
            [b']'] | [b']', b'\r' | b'\n', ..] | [b']', b' ', b'!'..=b'\'' | b'*'..=b'z', ..] => {
                (None, close + 1)
            }
            _ => return None,
        };
        let label = Label {
            value: &self.source[begin..close],
            span: Span::new(begin, close),
        };
        let (kind, start) = self.sigil(pos);
        let construct = self.plain(kind, label, target, Span::new(start, next))?;
        self.push_text(self.text, start);
        self.inlines.push(construct);
        self.text = next;
        Some(next)
    }

    fn plain(
        &self,
        kind: OpenerKind,
        label: Label<'s>,
        target: Option<&'s str>,
        span: Span,
    ) -> Option<Inline<'s>> {
        let (sigil, action) = match (kind, target) {
            (OpenerKind::Media, _) => {
                let url = url::plain(target?)?;
                return Some(Inline::Media(self.arena.one(Media {
                    kind: url::media_kind(url),
                    alt: label,
                    url,
                    span,
                })));
            }
            (OpenerKind::Dollar, _) => {
                let amount = amount::plain(target?)?;
                let payload = None;
                (Sigil::Dollar, Action::Buy { amount, payload })
            }
            (OpenerKind::Link, _) => (Sigil::None, target::plain(target?)?),
            (OpenerKind::Percent, Some(target)) => (Sigil::Percent, target::plain(target)?),
            (OpenerKind::Percent, None) => {
                if self.touches_word(label.span.start) {
                    return None;
                }
                let payload = label.value;
                let icon = None;
                (Sigil::Percent, Action::Reply { payload, icon })
            }
        };
        // One that reads as an address has to name the host that it opens.
        let misleads =
            matches!(action, Action::Link(_) | Action::Webview { .. }) && label.value.contains('.');
        let button = Button {
            sigil,
            label,
            action,
            span,
        };
        (!misleads && !is_blank(label.value)).then(|| Inline::Button(self.arena.one(button)))
    }
}

/// How many bytes a text begins with that are words, with single spaces between them and no emphasis.
fn words(bytes: &[u8]) -> usize {
    if matches!(bytes.first(), Some(b' ' | b'*')) {
        return 0;
    }
    let mut end = WORD.prefix(bytes);
    while let [b' ', rest @ ..] = &bytes[end..] {
        match WORD.prefix(rest) {
            0 => break,
            word => end += 1 + word,
        }
    }
    end
}
