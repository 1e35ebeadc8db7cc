//! `messenger-2018`: Messenger as the shorthand's makers documented it, Graph API v2.11 to v3.3.
//!
//! Lengths are counted in UTF-16 code units, because the platform never says what a "character"
//! is and this count is never more lenient than counting code points.

use super::{Bound, Feature, Limits, Retirement, Target};

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
    retired: &[
        Retirement {
            feature: Feature::Buy,
            // No notice of its removal was found; the reference of 2026 does not list it.
            when: "the payment button is no longer in Meta's reference",
            instead: "link to a checkout page",
        },
        Retirement {
            feature: Feature::LocationReply,
            // Banner of the quick replies' reference.
            when: "the location quick reply was removed on 2019-10-29",
            instead: "ask for the place in words",
        },
        Retirement {
            feature: Feature::List,
            // Announced with the location quick reply; refused from Graph API v4.0 on
            // (botbuilder-js#1686).
            when: "list templates were deprecated on 2019-07-29, with Graph API v4.0",
            instead: "use a carousel",
        },
        Retirement {
            feature: Feature::Ratio,
            // On the page until v12; not listed on that of 2026.
            when: "the image ratio of carousels is no longer in Meta's reference",
            instead: "leave `ratio` out and use pictures of 1.91 to 1",
        },
        Retirement {
            feature: Feature::Share,
            // rehabstudio/fbmessenger#66, of 2019-11-03.
            when: "the share button has been rejected since 2019-11",
            instead: "link to the page that is to be shared",
        },
        Retirement {
            feature: Feature::NestedMenu,
            // Changelog, archive; guide to the persistent menu.
            when: "menus in menus were removed on 2020-08-04, with Graph API v8.0",
            instead: "write a flat menu of up to 20 entries",
        },
        Retirement {
            feature: Feature::Tags,
            // ker0x/messenger, "supported until March 4th, 2020".
            when: "the message tags of 2018 were removed on 2020-03-04",
            instead: "send without a tag, within 24 hours",
        },
    ],
};
