//! Entries while they are read: which stand below which, and the menus that are open.

use crate::messenger::MenuItem;
use crate::span::Span;
use crate::syntax::ast::{Entry, Label};
use crate::template::Arg::Count;
use crate::template::fill;

/// A menu or submenu whose entries are being read.
pub(super) struct Level<'a> {
    /// The entry that opens it, and its title; none for the menu itself.
    pub(super) owner: Option<(&'a Entry<'a>, &'a Label<'a>)>,
    /// The index after its last entry.
    pub(super) end: usize,
    pub(super) items: Vec<MenuItem<'a>>,
    /// The places of those for which there is no room.
    pub(super) extra: Vec<Span>,
}

impl<'a> Level<'a> {
    pub(super) const fn new(owner: Option<(&'a Entry<'a>, &'a Label<'a>)>, end: usize) -> Self {
        Self {
            owner,
            end,
            items: Vec::new(),
            extra: Vec::new(),
        }
    }
}

/// A menu that is being read.
pub(super) struct Reading<'a> {
    entries: &'a [Entry<'a>],
    /// The index after the last entry below each one.
    pub(super) ends: Vec<usize>,
    /// The menu, and the submenus that are open; never more than the target has levels.
    pub(super) levels: Vec<Level<'a>>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(entries: &'a [Entry<'a>]) -> Self {
        Self {
            entries,
            ends: ends(entries),
            levels: vec![Level::new(None, entries.len())],
        }
    }

    /// Where the entries below one stand, if there are any.
    pub(super) fn below(&self, index: usize) -> Option<Span> {
        let below = &self.entries[index + 1..self.ends[index]];
        let (first, last) = (below.first()?, below.last()?);
        Some(Span::new(first.span.start, last.span.end))
    }

    /// An entry with all that stands below it.
    pub(super) fn whole(&self, index: usize) -> Span {
        let own = self.entries[index].span;
        Span::new(
            own.start,
            self.below(index).map_or(own.end, |below| below.end),
        )
    }

    /// The JSON Pointer of the title of the next entry, relative to the menu.
    pub(super) fn pointer(&self) -> String {
        let levels = self.levels.iter();
        let path: String = levels
            .map(|level| fill("call_to_actions/{}/", &[Count(level.items.len())]))
            .collect();
        path + "title"
    }
}

/// The index after the last entry below each one.
pub(super) fn ends(entries: &[Entry<'_>]) -> Vec<usize> {
    let mut ends = vec![entries.len(); entries.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        while let Some(above) = open.pop_if(|above| entries[*above].depth >= entry.depth) {
            ends[above] = index;
        }
        open.push(index);
    }
    ends
}
