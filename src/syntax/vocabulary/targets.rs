//! How targets begin.

use super::{Keyword, Tap, Word, word};

const fn keyword(
    name: &'static str,
    tap: Tap,
    written: Option<&'static str>,
    about: &'static str,
) -> Keyword {
    Keyword {
        name,
        about,
        tap,
        written,
    }
}

/// Targets that are one word.
pub(crate) static KEYWORDS: [Keyword; 5] = [
    keyword(
        "location",
        Tap::Reply,
        Some("location"),
        "Asks where the person is",
    ),
    keyword(
        "locationRequest",
        Tap::Reply,
        Some("locationRequest"),
        "Asks where the person is, as `location` does",
    ),
    keyword(
        "phone",
        Tap::Reply,
        Some("phone"),
        "Asks for the person's own telephone number",
    ),
    keyword(
        "email",
        Tap::Reply,
        Some("email"),
        "Asks for the person's own e-mail address",
    ),
    keyword(
        "share",
        Tap::Share,
        Some("share"),
        "Shares the item it stands in",
    ),
];
/// Schemes that need something after their colon.
pub(crate) static SCHEMES: [Keyword; 5] = [
    keyword(
        "reply",
        Tap::Reply,
        Some("reply:"),
        "Answers with the label; the bot gets the payload",
    ),
    keyword(
        "postback",
        Tap::Postback,
        Some("postback:"),
        "The bot gets the payload; the person says nothing",
    ),
    keyword(
        "webview",
        Tap::Page,
        Some("webview:https://"),
        "Opens a page that knows the conversation, https only",
    ),
    keyword(
        "tel",
        Tap::Call,
        Some("tel:+"),
        "Calls a number: `+`, country code and the rest",
    ),
    keyword(
        "mailto",
        Tap::Mail,
        None,
        "Becomes label and address in the text: no button writes e-mail",
    ),
];
/// Schemes of pages.
pub(crate) static WEB: [Keyword; 2] = [
    keyword("http", Tap::Page, None, "Opens a page, not encrypted"),
    keyword("https", Tap::Page, Some("https://"), "Opens a page"),
];
/// How the target of media begins.
pub(crate) const FILE: Word = word("https://", "Where the picture, video, sound or file is");
