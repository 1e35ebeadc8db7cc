//! A target as it is listed: its numbers, its tags, and what it has of what came and went.

use serde::Serialize;

use super::{Feature, Row, Target};

/// Everything that a target is, fit to be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Listing {
    /// The name of the target.
    #[cfg_attr(feature = "typescript", ts(type = "TargetName"))]
    pub target: &'static str,
    /// Its numbers, without those of what it does not have.
    pub limits: Vec<Row>,
    /// Its message tags.
    pub tags: &'static [&'static str],
    /// Every feature that came and went.
    pub features: Vec<Availability>,
}

/// Whether a target has a feature that came and went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub struct Availability {
    /// The feature.
    pub feature: Feature,
    /// Whether the target has it.
    pub available: bool,
    /// When and how the platform lost it.
    pub retired: &'static str,
    /// What to do instead, in the imperative.
    pub instead: &'static str,
}

impl Target {
    /// Everything that it is, fit to be printed.
    ///
    /// ```
    /// let listing = tapmark::Target::MESSENGER_2026.listing();
    /// let replies = listing.limits.iter().find(|row| row.name == "replies").unwrap();
    /// assert_eq!(replies.max, 13);
    /// ```
    #[must_use]
    pub fn listing(&self) -> Listing {
        let features = Feature::ALL.iter().map(|&feature| Availability {
            feature,
            available: self.has(feature),
            retired: feature.retirement().when,
            instead: feature.retirement().instead,
        });
        Listing {
            target: self.name,
            limits: self.limits.rows().collect(),
            tags: self.tags,
            features: features.collect(),
        }
    }
}
