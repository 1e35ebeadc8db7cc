//! A run of paragraphs: which requests its text, media and buttons make.

use std::borrow::Cow;
use std::mem;

use super::card::{is_literal, shown_on_card};
use super::markdown::has_mark;
use super::overflow::with_lines;
use super::plan::{Few, Piece, Place, Plan};
use super::prose::{Context, prose};
use super::text::{fits, utf16_len};
use super::{Lowering, diagnostics, divide, pointer, untouched};
use crate::messenger::{Attachment, Button, Content, Media, Template};
use crate::span::Span;
use crate::syntax::ast::{self, Action, Inline, MediaKind, Run};
use crate::syntax::is_blank;
use crate::template::Arg::{Count, Word};
use crate::template::fill;

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
        if let Some((text, span)) = untouched::alone(self.context(), run.inlines) {
            debug_assert_eq!((text.into(), span), self.text_of(run), "both ways agree");
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

    /// The text of a run without buttons and media, and its place, as for any run.
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
        let starts = std::iter::once(0).chain(plan.places.iter().copied());
        let ends = plan.places.iter().map(|at| at + 1).chain([inlines.len()]);
        let mut parts: Vec<_> = starts
            .zip(ends)
            .map(|(start, end)| {
                let part = &inlines[start..end];
                (self.prose(part, &plan.pieces[start..end]), self::span(part))
            })
            .collect();
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
                let request = lowering.requests.len();
                let list = || pointer(request, "attachment/payload/buttons");
                lowering.lower_buttons(&plan.buttons, &list)
            }),
        }
    }

    /// `{"text"}`, in as many parts as it takes.
    pub(super) fn push_text(&mut self, text: Cow<'a, str>, span: Span) {
        let limit = self.limits.text.max;
        self.note_field("text", &text, span);
        if !fits(&text, limit) {
            let actual = utf16_len(&text);
            let parts = divide(text.clone(), limit);
            let pointer = self.next_pointer("text");
            let warning =
                diagnostics::text_too_long(span, limit, actual, text, &parts, self.fate(""));
            self.report(warning.pointer(pointer));
            self.push_parts(parts);
        } else if !text.is_empty() {
            self.push_message(Content::Text(text));
        }
    }

    fn push_parts(&mut self, parts: Vec<Cow<'a, str>>) {
        for part in parts {
            self.push_message(Content::Text(part));
        }
    }

    /// The button template, with the end of the text; what stands before it is text.
    pub(super) fn push_template(
        &mut self,
        text: Cow<'a, str>,
        span: Span,
        buttons: &dyn Fn(&mut Self) -> Vec<Button<'a>>,
    ) {
        let mut text = if text.is_empty() {
            self.placeholder(span)
        } else {
            self.note_field("template-text", &text, span);
            text
        };
        let limit = self.limits.template_text.max;
        let last = divide::last_visible(&text);
        if !fits(&text[last.start..], limit) {
            // More invisible characters than fit: they cannot be what the buttons stand on.
            text = split_at(text, last.end).0;
        }
        let start = divide::tail(&text, limit);
        if start > 0 {
            let actual = utf16_len(&text);
            let (before, tail) = split_at(text.clone(), start);
            let mut parts = divide(before, self.limits.text.max);
            parts.push(tail);
            let warning =
                diagnostics::text_too_long(span, limit, actual, text, &parts, self.fate(""));
            text = parts.pop().unwrap_or_default();
            let template = self.requests.len() + parts.len();
            let pointer = pointer(template, "attachment/payload/text");
            self.report(warning.pointer(pointer));
            self.push_parts(parts);
        }
        let buttons = buttons(self);
        self.push_template_of(Template::Button { text, buttons });
    }

    pub(super) fn push_template_of(&mut self, template: Template<'a>) {
        self.push_message(Content::Attachment(Attachment::Template(template)));
    }

    /// Buttons whose list has that pointer.
    pub(super) fn lower_buttons(
        &mut self,
        buttons: &[&'a ast::Button<'a>],
        list: &dyn Fn() -> String,
    ) -> Vec<Button<'a>> {
        let mut lowered = Vec::with_capacity(buttons.len());
        for (index, button) in buttons.iter().enumerate() {
            lowered.extend(self.button(button, &|| fill("{}/{}", &[Word(&list()), Count(index)])));
        }
        lowered
    }

    /// The placeholder, for buttons and replies that have nothing else to stand on.
    pub(super) fn placeholder(&mut self, span: Span) -> Cow<'a, str> {
        self.report(diagnostics::placeholder_used(
            span,
            &self.options.placeholder,
        ));
        Cow::Borrowed(&self.options.placeholder)
    }

    pub(super) fn push_media(&mut self, media: &[&'a ast::Media<'a>]) {
        for media in media {
            let url = Cow::Borrowed(media.url);
            let attachment = match media.kind {
                MediaKind::Image => Attachment::Image(Media { url }),
                MediaKind::Video => Attachment::Video(Media { url }),
                MediaKind::Audio => Attachment::Audio(Media { url }),
                MediaKind::File => Attachment::File(Media { url }),
            };
            self.push_message(Content::Attachment(attachment));
        }
    }
}

/// The parts of a text that show something: invisible characters can fill one.
fn divide(text: Cow<'_, str>, limit: usize) -> Vec<Cow<'_, str>> {
    let parts = match text {
        Cow::Borrowed(text) => divide::divide(text, limit)
            .into_iter()
            .map(Cow::Borrowed)
            .collect(),
        Cow::Owned(text) => {
            let parts = divide::divide(&text, limit).into_iter();
            parts.map(|part| Cow::Owned(part.to_owned())).collect()
        }
    };
    let mut parts: Vec<Cow<'_, str>> = parts;
    parts.retain(|part| !is_blank(part));
    parts
}

/// Two parts of a text, without the white space between them.
fn split_at(text: Cow<'_, str>, at: usize) -> (Cow<'_, str>, Cow<'_, str>) {
    match text {
        Cow::Borrowed(text) => {
            let (before, after) = text.split_at(at);
            (Cow::Borrowed(before.trim_end()), Cow::Borrowed(after))
        }
        Cow::Owned(mut text) => {
            let after = text.split_off(at);
            text.truncate(text.trim_end().len());
            (Cow::Owned(text), Cow::Owned(after))
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
