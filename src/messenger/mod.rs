//! Stage 3: the Messenger model, the bodies of Send API requests as types.
//!
//! Fields stand in the order in which they are written. What is absent is not written: the
//! platform refuses nulls, empty arrays and unknown keys.

mod owned;
mod serialize;

use std::borrow::Cow;

use serde::Serialize;

/// One body for `POST /me/messages`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
#[non_exhaustive]
pub struct Recipient<'a> {
    /// The page-scoped id (PSID).
    pub id: Cow<'a, str>,
}

/// Why a message is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
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
#[non_exhaustive]
pub struct Media<'a> {
    /// The URL, http or https.
    pub url: Cow<'a, str>,
}

/// A structured message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "template_type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Template<'a> {
    /// Text with one to three buttons.
    Button {
        /// The text.
        text: Cow<'a, str>,
        /// The buttons.
        buttons: Vec<Button<'a>>,
    },
    /// One card, or several side by side.
    Generic {
        /// The cards.
        elements: Vec<Element<'a>>,
    },
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Element<'a> {
    /// The title, required.
    pub title: Cow<'a, str>,
    /// The line or lines below the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<Cow<'a, str>>,
    /// The picture above the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_url: Option<Cow<'a, str>>,
    /// The buttons below.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Button<'a>>,
}

/// A button of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Button<'a> {
    /// Opens a page.
    WebUrl(WebUrl<'a>),
    /// Sends its payload to the bot.
    Postback {
        /// What the person sees.
        title: Cow<'a, str>,
        /// What the bot gets.
        payload: Cow<'a, str>,
    },
    /// Calls a number.
    PhoneNumber {
        /// What the person sees.
        title: Cow<'a, str>,
        /// `+`, country code and number, digits only.
        payload: Cow<'a, str>,
    },
    /// Asks for a payment.
    Payment(Payment<'a>),
}

/// A button that opens a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WebUrl<'a> {
    /// What the person sees.
    pub title: Cow<'a, str>,
    /// The page.
    pub url: Cow<'a, str>,
    /// How much of the screen the page takes; the platform's default is all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webview_height_ratio: Option<HeightRatio>,
    /// Whether the page uses the Messenger Extensions.
    #[serde(skip_serializing_if = "is_false")]
    pub messenger_extensions: bool,
    /// The page for clients that do not know the Messenger Extensions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback_url: Option<Cow<'a, str>>,
    /// Whether the share button is hidden inside the webview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webview_share_button: Option<ShareButton>,
}

/// How much of the screen a webview takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum HeightRatio {
    /// Half of it.
    Compact,
    /// Three quarters of it.
    Tall,
    /// All of it.
    Full,
}

/// The share button inside a webview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ShareButton {
    /// Not shown.
    Hide,
}

/// A button that asks for a payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Payment<'a> {
    /// What the person sees.
    pub title: Cow<'a, str>,
    /// What the bot gets with the checkout.
    pub payload: Cow<'a, str>,
    /// What is paid, and to whom.
    pub payment_summary: PaymentSummary<'a>,
}

/// What is paid, and to whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PaymentSummary<'a> {
    /// ISO 4217, upper case.
    pub currency: &'static str,
    /// `FIXED_AMOUNT`
    pub payment_type: &'static str,
    /// Whether no money moves.
    #[serde(skip_serializing_if = "is_false")]
    pub is_test_payment: bool,
    /// Who is paid.
    pub merchant_name: Cow<'a, str>,
    /// What the person is asked for.
    pub requested_user_info: Vec<UserInfo>,
    /// What is sold.
    pub price_list: Vec<Price<'a>>,
}

/// What a checkout asks the person for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UserInfo {
    /// The address that goods are sent to.
    ShippingAddress,
    /// The name.
    ContactName,
    /// The telephone number.
    ContactPhone,
    /// The e-mail address.
    ContactEmail,
}

/// A line of the price list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Price<'a> {
    /// What is sold.
    pub label: Cow<'a, str>,
    /// Dollars and cents, such as `9.99`.
    pub amount: String,
}

/// A quick reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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
