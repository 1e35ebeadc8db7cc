//! What a page shows before anyone writes: one body for `POST /me/messenger_profile`.

use std::borrow::Cow;

use serde::Serialize;

use super::WebUrl;

/// A body for `POST /me/messenger_profile`. It has one part at least.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[non_exhaustive]
pub struct Profile<'a> {
    /// The button that begins a conversation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub get_started: Option<GetStarted<'a>>,
    /// What a person reads before the first message.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub greeting: Vec<Greeting<'a>>,
    /// The menu beside the composer; it needs `get_started`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub persistent_menu: Vec<Menu<'a>>,
    /// Questions to begin with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<_>"))]
    pub ice_breakers: Vec<IceBreakers<'a>>,
}

/// The button that begins a conversation; the platform draws its title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct GetStarted<'a> {
    /// What the bot gets.
    pub payload: Cow<'a, str>,
}

/// A greeting for a locale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Greeting<'a> {
    /// `default`, or a locale such as `en_US`.
    pub locale: Cow<'a, str>,
    /// The text; `{{user_first_name}}` and its like are the platform's to fill in.
    pub text: Cow<'a, str>,
}

/// A menu for a locale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(optional_fields))]
#[non_exhaustive]
pub struct Menu<'a> {
    /// `default`, or a locale such as `en_US`.
    pub locale: Cow<'a, str>,
    /// Whether people can use nothing but the menu.
    #[serde(skip_serializing_if = "super::is_false")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "true"))]
    pub composer_input_disabled: bool,
    /// The entries.
    pub call_to_actions: Vec<MenuItem<'a>>,
}

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum MenuItem<'a> {
    /// Sends its payload to the bot.
    Postback {
        /// What the person sees.
        title: Cow<'a, str>,
        /// What the bot gets.
        payload: Cow<'a, str>,
    },
    /// Opens a page.
    WebUrl(WebUrl<'a>),
    /// Opens a menu in the menu, as deep as the target goes.
    Nested {
        /// What the person sees.
        title: Cow<'a, str>,
        /// The entries of that menu.
        call_to_actions: Vec<MenuItem<'a>>,
    },
}

/// Questions to begin with, for a locale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct IceBreakers<'a> {
    /// The questions.
    pub call_to_actions: Vec<IceBreaker<'a>>,
    /// `default`, or a locale such as `en_US`.
    pub locale: Cow<'a, str>,
}

/// A question to begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct IceBreaker<'a> {
    /// What the person sees, and asks by tapping it.
    pub question: Cow<'a, str>,
    /// What the bot gets.
    pub payload: Cow<'a, str>,
}
