//! Bodies with one fault each: a change that breaks a body, and what is found, where. Here are the
//! faults that are some for every target.

use serde_json::json;

use crate::bodies::*;
use crate::table::{Broken, Table, rows};
use crate::{messenger_2018, messenger_2026, profiles};

pub(crate) fn broken() -> Vec<Broken> {
    let tables = TARGETS.map(|target| {
        let mut table = Table::of(target);
        envelopes(&mut table);
        messages(&mut table);
        quick_replies(&mut table);
        templates(&mut table);
        items(&mut table);
        plain_buttons(&mut table);
        profiles::broken(&mut table);
        match target {
            MESSENGER_2018 => {
                messenger_2018::broken(&mut table);
                profiles::broken_nested(&mut table);
            }
            _ => {
                messenger_2026::broken(&mut table);
                profiles::broken_flat(&mut table);
            }
        }
        table.bodies
    });
    tables.into_iter().flatten().collect()
}

fn envelopes(table: &mut Table) {
    table.part(envelope(), "", |body| body).breaks(rows! {
        "no type" => { "messaging_type": null }, "required";
        "no message" => { "message": null }, "required";
        "an unknown type" => { "messaging_type": "UTILITY" }, "enum /messaging_type";
        "no tag" => { "messaging_type": "MESSAGE_TAG" }, "required";
        "an unknown key" => { "notification_type": "NO_PUSH" }, "additionalProperties";
        "a late recipient" => { "recipient": { "id": "1" } }, "order";
    });
    table.part(to_someone(), "", |body| body).breaks(rows! {
        "a message to nobody" => { "recipient": {} }, "required /recipient";
    });
    table.part(typing(), "", |body| body).breaks(rows! {
        "an unknown action" => { "sender_action": "react" }, "enum /sender_action";
        "an action of a persona" => { "persona_id": "1" }, "additionalProperties";
        "a recipient without id" => { "recipient": {} }, "required /recipient";
        "a recipient of a word" => { "recipient": "1" }, "type /recipient";
        "an id that is a number" => { "recipient": { "id": 1 } }, "type /recipient/id";
        "an empty id" => { "recipient": { "id": "" } }, "minLength /recipient/id";
        "a blank id" => { "recipient": { "id": "\u{200B}" } }, "blank /recipient/id";
        "two ids" => { "recipient": { "id": "1", "user_ref": "1" } },
            "additionalProperties /recipient";
    });
}

fn messages(table: &mut Table) {
    table.part(greeting(), "/message", message).breaks(rows! {
        "nothing" => { "text": null }, "oneOf";
        "text and picture" => { "attachment": media() }, "oneOf";
        "an unknown key" => { "metadata": "x" }, "additionalProperties";
        "text that is a number" => { "text": 5 }, "type /text";
        "empty text" => { "text": "" }, "minLength /text";
        "blank text" => { "text": " \u{FE0F}\u{A0}\n" }, "blank /text";
        "a blank of braille" => { "text": "\u{2800}" }, "blank /text";
        "a bell" => { "text": "ding\u{7}" }, "pattern /text";
        "a carriage return" => { "text": "a\r\nb" }, "pattern /text";
        "2001 letters" => { "text": x(2001) }, "maxLength /text";
        "1000 emoji and a letter" => { "text": "👇".repeat(1000) + "x" }, "maxLength /text";
    });
    table.part(media(), "/message/attachment", attachment).breaks(rows! {
        "a picture of no kind" => { "type": null }, "required";
        "no payload" => { "payload": null }, "required";
        "a document" => { "type": "document" }, "enum /type";
        "a picture with a title" => { "title": "x" }, "additionalProperties";
        "a picture of nothing" => { "payload": {} }, "required /payload";
        "a kept picture" => { "payload": { "url": "https://a.example", "is_reusable": true } },
            "additionalProperties /payload";
        "a picture in a mail" => { "payload": { "url": "cid:1" } }, "pattern /payload/url";
        "a picture from nowhere" => { "payload": { "url": "https://" } }, "pattern /payload/url";
        "a picture from no host" => { "payload": { "url": "https:///i.png" } },
            "pattern /payload/url";
        "a picture and a word" => { "payload": { "url": "https://a.example/i.png big" } },
            "pattern /payload/url";
    });
}

fn quick_replies(table: &mut Table) {
    table
        .part(greeting(), "/message/quick_replies", message)
        .breaks(rows! {
            "no replies" => { "quick_replies": [] }, "minItems";
            "a reply by itself" => { "quick_replies": reply() }, "type";
            "a reply of a word" => { "quick_replies": ["Yes"] }, "type /0";
        });
    let second = |it| replies(json!([reply(), it]));
    table
        .part(reply(), "/message/quick_replies/1", second)
        .breaks(rows! {
            "a reply of no kind" => { "content_type": null }, "required";
            "an unknown reply" => { "content_type": "date" }, "enum /content_type";
            "a reply without title" => { "title": null }, "required";
            "a reply without payload" => { "payload": null }, "required";
            "a reply that is empty" => { "title": "" }, "minLength /title";
            "a reply of 21" => { "title": x(21) }, "maxLength /title";
            "a reply of 11 emoji" => { "title": "👇".repeat(11) }, "maxLength /title";
            "a reply that says 1001" => { "payload": x(1001) }, "maxLength /payload";
            "an icon from a disk" => { "image_url": "file:///i.png" }, "pattern /image_url";
            "a reply with a page" => { "url": "https://a.example" }, "additionalProperties";
            "a number with a title" => { "content_type": "user_phone_number", "payload": null },
                "additionalProperties";
            "a mail with a payload" => { "content_type": "user_email", "title": null },
                "additionalProperties";
        });
}

fn templates(table: &mut Table) {
    let place = "/message/attachment/payload";
    table
        .part(button_template(), place, template)
        .breaks(rows! {
            "a template of no kind" => { "template_type": null }, "required";
            "a receipt" => { "template_type": "receipt" }, "enum /template_type";
            "buttons without text" => { "text": null }, "required";
            "a text without buttons" => { "buttons": null }, "required";
            "641 letters" => { "text": x(641) }, "maxLength /text";
            "buttons under nothing" => { "text": "" }, "minLength /text";
            "a template to share" => { "sharable": true }, "additionalProperties";
            "no buttons" => { "buttons": [] }, "minItems /buttons";
            "four buttons" => { "buttons": times(4, &postback()) }, "maxItems /buttons";
            "a button by itself" => { "buttons": postback() }, "type /buttons";
            "a button of a word" => { "buttons": ["Yes"] }, "type /buttons/0";
            "a text to share" => { "buttons": [share()] }, "enum /buttons/0/type";
            "a text to pay for" => { "buttons": [payment()] }, "enum /buttons/0/type";
        });
    table
        .part(generic_template(), place, template)
        .breaks(rows! {
            "a carousel of nothing" => { "elements": null }, "required";
            "no items" => { "elements": [] }, "minItems /elements";
            "11 items" => { "elements": times(11, &element()) }, "maxItems /elements";
            "an item by itself" => { "elements": element() }, "type /elements";
            "an item of a word" => { "elements": ["Item"] }, "type /elements/0";
            "a carousel with a button" => { "buttons": [postback()] }, "additionalProperties";
        });
}

fn items(table: &mut Table) {
    let place = "/message/attachment/payload/elements/1";
    let second = |it| elements(json!([element(), it]));
    table.part(element(), place, second).breaks(rows! {
        "no title" => { "title": null }, "required";
        "only a title" => { "subtitle": null }, "anyOf";
        "only a page" => { "subtitle": null, "default_action": action() }, "anyOf";
        "a title of 81" => { "title": x(81) }, "maxLength /title";
        "an empty title" => { "title": "" }, "minLength /title";
        "a title of 41 emoji" => { "title": "👇".repeat(41) }, "maxLength /title";
        "a subtitle of 81" => { "subtitle": x(81) }, "maxLength /subtitle";
        "an empty subtitle" => { "subtitle": "" }, "minLength /subtitle";
        "an item of 2016" => { "item_url": "https://a.example" }, "additionalProperties";
        "a picture from a disk" => { "image_url": "file:///i.png" }, "pattern /image_url";
        "no buttons in it" => { "buttons": [] }, "minItems /buttons";
        "four buttons in it" => { "buttons": times(4, &postback()) }, "maxItems /buttons";
        "a button by itself in it" => { "buttons": postback() }, "type /buttons";
        "a nested menu" => { "buttons": [{ "type": "nested" }] }, "enum /buttons/0/type";
        "a late payment" => { "buttons": [postback(), payment()] }, "enum /buttons/1/type";
    });
    let page = |it| {
        elements(json!([
            element(),
            with(element(), &json!({ "default_action": it }))
        ]))
    };
    table
        .part(action(), &format!("{place}/default_action"), page)
        .breaks(rows! {
            "an action of no type" => { "type": null }, "required";
            "an action to nowhere" => { "url": null }, "required";
            "an action that calls" => { "type": "postback" }, "const /type";
            "an action with a title" => { "title": "x" }, "additionalProperties";
            "an action that scripts" => { "url": "javascript:alert(1)" }, "pattern /url";
            "an unsafe window" => { "url": "http://a.example", "messenger_extensions": true },
                "pattern /url";
        });
}

fn plain_buttons(table: &mut Table) {
    let place = "/message/attachment/payload/buttons/0";
    let one = |it| buttons(json!([it]));
    table.part(web(), place, one).breaks(rows! {
        "a button of no type" => { "type": null }, "required";
        "a page without title" => { "title": null }, "required";
        "a page without address" => { "url": null }, "required";
        "a page of 21" => { "title": x(21) }, "maxLength /title";
        "a script" => { "url": "javascript:alert(1)" }, "pattern /url";
        "a page that is a number" => { "url": 5 }, "type /url";
        "a page with a payload" => { "payload": "P" }, "additionalProperties";
        "an unknown height" => { "webview_height_ratio": "half" }, "enum /webview_height_ratio";
        "a share button" => { "webview_share_button": "show" }, "const /webview_share_button";
        "extensions of a word" => { "messenger_extensions": "true" }, "type /messenger_extensions";
        "extensions over http" => { "messenger_extensions": true, "url": "http://a.example" },
            "pattern /url";
        "a fallback over http" => {
            "messenger_extensions": true, "fallback_url": "http://a.example",
        }, "pattern /fallback_url";
        "a fallback of nothing" => { "fallback_url": "https://a.example" }, "required";
        "a fallback to nowhere" => { "messenger_extensions": true, "fallback_url": "https://" },
            "pattern /fallback_url";
        "a fallback of none" => {
            "fallback_url": "https://a.example", "messenger_extensions": false,
        }, "const /messenger_extensions";
    });
    table.part(postback(), place, one).breaks(rows! {
        "a postback without title" => { "title": null }, "required";
        "a postback without payload" => { "payload": null }, "required";
        "a postback that is blank" => { "title": "\u{AD}\u{3164}" }, "blank /title";
        "a postback of 21" => { "title": x(21) }, "maxLength /title";
        "a postback of nothing" => { "title": "" }, "minLength /title";
        "a postback that says nothing" => { "payload": "" }, "minLength /payload";
        "a postback that says 1001" => { "payload": x(1001) }, "maxLength /payload";
        "a postback with a page" => { "url": "https://a.example" }, "additionalProperties";
    });
    table.part(call(), place, one).breaks(rows! {
        "a call without title" => { "title": null }, "required";
        "a call without number" => { "payload": null }, "required";
        "a call of 21" => { "title": x(21) }, "maxLength /title";
        "a call with a page" => { "url": "https://a.example" }, "additionalProperties";
        "a number without plus" => { "payload": "15105551234" }, "pattern /payload";
        "a number with a dash" => { "payload": "+1510-5551234" }, "pattern /payload";
        "a number of 3" => { "payload": "+123" }, "pattern /payload";
        "a number that is one" => { "payload": 5105551234_u64 }, "type /payload";
        "a number of 16" => { "payload": "+1234567890123456" }, "pattern /payload";
    });
}
