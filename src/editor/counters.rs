//! Counters: how much of their limits the fields at the cursor use.

use std::slice;

use crate::lower::button::{given_payload, label_limit};
use crate::lower::trace::{Counter, block_span, trace};
use crate::options::Options;
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::{Action, Block, Button, Directive, EntryContent, EntryListKind, Inline};
use crate::syntax::{self, Arena, Document};

/// The counters of the fields that the cursor stands in, the innermost first: of a label, of the
/// payload, and of the text, title or subtitle around them. What has no limit has none, nor what
/// the target draws itself, or does not know.
///
/// ```
/// let options = tapmark::Options::default();
/// let counters = tapmark::editor::counters("Well? %[Yes](reply:Y)", 9, &options);
/// let counted: Vec<_> = counters.iter().map(|one| (one.limit, one.used, one.max)).collect();
/// assert_eq!(counted, [("reply-title", 3, 20), ("text", 5, 2000)]);
/// ```
#[must_use]
pub fn counters(source: &str, offset: usize, options: &Options) -> Vec<Counter> {
    let arena = Arena::new();
    let document = syntax::parse(source, &arena).document;
    let mut count = Count {
        source,
        offset,
        options,
        found: Vec::new(),
    };
    let mut sections = document.sections.iter();
    let found = sections.find_map(|section| {
        let mut blocks = section.blocks.iter();
        let block = blocks.find(|block| count.is_at(block_span(block)))?;
        Some((section, block))
    });
    let Some((section, block)) = found else {
        return Vec::new();
    };
    count.labels(block);
    let alone = Document {
        sections: slice::from_ref(section),
        ..document
    };
    for field in trace(&alone, options).counters {
        // A picture between two texts belongs to both.
        let counted = count.found.iter().any(|one| one.limit == field.limit);
        if count.is_at(field.span) && !counted {
            count.found.push(field);
        }
    }
    count.found
}

struct Count<'o> {
    source: &'o str,
    offset: usize,
    options: &'o Options,
    found: Vec<Counter>,
}

impl Count<'_> {
    fn is_at(&self, span: Span) -> bool {
        (span.start..=span.end).contains(&self.offset)
    }

    fn add(&mut self, limit: &'static str, text: &str, span: Span) {
        let counter = Counter::of(limit, text, span, self.options.target);
        self.found.extend(counter);
    }

    /// What people tap, and what the bot gets then.
    fn labels(&mut self, block: &Block<'_>) {
        match block {
            Block::Run(run) => self.buttons(run.inlines),
            Block::Container(container) => {
                for item in container.items {
                    self.buttons(item.heading);
                    self.buttons(item.body);
                }
            }
            Block::Entries(list) => {
                let at = |span| self.is_at(span);
                let entry = list.entries.iter().find(|entry| at(entry.span));
                // A question has no limit that is documented.
                let is_menu = matches!(list.kind, EntryListKind::Menu { .. });
                let Some(entry) = entry else {
                    return;
                };
                match entry.content {
                    EntryContent::Button(button) => {
                        self.button(button, is_menu.then_some("menu-title"));
                    }
                    EntryContent::Title(label) if is_menu => {
                        self.add("menu-title", label.value, entry.span);
                    }
                    _ => {}
                }
            }
            Block::Leaf(leaf) => match leaf.directive {
                Directive::Greeting { text, .. } => {
                    self.add("greeting", text.value, leaf.span);
                }
                Directive::Start { payload } => self.add("payload", payload, leaf.span),
                _ => {}
            },
        }
    }

    fn buttons(&mut self, inlines: &[Inline<'_>]) {
        for inline in inlines {
            if let Inline::Button(button) = inline
                && self.is_at(button.span)
            {
                self.button(button, label_limit(&button.action, self.options));
            }
        }
    }

    /// `title` is the limit of its label.
    fn button(&mut self, button: &Button<'_>, title: Option<&'static str>) {
        let label = button.label;
        if self.is_at(label.span) {
            if let Some(title) = title {
                self.add(title, label.value, label.span);
            }
        } else if let Some(payload) = given_payload(&button.action, self.options) {
            let mut span = Span::new(label.span.end, button.span.end);
            if let Action::Buy { .. } = button.action {
                // The price is no part of it.
                span.start += strings::find(span.slice(self.source), "{").unwrap_or_default();
            }
            if self.is_at(span) {
                self.add("payload", payload, span);
            }
        }
    }
}
