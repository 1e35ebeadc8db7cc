//! Containers: which of their items are sent, and in which template.

use super::plan::{Piece, Place};
use super::prose::prose;
use super::target::Feature;
use super::{Lowering, diagnostics};
use crate::diagnostic::Diagnostic;
use crate::messenger::{AspectRatio, Element, Template};
use crate::span::Span;
use crate::syntax::ast::{Container, ContainerKind, Item, Ratio};

/// An item that is sent.
pub(super) struct Card<'a> {
    pub(super) element: Element<'a>,
    /// What is said about it; pointers are relative to the element.
    said: Vec<Diagnostic>,
}

impl<'a> Lowering<'a> {
    /// Lowers a container. Gives the request that buttons below a list would join.
    pub(super) fn container(&mut self, container: &'a Container<'a>) -> Option<usize> {
        let place = match container.kind {
            ContainerKind::Carousel { .. } => Place::CarouselItem,
            ContainerKind::List { .. } => Place::ListItem,
        };
        let (cards, broken) = self.cards(&container.items, place);
        let opening = container.opening;
        let mut list = None;
        match container.kind {
            _ if cards.is_empty() => {}
            ContainerKind::List { .. } if !self.target.has(Feature::List) => {
                let source = opening.slice(self.source);
                self.report(diagnostics::list_as_carousel(opening, source));
                self.push_carousel(cards, None, opening);
            }
            ContainerKind::Carousel { ratio } => self.push_carousel(cards, ratio, opening),
            ContainerKind::List { .. } if cards.len() == 1 => {
                self.report(diagnostics::list_of_one(opening));
                self.push_carousel(cards, None, opening);
            }
            ContainerKind::List { style } => list = Some(self.push_list(cards, style, opening)),
        }
        for item in broken {
            let source = Piece::Text(item.span.slice(self.source));
            let text = prose(self.context(), &[], &[source]);
            self.push_text(text, item.span);
        }
        list
    }

    /// The items that are sent, and those in error, whose source is sent instead. Complete items
    /// beyond the limit are dropped, and nothing else is said about them.
    fn cards(&mut self, items: &'a [Item<'a>], place: Place) -> (Vec<Card<'a>>, Vec<&'a Item<'a>>) {
        let limit = self.limits.items.max;
        let (mut cards, mut extra, mut broken) = (Vec::new(), Vec::new(), Vec::new());
        for item in items {
            let outside = std::mem::take(&mut self.diagnostics);
            let reported = self.reported;
            let lowered = self.item(item, place);
            let said = std::mem::replace(&mut self.diagnostics, outside);
            if lowered.is_err() || cards.len() == limit {
                // What was said once was said of something that is not sent.
                self.reported = reported;
            }
            match lowered {
                Ok(element) if cards.len() < limit => cards.push(Card { element, said }),
                Ok(_) => extra.push(item),
                Err(error) => {
                    self.report(*error);
                    self.report_controls_in(item.span);
                    broken.push(item);
                }
            }
        }
        let count = cards.len() + extra.len();
        for item in extra {
            let source = item.span.slice(self.source);
            self.report(diagnostics::too_many_items(
                item.span, source, place, limit, count,
            ));
        }
        (cards, broken)
    }

    fn push_carousel(&mut self, cards: Vec<Card<'a>>, ratio: Option<Ratio>, opening: Span) {
        let has_ratio = self.target.has(Feature::Ratio);
        if ratio.is_some() && has_ratio {
            self.report_retired(Feature::Ratio, opening);
        } else if ratio.is_some() {
            let source = opening.slice(self.source);
            self.report(diagnostics::ratio_dropped(opening, source));
        }
        let ratio = ratio.filter(|_| has_ratio);
        let elements = self.elements(cards);
        self.push_template_of(Template::Generic {
            image_aspect_ratio: ratio.map(|ratio| match ratio {
                Ratio::Horizontal => AspectRatio::Horizontal,
                Ratio::Square => AspectRatio::Square,
            }),
            elements,
        });
    }

    /// The elements of the next request: what is said about them gets its place there.
    pub(super) fn elements(&mut self, cards: Vec<Card<'a>>) -> Vec<Element<'a>> {
        let elements = self.next_pointer("attachment/payload/elements");
        let mut lowered = Vec::with_capacity(cards.len());
        for (index, mut card) in cards.into_iter().enumerate() {
            for diagnostic in &mut card.said {
                if let Some(pointer) = &mut diagnostic.pointer {
                    *pointer = format!("{elements}/{index}/{pointer}");
                }
            }
            self.diagnostics.append(&mut card.said);
            lowered.push(card.element);
        }
        lowered
    }
}
