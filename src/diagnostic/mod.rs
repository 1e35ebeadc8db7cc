//! Diagnostics: what was mended, lost or refused, where, why, and the way out.
//!
//! The shape is the same in the library, in JSON and behind the command line. A stage says what
//! happened with the functions in its own `diagnostics` file; [`Code`] lists every kind there is.

mod code;
mod finding;
mod outcome;
mod quote;

use std::fmt;

use serde::Serialize;

pub use self::code::Code;
pub(crate) use self::finding::Finding;
pub(crate) use self::outcome::{Settled, joined, merged};
pub use self::quote::{is_invisible, literal, visible};
pub(crate) use self::quote::{push_quoted, quote};
use crate::span::Location;

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Severity {
    /// Worth knowing; the output is what the author wrote.
    Note,
    /// The output differs from what the author wrote; the diagnostic says what it was.
    Warning,
    /// Something that cannot be sent; its source stays in the text, or is left out of the profile.
    Error,
}

impl Severity {
    /// The lower-case English word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One thing that the author should know, with its place in the source.
///
/// ```
/// let source = "Well? %[Yes, I would like that very much](reply:YES)";
/// let compilation = tapmark::compile(source, &tapmark::Options::default());
/// let diagnostic = &compilation.diagnostics[0];
/// assert_eq!(diagnostic.code.as_str(), "label-too-long");
/// assert_eq!(diagnostic.span.span().slice(source), "Yes, I would like that very much");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[non_exhaustive]
pub struct Diagnostic {
    /// The kind of diagnostic, stable across releases.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// One sentence that names the thing, the rule and the way out.
    pub message: String,
    /// The place in the source.
    pub span: Location,
    /// What the author can do, where the message does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Edits that mend the cause, fit to be applied without a person looking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// The limit that was passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// What the output has in place of what was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Change>,
    /// JSON Pointer (RFC 6901) of the field concerned, within the array of requests or within the
    /// profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
}

/// Edits of the source that remove the cause of a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Fix {
    /// What the edits do, in the imperative.
    pub title: String,
    /// The edits, in ascending order, never overlapping.
    pub edits: Vec<Edit>,
}

/// The replacement of one byte range of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Edit {
    /// Offset of the first byte replaced.
    pub start: usize,
    /// Offset after the last byte replaced.
    pub end: usize,
    /// What stands there instead.
    pub text: String,
}

/// A text that begins at an offset of the source, with edits that are in ascending order and apart.
pub(crate) fn edited<'e>(
    text: &str,
    start: usize,
    edits: impl Iterator<Item = &'e Edit>,
) -> String {
    let mut edited = String::with_capacity(text.len() + 64);
    let mut from = 0;
    for edit in edits {
        let [end, next] = [edit.start, edit.end].map(|offset| offset.saturating_sub(start));
        edited += text.get(from..end).unwrap_or_default();
        edited += &edit.text;
        from = next;
    }
    edited + text.get(from..).unwrap_or_default()
}

/// A limit of the target, and what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Limit {
    /// The most that the target takes.
    pub max: usize,
    /// What the source has.
    pub actual: usize,
    /// What is counted.
    pub unit: Unit,
}

/// What a [`Limit`] counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Unit {
    /// UTF-16 code units: an emoji of the supplementary planes counts two.
    Utf16,
    /// Quick replies of one message.
    Replies,
    /// Buttons of one message, item or list.
    Buttons,
    /// Items of one carousel or list.
    Items,
    /// Pictures of one item.
    Media,
    /// Entries of one menu, of one submenu, or of ice breakers.
    Entries,
    /// Menus in each other, the outermost included.
    Levels,
}

impl Unit {
    /// The lower-case English word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Utf16 => "utf16",
            Self::Replies => "replies",
            Self::Buttons => "buttons",
            Self::Items => "items",
            Self::Media => "media",
            Self::Entries => "entries",
            Self::Levels => "levels",
        }
    }
}

/// How the output differs from the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Change {
    /// What was done.
    pub kind: ChangeKind,
    /// What it was: the whole source text of a thing dropped or moved, the whole value of a thing
    /// cut, divided or replaced.
    pub before: String,
    /// What it became; empty when nothing is left. The parts of a divided text are set apart as
    /// sections are, by a line of `---`.
    pub after: String,
}

/// The kinds of [`Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ChangeKind {
    /// Cut to its limit.
    Truncated,
    /// Left out.
    Dropped,
    /// Put in another place.
    Moved,
    /// Written in another way.
    Replaced,
    /// Divided into several messages.
    Split,
}

impl Diagnostic {
    /// Whether it says that something was mended, or taken off a label.
    pub(crate) fn is_repair(&self) -> bool {
        let is_change = self.change.is_some() || self.code == Code::EmphasisInLabel;
        is_change && self.severity != Severity::Error
    }
}

impl fmt::Display for Diagnostic {
    /// `line:column: severity[code]: message`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Location { line, column, .. } = self.span;
        write!(
            f,
            "{line}:{column}: {}[{}]: {}",
            self.severity, self.code, self.message
        )
    }
}
