//! The buttons of a run: which are kept, and what becomes of the others. Nothing is decided here
//! about the text but what must stand in it.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::target::Feature;
use super::text::{fits, utf16_len};
use super::{Lowering, diagnostics, is_control, without_controls};
use crate::diagnostic::{ChangeKind, Diagnostic};
use crate::span::Span;
use crate::syntax::ast::{Action, Button, Inline, Media, Sigil};
use crate::syntax::is_dollar;

/// What an inline is to the text of its run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text, code, and the source of what is refused.
    Text(&'a str),
    /// The end of a line.
    LineEnd,
    /// A link without a sigil, with its label: cut out, unless it is part of its line.
    Link(&'a str),
    /// What is written in the place of a button, with the label if that is a link without a sigil.
    Written(String, Option<&'a str>),
    /// Anything else: cut out.
    Cut {
        /// Whether it is a comment.
        comment: bool,
    },
}

/// What a run sends, and what its text is made of.
#[derive(Default)]
pub(super) struct Plan<'a> {
    /// What each inline is to the text.
    pub(super) pieces: Vec<Piece<'a>>,
    /// The buttons that are sent, the buy button first.
    pub(super) buttons: Vec<&'a Button<'a>>,
    /// The media, in the order of the source …
    pub(super) media: Vec<&'a Media<'a>>,
    /// … and which inlines they are.
    pub(super) places: Vec<usize>,
    /// Every buy button.
    buys: Vec<&'a Button<'a>>,
    /// The other buttons that may be sent, and which inlines they are.
    candidates: Vec<(usize, &'a Button<'a>)>,
}

impl<'a> Lowering<'a> {
    pub(super) fn plan(
        &mut self,
        inlines: &'a [Inline<'a>],
        replies: &mut Vec<&'a Button<'a>>,
    ) -> Plan<'a> {
        let mut plan = Plan::default();
        plan.pieces.reserve(inlines.len());
        for inline in inlines {
            self.report_controls(inline);
            let piece = match inline {
                Inline::Text(part) | Inline::Code(part) | Inline::Fence(part) => {
                    Piece::Text(part.value)
                }
                Inline::LineEnd { .. } => Piece::LineEnd,
                Inline::Comment { .. } => Piece::Cut { comment: true },
                Inline::Media(media) => {
                    plan.media.push(media);
                    plan.places.push(plan.pieces.len());
                    Piece::Cut { comment: false }
                }
                Inline::Button(button) => self.plan_button(button, &mut plan, replies),
            };
            plan.pieces.push(piece);
        }
        self.make_room(&mut plan);
        plan
    }

    fn plan_button(
        &mut self,
        button: &'a Button<'a>,
        plan: &mut Plan<'a>,
        replies: &mut Vec<&'a Button<'a>>,
    ) -> Piece<'a> {
        let source = button.span.slice(self.source);
        if let Some(refusal) = self.refusal(button) {
            self.diagnostics.push(refusal);
            // A picture in its label stays in the text with it.
            let inside = |media: &&Media<'_>| media.span.start >= button.span.start;
            while plan.media.last().is_some_and(inside) {
                plan.media.pop();
                plan.places.pop();
            }
            return Piece::Text(source);
        }
        match &button.action {
            Action::Reply { .. } | Action::LocationRequest | Action::Phone | Action::Email => {
                replies.push(button);
            }
            Action::Mail { address } => {
                let written = format!("{} ({address})", button.label.value);
                let warning = diagnostics::mail_link(button.span, source, &written);
                self.diagnostics.push(warning);
                return Piece::Written(written, None);
            }
            Action::Buy { .. } => plan.buys.push(button),
            _ => {
                plan.candidates.push((plan.pieces.len(), button));
                if is_plain_link(button) {
                    return Piece::Link(&button.label.value);
                }
            }
        }
        Piece::Cut { comment: false }
    }

    /// Chooses the buttons that are sent. Buy first, before the others are counted: it is never
    /// the one that finds no room.
    fn make_room(&mut self, plan: &mut Plan<'a>) {
        for button in plan.buys.iter().skip(1) {
            let source = button.span.slice(self.source);
            let warning = diagnostics::second_buy_button(button, source, plan.buys.len());
            self.diagnostics.push(warning);
        }
        plan.buttons.extend(plan.buys.first());
        let room = self.target.buttons - plan.buttons.len();
        let count = plan.buttons.len() + plan.candidates.len();
        for (index, &(place, button)) in plan.candidates.iter().enumerate() {
            if index < room {
                plan.buttons.push(button);
            } else {
                plan.pieces[place] = self.without_room(button, count);
            }
        }
    }

    /// Why a button cannot be sent at all.
    fn refusal(&self, button: &'a Button<'a>) -> Option<Diagnostic> {
        let payload = match &button.action {
            Action::Share => return Some(diagnostics::share_outside_item(button.span)),
            Action::Link(link) | Action::Webview { link, .. } if link.default => {
                return Some(diagnostics::default_outside_item(button.span));
            }
            Action::Buy { amount, payload } => {
                if let Some(currency) = amount.currency.filter(|found| !is_dollar(found.value)) {
                    return Some(diagnostics::currency_not_usd(currency));
                }
                payload.as_ref().unwrap_or(&button.label.value)
            }
            Action::Reply { payload, .. } | Action::Postback { payload } => payload,
            _ => return None,
        };
        let limit = self.target.payload;
        (!fits(payload, limit))
            .then(|| diagnostics::payload_too_long(button.span, limit, utf16_len(payload)))
    }

    /// A button for which the message has no room: a link is written out, any other dropped.
    fn without_room(&mut self, button: &'a Button<'a>, count: usize) -> Piece<'a> {
        let limit = self.target.buttons;
        let source = button.span.slice(self.source);
        let address = match &button.action {
            Action::Link(link) | Action::Webview { link, .. } if is_plain_link(button) => {
                &*link.url
            }
            Action::Call { number } if is_plain_link(button) => number,
            _ => {
                let warning = diagnostics::too_many_buttons(button, limit, count).change(
                    ChangeKind::Dropped,
                    source,
                    "",
                );
                self.diagnostics.push(warning);
                return Piece::Cut { comment: false };
            }
        };
        let label = &*button.label.value;
        let written = if is_number(label) {
            format!("[{label}] ({address})")
        } else {
            format!("{label} ({address})")
        };
        let warning = diagnostics::link_written_out(button, limit, count).change(
            ChangeKind::Replaced,
            source,
            &*written,
        );
        self.diagnostics.push(warning);
        Piece::Written(written, Some(label))
    }

    /// Control characters are never sent: one warning for each construct that has some.
    fn report_controls(&mut self, inline: &Inline<'_>) {
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

    pub(super) fn report_retired_button(&mut self, button: &Button<'_>) {
        let feature = match button.action {
            Action::Buy { .. } => Feature::Buy,
            Action::LocationRequest => Feature::LocationReply,
            _ => return,
        };
        self.report_retired(feature, button.span);
    }
}

/// A link without a sigil, which may be a part of its sentence.
pub(super) fn is_plain_link(button: &Button<'_>) -> bool {
    let link = matches!(
        button.action,
        Action::Link(_) | Action::Webview { .. } | Action::Call { .. }
    );
    button.sigil == Sigil::None && link
}

/// Whether a label has digits and nothing else: the reference of a footnote.
pub(super) fn is_number(label: &str) -> bool {
    !label.is_empty()
        && label
            .chars()
            .all(|c| c.general_category() == GeneralCategory::DecimalNumber)
}
