//! The tree: what the author wrote, with its places. It borrows the source.

mod inline;
mod profile;

use serde::Serialize;

pub use self::inline::{
    Action, Amount, Button, Height, Inline, Label, Link, Media, MediaKind, Sigil, Verbatim,
};
pub use self::profile::{Entry, EntryContent, EntryList, EntryListKind};

use crate::span::Span;

/// A whole source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Document<'s> {
    /// The source that every span points into.
    #[serde(skip)]
    pub source: &'s str,
    /// The sections between the separators; there is always one.
    pub sections: &'s [Section<'s>],
    /// What stands between the parts of the tree, in the order of the source.
    #[serde(skip)]
    pub marks: &'s [Mark],
}

/// What was read and is no part of the tree: it says where parts end, or nothing at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// Its place, without the white space around it.
    pub span: Span,
}

/// What a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MarkKind {
    /// A `---`, also one that rules off items and counts for nothing.
    Separator,
    /// The `:::` of a container.
    Closing,
    /// A comment where no text is: between entries, or before the first item.
    Comment,
}

/// What stands between two separators: one message in the author's mind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Section<'s> {
    /// Runs of paragraphs, directives and containers, in the order of the source.
    pub blocks: &'s [Block<'s>],
}

/// A part of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Block<'s> {
    /// Paragraphs that no directive cuts.
    Run(Run<'s>),
    /// A directive of one line.
    Leaf(Leaf<'s>),
    /// A carousel or a list.
    Container(Container<'s>),
    /// A menu or ice breakers.
    Entries(EntryList<'s>),
}

/// Paragraphs that no directive cuts, line ends and blank lines included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Run<'s> {
    /// Everything, in the order of the source.
    pub inlines: &'s [Inline<'s>],
    /// Whether it stands in the container that follows it, before the first heading there.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub in_container: bool,
}

/// Items between `:::name` and `:::`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Container<'s> {
    /// What it is.
    pub kind: ContainerKind,
    /// Its items; none when it has no heading.
    pub items: &'s [Item<'s>],
    /// The line that opens it, without its end.
    pub opening: Span,
}

/// What a container is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "name", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ContainerKind {
    /// `:::carousel{ratio=}`: cards side by side.
    Carousel {
        /// The shape of the pictures.
        #[serde(skip_serializing_if = "Option::is_none")]
        ratio: Option<Ratio>,
    },
    /// `:::list{style=}`: cards one below the other.
    List {
        /// How the first card looks.
        #[serde(skip_serializing_if = "Option::is_none")]
        style: Option<Style>,
    },
}

/// The shape of a carousel's pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Ratio {
    /// Wider than high.
    Horizontal,
    /// As wide as high.
    Square,
}

/// How the first card of a list looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Style {
    /// As the others.
    Compact,
    /// Over its picture.
    Large,
}

/// A heading in a container, and what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Item<'s> {
    /// What stands on the line of the heading, behind its mark.
    pub heading: &'s [Inline<'s>],
    /// Everything up to the next heading or the end of the container.
    pub body: &'s [Inline<'s>],
    /// From the mark of the heading to the last character that is no white space.
    pub span: Span,
}

/// A directive of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Leaf<'s> {
    /// What it does.
    pub directive: Directive<'s>,
    /// The line without its end.
    pub span: Span,
}

/// What a leaf does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "name", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Directive<'s> {
    /// `::typing`, `::typing{off}`
    Typing {
        /// Whether the dots appear.
        on: bool,
    },
    /// `::seen`
    Seen,
    /// `::location[…]{lat= long=}`
    Location {
        /// What stands at that place.
        label: Label<'s>,
        /// Decimal degrees north, as written.
        lat: &'s str,
        /// Decimal degrees east, as written.
        long: &'s str,
    },
    /// `::start{payload=}`
    Start {
        /// What the bot gets when a person taps the first button of all.
        payload: &'s str,
    },
    /// `::greeting[…]{locale=}`
    Greeting {
        /// What a person reads before the first message.
        text: Label<'s>,
        /// Whom it is for: `default`, or a locale such as `en_US`.
        locale: &'s str,
    },
}

impl Directive<'_> {
    /// Whether it is part of the page's profile, and no message.
    pub(crate) const fn is_profile(&self) -> bool {
        matches!(self, Self::Start { .. } | Self::Greeting { .. })
    }
}

impl Block<'_> {
    /// The place of a part of the page's profile; `None` for what belongs to the messages.
    pub(crate) fn profile_span(&self) -> Option<Span> {
        match self {
            Self::Leaf(leaf) if leaf.directive.is_profile() => Some(leaf.span),
            Self::Entries(list) => Some(list.span),
            _ => None,
        }
    }
}
