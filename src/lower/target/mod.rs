//! Targets: what a platform accepts at a date, as data. A new target is a new file here.

mod limits;
mod messenger_2018;

use std::fmt;

use serde::Serialize;

pub use self::limits::{Bound, Limits, Row};
pub(crate) use self::messenger_2018::MESSENGER_2018;

/// What a platform accepts at a date: numbers, and which features there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Target {
    /// The name on the command line.
    pub name: &'static str,
    /// The numbers.
    pub limits: Limits,
    /// The message tags.
    pub tags: &'static [&'static str],
    /// What this target accepts and today's platform does not.
    pub retired: &'static [Retirement],
}

/// A feature that today's platform no longer accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Retirement {
    /// What is gone.
    pub feature: Feature,
    /// When and how it went.
    pub when: &'static str,
    /// What to do instead, in the imperative.
    pub instead: &'static str,
}

/// A part of the platform that a target may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
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
    /// A menu in a menu.
    NestedMenu,
    /// The share button.
    Share,
    /// The message tags of 2018.
    Tags,
}

impl Target {
    /// Every target.
    pub const ALL: &'static [&'static Self] = &[&MESSENGER_2018];

    /// The platform as the shorthand's makers documented it in 2018.
    pub const MESSENGER_2018: &'static Self = &MESSENGER_2018;

    /// The target of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().copied().find(|target| target.name == name)
    }

    pub(crate) fn retirement(&self, feature: Feature) -> Option<&Retirement> {
        self.retired
            .iter()
            .find(|retired| retired.feature == feature)
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
