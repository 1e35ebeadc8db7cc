//! What follows: looked at before what stands there is read.

use super::block::{is_separator, without_comments};
use super::container::{heading_mark, is_container_end};
use super::entry::entry_mark;
use super::parser::Parser;
use crate::strings;

/// What was looked for up to the end of the source, and is not looked for again.
#[derive(Clone, Copy, Default)]
pub(super) struct Ahead {
    /// From where on there is no `-->`.
    pub(super) no_comment_end: Option<usize>,
    /// Where the last `:::` that could close a container stands.
    pub(super) last_container_end: Option<Option<usize>>,
    /// Up to where separators only rule off what is open.
    pub(super) ruled: usize,
}

impl<'s> Parser<'s> {
    /// Whether a separator that ends at `end` only rules off what is open: a heading, an entry of a
    /// list, or the end follows it; comments and further separators may stand between.
    pub(super) fn rules_off(&mut self, end: usize) -> bool {
        if end < self.ahead.ruled {
            return true;
        }
        let in_list = self.list.is_some();
        let mut from = end;
        while let Some(content) = self.next_content(from, in_list) {
            let at = content.as_ptr() as usize - self.source.as_ptr() as usize;
            let line = without_comments(content.trim_end());
            if is_separator(line) {
                from = at;
                continue;
            }
            if let Some(comment) = content.strip_prefix("<!--") {
                let Some(behind) = self.comment_end(at + content.len() - comment.len()) else {
                    return false;
                };
                from = behind;
                // What follows a comment goes on with its line, which begins none.
                if strings::is_white(&self.source[behind..self.line_end(behind)]) {
                    continue;
                }
                return false;
            }
            let goes_on = match in_list {
                true => entry_mark(content).is_some(),
                false => heading_mark(content) > 0,
            };
            let rules = goes_on || is_container_end(line);
            if rules {
                self.ahead.ruled = at;
            }
            return rules;
        }
        false
    }

    /// Whether a container that was opened by a line that ends at `end` would have items: no other
    /// one is open, a heading follows, and a container's end somewhere.
    pub(super) fn items_follow(&mut self, end: usize) -> bool {
        let titled = |content: &str| {
            let mark = heading_mark(content);
            mark > 0 && content[mark..].contains(char::is_alphanumeric)
        };
        self.container_end_follows(end) && self.next_content(end, false).is_some_and(titled)
    }

    /// Whether nothing is open, and a container's end follows somewhere behind `end`.
    pub(super) fn container_end_follows(&mut self, end: usize) -> bool {
        let source = self.source;
        let last = *self.ahead.last_container_end.get_or_insert_with(|| {
            let mut lines = source.rsplit(['\n', '\r']);
            let line = lines.find(|line| is_container_end(line.trim()))?;
            Some(line.as_ptr() as usize - source.as_ptr() as usize)
        });
        !self.is_inside() && last.is_some_and(|last| last > end)
    }

    /// The next line that is not blank after the one that `end` is in, without its indentation;
    /// `None` when it is indented too far to be anything but text, unless it may be `deep`.
    pub(super) fn next_content(&self, end: usize, deep: bool) -> Option<&'s str> {
        // White space may stand behind what ends there, of more than a byte too.
        let mut start = self.line_end(end);
        while start < self.source.len() {
            start = self.after_line_end(start);
            let end = self.line_end(start);
            let line = &self.source[start..end];
            if !strings::is_white(line) {
                if deep {
                    return Some(line.trim_start_matches([' ', '\t']));
                }
                let content = line.trim_start_matches(' ');
                return (line.len() - content.len() <= 3).then_some(content);
            }
            start = end;
        }
        None
    }
}
