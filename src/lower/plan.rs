//! The buttons of a run: which are kept, and what becomes of the others. Nothing is decided here
//! about the text but what must stand in it.

use smallvec::SmallVec;

use super::overflow::{Excess, Further};
use super::place::Place;
use super::target::Feature;
use super::text::{fits, utf16_len};
use super::{Lowering, diagnostics};
use crate::character::Kind;
use crate::diagnostic::{ChangeKind, Finding};
use crate::syntax::ast::{Action, Button, Inline, Media, Sigil};
use crate::syntax::is_dollar;
use crate::template::Arg::Word;
use crate::template::fill;

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

/// Buttons of a message, as many as there usually are without an allocation.
pub(super) type Few<'a> = SmallVec<[&'a Button<'a>; 4]>;

/// What a run or an item sends, and what its text is made of.
#[derive(Default)]
pub(super) struct Plan<'a> {
    pub(super) place: Place,
    /// What each inline is to the text.
    pub(super) pieces: SmallVec<[Piece<'a>; 16]>,
    /// The buttons that are sent, the buy button first; empty until [`Lowering::make_room`].
    pub(super) buttons: Few<'a>,
    /// The replies, which belong to the section.
    pub(super) replies: Few<'a>,
    /// The media, in the order of the source …
    pub(super) media: SmallVec<[&'a Media<'a>; 2]>,
    /// … and which inlines they are.
    pub(super) places: SmallVec<[usize; 2]>,
    /// What a tap on the item opens.
    pub(super) default: Option<&'a Button<'a>>,
    /// Every buy button.
    pub(super) buys: Few<'a>,
    /// The other buttons that may be sent, and which inlines they are.
    pub(super) candidates: SmallVec<[(usize, &'a Button<'a>); 4]>,
    /// What goes into further messages.
    pub(super) further: Further<'a>,
}

impl<'a> Lowering<'a> {
    /// Takes up inlines: what they are to the text, and which buttons and media there are.
    pub(super) fn plan(&mut self, plan: &mut Plan<'a>, inlines: &'a [Inline<'a>]) {
        plan.pieces.reserve(inlines.len());
        for inline in inlines {
            if self.has_controls {
                self.report_controls(inline);
            }
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
                Inline::Button(button) => self.plan_button(button, plan),
            };
            plan.pieces.push(piece);
        }
    }

    #[inline]
    fn plan_button(&mut self, button: &'a Button<'a>, plan: &mut Plan<'a>) -> Piece<'a> {
        let written = self.source;
        let source = || button.span.slice(written);
        if let Some(refusal) = self.refusal(button, plan.place) {
            self.diagnostics.push(refusal);
            // A picture in its label stays in the text with it.
            let inside = |media: &&Media<'_>| media.span.start >= button.span.start;
            while plan.media.last().is_some_and(inside) {
                plan.media.pop();
                plan.places.pop();
            }
            return Piece::Text(source());
        }
        match &button.action {
            action if action.is_reply() => {
                let in_item = plan.place.is_item();
                if in_item {
                    let fate = self.fate("below the section's last message");
                    self.report(diagnostics::reply_in_item(
                        button,
                        source(),
                        plan.place,
                        fate,
                    ));
                }
                if !in_item || self.splits() {
                    plan.replies.push(button);
                }
            }
            Action::Mail { address } => {
                let written = fill("{} ({})", &[Word(button.label.value), Word(address)]);
                let warning = diagnostics::mail_link(button.span, source(), &written);
                self.diagnostics.push(warning);
                return Piece::Written(written, None);
            }
            Action::Buy { .. } if self.target.has(Feature::Buy) => plan.buys.push(button),
            Action::Share if !self.target.has(Feature::Share) => {
                self.report(diagnostics::share_dropped(button.span, source()));
            }
            _ => {
                if button.action.is_default() && plan.default.is_none() {
                    plan.default = Some(button);
                } else {
                    plan.candidates.push((plan.pieces.len(), button));
                }
                if is_plain_link(button) {
                    return Piece::Link(button.label.value);
                }
            }
        }
        Piece::Cut { comment: false }
    }

    /// Chooses the buttons that are sent. Buy first, before the others are counted: it is never
    /// the one that finds no room.
    pub(super) fn make_room(&mut self, plan: &mut Plan<'a>) {
        for button in plan.buys.iter().skip(1) {
            let source = button.span.slice(self.source);
            let count = plan.buys.len();
            let fate = self.fate("into a message of its own");
            self.report(diagnostics::second_buy_button(
                button, source, plan.place, count, fate,
            ));
        }
        if self.splits() {
            plan.further.buys.extend(plan.buys.iter().skip(1));
        }
        plan.buttons.extend(plan.buys.first().copied());
        let room = plan
            .place
            .room(self.limits)
            .saturating_sub(plan.buttons.len());
        let count = plan.buttons.len() + plan.candidates.len();
        for (index, &(at, button)) in plan.candidates.iter().enumerate() {
            if index < room {
                if button.action.is_default() {
                    self.report(diagnostics::second_default(button.span));
                }
                plan.buttons.push(button);
            } else if self.splits() {
                self.report_without_room(button, plan.place, count);
                plan.further.buttons.push(button);
            } else {
                let piece = self.without_room(button, plan.place, count);
                if let Some(place) = plan.pieces.get_mut(at) {
                    *place = piece;
                }
            }
        }
    }

    /// Why a button cannot be sent at all.
    #[inline]
    pub(super) fn refusal(&self, button: &'a Button<'a>, place: Place) -> Option<Finding> {
        let payload = match &button.action {
            Action::Share if !place.is_item() && self.target.has(Feature::Share) => {
                return Some(diagnostics::share_outside_item(button.span));
            }
            action if action.is_default() && !place.is_item() => {
                return Some(diagnostics::default_outside_item(button.span));
            }
            Action::Buy { amount, payload } => {
                if let Some(currency) = amount.currency.filter(|found| !is_dollar(found.value)) {
                    return Some(diagnostics::currency_not_usd(currency));
                }
                if !self.target.has(Feature::Buy) {
                    let checkout = self.options.checkout_url.is_some();
                    return (!checkout).then(|| diagnostics::missing_checkout_url(button.span));
                }
                payload.as_ref().unwrap_or(&button.label.value)
            }
            Action::Reply { payload, .. } | Action::Postback { payload } => payload,
            _ => return None,
        };
        let limit = self.limits.payload.max;
        (!fits(payload, limit))
            .then(|| diagnostics::payload_too_long(button.span, limit, utf16_len(payload)))
    }

    /// A button for which there is no room: outside items a link is written out, any other button
    /// is dropped.
    fn without_room(&mut self, button: &'a Button<'a>, place: Place, count: usize) -> Piece<'a> {
        let source = button.span.slice(self.source);
        let plain = is_plain_link(button);
        let address = match &button.action {
            Action::Link(link) | Action::Webview { link, .. } if plain => Some(link.url),
            Action::Call { number } if plain => Some(&**number),
            _ => None,
        };
        let label = button.label.value;
        let Some(address) = address.filter(|_| !place.is_item()) else {
            self.report_without_room(button, place, count);
            return if plain {
                Piece::Link(label)
            } else {
                Piece::Cut { comment: false }
            };
        };
        let written = if is_number(label) {
            fill("[{}] ({})", &[Word(label), Word(address)])
        } else {
            fill("{} ({})", &[Word(label), Word(address)])
        };
        let warning = diagnostics::link_written_out(button, &self.excess(place, count));
        self.report(warning.change(ChangeKind::Replaced, source, &written));
        Piece::Written(written, Some(label))
    }

    fn report_without_room(&mut self, button: &Button<'_>, place: Place, count: usize) {
        let excess = self.excess(place, count);
        let source = button.span.slice(self.source);
        let warning = diagnostics::too_many_buttons(button, &excess);
        self.report(warning.change(excess.fate.kind(), source, excess.fate.after(source)));
    }

    fn excess(&self, place: Place, count: usize) -> Excess {
        Excess {
            place,
            limit: place.room(self.limits),
            count,
            fate: self.fate("into a further message"),
        }
    }

    pub(super) fn report_retired_button(&mut self, button: &Button<'_>) {
        let feature = match button.action {
            Action::Buy { .. } => Feature::Buy,
            Action::LocationRequest => Feature::LocationReply,
            Action::Share => Feature::Share,
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
    !label.is_empty() && label.chars().all(|c| Kind::of(c) == Kind::Digit)
}
