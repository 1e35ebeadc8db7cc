//! Stage 3: the Messenger model, the bodies of requests to the Send API and to the Messenger Profile
//! API as types.
//!
//! Fields stand in the order in which they are written. What is absent is not written: the
//! platform refuses nulls, empty arrays and unknown keys.

mod owned;
mod payment;
mod profile;
mod serialize;
mod template;

use std::borrow::Cow;

use serde::Serialize;

pub use self::payment::{Payment, PaymentSummary, Price, UserInfo};
pub use self::profile::{GetStarted, Greeting, IceBreaker, IceBreakers, Menu, MenuItem, Profile};
pub use self::template::{
    AspectRatio, Button, DefaultAction, Element, HeightRatio, ShareButton, Template,
    TopElementStyle, WebUrl,
};

/// One body for `POST /me/messages`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(untagged)]
#[non_exhaustive]
pub enum Request<'a> {
    /// A message.
    Message(MessageRequest<'a>),
    /// A typing indicator or a read mark.
    Action(ActionRequest<'a>),
}

/// The envelope of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[non_exhaustive]
pub struct MessageRequest<'a> {
    /// Who gets it, when it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient: Option<Recipient<'a>>,
    /// Why it is sent; required since 2018-05-07.
    pub messaging_type: MessagingType,
    /// The message tag, if and only if the type is [`MessagingType::MessageTag`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<Cow<'a, str>>,
    /// The message.
    pub message: Message<'a>,
}

/// A sender action; it stands beside the recipient alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[non_exhaustive]
pub struct ActionRequest<'a> {
    /// Who sees it, when that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recipient: Option<Recipient<'a>>,
    /// What is shown.
    pub sender_action: SenderAction,
}

/// The person a request goes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Recipient<'a> {
    /// The page-scoped id (PSID).
    pub id: Cow<'a, str>,
}

/// Why a message is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum MessagingType {
    /// An answer within 24 hours.
    #[default]
    Response,
    /// Unasked, within 24 hours.
    Update,
    /// Outside the 24 hours, with a tag that says why.
    MessageTag,
}

/// What a page does beside sending messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SenderAction {
    /// The typing dots appear.
    TypingOn,
    /// The typing dots vanish.
    TypingOff,
    /// The person's last message is marked as read.
    MarkSeen,
}

/// A message: its content, and the quick replies below it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    // As serialize.rs writes it.
    ts(
        type = "{
            /** The text. */ text: string,
            attachment?: never,
            /** The quick replies below it. */ quick_replies?: Array<QuickReply>
        } | {
            text?: never,
            /** Media by URL, or a template. */ attachment: Attachment,
            /** The quick replies below it. */ quick_replies?: Array<QuickReply>
        }"
    )
)]
#[non_exhaustive]
pub struct Message<'a> {
    /// Text or attachment, never both.
    pub content: Content<'a>,
    /// The quick replies, at most as many as the target takes.
    pub quick_replies: Vec<QuickReply<'a>>,
}

/// What a message shows.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Content<'a> {
    /// `text`
    Text(Cow<'a, str>),
    /// `attachment`
    Attachment(Attachment<'a>),
}

/// Media by URL, or a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", content = "payload", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Attachment<'a> {
    /// A picture.
    Image(Media<'a>),
    /// A video.
    Video(Media<'a>),
    /// A sound.
    Audio(Media<'a>),
    /// Any other file.
    File(Media<'a>),
    /// A structured message.
    Template(Template<'a>),
}

/// Where the platform fetches an attachment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Media<'a> {
    /// The URL, http or https.
    pub url: Cow<'a, str>,
}

/// A quick reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "content_type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuickReply<'a> {
    /// A label with a payload.
    Text {
        /// What the person sees, and says by tapping it.
        title: Cow<'a, str>,
        /// What the bot gets.
        payload: Cow<'a, str>,
        /// The icon before the title.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "typescript", ts(optional))]
        image_url: Option<Cow<'a, str>>,
    },
    /// The person's place, by a map.
    Location,
    /// The person's own telephone number.
    UserPhoneNumber,
    /// The person's own e-mail address.
    UserEmail,
}

// By reference, because serde's `skip_serializing_if` hands over one.
const fn is_false(value: &bool) -> bool {
    !*value
}
