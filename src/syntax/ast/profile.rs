//! The parts of a source that say what a page shows before anyone writes: menu and ice breakers.

use serde::Serialize;

use super::{Button, Label};
use crate::span::Span;

/// Entries between `:::name` and `:::`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct EntryList<'s> {
    /// What it is.
    pub kind: EntryListKind,
    /// Whom it is for: `default`, or a locale such as `en_US`.
    pub locale: &'s str,
    /// The entries, in the order of the source: a list in a list is told by the depth.
    pub entries: &'s [Entry<'s>],
    /// The line that opens it, without its end.
    pub opening: Span,
    /// From the opening to the closing, or to the last line when there is no closing.
    pub span: Span,
}

/// What a list of entries is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "name", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum EntryListKind {
    /// `:::menu{locale= input=}`: the menu beside the composer.
    Menu {
        /// Whether people can write, too.
        input: bool,
    },
    /// `:::ice-breakers{locale=}`: questions to begin with.
    IceBreakers,
}

impl EntryListKind {
    /// What the entries of a menu are, for whoever wrote another one.
    pub(crate) const MENU_TAKES: &str = "a menu takes links, webviews and postbacks";
    /// What those of ice breakers are.
    pub(crate) const ICE_BREAKERS_TAKE: &str = "ice breakers are postbacks";
}

/// An entry: what stands behind a list marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Entry<'s> {
    /// How many entries it stands below.
    pub depth: usize,
    /// What it is.
    pub content: EntryContent<'s>,
    /// From its marker to the last character that is no white space.
    pub span: Span,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntryContent<'s> {
    /// A button, with or without a sigil.
    Button(&'s Button<'s>),
    /// Words without a target: the title of the entries below it.
    Title(Label<'s>),
    /// What is in error, and reported.
    Error,
}
