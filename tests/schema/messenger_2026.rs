//! What `messenger-2026` alone has, and that it has no longer what went since 2018.

use serde_json::{Value, json};

use crate::bodies::*;
use crate::table::{Table, rows};

pub(crate) fn documented() -> Vec<(&'static str, Value)> {
    let mut mixed = times(11, &reply());
    let kinds = ["user_phone_number", "user_email"];
    let bare = kinds.map(|kind| json!({ "content_type": kind }));
    mixed.as_array_mut().unwrap().extend(bare);
    let under = |attachment, count| {
        message(json!({ "attachment": attachment, "quick_replies": times(count, &reply()) }))
    };
    let carousel = json!({ "type": "template", "payload": generic_template() });
    vec![
        ("a person answers", tagged("HUMAN_AGENT")),
        ("how was it", tagged("CUSTOMER_FEEDBACK")),
        ("12 replies", replies(times(12, &reply()))),
        ("13 replies", replies(times(13, &reply()))),
        ("13 replies of every kind", replies(mixed)),
        ("13 replies to a picture", under(media(), 13)),
        ("13 replies to a carousel", under(carousel, 13)),
    ]
}

pub(crate) fn broken(table: &mut Table) {
    table
        .part(tagged("HUMAN_AGENT"), "", |body| body)
        .breaks(rows! {
            "an unknown tag" => { "tag": "SALE" }, "enum /tag";
            "a tag of 2018" => { "tag": "TICKET_UPDATE" }, "enum /tag";
            "a tag of both times" => { "tag": "ACCOUNT_UPDATE" }, "enum /tag";
            "a tag of 2020" => { "tag": "CONFIRMED_EVENT_UPDATE" }, "enum /tag";
            "another tag of 2020" => { "tag": "POST_PURCHASE_UPDATE" }, "enum /tag";
            "a tag of two" => { "tag": ["HUMAN_AGENT"] }, "enum /tag";
            "a tagged answer" => { "messaging_type": "RESPONSE" }, "const /messaging_type";
            "an answer to a message" => { "reply_to": { "mid": "m_1" } }, "additionalProperties";
        });
    table.part(typing(), "", |body| body).breaks(rows! {
        "a reaction" => { "sender_action": "react" }, "enum /sender_action";
        "a reaction to a message" => { "payload": { "message_id": "m_1", "reaction": "❤" } },
            "additionalProperties";
    });
    table.part(greeting(), "/message", message).breaks(rows! {
        "a sticker" => { "sticker_id": 369_239_263_222_822_u64 }, "additionalProperties";
        "several pictures" => { "attachments": [media()] }, "additionalProperties";
    });
    table
        .part(greeting(), "/message/quick_replies", message)
        .breaks(rows! {
            "14 replies" => { "quick_replies": times(14, &reply()) }, "maxItems";
            "a place" => { "quick_replies": [{ "content_type": "location" }] },
                "enum /0/content_type";
            "a place after a word" => {
                "quick_replies": [reply(), { "content_type": "location" }],
            }, "enum /1/content_type";
        });
    let place = "/message/attachment/payload";
    table.part(list_template(), place, template).breaks(rows! {
        "a list" => {}, "enum /template_type";
        "a large list" => { "top_element_style": "large" }, "enum /template_type";
        "a list with a button" => { "buttons": [postback()] }, "enum /template_type";
        "a list by another name" => { "template_type": "generic" }, "additionalProperties";
    });
    table
        .part(button_template(), place, template)
        .breaks(rows! {
            "a page from elsewhere" => {
                "template_type": "open_graph", "text": null, "buttons": null,
                "elements": [{ "url": "https://a.example" }],
            }, "enum /template_type";
            "a grid" => { "template_type": "image_grid" }, "enum /template_type";
            "a call by the platform" => { "buttons": [{ "type": "audio_call", "title": "Call" }] },
                "enum /buttons/0/type";
        });
    table
        .part(generic_template(), place, template)
        .breaks(rows! {
            "square pictures" => { "image_aspect_ratio": "square" }, "additionalProperties";
            "wide pictures" => { "image_aspect_ratio": "horizontal" }, "additionalProperties";
        });
    table
        .part(element(), &format!("{place}/elements/1"), |it| {
            elements(json!([element(), it]))
        })
        .breaks(rows! {
            "a payment" => { "buttons": [payment()] }, "enum /buttons/0/type";
            "a payment and a page" => { "buttons": [payment(), web()] }, "enum /buttons/0/type";
            "a share" => { "buttons": [share()] }, "enum /buttons/0/type";
            "a late share" => { "buttons": [web(), postback(), share()] },
                "enum /buttons/2/type";
        });
}
