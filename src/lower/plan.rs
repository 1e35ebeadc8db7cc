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

/// What becomes of a button in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is cut out.
    Cut,
    /// It is a link without a sigil: cut out, unless it is part of its line.
    Link,
    /// This stands in its place.
    Written(String),
    /// It is a link without a sigil for which there is no room: this stands in its place.
    WrittenLink(String),
    /// Its source stays, word for word.
    Refused,
}

/// The buttons and media of a run.
#[derive(Default)]
pub(super) struct Plan<'a> {
    /// What becomes of each button, in the order of the source.
    pub(super) fates: Vec<Fate>,
    /// The buttons that are sent, the buy button first.
    pub(super) buttons: Vec<&'a Button<'a>>,
    /// The media, in the order of the source.
    pub(super) media: Vec<&'a Media<'a>>,
}

impl<'a> Lowering<'a> {
    pub(super) fn plan(
        &mut self,
        inlines: &'a [Inline<'a>],
        replies: &mut Vec<&'a Button<'a>>,
    ) -> Plan<'a> {
        let mut plan = Plan::default();
        // With the index of each button's fate, to change when it finds no room.
        let mut candidates: Vec<(usize, &'a Button<'a>)> = Vec::new();
        let mut buy = None;
        let mut further_buys: Vec<&'a Button<'a>> = Vec::new();
        for inline in inlines {
            self.report_controls(inline);
            let button = match inline {
                Inline::Button(button) => &**button,
                Inline::Media(media) => {
                    plan.media.push(media);
                    continue;
                }
                _ => continue,
            };
            let fate = if let Some(refusal) = self.refusal(button) {
                self.diagnostics.push(refusal);
                // A picture in its label stays in the text with it.
                let inside = |media: &&Media<'_>| media.span.start >= button.span.start;
                while plan.media.last().is_some_and(inside) {
                    plan.media.pop();
                }
                Fate::Refused
            } else {
                match &button.action {
                    Action::Reply { .. }
                    | Action::LocationRequest
                    | Action::Phone
                    | Action::Email => {
                        replies.push(button);
                        Fate::Cut
                    }
                    Action::Mail { address } => {
                        let written = format!("{} ({address})", button.label.value);
                        let source = button.span.slice(self.source);
                        let warning = diagnostics::mail_link(button.span, source, &written);
                        self.diagnostics.push(warning);
                        Fate::Written(written)
                    }
                    Action::Buy { .. } if buy.is_some() => {
                        further_buys.push(button);
                        Fate::Cut
                    }
                    Action::Buy { .. } => {
                        buy = Some(button);
                        Fate::Cut
                    }
                    _ => {
                        candidates.push((plan.fates.len(), button));
                        if is_plain_link(button) {
                            Fate::Link
                        } else {
                            Fate::Cut
                        }
                    }
                }
            };
            plan.fates.push(fate);
        }
        for button in &further_buys {
            let source = button.span.slice(self.source);
            let count = further_buys.len() + 1;
            let warning = diagnostics::second_buy_button(button, source, count);
            self.diagnostics.push(warning);
        }
        // Buy first, before the others are counted: it is never the one that finds no room.
        plan.buttons.extend(buy);
        let room = self.target.buttons - plan.buttons.len();
        let count = plan.buttons.len() + candidates.len();
        for (index, (fate, button)) in candidates.into_iter().enumerate() {
            if index < room {
                plan.buttons.push(button);
            } else {
                plan.fates[fate] = self.without_room(button, count);
            }
        }
        plan
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
    fn without_room(&mut self, button: &Button<'_>, count: usize) -> Fate {
        let limit = self.target.buttons;
        let source = button.span.slice(self.source);
        let label = &*button.label.value;
        let address = match &button.action {
            Action::Link(link) | Action::Webview { link, .. } => &*link.url,
            Action::Call { number } => number,
            _ => "",
        };
        if !is_plain_link(button) {
            let warning = diagnostics::too_many_buttons(button, limit, count).change(
                ChangeKind::Dropped,
                source,
                "",
            );
            self.diagnostics.push(warning);
            return Fate::Cut;
        }
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
        Fate::WrittenLink(written)
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
