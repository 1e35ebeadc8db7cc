//! A run of paragraphs: which requests its text, media and buttons make.

use std::borrow::Cow;
use std::mem;

use super::card::{is_literal, shown_on_card};
use super::markdown::has_mark;
use super::overflow::with_lines;
use super::place::Place;
use super::plan::{Few, Piece, Plan};
use super::prose::{Context, prose};
use super::untouched::{self, Opening};
use super::{Lowering, pointer};
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::{self, Action, Inline, MediaKind, Run};

/// What a run turned out to be.
pub(super) struct Ran {
    /// Whether it has a text.
    pub(super) has_text: bool,
    /// Whether its buttons stand below the list before it.
    pub(super) below_list: bool,
}

impl<'a> Lowering<'a> {
    /// `list` is the request of the list right before the run.
    pub(super) fn run(
        &mut self,
        run: &'a Run<'a>,
        list: Option<usize>,
        replies: &mut Few<'a>,
    ) -> Ran {
        if let Some(Opening { text, span, rest }) = untouched::opening(self.context(), run.inlines)
            && rest.iter().all(|inline| self.is_only_reply(inline))
        {
            // Nothing is to be planned.
            let span = Span::new(span.start, span.end.max(self::span(rest).end));
            debug_assert_eq!((text.into(), span), self.text_of(run), "both ways agree");
            replies.extend(rest.iter().filter_map(|inline| match inline {
                Inline::Button(reply) => Some(*reply),
                _ => None,
            }));
            self.note_markdown(run.inlines, text);
            let lines = self.take_insertion();
            self.push_text(with_lines(Cow::Borrowed(text), &lines), span);
            return Ran {
                has_text: !text.is_empty(),
                below_list: false,
            };
        }
        self.run_with_parts(run, list, replies)
    }

    /// Whether an inline is a reply that can be sent, or white space between such.
    fn is_only_reply(&self, inline: &'a Inline<'a>) -> bool {
        match inline {
            Inline::Button(button) => {
                button.action.is_reply() && self.refusal(button, Place::Message).is_none()
            }
            Inline::Text(part) => strings::is_white(part.value),
            Inline::LineEnd { .. } => true,
            _ => false,
        }
    }

    /// The text of a run without media and buttons other than replies, and its place, as for any run.
    fn text_of(&mut self, run: &'a Run<'a>) -> (Cow<'a, str>, Span) {
        let mut plan = Plan::default();
        self.plan(&mut plan, run.inlines);
        (self.prose(run.inlines, &plan.pieces), span(run.inlines))
    }

    /// Not inlined, so that runs of nothing but text do without its stack.
    #[inline(never)]
    fn run_with_parts(
        &mut self,
        run: &'a Run<'a>,
        list: Option<usize>,
        replies: &mut Few<'a>,
    ) -> Ran {
        let mut plan = Plan::default();
        self.plan(&mut plan, run.inlines);
        if replies.is_empty() {
            mem::swap(replies, &mut plan.replies);
        } else {
            replies.append(&mut plan.replies);
        }
        let list = list.filter(|_| self.stand_alone(run.inlines, &plan));
        if list.is_some() {
            plan.place = Place::BelowList;
        }
        if !plan.candidates.is_empty() || !plan.buys.is_empty() {
            self.make_room(&mut plan);
        }
        let text = self.prose(run.inlines, &plan.pieces);
        let span = span(run.inlines);
        let has_text = !text.is_empty();
        if let Some(list) = list {
            for label in self.cut_labels(&plan) {
                // The list is above: its text, if it has one, is further up.
                self.add(&label);
            }
            self.push_below_list(list, &plan);
            let lines = self.take_insertion();
            self.push_text(with_lines(text, &lines), span);
        } else if plan.buttons.is_empty() {
            self.note_markdown(run.inlines, &text);
            self.media_and_text(run.inlines, &plan, text, span);
        } else {
            self.buttons(run.inlines, &plan, text, span);
        }
        if self.splits() {
            self.push_further(&plan.further, &self.options.placeholder);
        }
        Ran {
            has_text,
            below_list: list.is_some(),
        }
    }

    /// Whether a run is nothing but buttons, which a list can take; a payment needs a card.
    fn stand_alone(&self, inlines: &[Inline<'a>], plan: &Plan<'a>) -> bool {
        !plan.candidates.is_empty()
            && plan.buys.is_empty()
            && plan.media.is_empty()
            && self.prose(inlines, &plan.pieces).is_empty()
    }

    pub(super) fn context(&self) -> Context<'a> {
        Context {
            source: self.source,
            button_title: self.limits.button_title.max,
            keeps_links: false,
            has_controls: self.has_controls,
            has_returns: self.has_returns,
        }
    }

    pub(super) fn prose(&self, inlines: &[Inline<'a>], pieces: &[Piece<'_>]) -> Cow<'a, str> {
        prose(self.context(), inlines, pieces)
    }

    /// Media and text: the media first, unless text stands between them.
    fn media_and_text(
        &mut self,
        inlines: &'a [Inline<'a>],
        plan: &Plan<'a>,
        text: Cow<'a, str>,
        span: Span,
    ) {
        let lines = self.take_insertion();
        if plan.media.len() <= 1 {
            self.push_media(&plan.media);
            return self.push_text(with_lines(text, &lines), span);
        }
        // The media on both sides belong to a part: text beside them is tidied.
        let (mut parts, mut start) = (Vec::new(), 0);
        for index in 0..=plan.places.len() {
            let end = plan.places.get(index).map_or(inlines.len(), |at| at + 1);
            let part = &inlines[start..end];
            let text = self.prose(part, &plan.pieces[start..end]);
            parts.push((text, self::span(part)));
            start = end - 1;
        }
        let between = &parts[1..parts.len() - 1];
        if between.iter().all(|(text, _)| text.is_empty()) {
            self.push_media(&plan.media);
            return self.push_text(with_lines(text, &lines), span);
        }
        if let Some((text, _)) = parts.last_mut() {
            *text = with_lines(mem::take(text), &lines);
        }
        let mut media = plan.media.iter();
        for (text, span) in parts {
            self.push_text(text, span);
            self.push_media(media.next().map_or(&[], std::slice::from_ref));
        }
    }

    /// Buttons, with whatever can carry them.
    fn buttons(&mut self, inlines: &[Inline<'a>], plan: &Plan<'a>, text: Cow<'a, str>, span: Span) {
        let picture = match plan.media[..] {
            [media] if media.kind == MediaKind::Image => Some(media),
            _ => None,
        };
        let buy = plan.buys.first().copied();
        let is_sold = |button: &&ast::Button<'_>| matches!(button.action, Action::Buy { .. });
        let sold = plan.buttons.iter().copied().find(is_sold);
        let card = (picture.is_some() || buy.is_some())
            && !text.is_empty()
            && self.fits_card(inlines, &text);
        if card && has_mark(&text) {
            let literal = is_literal(self.source, inlines);
            self.note_markdown(inlines, &shown_on_card(&text, literal));
        } else if !card {
            self.note_markdown(inlines, &text);
        }
        let lines = self.lines(plan, picture.filter(|_| text.is_empty()));
        match (picture, buy) {
            (Some(picture), _) if text.is_empty() => {
                self.push_text(Cow::Owned(lines), span);
                return self.push_picture_card(picture, sold, &plan.buttons);
            }
            (Some(_), _) if card => {}
            _ => self.push_media(&plan.media),
        }
        match buy {
            _ if card => {
                self.push_text(Cow::Owned(lines), span);
                self.push_card(inlines, text, span, picture, &plan.buttons);
            }
            Some(buy) => {
                self.push_text(with_lines(text, &lines), span);
                self.push_buy_card(buy, &plan.buttons);
            }
            None => self.push_template(with_lines(text, &lines), span, &|lowering| {
                let request = lowering.next_request();
                let list = || pointer(request, "attachment/payload/buttons");
                lowering.lower_buttons(&plan.buttons, &list)
            }),
        }
    }
}

/// The extent of the inlines that say something, white space around them left out.
pub(super) fn span(inlines: &[Inline<'_>]) -> Span {
    let span = |inline: &Inline<'_>| match inline {
        Inline::Text(part) | Inline::Code(part) | Inline::Fence(part) => {
            let text = part.part(part.value);
            (!text.value.is_empty()).then_some(text.span)
        }
        Inline::Button(button) => Some(button.span),
        Inline::Media(media) => Some(media.span),
        Inline::Comment { .. } | Inline::LineEnd { .. } => None,
    };
    let start = inlines.iter().find_map(span).unwrap_or_default();
    let end = inlines.iter().rev().find_map(span).unwrap_or_default();
    Span::new(start.start, end.end)
}
