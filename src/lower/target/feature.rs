//! Features that the platform had and has no longer.

use std::fmt;

use serde::Serialize;

/// A part of the platform that a target may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Feature {
    /// The payment button.
    Buy,
    /// The quick reply that asks for a location.
    LocationReply,
    /// The list template.
    List,
    /// The shape of a carousel's pictures.
    Ratio,
    /// The share button.
    Share,
    /// A menu in a menu.
    NestedMenu,
    /// The message tags of 2018.
    Tags,
}

/// How a feature went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Retirement {
    /// When and how it went.
    pub when: &'static str,
    /// What to do instead, in the imperative.
    pub instead: &'static str,
}

impl Feature {
    /// Every feature.
    pub const ALL: &'static [Self] = &[
        Self::Buy,
        Self::LocationReply,
        Self::List,
        Self::Ratio,
        Self::Share,
        Self::NestedMenu,
        Self::Tags,
    ];

    /// The lower-case English words.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Buy => "payment button",
            Self::LocationReply => "location quick reply",
            Self::List => "list template",
            Self::Ratio => "image ratio of carousels",
            Self::Share => "share button",
            Self::NestedMenu => "menu in a menu",
            Self::Tags => "message tags of 2018",
        }
    }

    /// When and how it went, and what to do instead.
    #[must_use]
    pub const fn retirement(self) -> Retirement {
        let (when, instead) = match self {
            // No notice of its removal was found; the table of buttons of 2026 does not list it.
            Self::Buy => (
                "the payment button is no longer in Meta's reference of 2026-04",
                "link to a checkout page",
            ),
            // Banner of the quick replies' reference.
            Self::LocationReply => (
                "the location quick reply was removed on 2019-10-29",
                "ask for the place in words",
            ),
            // Announced with the location quick reply; refused from Graph API v4.0 on
            // (botbuilder-js#1686).
            Self::List => (
                "list templates were deprecated on 2019-07-29, with Graph API v4.0",
                "use a carousel",
            ),
            // On the page until v12; not listed on that of 2026.
            Self::Ratio => (
                "the image ratio of carousels is no longer in Meta's reference of 2026-04",
                "leave `ratio` out and use pictures of 1.91 to 1",
            ),
            // rehabstudio/fbmessenger#66, of 2019-11-03.
            Self::Share => (
                "the share button has been rejected since 2019-11",
                "link to the page that is to be shared",
            ),
            // Changelog, archive; guide to the persistent menu.
            Self::NestedMenu => (
                "menus in menus were removed on 2020-08-04, with Graph API v8.0",
                "write a flat menu of up to 20 entries",
            ),
            // ker0x/messenger, "supported until March 4th, 2020"; the changelog of 2026-03-27.
            Self::Tags => (
                "the message tags of 2018 were removed on 2020-03-04, ACCOUNT_UPDATE on 2026-04-27",
                "send without a tag, within 24 hours",
            ),
        };
        Retirement { when, instead }
    }
}

impl fmt::Display for Feature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
