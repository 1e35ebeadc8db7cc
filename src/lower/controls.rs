//! Control characters, which are never sent.

use wide::u8x16;

use super::{Lowering, diagnostics};
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::Inline;

/// What control characters a source has.
#[derive(Clone, Copy, Default)]
pub(super) struct Controls {
    /// Some that are left out.
    pub(super) unsent: bool,
    /// Carriage returns.
    pub(super) returns: bool,
}

impl Controls {
    #[inline]
    pub(super) fn of(source: &str) -> Self {
        let mut found = Self::default();
        // Line feeds alone are common: they are made the greatest of all.
        let [feed, one, most] = [b'\n', 1, 0x1E].map(u8x16::splat);
        let control = |bytes: u8x16| ((bytes ^ feed) - one).saturating_sub(most);
        if let Some(first) = strings::find_zero(source.as_bytes(), control) {
            found.note(&source.as_bytes()[first..]);
        }
        found
    }

    fn note(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.unsent |= is_control(byte);
            self.returns |= byte == b'\r';
        }
    }
}

/// C0 controls but line end and tab; a carriage return is part of a line end or alone one.
pub(super) const fn is_control(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t')
}

pub(super) fn without_controls(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .filter(|&c| !(c.is_ascii() && is_control(c as u8)))
}

impl Lowering<'_> {
    /// Control characters are never sent: one warning for each construct that has some.
    pub(super) fn report_controls(&mut self, inline: &Inline<'_>) {
        let span = match inline {
            Inline::Text(part) | Inline::Code(part) | Inline::Fence(part) => part.span,
            Inline::Button(button) => button.span,
            Inline::Media(media) => media.span,
            Inline::Comment { .. } | Inline::LineEnd { .. } => return,
        };
        self.report_controls_in(span);
    }

    pub(super) fn report_controls_in(&mut self, span: Span) {
        if !self.has_controls {
            return;
        }
        let text = span.slice(self.source);
        let first = text.bytes().position(is_control);
        let last = text.bytes().rposition(is_control);
        if let (Some(first), Some(last)) = (first, last) {
            let removed = &text[first..=last];
            let kept: String = without_controls(removed).collect();
            let place = Span::new(span.start + first, span.start + last + 1);
            let warning = diagnostics::control_character(place, removed, &kept);
            self.diagnostics.push(warning);
        }
    }
}
