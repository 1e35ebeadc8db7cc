//! The keys of attributes and the words that their values can be.

use super::{Key, Value, Word, word};
use crate::syntax::ast::{Action, Height, MediaKind, Ratio, Style};

const fn key(name: &'static str, value: Value, about: &'static str) -> Key {
    Key { name, about, value }
}

/// The words of a choice without what they mean.
const fn words<T, const N: usize>(choices: &[(Word, T); N]) -> [Word; N] {
    let mut words = [word("", ""); N];
    let mut index = 0;
    while index < N {
        words[index] = choices[index].0;
        index += 1;
    }
    words
}

/// The locale of everyone who has none of their own.
pub(in crate::syntax) const DEFAULT_LOCALE: Word =
    word("default", "Everyone who has none of their own");
const LOCALE: Key = key(
    "locale",
    Value::Open(&[DEFAULT_LOCALE]),
    "Whom it is for: `default`, or a locale such as `en_US`",
);
const HEIGHT: Key = key(
    "height",
    Value::Choice(&words(&HEIGHTS)),
    "How much of the screen the page takes",
);
pub(crate) const DEFAULT: Key = key(
    "default",
    Value::Flag,
    "Opens when the item itself is tapped, and is no button",
);

/// Those of each kind of button, and of media.
pub(crate) const REPLY_KEYS: &[Key] = &[key("icon", Value::Url, "The picture before the label")];
pub(crate) const LINK_KEYS: &[Key] = &[HEIGHT, DEFAULT];
pub(crate) const WEBVIEW_KEYS: &[Key] = &[
    HEIGHT,
    key(
        "fallback",
        Value::Url,
        "The page for clients without webviews, https only",
    ),
    key(
        "share",
        Value::Choice(&words(&SHARES)),
        "Whether the page can be shared",
    ),
    DEFAULT,
];
pub(crate) const BUY_KEYS: &[Key] = &[key(
    "payload",
    Value::Payload,
    "What the bot gets; the label unless given",
)];
pub(crate) const MEDIA_KEYS: &[Key] = &[key(
    "type",
    Value::Choice(&words(&KINDS)),
    "What it is, whatever the URL's path ends in",
)];

/// Those of each directive.
pub(super) const TYPING: &[Key] = &[key(
    "off",
    Value::Flag,
    "Stops showing that the bot is typing",
)];
pub(super) const LOCATION: &[Key] = &[
    key("lat", Value::Number, "Decimal degrees north, within ±90"),
    key("long", Value::Number, "Decimal degrees east, within ±180"),
];
pub(super) const START: &[Key] = &[key(
    "payload",
    Value::Payload,
    "What the bot gets when the button is tapped",
)];
pub(super) const LOCALIZED: &[Key] = &[LOCALE];
pub(super) const CAROUSEL: &[Key] = &[key(
    "ratio",
    Value::Choice(&words(&RATIOS)),
    "The shape of the pictures",
)];
pub(super) const LIST: &[Key] = &[key(
    "style",
    Value::Choice(&words(&STYLES)),
    "How the first card looks",
)];
pub(super) const MENU: &[Key] = &[
    LOCALE,
    key(
        "input",
        Value::Choice(&words(&INPUTS)),
        "Whether people can write, too",
    ),
];

// What the words of a choice mean.

pub(in crate::syntax) const HEIGHTS: [(Word, Height); 3] = [
    (word("compact", "Half of the screen"), Height::Compact),
    (word("tall", "Three quarters of the screen"), Height::Tall),
    (word("full", "All of the screen"), Height::Full),
];
pub(in crate::syntax) const SHARES: [(Word, bool); 1] =
    [(word("hide", "Hides the share button"), true)];
pub(in crate::syntax) const KINDS: [(Word, MediaKind); 4] = [
    (word("image", "A picture"), MediaKind::Image),
    (word("video", "A video"), MediaKind::Video),
    (word("audio", "A sound"), MediaKind::Audio),
    (word("file", "Any other file"), MediaKind::File),
];
pub(in crate::syntax) const RATIOS: [(Word, Ratio); 2] = [
    (word("horizontal", "Wider than high"), Ratio::Horizontal),
    (word("square", "As wide as high"), Ratio::Square),
];
pub(in crate::syntax) const STYLES: [(Word, Style); 2] = [
    (word("compact", "As the others"), Style::Compact),
    (word("large", "Over its picture"), Style::Large),
];
pub(in crate::syntax) const INPUTS: [(Word, bool); 2] = [
    (word("on", "People can write and tap"), true),
    (word("off", "People can only tap"), false),
];

/// The keys that mean something on a button.
pub(crate) const fn keys_of(action: &Action<'_>) -> &'static [Key] {
    match action {
        Action::Reply { .. } => REPLY_KEYS,
        Action::Link(_) => LINK_KEYS,
        Action::Webview { .. } => WEBVIEW_KEYS,
        Action::Buy { .. } => BUY_KEYS,
        _ => &[],
    }
}
