//! Buttons and media as most are written, read in one go: a label of single-spaced words, no target
//! or one without a space, an escape or a parenthesis, and no attributes.
//!
//! It is the rule of `button` for what cannot be anything else; whatever else there is, a diagnostic
//! above all, is left to that. `tests/parse.rs` holds the one against the other.

use super::ast::{Action, Button, Inline, Label, Media, Sigil};
use super::block::Parser;
use super::bytes::{LABEL, TARGET};
use super::inline::OpenerKind;
use super::label::is_blank;
use super::{target, url};
use crate::span::Span;

impl<'s> Parser<'s> {
    /// The offset behind the construct whose `[` is at `pos`; `None` when it is none of these.
    pub(super) fn plain_construct(&mut self, pos: usize) -> Option<usize> {
        let bytes = self.source.as_bytes();
        let begin = pos + 1;
        let close = begin + LABEL.prefix(&bytes[begin..]);
        let (target, next) = match bytes[close..] {
            [b']', b'(', ..] => {
                let target = close + 2;
                let target_end = target + TARGET.prefix(&bytes[target..]);
                let target = &self.source[target..target_end];
                match bytes[target_end..] {
                    [b')', b')' | b'{', ..] => return None,
                    [b')', ..] => (Some(target), target_end + 1),
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
        if !is_trimmed(label.value) {
            return None;
        }
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
        let sigil = match kind {
            OpenerKind::Percent => Sigil::Percent,
            OpenerKind::Link => Sigil::None,
            OpenerKind::Dollar => return None,
            OpenerKind::Media => {
                let url = url::plain(target?)?;
                return Some(Inline::Media(self.arena.one(Media {
                    kind: url::media_kind(url),
                    alt: label,
                    url,
                    span,
                })));
            }
        };
        let action = match target {
            Some(target) => target::plain(target)?,
            None if sigil == Sigil::None || self.touches_word(label.span.start) => return None,
            None => Action::Reply {
                payload: label.value,
                icon: None,
            },
        };
        // One that reads as an address has to name the host that it opens.
        let misleads = matches!(action, Action::Link(_)) && label.value.contains('.');
        let button = Button {
            sigil,
            label,
            action,
            span,
        };
        (!misleads && !is_blank(label.value)).then(|| Inline::Button(self.arena.one(button)))
    }
}

/// Whether a label of these bytes is what it says: single spaces between words, no emphasis.
fn is_trimmed(label: &str) -> bool {
    let bytes = label.as_bytes();
    !matches!(bytes.first(), Some(b' ' | b'*'))
        && bytes.last() != Some(&b' ')
        && !bytes.windows(2).any(|pair| pair == b"  ")
}
