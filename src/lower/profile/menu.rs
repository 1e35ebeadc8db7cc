//! A menu: its entries, its submenus, as deep as the target goes.

use std::borrow::Cow;

use super::super::button::web_url;
use super::super::target::Feature;
use super::super::text::{fits, utf16_len};
use super::super::{self as lower, Lowering};
use super::diagnostics;
use super::parts::Part;
use super::reading::{Level, Reading};
use crate::diagnostic::Finding;
use crate::messenger::{Menu, MenuItem};
use crate::span::Span;
use crate::syntax::ast::{Action, Button, Entry, EntryContent, EntryList, Label};

impl<'a> Lowering<'a> {
    /// `None` when no entry can be sent.
    pub(super) fn menu(&mut self, list: &'a EntryList<'a>, input: bool) -> Option<Menu<'a>> {
        let call_to_actions = self.menu_items(list.entries);
        if call_to_actions.is_empty() {
            return None;
        }
        Some(Menu {
            locale: Cow::Borrowed(list.locale),
            composer_input_disabled: !input,
            call_to_actions,
        })
    }

    fn menu_items(&mut self, entries: &'a [Entry<'a>]) -> Vec<MenuItem<'a>> {
        let mut reading = Reading::new(entries);
        let mut nested: Option<Span> = None;
        let mut index = 0;
        loop {
            while let Some(level) = reading.levels.pop_if(|level| level.end <= index) {
                match level.owner {
                    None => {
                        if let Some(place) = nested {
                            self.report_retired(Feature::NestedMenu, place);
                        }
                        return self.close(level, self.limits.menu_items.max);
                    }
                    Some((entry, title)) => {
                        let sent = self.submenu(&mut reading, level, entry, title);
                        if sent {
                            // The inner ones are read to their end first.
                            nested = Some(nested.map_or(entry.span, |found| found.min(entry.span)));
                        }
                    }
                }
            }
            let entry = &entries[index];
            let below = reading.below(index);
            index = match (&entry.content, below) {
                (EntryContent::Title(title), Some(_)) => {
                    self.open_submenu(&mut reading, index, entry, title)
                }
                (_, below) => {
                    self.menu_entry(&mut reading, entry);
                    if let Some(below) = below {
                        let source = self.slice(below);
                        self.report(diagnostics::nested_entries(below, source, Part::Menu));
                    }
                    reading.ends[index]
                }
            };
        }
    }

    /// Opens a submenu, or flattens it where the target goes no deeper. Gives the entry to read
    /// next.
    fn open_submenu(
        &mut self,
        reading: &mut Reading<'a>,
        index: usize,
        entry: &'a Entry<'a>,
        title: &'a Label<'a>,
    ) -> usize {
        let deepest = self.limits.menu_levels.max;
        if reading.levels.len() >= deepest {
            let source = self.slice(entry.span);
            let warning = diagnostics::submenu_flattened(
                entry.span,
                source,
                title.value,
                self.target,
                deepest,
                entry.depth + 2,
                self.fate(""),
            );
            self.report(warning);
            return index + 1;
        }
        let room = self.room(reading.levels.len());
        let whole = reading.whole(index);
        let end = reading.ends[index];
        match reading.levels.last_mut() {
            Some(level) if level.items.len() >= room => {
                level.extra.push(whole);
                end
            }
            _ => {
                self.report_controls_in(entry.span);
                reading.levels.push(Level::new(Some((entry, title)), end));
                index + 1
            }
        }
    }

    /// Puts a submenu into the menu around it; false when there is nothing in it.
    fn submenu(
        &mut self,
        reading: &mut Reading<'a>,
        level: Level<'a>,
        entry: &'a Entry<'a>,
        title: &'a Label<'a>,
    ) -> bool {
        let call_to_actions = self.close(level, self.limits.submenu_items.max);
        if call_to_actions.is_empty() {
            let source = self.slice(entry.span);
            self.report(diagnostics::empty_submenu(
                entry.span,
                source,
                title.value,
                true,
            ));
            return false;
        }
        let title = self.menu_title(title, reading);
        if let Some(around) = reading.levels.last_mut() {
            around.items.push(MenuItem::Nested {
                title,
                call_to_actions,
            });
        }
        true
    }

    /// The entries of a menu that are sent; for the others there is no room.
    fn close(&mut self, level: Level<'a>, room: usize) -> Vec<MenuItem<'a>> {
        let part = match level.owner {
            None => "a menu",
            Some(_) => "a submenu",
        };
        self.report_extra(level.items.len(), room, level.extra, part);
        level.items
    }

    pub(super) fn report_extra(&mut self, kept: usize, room: usize, extra: Vec<Span>, part: &str) {
        let count = kept + extra.len();
        for span in extra {
            let source = self.slice(span);
            self.report(diagnostics::too_many_entries(
                span,
                source,
                part,
                room,
                count,
                self.fate(""),
            ));
        }
    }

    const fn room(&self, levels: usize) -> usize {
        match levels {
            1 => self.limits.menu_items.max,
            _ => self.limits.submenu_items.max,
        }
    }

    /// An entry that opens no submenu.
    fn menu_entry(&mut self, reading: &mut Reading<'a>, entry: &'a Entry<'a>) {
        let button = match &entry.content {
            EntryContent::Button(button) => button,
            EntryContent::Title(title) => {
                let source = self.slice(entry.span);
                self.report(diagnostics::empty_submenu(
                    entry.span,
                    source,
                    title.value,
                    false,
                ));
                return;
            }
            EntryContent::Error => return,
        };
        if let Some(error) = self.refused_in_menu(entry, button) {
            self.report(error);
            return;
        }
        let room = self.room(reading.levels.len());
        if let Some(level) = reading.levels.last_mut()
            && level.items.len() >= room
        {
            level.extra.push(entry.span);
            return;
        }
        self.report_controls_in(entry.span);
        let title = self.menu_title(&button.label, reading);
        let item = match &button.action {
            Action::Postback { payload } => Some(MenuItem::Postback {
                title,
                payload: self.clean(payload),
            }),
            action => web_url(title, action).map(MenuItem::WebUrl),
        };
        if let Some(level) = reading.levels.last_mut() {
            level.items.extend(item);
        }
    }

    fn menu_title(&mut self, label: &'a Label<'a>, reading: &Reading<'a>) -> Cow<'a, str> {
        let limit = self.limits.menu_title.max;
        let (title, cut) = self.cut(self.clean(label.value), limit, &|cut| {
            lower::diagnostics::label_too_long(label.span, cut)
        });
        self.point(cut, || reading.pointer());
        title
    }

    /// Why a button cannot stand in a menu.
    fn refused_in_menu(&self, entry: &Entry<'_>, button: &Button<'_>) -> Option<Finding> {
        let source = self.slice(entry.span);
        match &button.action {
            Action::Postback { payload } => self.refused_payload(entry.span, payload),
            Action::Link(link) | Action::Webview { link, .. } => link
                .default
                .then(|| diagnostics::default_in_menu(entry.span, source)),
            _ => Some(diagnostics::misplaced_button(
                entry.span,
                source,
                button,
                Part::Menu,
            )),
        }
    }

    /// Why the payload of an entry cannot be sent.
    pub(super) fn refused_payload(&self, span: Span, payload: &str) -> Option<Finding> {
        let limit = self.limits.payload.max;
        (!fits(payload, limit)).then(|| {
            diagnostics::payload_too_long(span, self.slice(span), limit, utf16_len(payload))
        })
    }
}
