//! Where buttons stand.

use super::target::Limits;

/// Where buttons stand: how many have room there, and what else is welcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    #[default]
    Message,
    CarouselItem,
    ListItem,
    BelowList,
}

impl Place {
    pub(super) const fn is_item(self) -> bool {
        self.container().is_some()
    }

    /// What the container of an item is called.
    pub(super) const fn container(self) -> Option<&'static str> {
        match self {
            Self::CarouselItem => Some("carousel"),
            Self::ListItem => Some("list"),
            Self::Message | Self::BelowList => None,
        }
    }

    /// What it is called.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Message => "a message",
            Self::CarouselItem => "a carousel item",
            Self::ListItem => "a list item",
            Self::BelowList => "the room below a list",
        }
    }

    pub(super) const fn room(self, limits: &Limits) -> usize {
        match self {
            Self::Message | Self::CarouselItem => limits.buttons.max,
            Self::ListItem => limits.list_item_buttons.max,
            Self::BelowList => limits.list_buttons.max,
        }
    }
}
