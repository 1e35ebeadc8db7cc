//! Structured messages: templates, their cards and their buttons.

use std::borrow::Cow;

use serde::Serialize;

use super::{Payment, is_false};

/// A structured message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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
        /// The shape of the pictures; the platform's default is horizontal.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "typescript", ts(optional))]
        image_aspect_ratio: Option<AspectRatio>,
        /// The cards.
        elements: Vec<Element<'a>>,
    },
    /// Two to four cards, one below the other.
    List {
        /// How the first card looks; the platform's default is large.
        top_element_style: TopElementStyle,
        /// The cards.
        elements: Vec<Element<'a>>,
        /// At most one, below the cards.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
        buttons: Vec<Button<'a>>,
    },
}

/// The shape of the pictures of a generic template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum AspectRatio {
    /// 1.91 to 1
    Horizontal,
    /// 1 to 1
    Square,
}

/// How the first card of a list looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum TopElementStyle {
    /// As the others.
    Compact,
    /// Over its picture, which it must have.
    Large,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
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
    /// What a tap on the card itself opens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_action: Option<DefaultAction<'a>>,
    /// The buttons below.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub buttons: Vec<Button<'a>>,
}

/// A button of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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
    /// Asks for a payment. Boxed, because it is twice as large as any other and rare.
    Payment(Box<Payment<'a>>),
    /// Shares the card; the platform draws its title.
    ElementShare,
}

/// A button that opens a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
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
    #[cfg_attr(feature = "typescript", ts(optional, type = "true"))]
    pub messenger_extensions: bool,
    /// The page for clients that do not know the Messenger Extensions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback_url: Option<Cow<'a, str>>,
    /// Whether the share button is hidden inside the webview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webview_share_button: Option<ShareButton>,
}

impl<'a> WebUrl<'a> {
    /// A button that opens a page as the platform opens any.
    pub(crate) const fn new(title: Cow<'a, str>, url: Cow<'a, str>) -> Self {
        Self {
            title,
            url,
            webview_height_ratio: None,
            messenger_extensions: false,
            fallback_url: None,
            webview_share_button: None,
        }
    }
}

/// The page that a tap on a card opens: a button to open a page, without its title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[serde(tag = "type", rename = "web_url")]
#[non_exhaustive]
pub struct DefaultAction<'a> {
    /// The page.
    pub url: Cow<'a, str>,
    /// How much of the screen the page takes; the platform's default is all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webview_height_ratio: Option<HeightRatio>,
    /// Whether the page uses the Messenger Extensions.
    #[serde(skip_serializing_if = "is_false")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "true"))]
    pub messenger_extensions: bool,
    /// The page for clients that do not know the Messenger Extensions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback_url: Option<Cow<'a, str>>,
    /// Whether the share button is hidden inside the webview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub webview_share_button: Option<ShareButton>,
}

impl<'a> From<WebUrl<'a>> for DefaultAction<'a> {
    fn from(button: WebUrl<'a>) -> Self {
        Self {
            url: button.url,
            webview_height_ratio: button.webview_height_ratio,
            messenger_extensions: button.messenger_extensions,
            fallback_url: button.fallback_url,
            webview_share_button: button.webview_share_button,
        }
    }
}

/// How much of the screen a webview takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ShareButton {
    /// Not shown.
    Hide,
}
