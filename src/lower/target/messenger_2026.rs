//! `messenger-2026`: Messenger as Meta documents it today, Graph API v26.0 of 2026-07-29.

use super::{Bound, Limits, Target};

/// No list template: see [`super::Feature::List`].
const NO_LIST: Bound = Bound {
    max: 0,
    source: "reference of the templates, 2026",
};

/// Messenger in 2026.
pub(crate) static MESSENGER_2026: Target = Target {
    name: "messenger-2026",
    limits: Limits {
        // "Less than 2000" on the page, "less than or equal to 2000" in Graph's error.
        text: Bound {
            max: 2000,
            source: "Graph's error text for a longer one",
        },
        template_text: Bound {
            max: 640,
            source: "reference of the button template, 2026-04-22",
        },
        replies: Bound {
            max: 13,
            source: "Graph's error 105, since 2019-07 (restfb#1010, botframework-sdk#3331)",
        },
        reply_title: Bound {
            max: 20,
            source: "reference of the quick replies",
        },
        buttons: Bound {
            max: 3,
            source: "Graph's error 105 (botkit#1672), reference of the templates",
        },
        button_title: Bound {
            max: 20,
            source: "reference of the buttons",
        },
        element_title: Bound {
            max: 80,
            source: "reference of the generic template, 2026-04",
        },
        element_subtitle: Bound {
            max: 80,
            source: "reference of the generic template, 2026-04",
        },
        items: Bound {
            max: 10,
            source: "reference of the generic template, 2026-04",
        },
        list_items: NO_LIST,
        list_item_buttons: NO_LIST,
        list_buttons: NO_LIST,
        // A stored copy between the two eras still has 3.
        menu_items: Bound {
            max: 20,
            source: "guide to the persistent menu, Graph API v8.0 and later",
        },
        submenu_items: Bound {
            max: 0,
            source: "guide to the persistent menu, Graph API v8.0 and later",
        },
        menu_levels: Bound {
            max: 1,
            source: "guide to the persistent menu, Graph API v8.0 and later",
        },
        menu_title: Bound {
            max: 30,
            source: "reference of the persistent menu",
        },
        greeting: Bound {
            max: 160,
            source: "reference of the greeting",
        },
        ice_breakers: Bound {
            max: 4,
            source: "reference of the ice breakers",
        },
        payload: Bound {
            max: 1000,
            source: "references of the postback button, the quick replies",
        },
    },
    // The three others of 2020 are refused since 2026-04-27 (changelog of 2026-03-27).
    tags: &["HUMAN_AGENT", "CUSTOMER_FEEDBACK"],
    features: &[],
};
