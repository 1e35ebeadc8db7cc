//! What a lowering does where: what an editor asks, and no compilation pays for.

use serde::Serialize;

use super::container::Card;
use super::controls::Controls;
use super::target::Target;
use super::text::utf16_len;
use super::{Lowering, run};
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

/// How much of a limit a field uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Counter {
    /// The name of the limit, as the limits of a target are listed: `button-title`, `text`.
    pub limit: &'static str,
    /// What the field uses, in UTF-16 code units: as it is sent, had nothing been cut or divided.
    pub used: usize,
    /// The most that the target takes, in UTF-16 code units.
    pub max: usize,
    /// The place of the field in the source.
    pub span: Span,
}

impl Counter {
    /// What a text uses of the limit of that name; `None` when the target has no such limit.
    pub(crate) fn of(limit: &'static str, text: &str, span: Span, target: &Target) -> Option<Self> {
        let row = target.limits.rows().find(|row| row.name == limit)?;
        Some(Self {
            limit,
            used: utf16_len(text),
            max: row.max,
            span,
        })
    }
}

/// What is noted of a lowering.
#[derive(Default)]
pub(crate) struct Trace {
    /// One for each request.
    pub(crate) origins: Vec<Origin>,
    /// Of each text, title and subtitle that is sent and stands in the source.
    pub(crate) counters: Vec<Counter>,
}

/// Lowers a tree, and notes what it does.
pub(crate) fn trace(document: &Document<'_>, options: &Options) -> Trace {
    let source = document.source;
    let mut lowering = Lowering::new(source, Controls::of(source), options, options.overflow);
    lowering.trace = Some(Trace::default());
    for section in document.sections {
        lowering.section(section);
    }
    lowering.trace.unwrap_or_default()
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
    /// Notes that a block gave the requests from `first` on.
    pub(super) fn note_origin(&mut self, first: usize, block: &Block<'_>) {
        if let Some(trace) = &mut self.trace {
            let origins = &mut trace.origins;
            origins.resize_with(self.requests.len(), Origin::default);
            for origin in &mut origins[first..] {
                origin.span = block_span(block);
            }
        }
    }

    /// Notes that the replies of these blocks got a request of their own.
    pub(super) fn note_insertion(&mut self, at: usize, blocks: &[Block<'_>]) {
        if let Some(trace) = &mut self.trace
            && let [first, ..] = blocks
            && let [.., last] = blocks
        {
            let span = Span::new(block_span(first).start, block_span(last).end);
            let items = Vec::new();
            trace.origins.insert(at, Origin { span, items });
        }
    }

    /// Notes the items that the next request shows.
    pub(super) fn note_items(&mut self, cards: &[Card<'_>]) {
        if let Some(trace) = &mut self.trace {
            let items = cards.iter().map(|card| card.span).collect();
            let span = Span::default();
            trace
                .origins
                .resize_with(self.requests.len(), Origin::default);
            trace.origins.push(Origin { span, items });
        }
    }

    /// Notes that a text of the source goes into a field with that limit, whole or as much as fits.
    pub(super) fn note_field(&mut self, limit: &'static str, text: &str, span: Span) {
        if let Some(trace) = &mut self.trace
            && !text.is_empty()
        {
            let counter = Counter::of(limit, text, span, self.target);
            trace.counters.extend(counter);
        }
    }

    /// How many fields there are.
    pub(super) fn fields(&self) -> usize {
        self.trace.as_ref().map_or(0, |trace| trace.counters.len())
    }

    /// Forgets requests that are there no more, and the fields from `first` on.
    pub(super) fn forget(&mut self, first: usize) {
        if let Some(trace) = &mut self.trace {
            trace.counters.truncate(first);
            trace.origins.truncate(self.requests.len());
        }
    }
}
