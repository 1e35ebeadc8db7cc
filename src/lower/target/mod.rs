//! Targets: what a platform accepts at a date, as data. A new target is a new file here.

mod feature;
mod limits;
mod listing;
mod messenger_2018;
mod messenger_2026;

use std::fmt;

pub use self::feature::{Feature, Retirement};
pub use self::limits::{Bound, Limits, Row};
pub use self::listing::{Availability, Listing};
pub(crate) use self::messenger_2018::MESSENGER_2018;
pub(crate) use self::messenger_2026::MESSENGER_2026;

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
    /// Which of the features that came and went it has.
    pub features: &'static [Feature],
}

impl Target {
    /// Every target.
    pub const ALL: &'static [&'static Self] = &[&MESSENGER_2018, &MESSENGER_2026];

    /// The platform as the shorthand's makers documented it in 2018.
    pub const MESSENGER_2018: &'static Self = &MESSENGER_2018;

    /// The platform as it is documented in 2026.
    pub const MESSENGER_2026: &'static Self = &MESSENGER_2026;

    /// The target of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<&'static Self> {
        Self::ALL.iter().copied().find(|target| target.name == name)
    }

    /// Whether it has a feature.
    #[must_use]
    pub fn has(&self, feature: Feature) -> bool {
        self.features.contains(&feature)
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
