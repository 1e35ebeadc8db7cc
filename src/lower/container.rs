//! Containers: which of their items are sent, and in which template.

use std::borrow::Cow;
use std::mem;

use super::item::Overhang;
use super::overflow::with_lines;
use super::place::Place;
use super::plan::{Few, Piece};
use super::prose::prose;
use super::target::Feature;
use super::{Lowering, diagnostics};
use crate::diagnostic::Finding;
use crate::messenger::{AspectRatio, Element, Template};
use crate::span::Span;
use crate::syntax::ast::{Container, ContainerKind, Item, Ratio};
use crate::template::Arg::{Count, Word};
use crate::template::fill;

/// An item that is sent.
pub(super) struct Card<'a> {
    pub(super) element: Element<'a>,
    pub(super) span: Span,
    overhang: Overhang<'a>,
    /// What is said about it; pointers are relative to the element.
    said: Vec<Finding>,
}

impl<'a> Lowering<'a> {
    /// Lowers a container. Gives the request that buttons below a list would join.
    pub(super) fn container(
        &mut self,
        container: &'a Container<'a>,
        replies: &mut Few<'a>,
    ) -> Option<usize> {
        let place = match container.kind {
            ContainerKind::List { .. } if self.target.has(Feature::List) => Place::ListItem,
            // A list becomes a carousel where there are none.
            ContainerKind::List { .. } | ContainerKind::Carousel { .. } => Place::CarouselItem,
        };
        let (mut cards, broken) = self.cards(container.items, place);
        let lines = self.take_insertion();
        self.push_text(with_lines(Cow::default(), &lines), container.opening);
        let mut overhangs = Vec::new();
        for card in &mut cards {
            replies.append(&mut card.overhang.replies);
            let further = mem::take(&mut card.overhang.further);
            overhangs.push((card.element.title.clone(), further));
        }
        let list = self.push_cards(cards, container);
        for (title, further) in &overhangs {
            self.push_further(further, title);
        }
        for item in broken {
            let source = Piece::Text(item.span.slice(self.source));
            let text = prose(self.context(), &[], &[source]);
            self.push_text(text, item.span);
        }
        list
    }

    /// The items that are sent, and those in error, whose source is sent instead. Where complete
    /// items beyond the limit are dropped, nothing else is said about them.
    fn cards(&mut self, items: &'a [Item<'a>], place: Place) -> (Vec<Card<'a>>, Vec<&'a Item<'a>>) {
        let limit = self.limits.items.max;
        let room = if self.splits() { usize::MAX } else { limit };
        let (mut cards, mut extra, mut broken) = (Vec::new(), Vec::new(), Vec::new());
        let mut complete = 0;
        for item in items {
            let outside = mem::take(&mut self.diagnostics);
            let (reported, additions) = (self.reported, self.additions.len());
            let fields = self.fields();
            let lowered = self.item(item, place);
            let said = mem::replace(&mut self.diagnostics, outside);
            if lowered.is_err() || cards.len() == room {
                // What was said once was said of something that is not sent.
                self.reported = reported;
                self.additions.truncate(additions);
                self.forget(fields);
            }
            match lowered {
                Ok((element, overhang)) => {
                    complete += 1;
                    if complete > limit {
                        extra.push(item);
                    }
                    if cards.len() < room {
                        cards.push(Card {
                            element,
                            span: item.span,
                            overhang,
                            said,
                        });
                    }
                }
                Err(error) => {
                    self.report(error);
                    self.report_controls_in(item.span);
                    broken.push(item);
                }
            }
        }
        for item in extra {
            let source = item.span.slice(self.source);
            let fate = self.fate("into a further carousel");
            self.report(diagnostics::too_many_items(
                item.span, source, place, limit, complete, fate,
            ));
        }
        (cards, broken)
    }

    /// The templates of a container: the first as it asks for, those for further items carousels.
    fn push_cards(&mut self, cards: Vec<Card<'a>>, container: &'a Container<'a>) -> Option<usize> {
        if cards.is_empty() {
            return None;
        }
        let opening = container.opening;
        let limit = self.limits.items.max;
        let mut rest = cards.into_iter();
        let cards: Vec<_> = rest.by_ref().take(limit).collect();
        let (mut list, mut ratio) = (None, None);
        match container.kind {
            ContainerKind::Carousel { ratio: asked } => {
                ratio = self.ratio(asked, opening);
                self.push_carousel(cards, ratio);
            }
            ContainerKind::List { .. } if !self.target.has(Feature::List) => {
                let source = opening.slice(self.source);
                self.report(diagnostics::list_as_carousel(opening, source));
                self.push_carousel(cards, None);
            }
            ContainerKind::List { .. } if cards.len() == 1 => {
                self.report(diagnostics::list_of_one(opening));
                self.push_carousel(cards, None);
            }
            ContainerKind::List { style } => list = Some(self.push_list(cards, style, opening)),
        }
        while rest.len() > 0 {
            list = None;
            let cards = rest.by_ref().take(limit).collect();
            self.push_carousel(cards, ratio);
        }
        list
    }

    /// The shape of the pictures, where the target knows one.
    fn ratio(&mut self, asked: Option<Ratio>, opening: Span) -> Option<AspectRatio> {
        let ratio = asked?;
        if !self.target.has(Feature::Ratio) {
            let source = opening.slice(self.source);
            self.report(diagnostics::ratio_dropped(opening, source));
            return None;
        }
        self.report_retired(Feature::Ratio, opening);
        Some(match ratio {
            Ratio::Horizontal => AspectRatio::Horizontal,
            Ratio::Square => AspectRatio::Square,
        })
    }

    fn push_carousel(&mut self, cards: Vec<Card<'a>>, image_aspect_ratio: Option<AspectRatio>) {
        let elements = self.elements(cards);
        self.push_template_of(Template::Generic {
            image_aspect_ratio,
            elements,
        });
    }

    /// The elements of the next request: what is said about them gets its place there.
    pub(super) fn elements(&mut self, cards: Vec<Card<'a>>) -> Vec<Element<'a>> {
        self.note_items(&cards);
        let elements = self.next_pointer("attachment/payload/elements");
        let mut lowered = Vec::with_capacity(cards.len());
        for (index, mut card) in cards.into_iter().enumerate() {
            for diagnostic in &mut card.said {
                if let Some(pointer) = &mut diagnostic.pointer {
                    *pointer = fill("{}/{}/{}", &[Word(&elements), Count(index), Word(pointer)]);
                }
            }
            self.diagnostics.append(&mut card.said);
            lowered.push(card.element);
        }
        lowered
    }
}
