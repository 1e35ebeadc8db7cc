//! Containers: `:::name{attributes}`, items under headings, `:::`.

use super::ast::{Block, Container, ContainerKind, Inline, Item, MediaKind};
use super::diagnostics;
use super::label::is_blank;
use super::parser::Parser;
use crate::diagnostic::Code;
use crate::span::Span;
use crate::strings;

/// A container whose end was not yet read.
pub(super) struct Open<'s> {
    kind: ContainerKind,
    opening: Span,
    items: Vec<Item<'s>>,
    /// The heading of the item being read, and where its mark stands.
    heading: Option<(&'s [Inline<'s>], usize)>,
    /// Whether something stood before the first heading.
    introduced: bool,
}

impl Open<'_> {
    /// Whether there was a heading.
    pub(super) const fn has_item(&self) -> bool {
        self.heading.is_some() || !self.items.is_empty()
    }
}

impl<'s> Parser<'s> {
    /// `container = opening *item closing`, from its opening.
    pub(super) fn open_container(&mut self, kind: ContainerKind, opening: Span) {
        self.end_open(opening.start);
        self.end_run();
        self.container = Some(Open {
            kind,
            opening,
            items: Vec::new(),
            heading: None,
            introduced: false,
        });
    }

    /// Whether something stands in a container or a list of entries.
    pub(super) const fn is_inside(&self) -> bool {
        self.container.is_some() || self.list.is_some()
    }

    /// Ends the container that is open, if there is one; `closed` when its `:::` was read.
    pub(super) fn end_container(&mut self, end: usize, closed: bool) {
        self.end_item(end);
        let Some(open) = self.container.take() else {
            return;
        };
        if !closed {
            let body = open.items.last().map_or(&[][..], |item| item.body);
            let edit = match body.iter().find_map(reply) {
                // Inside a fence that is not closed either, a `:::` would be text.
                _ if self.fenced => None,
                // Replies belong below the container.
                Some(reply) => trailing_buttons(body)
                    .filter(|&start| start <= reply)
                    .filter(|&start| body.iter().any(|inline| completes(inline, start)))
                    .map(|start| (start, ":::\n\n")),
                None => Some((self.source[..end].trim_end().len(), "\n:::")),
            };
            self.diagnostics
                .push(diagnostics::unclosed_container(open.opening, edit));
        }
        if open.items.is_empty() && !open.introduced {
            self.diagnostics
                .push(diagnostics::empty_container(open.opening));
        }
        self.blocks.push(Block::Container(Container {
            kind: open.kind,
            items: self.arena.slice(&open.items),
            opening: open.opening,
        }));
    }

    /// `item = heading *line`, from its heading, whose text is at `text`. Returns where the next
    /// line begins.
    pub(super) fn item(&mut self, start: usize, text: usize) -> usize {
        self.end_item(start);
        let next = self.inline_line(text);
        if let Some(Inline::LineEnd { .. }) = self.inlines.last() {
            self.inlines.pop();
        }
        let heading = self.take_inlines();
        if let Some(open) = &mut self.container {
            open.heading = Some((heading, start));
        }
        next
    }

    /// `#Title` in an item, where a heading would need a space: text, and nearly a heading.
    pub(super) fn note_hashes(&mut self, line: Span) {
        let in_item = self
            .container
            .as_ref()
            .is_some_and(|open| open.heading.is_some());
        let hashes = hashes_of_title(line.slice(self.source));
        // Before the first heading it is content that belongs to no item, and reported as that.
        if !in_item || hashes == 0 {
            return;
        }
        let text = line.slice(self.source)[hashes..].trim_end();
        // A word alone is a hashtag.
        let titled = text.starts_with('[') || text.contains(char::is_whitespace);
        if !titled {
            return;
        }
        // The items above and below must have more than their titles.
        let is_more = |inline| completes(inline, line.start);
        let fixable = self.inlines.iter().any(is_more)
            && self.next_content(line.end, false).is_some_and(|next| {
                !next.starts_with(['#', '-', ':']) && next.contains(char::is_alphanumeric)
            });
        self.diagnostics
            .push(diagnostics::heading_without_space(line, hashes, fixable));
    }

    /// What was read since the last heading belongs to its item; before the first heading it
    /// belongs to none, and is a run before the container.
    pub(super) fn end_item(&mut self, end: usize) {
        let Some(open) = &mut self.container else {
            return;
        };
        if let Some((heading, start)) = open.heading.take() {
            let body = self.arena.slice(&self.inlines);
            self.inlines.clear();
            let length = self.source[start..end].trim_end().len();
            let span = Span::new(start, start + length);
            open.items.push(Item {
                heading,
                body,
                span,
            });
        } else {
            self.end_introduction();
        }
    }

    /// What stands before the first heading.
    fn end_introduction(&mut self) {
        let Some(first) = self.inlines.iter().find_map(content) else {
            let inlines = self.take_inlines();
            return self.mark_comments(inlines);
        };
        let line = Span::new(first, self.line_end(first));
        let text = line.slice(self.source);
        if let Some(open) = &mut self.container {
            open.introduced = true;
        }
        // A directive in error is said to be one already.
        let reported = self
            .diagnostics
            .last()
            .is_some_and(|last| last.code == Code::LeafInContainer && last.span.start == first);
        if !reported {
            let before = &self.source[..first];
            let margin = before.trim_end_matches(' ');
            let begins = margin.ends_with(['\n', '\r']) && before.len() - margin.len() <= 3;
            // `#Margherita` lacks its space, where a heading can stand.
            let hashes = Some(hashes_of_title(text)).filter(|&hashes| begins && hashes > 0);
            self.diagnostics
                .push(diagnostics::content_before_heading(line, hashes));
        }
        self.end_run();
    }
}

/// Where a reply or a request begins.
fn reply(inline: &Inline<'_>) -> Option<usize> {
    match inline {
        Inline::Button(button) if button.action.is_reply() => Some(button.span.start),
        _ => None,
    }
}

/// Whether an inline before `end` is what an item must have beside its title.
fn completes(inline: &Inline<'_>, end: usize) -> bool {
    let counts = match inline {
        Inline::Button(button) => !button.action.is_reply() && !button.action.is_default(),
        Inline::Media(media) => media.kind == MediaKind::Image,
        _ => true,
    };
    counts && content(inline).is_some_and(|start| start < end)
}

/// Where the last paragraphs begin when they hold nothing but buttons.
fn trailing_buttons(body: &[Inline<'_>]) -> Option<usize> {
    let is_end = |inline: &Inline<'_>| matches!(inline, Inline::LineEnd { .. });
    let lines: Vec<_> = body.split(is_end).collect();
    let mut start = None;
    for (index, line) in lines.iter().enumerate().rev() {
        let mut contents = line.iter().filter(|inline| content(inline).is_some());
        let is_button = |inline: &Inline<'_>| matches!(inline, Inline::Button(_));
        let Some(first) = line.iter().find_map(content) else {
            continue;
        };
        if !contents.all(is_button) {
            break;
        }
        let above = index.checked_sub(1).map(|above| lines[above]);
        if above.is_some_and(|line| line.iter().all(|inline| content(inline).is_none())) {
            start = Some(first);
        }
    }
    start
}

/// The length of the mark that begins a heading: one to six `#`, then white space or nothing.
pub(crate) fn heading_mark(line: &str) -> usize {
    let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
    let ends = matches!(line.as_bytes().get(hashes), None | Some(b' ' | b'\t'));
    if (1..=6).contains(&hashes) && ends {
        hashes
    } else {
        0
    }
}

/// How many `#` a title has that lacks its space; none when the line is not like one.
fn hashes_of_title(line: &str) -> usize {
    let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
    let text = &line[hashes..];
    let titled = text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '*' | '['));
    // Several are hashtags.
    if (1..=6).contains(&hashes) && titled && strings::find(text, " #").is_none() {
        hashes
    } else {
        0
    }
}

/// `closing = 3*":"`
pub(super) fn is_container_end(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|byte| byte == b':')
}

/// Where an inline that shows something begins.
pub(super) fn content(inline: &Inline<'_>) -> Option<usize> {
    match inline {
        Inline::Text(part) | Inline::Code(part) | Inline::Fence(part) => {
            let blank = part.value.len() - part.value.trim_start().len();
            (!is_blank(part.value)).then_some(part.span.start + blank)
        }
        Inline::Button(button) => Some(button.span.start),
        Inline::Media(media) => Some(media.span.start),
        Inline::Comment { .. } | Inline::LineEnd { .. } => None,
    }
}
