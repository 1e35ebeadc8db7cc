//! Where requests come from: what an editor asks, and no compilation pays for.

use serde::Serialize;

use super::container::Card;
use super::{Lowering, run};
use crate::compilation::Compilation;
use crate::options::Options;
use crate::span::Span;
use crate::syntax::Document;
use crate::syntax::ast::Block;

/// Where a request comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Origin {
    /// The paragraphs, the directive or the container that it was made of. Several requests can be
    /// made of one.
    pub span: Span,
    /// The items that its elements were made of, in their order; empty unless it shows items of a
    /// container.
    pub items: Vec<Span>,
}

/// Lowers a tree, and says where each request comes from.
pub(crate) fn lower_with_origins<'a>(
    document: &Document<'a>,
    options: &'a Options,
) -> (Compilation<'a>, Vec<Origin>) {
    let mut lowering = Lowering::new(document, options, options.overflow);
    lowering.origins = Some(Vec::new());
    let compilation = lowering.document(document);
    (compilation, lowering.origins.unwrap_or_default())
}

/// The place of a block.
pub(crate) fn block_span(block: &Block<'_>) -> Span {
    match block {
        Block::Run(run) => run::span(run.inlines),
        Block::Leaf(leaf) => leaf.span,
        Block::Entries(list) => list.span,
        Block::Container(container) => {
            let last = container
                .items
                .last()
                .map_or(container.opening, |item| item.span);
            Span::new(container.opening.start, last.end)
        }
    }
}

impl Lowering<'_> {
    /// Forgets the origins of requests that are made anew.
    pub(super) fn forget_origins(&mut self) {
        if let Some(origins) = &mut self.origins {
            origins.truncate(self.requests.len());
        }
    }

    /// Notes that a block gave the requests from `first` on.
    pub(super) fn note_origin(&mut self, first: usize, block: &Block<'_>) {
        if let Some(origins) = &mut self.origins {
            origins.resize_with(self.requests.len(), Origin::default);
            for origin in &mut origins[first..] {
                origin.span = block_span(block);
            }
        }
    }

    /// Notes that a request which replies stand on was put in.
    pub(super) fn note_insertion(&mut self, at: usize, span: Span) {
        if let Some(origins) = &mut self.origins {
            let items = Vec::new();
            origins.insert(at, Origin { span, items });
        }
    }

    /// Notes the items that the next request shows.
    pub(super) fn note_items(&mut self, cards: &[Card<'_>]) {
        if let Some(origins) = &mut self.origins {
            origins.resize_with(self.requests.len() + 1, Origin::default);
            if let Some(origin) = origins.last_mut() {
                origin.items = cards.iter().map(|card| card.span).collect();
            }
        }
    }
}
