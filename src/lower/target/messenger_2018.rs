//! `messenger-2018`: Messenger as the shorthand's makers documented it, Graph API v2.11 to v3.3.
//!
//! Lengths are counted in UTF-16 code units, because the platform never says what a "character"
//! is and this count is never more lenient than counting code points.

use super::{Feature, Retirement, Target};

/// Messenger in 2018.
pub(crate) static MESSENGER_2018: Target = Target {
    name: "messenger-2018",
    // "Length of param message[text] must be less than or equal to 2000": Graph's error text, in
    // force by 2018-03-04 (microsoft/botframework-sdk#4261).
    text: 2000,
    // "UTF-8-encoded text of up to 640 characters": reference of the button template.
    template_text: 640,
    // Raised from 10 in Platform 1.4, 2017-03 (restfb#683); Smooch's page says 11; 13 since
    // 2019-07 (restfb#1010).
    replies: 11,
    // "20 character limit, after that it gets truncated": reference of the quick replies, 2017.
    reply_title: 20,
    // "(#105) … buttons has too many elements" for a fourth (botkit#1672).
    buttons: 3,
    // "Button title. 20 character limit": reference of the buttons.
    button_title: 20,
    // Raised from 45 in 2016: reference of the generic template.
    element_title: 80,
    // "80 character limit": reference of the generic template.
    element_subtitle: 80,
    // "1000 character limit": references of the postback button and of the quick replies.
    payload: 1000,
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
            feature: Feature::Tags,
            // ker0x/messenger, "supported until March 4th, 2020".
            when: "the message tags of 2018 were removed on 2020-03-04",
            instead: "send without a tag, within 24 hours",
        },
    ],
};
