//! Why options are refused, and what is said of it.

use std::error::Error;
use std::fmt;

use super::Options;
use crate::diagnostic::literal;
use crate::lower::checkout;
use crate::lower::target::Target;
use crate::strings;
use crate::template::Arg::{Count, Word};
use crate::template::fill;

/// Why options were refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OptionsError {
    /// A value shows nothing.
    Blank(&'static str),
    /// A value holds control characters.
    Control(&'static str),
    /// A list holds something twice.
    Repeated(&'static str),
    /// A value is longer than [`Options::MAX_NAME`].
    TooLong {
        /// Which value.
        name: &'static str,
        /// Its length in UTF-16 code units.
        length: usize,
    },
    /// The checkout URL, its fields aside, is no URL that a link may lead to.
    InvalidCheckoutUrl(String),
    /// The checkout URL has something in braces that is no field.
    UnknownCheckoutField(String),
    /// The messaging type needs a tag.
    MissingTag,
    /// The tag needs its messaging type.
    TagWithoutType,
    /// The target has no such tag.
    UnknownTag {
        /// The tag.
        tag: String,
        /// The target.
        target: &'static Target,
    },
}

impl OptionsError {
    /// The option that was refused, in words: `merchant name` is
    /// [`merchant_name`](super::OptionsBuilder::merchant_name), `--merchant-name` and `merchantName`.
    #[must_use]
    pub const fn option(&self) -> &'static str {
        match self {
            Self::Blank(name)
            | Self::Control(name)
            | Self::Repeated(name)
            | Self::TooLong { name, .. } => name,
            Self::InvalidCheckoutUrl(_) | Self::UnknownCheckoutField(_) => "checkout url",
            Self::MissingTag | Self::TagWithoutType | Self::UnknownTag { .. } => "tag",
        }
    }

    /// What is wrong, in one sentence: what its [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Blank(name) => fill("the {} is blank", &[Word(name)]),
            Self::Control(name) => fill("the {} holds control characters", &[Word(name)]),
            Self::Repeated(name) => fill("the {} holds something twice", &[Word(name)]),
            Self::TooLong { name, length } => fill(
                "the {} has {} UTF-16 units; at most {} fit",
                &[Word(name), Count(*length), Count(Options::MAX_NAME)],
            ),
            Self::InvalidCheckoutUrl(url) => fill(
                "the checkout URL {} is none that a link may lead to: it has http or https, a \
                 host, no user and no white space, and behind the host no braces but those of {}",
                &[
                    Word(&literal(url)),
                    Word(&strings::join(&checkout::FIELDS, ", ")),
                ],
            ),
            Self::UnknownCheckoutField(field) => fill(
                "the checkout URL has {}; its fields are {}",
                &[
                    Word(&literal(field)),
                    Word(&strings::join(&checkout::FIELDS, ", ")),
                ],
            ),
            Self::MissingTag => "the messaging type MESSAGE_TAG needs a tag".to_owned(),
            Self::TagWithoutType => {
                "a tag goes with the messaging type MESSAGE_TAG alone".to_owned()
            }
            Self::UnknownTag { tag, target } => fill(
                "{} has no tag {}; it has {}",
                &[
                    Word(target.name),
                    Word(&literal(tag)),
                    Word(&strings::join(target.tags, ", ")),
                ],
            ),
        }
    }
}

impl fmt::Display for OptionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl Error for OptionsError {}
