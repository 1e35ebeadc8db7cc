//! `messenger-2018`: Messenger as the shorthand's makers documented it, Graph API v2.11 to v3.3.
//!
//! Lengths are counted in UTF-16 code units, because the platform never says what a "character"
//! is and this count is never more lenient than counting code points.

use super::{Bound, Feature, Limits, Target};

/// Messenger in 2018.
pub(crate) static MESSENGER_2018: Target = Target {
    name: "messenger-2018",
    limits: Limits {
        text: Bound {
            max: 2000,
            source: "Graph's error text, in force by 2018-03-04 (botframework-sdk#4261)",
        },
        template_text: Bound {
            max: 640,
            source: "reference of the button template",
        },
        // Raised from 10 in Platform 1.4, 2017-03 (restfb#683); 13 since 2019-07 (restfb#1010).
        replies: Bound {
            max: 11,
            source: "Smooch's page on Facebook Messenger",
        },
        reply_title: Bound {
            max: 20,
            source: "reference of the quick replies, 2017",
        },
        // "(#105) … buttons has too many elements" for a fourth.
        buttons: Bound {
            max: 3,
            source: "Graph's error 105 (botkit#1672)",
        },
        button_title: Bound {
            max: 20,
            source: "reference of the buttons",
        },
        // Raised from 45 in 2016.
        element_title: Bound {
            max: 80,
            source: "reference of the generic template",
        },
        element_subtitle: Bound {
            max: 80,
            source: "reference of the generic template",
        },
        items: Bound {
            max: 10,
            source: "reference of the generic template; Smooch's page for lists",
        },
        list_items: Bound {
            max: 4,
            source: "reference of the list template",
        },
        list_item_buttons: Bound {
            max: 1,
            source: "reference of the list template",
        },
        list_buttons: Bound {
            max: 1,
            source: "reference of the list template",
        },
        menu_items: Bound {
            max: 3,
            source: "reference of the persistent menu, 2017",
        },
        submenu_items: Bound {
            max: 5,
            source: "reference of the persistent menu, 2017",
        },
        // In no copy of Meta's page that could be read.
        menu_levels: Bound {
            max: 3,
            source: "Smooch's page on Facebook Messenger",
        },
        menu_title: Bound {
            max: 30,
            source: "reference of the persistent menu, 2017",
        },
        greeting: Bound {
            max: 160,
            source: "reference of the greeting",
        },
        // They came later, on 2019-10-29 with Graph API v5.0; a locale each since 2022-04-19.
        ice_breakers: Bound {
            max: 4,
            source: "reference of the ice breakers",
        },
        payload: Bound {
            max: 1000,
            source: "references of the postback button, the quick replies",
        },
    },
    // The tags before the reform that was announced on 2019-08-29 and in force on 2020-03-04.
    tags: &[
        "ACCOUNT_UPDATE",
        "APPLICATION_UPDATE",
        "APPOINTMENT_UPDATE",
        "BUSINESS_PRODUCTIVITY",
        "COMMUNITY_ALERT",
        "CONFIRMED_EVENT_REMINDER",
        "FEATURE_FUNCTIONALITY_UPDATE",
        "GAME_EVENT",
        "ISSUE_RESOLUTION",
        "NON_PROMOTIONAL_SUBSCRIPTION",
        "PAIRING_UPDATE",
        "PAYMENT_UPDATE",
        "PERSONAL_FINANCE_UPDATE",
        "RESERVATION_UPDATE",
        "SHIPPING_UPDATE",
        "TICKET_UPDATE",
        "TRANSPORTATION_UPDATE",
    ],
    features: &[
        Feature::Buy,
        Feature::LocationReply,
        Feature::List,
        Feature::Ratio,
        Feature::Share,
        Feature::NestedMenu,
        Feature::Tags,
    ],
};
