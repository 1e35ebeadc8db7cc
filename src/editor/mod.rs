//! What an editor needs: colours for a source, what may stand at the cursor, how much of its limits
//! is used there, and where requests come from.
//!
//! ```
//! use tapmark::editor::{TokenKind, complete, tokens};
//!
//! let source = "%[Yes](reply:Y)";
//! let tokens = tokens(source);
//! let payload = tokens.iter().find(|token| token.kind == TokenKind::Payload).unwrap();
//! assert_eq!(&source[payload.start..payload.end], "Y");
//!
//! let source = ":::carousel{ra";
//! let found = complete(source, source.len());
//! assert_eq!(found[0].insert, "ratio=");
//! assert_eq!(&source[found[0].start..found[0].end], "ra");
//! ```
//!
//! All are derived from the [tree](crate::syntax::parse) and read the same words as the parser, so
//! that an editor and the compiler agree about what is a button. Offsets are in bytes, and always on
//! character boundaries. No source and no offset is an error; all take linear time.
//!
//! What is in error stays text: it has no tokens, because its [diagnostic](crate::check) says where
//! it is. Colours and completions know no [`Target`](crate::Target): what a platform no longer has is
//! coloured and offered, and its diagnostic says the rest.

mod complete;
mod counters;
mod fields;
mod offers;
mod tokens;

use serde::Serialize;

pub use self::complete::complete;
pub use self::counters::counters;
pub use self::tokens::tokens;
use crate::lower::trace::trace;
pub use crate::lower::trace::{Counter, Origin};
use crate::options::Options;
use crate::syntax::{self, Arena};

/// Where each request of [`compile`](fn@crate::compile) comes from, in their order: for a preview
/// that shows what the cursor stands in, and what was dropped from where.
///
/// ```
/// let source = "Hi!\n---\nWell? %[Yes](reply:Y)";
/// let origins = tapmark::editor::origins(source, &tapmark::Options::default());
/// let places: Vec<_> = origins.iter().map(|origin| origin.span.slice(source)).collect();
/// assert_eq!(places, ["Hi!", "Well? %[Yes](reply:Y)"]);
/// ```
#[must_use]
pub fn origins(source: &str, options: &Options) -> Vec<Origin> {
    let arena = Arena::new();
    trace(&syntax::parse(source, &arena).document, options).origins
}

/// A part of a source that has a colour of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TokenKind {
    /// Sigils, brackets, colons, the `:::` that ends a container, the marker of an entry.
    Punctuation,
    /// What people tap, the alternative text of media, the content of a directive, the title of
    /// an entry.
    Label,
    /// How a target begins: `reply`, `postback`, `locationRequest`; the `!` of media.
    Keyword,
    /// What the bot gets.
    Payload,
    /// A URL, or the address of an e-mail.
    Url,
    /// An amount with its currency, a telephone number, a coordinate.
    Number,
    /// The name of a directive.
    Directive,
    /// The key of an attribute.
    Attribute,
    /// The value of an attribute, when it is no payload, URL or number.
    Value,
    /// The mark of an item's heading, and the words behind it.
    Heading,
    /// A `---`.
    Separator,
    /// A comment; it may span lines.
    Comment,
    /// A code span, or a fence with all its lines.
    Code,
    /// A backslash and what it makes literal.
    Escape,
}

/// A word that may stand at the cursor.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Completion {
    /// The word, as a list shows it.
    pub label: &'static str,
    /// What it is.
    pub kind: CompletionKind,
    /// What it is for, in one line.
    pub detail: &'static str,
    /// The text to put in the place of `start..end`.
    pub insert: String,
    /// Offset of the first byte replaced.
    pub start: usize,
    /// Offset after the last byte replaced: the rest of the word at the cursor goes, too.
    pub end: usize,
}

/// What a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CompletionKind {
    /// How a target begins: `reply:`, `https://`, `share`.
    Keyword,
    /// A directive: `::typing`, `:::carousel`, and the `:::` that ends a container.
    Directive,
    /// The key of an attribute.
    Attribute,
    /// The value of an attribute.
    Value,
}
