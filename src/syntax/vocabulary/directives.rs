//! The names of directives.

use super::{Name, Word, keys, word};

/// The directives of one line, with two colons.
pub(crate) static LEAVES: [Name; 5] = [
    Name {
        name: "typing",
        written: "::typing",
        content: false,
        about: "Shows that the bot is typing",
        keys: keys::TYPING,
    },
    Name {
        name: "seen",
        written: "::seen",
        content: false,
        about: "Marks what the person wrote as seen",
        keys: &[],
    },
    Name {
        name: "location",
        written: "::location[]{lat= long=}",
        content: true,
        about: "A place: its name, and a button that opens a map",
        keys: keys::LOCATION,
    },
    Name {
        name: "start",
        written: "::start{payload=}",
        content: false,
        about: "Profile: the button that begins a conversation",
        keys: keys::START,
    },
    Name {
        name: "greeting",
        written: "::greeting[]",
        content: true,
        about: "Profile: what a person reads before the first message",
        keys: keys::LOCALIZED,
    },
];
/// The containers, with three colons or more.
pub(crate) static CONTAINERS: [Name; 4] = [
    Name {
        name: "carousel",
        written: ":::carousel",
        content: false,
        about: "Cards side by side, each under a heading",
        keys: keys::CAROUSEL,
    },
    Name {
        name: "list",
        written: ":::list",
        content: false,
        about: "Cards one below the other, each under a heading",
        keys: keys::LIST,
    },
    Name {
        name: "menu",
        written: ":::menu",
        content: false,
        about: "Profile: the menu beside the composer, as a Markdown list",
        keys: keys::MENU,
    },
    Name {
        name: "ice-breakers",
        written: ":::ice-breakers",
        content: false,
        about: "Profile: questions to begin with, as a Markdown list of postbacks",
        keys: keys::LOCALIZED,
    },
];
/// What ends a container.
pub(crate) const CLOSING: Word = word(":::", "Ends what the last `:::` with a name began");
