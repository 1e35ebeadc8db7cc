//! The numbers of a target: what each one bounds, in which unit, and where it is documented.

use serde::Serialize;

use crate::diagnostic::Unit;

/// A number that a platform documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bound {
    /// The most that is accepted; zero when the target has nothing of the kind.
    pub max: usize,
    /// Where the number is documented.
    pub source: &'static str,
}

/// A number of a target, as it is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Row {
    /// The stable kebab-case name.
    pub name: &'static str,
    /// The most that is accepted.
    pub max: usize,
    /// What is counted.
    pub unit: Unit,
    /// What is bounded, in words.
    pub of: &'static str,
    /// Where the number is documented.
    pub source: &'static str,
}

macro_rules! limits {
    ($(#[doc = $doc:literal] $field:ident = $name:literal, $unit:ident;)+) => {
        /// The numbers of a target.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct Limits {
            $(#[doc = $doc] pub $field: Bound,)+
        }

        impl Limits {
            /// Every number, without those of what the target does not have.
            pub fn rows(&self) -> impl Iterator<Item = Row> {
                // A table, because an array of rows would be made of instructions.
                const ROWS: &[(&str, Unit, &str, fn(&Limits) -> Bound)] = &[
                    $(($name, Unit::$unit, $doc.trim_ascii(), |limits| limits.$field)),+
                ];
                ROWS.iter().filter_map(|&(name, unit, of, bound)| {
                    let Bound { max, source } = bound(self);
                    (max > 0).then_some(Row { name, max, unit, of, source })
                })
            }
        }
    };
}

limits! {
    /// text of a message
    text = "text", Utf16;
    /// text of a message above buttons
    template_text = "template-text", Utf16;
    /// replies of a message, requests included
    replies = "replies", Replies;
    /// title of a reply
    reply_title = "reply-title", Utf16;
    /// buttons of a message, and of a carousel item
    buttons = "buttons", Buttons;
    /// title of a button
    button_title = "button-title", Utf16;
    /// title of a card or item
    element_title = "element-title", Utf16;
    /// subtitle of a card or item
    element_subtitle = "element-subtitle", Utf16;
    /// items of a carousel, and of a list in all
    items = "items", Items;
    /// items of one list template, which has two or more
    list_items = "list-items", Items;
    /// buttons of a list item
    list_item_buttons = "list-item-buttons", Buttons;
    /// buttons below a list
    list_buttons = "list-buttons", Buttons;
    /// entries of a menu
    menu_items = "menu-items", Entries;
    /// entries of a submenu
    submenu_items = "submenu-items", Entries;
    /// menus in each other, the outermost included
    menu_levels = "menu-levels", Levels;
    /// title of a menu's entry
    menu_title = "menu-title", Utf16;
    /// greeting before the first message
    greeting = "greeting", Utf16;
    /// ice breakers of a locale
    ice_breakers = "ice-breakers", Entries;
    /// any payload
    payload = "payload", Utf16;
}
