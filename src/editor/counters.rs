//! Counters: how much of their limits the fields at the cursor use.

use serde::Serialize;

use crate::compilation::Compilation;
use crate::diagnostic::Code;
use crate::lower::origins::{Origin, block_span, lower_with_origins};
use crate::lower::text::utf16_len;
use crate::messenger::{Attachment, Content, Element, Request, Template};
use crate::options::Options;
use crate::span::Span;
use crate::syntax::ast::{Action, Block, Button, Directive, EntryContent, EntryListKind, Inline};
use crate::syntax::{self, Arena};

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

/// The counters of the fields that the cursor stands in, the innermost first: of a label, of the
/// payload, and of the text, title or subtitle around them. What has no limit, and what the target
/// does not send, has none.
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
    let mut blocks = document.sections.iter().flat_map(|section| section.blocks);
    let mut count = Count {
        offset,
        options,
        found: Vec::new(),
    };
    let Some(block) = blocks.find(|block| count.is_at(block_span(block))) else {
        return count.found;
    };
    count.labels(block);
    if block.profile_span().is_none() {
        let (compilation, origins) = lower_with_origins(&document, options);
        count.message(block, &compilation, &origins);
    }
    count.found
}

struct Count<'o> {
    offset: usize,
    options: &'o Options,
    found: Vec<Counter>,
}

impl Count<'_> {
    fn is_at(&self, span: Span) -> bool {
        (span.start..=span.end).contains(&self.offset)
    }

    fn add(&mut self, limit: &'static str, used: usize, span: Span) {
        let mut rows = self.options.target.limits.rows();
        if let Some(row) = rows.find(|row| row.name == limit) {
            let max = row.max;
            self.found.push(Counter {
                limit,
                used,
                max,
                span,
            });
        }
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
                        self.add("menu-title", utf16_len(label.value), entry.span);
                    }
                    _ => {}
                }
            }
            Block::Leaf(leaf) => match leaf.directive {
                Directive::Greeting { text, .. } => {
                    self.add("greeting", utf16_len(text.value), leaf.span);
                }
                Directive::Start { payload } => self.add("payload", utf16_len(payload), leaf.span),
                _ => {}
            },
        }
    }

    fn buttons(&mut self, inlines: &[Inline<'_>]) {
        for inline in inlines {
            if let Inline::Button(button) = inline
                && self.is_at(button.span)
            {
                self.button(button, Some("button-title"));
            }
        }
    }

    fn button(&mut self, button: &Button<'_>, title: Option<&'static str>) {
        let label = button.label;
        if self.is_at(label.span) {
            let title = match button.action {
                // The platform draws these labels itself, or nobody sees them.
                Action::LocationRequest | Action::Phone | Action::Email | Action::Share => return,
                Action::Link(link) | Action::Webview { link, .. } if link.default => return,
                Action::Reply { .. } => Some("reply-title"),
                _ => title,
            };
            if let Some(title) = title {
                self.add(title, utf16_len(label.value), label.span);
            }
        } else if let Action::Reply { payload, .. } | Action::Postback { payload } = button.action
            && self.offset > label.span.end
            && self.is_at(button.span)
        {
            let target = Span::new(label.span.end, button.span.end);
            self.add("payload", utf16_len(payload), target);
        }
    }

    /// The text of a message, or the title and the subtitle of a card.
    fn message(&mut self, block: &Block<'_>, compilation: &Compilation<'_>, origins: &[Origin]) {
        let place = block_span(block);
        let in_container = matches!(block, Block::Container(_));
        let own = |(_, origin): &(&Request<'_>, &Origin)| origin.span == place;
        for (request, origin) in compilation.requests.iter().zip(origins).filter(own) {
            let Request::Message(request) = request else {
                continue;
            };
            let (limit, text) = match &request.message.content {
                // What could not be made a card: not a field that the container has.
                Content::Text(_) if in_container => continue,
                Content::Text(text) => ("text", text),
                Content::Attachment(Attachment::Template(template)) => match template {
                    Template::Button { text, .. } => ("template-text", text),
                    Template::Generic { elements, .. } | Template::List { elements, .. } => {
                        self.elements(elements, origin, compilation);
                        continue;
                    }
                },
                Content::Attachment(_) => continue,
            };
            // Of a text that was divided, the first part stands for the whole.
            let used = too_long(compilation, Code::TextTooLong, place);
            let counted = |one: &Counter| matches!(one.limit, "text" | "template-text");
            if used.is_some() && self.found.iter().any(counted) {
                continue;
            }
            self.add(limit, used.unwrap_or_else(|| utf16_len(text)), place);
        }
    }

    fn elements(
        &mut self,
        elements: &[Element<'_>],
        origin: &Origin,
        compilation: &Compilation<'_>,
    ) {
        let only = [origin.span];
        let places = if origin.items.is_empty() {
            &only[..]
        } else {
            &origin.items
        };
        for (element, &place) in elements.iter().zip(places) {
            if !self.is_at(place) {
                continue;
            }
            let title = too_long(compilation, Code::TitleTooLong, place);
            let title = title.unwrap_or_else(|| utf16_len(&element.title));
            self.add("element-title", title, place);
            if let Some(subtitle) = &element.subtitle {
                let used = too_long(compilation, Code::SubtitleTooLong, place);
                let used = used.unwrap_or_else(|| utf16_len(subtitle));
                self.add("element-subtitle", used, place);
            }
        }
    }
}

/// How long a text was that did not fit.
fn too_long(compilation: &Compilation<'_>, code: Code, place: Span) -> Option<usize> {
    let inside = |span: Span| place.start <= span.start && span.end <= place.end;
    let mut diagnostics = compilation.diagnostics.iter();
    let found = diagnostics.find(|one| one.code == code && inside(one.span.span()))?;
    Some(found.limit.as_ref()?.actual)
}
