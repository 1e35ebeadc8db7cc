//! The parts of a line: text, code, comments, buttons, media.

use serde::Serialize;

use crate::span::Span;
use crate::strings;

/// A part of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Inline<'s> {
    /// Text as it is to be read: escapes are resolved by leaving out their backslash.
    Text(Verbatim<'s>),
    /// A code span with its backticks.
    Code(Verbatim<'s>),
    /// A fenced block with its fences, up to the end of its last line.
    Fence(Verbatim<'s>),
    /// A comment.
    Comment {
        /// From `<!--` to `-->`.
        span: Span,
    },
    /// The end of a line.
    LineEnd {
        /// `\n`, `\r\n` or `\r`.
        span: Span,
    },
    /// A button or a reply.
    Button(&'s Button<'s>),
    /// A picture, video, sound or file.
    Media(&'s Media<'s>),
}

/// A part of the source that comes out as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Verbatim<'s> {
    /// The text.
    pub value: &'s str,
    /// Its place.
    pub span: Span,
}

impl<'s> Verbatim<'s> {
    /// What stands at `span`, without the white space around it.
    pub(crate) fn trimmed(source: &'s str, span: Span) -> Self {
        let value = span.slice(source);
        Self { value, span }.part(value)
    }

    /// A slice of this one, without the white space around it.
    pub(crate) fn part(self, part: &'s str) -> Self {
        let value = strings::trimmed(part);
        let start = self.span.start + (value.as_ptr() as usize - self.value.as_ptr() as usize);
        let span = Span::new(start, start + value.len());
        Self { value, span }
    }
}

/// A button or a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Button<'s> {
    /// What stands before the `[`.
    pub sigil: Sigil,
    /// What the person sees.
    pub label: Label<'s>,
    /// What a tap does.
    pub action: Action<'s>,
    /// The whole construct, sigil and attributes included.
    pub span: Span,
}

/// What stands before the `[` of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Sigil {
    /// Nothing: the form of a Markdown link.
    None,
    /// `%`
    Percent,
    /// `$`
    Dollar,
}

/// A label, or the text in the brackets of media.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Label<'s> {
    /// The text: escapes resolved, white space collapsed, emphasis around the whole removed.
    pub value: &'s str,
    /// What stands between the brackets.
    pub span: Span,
}

/// What a tap does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Action<'s> {
    /// Answers with the label; the bot gets the payload.
    Reply {
        /// What the bot gets.
        payload: &'s str,
        /// The URL of the picture before the label.
        #[serde(skip_serializing_if = "Option::is_none")]
        icon: Option<&'s str>,
    },
    /// Asks where the person is.
    LocationRequest,
    /// Asks for the person's own telephone number.
    Phone,
    /// Asks for the person's own e-mail address.
    Email,
    /// The bot gets the payload; the person says nothing.
    Postback {
        /// What the bot gets.
        payload: &'s str,
    },
    /// Opens a page.
    Link(Link<'s>),
    /// Opens a page that uses the Messenger Extensions.
    Webview {
        /// The page.
        #[serde(flatten)]
        link: Link<'s>,
        /// The page for clients that do not know the extensions, https.
        #[serde(skip_serializing_if = "Option::is_none")]
        fallback: Option<&'s str>,
        /// Whether the webview's share button is hidden.
        hide_share: bool,
    },
    /// Calls a number: `+` and digits only.
    Call {
        /// The number.
        number: &'s str,
    },
    /// Asks for a payment.
    Buy {
        /// How much.
        amount: Amount<'s>,
        /// What the bot gets; the label unless given.
        #[serde(skip_serializing_if = "Option::is_none")]
        payload: Option<&'s str>,
    },
    /// Shares the card.
    Share,
    /// Writes an e-mail.
    Mail {
        /// What stands after `mailto:`.
        address: &'s str,
    },
}

impl Action<'_> {
    /// Whether it is a reply or a request, which stand below a message and in no item.
    pub(crate) const fn is_reply(&self) -> bool {
        matches!(
            self,
            Self::Reply { .. } | Self::LocationRequest | Self::Phone | Self::Email
        )
    }

    /// Whether it is a page that is to open when its item is tapped.
    pub(crate) const fn is_default(&self) -> bool {
        match self {
            Self::Link(link) | Self::Webview { link, .. } => link.default,
            _ => false,
        }
    }
}

/// A page to open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Link<'s> {
    /// The URL, http or https, as written.
    pub url: &'s str,
    /// How much of the screen it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<Height>,
    /// Whether it opens when the item itself is tapped.
    pub default: bool,
}

/// How much of the screen a page takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Height {
    /// Half of it.
    Compact,
    /// Three quarters of it.
    Tall,
    /// All of it.
    Full,
}

/// An amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Amount<'s> {
    /// Hundredths of a dollar, 1 to 99999999; `None` in another currency.
    pub cents: Option<u32>,
    /// The currency as written, a code or a sign, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<Verbatim<'s>>,
}

/// A picture, video, sound or file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Media<'s> {
    /// What it is.
    pub kind: MediaKind,
    /// What it shows, in words.
    pub alt: Label<'s>,
    /// Where it is.
    pub url: &'s str,
    /// The whole construct.
    pub span: Span,
}

/// What an attachment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MediaKind {
    /// A picture, moving ones included.
    Image,
    /// A video.
    Video,
    /// A sound.
    Audio,
    /// Any other file.
    File,
}
