//! What `messenger-2018` alone has: bodies of it that are right, and broken ones.

use serde_json::{Value, json};

use crate::bodies::*;
use crate::table::{Table, rows};

pub(crate) fn documented() -> Vec<(&'static str, Value)> {
    let list = |change| template(with(list_template(), &change));
    let ratio = |ratio: &str| {
        let change = json!({ "image_aspect_ratio": ratio });
        template(with(generic_template(), &change))
    };
    let paid = |change| {
        let summary = with(summary(), &change);
        item(json!([with(
            payment(),
            &json!({ "payment_summary": summary })
        )]))
    };
    let cover = json!({ "title": "Item", "image_url": "https://a.example/i.png" });
    vec![
        ("a tag", tagged("GAME_EVENT")),
        (
            "a location",
            replies(json!([{ "content_type": "location" }])),
        ),
        ("an item to share", item(json!([share()]))),
        (
            "an item with three",
            item(json!([payment(), web(), share()])),
        ),
        ("square pictures", ratio("square")),
        ("wide pictures", ratio("horizontal")),
        ("a payment", paid(json!({}))),
        ("a test payment", paid(json!({ "is_test_payment": true }))),
        (
            "a payment that asks little",
            paid(json!({ "requested_user_info": ["contact_name"] })),
        ),
        (
            "a cent",
            paid(json!({ "price_list": [{ "label": "Cent", "amount": "0.01" }] })),
        ),
        (
            "a dime",
            paid(json!({ "price_list": [{ "label": "Dime", "amount": "0.10" }] })),
        ),
        ("a list of two", list(json!({}))),
        (
            "a list of four",
            list(json!({ "elements": times(4, &element()) })),
        ),
        (
            "a list with a button",
            list(json!({ "buttons": [postback()] })),
        ),
        (
            "a list with a cover",
            list(json!({ "top_element_style": "large", "elements": [cover, element()] })),
        ),
        (
            "a list with buttons",
            list(json!({ "elements": [
            { "title": "Item", "buttons": [payment()] }, { "title": "Item", "buttons": [share()] },
        ] })),
        ),
    ]
}

pub(crate) fn broken(table: &mut Table) {
    table
        .part(tagged("GAME_EVENT"), "", |body| body)
        .breaks(rows! {
            "an unknown tag" => { "tag": "SALE" }, "enum /tag";
            "a tag of 2026" => { "tag": "HUMAN_AGENT" }, "enum /tag";
            "a tag of two" => { "tag": ["GAME_EVENT"] }, "enum /tag";
            "a tagged answer" => { "messaging_type": "RESPONSE" }, "const /messaging_type";
        });
    table
        .part(greeting(), "/message/quick_replies", message)
        .breaks(rows! {
            "12 replies" => { "quick_replies": times(12, &reply()) }, "maxItems";
        });
    table
        .part(reply(), "/message/quick_replies/1", |it| {
            replies(json!([reply(), it]))
        })
        .breaks(rows! {
            "a place with a title" => { "content_type": "location", "payload": null },
                "additionalProperties";
        });
    let place = "/message/attachment/payload";
    table
        .part(generic_template(), place, template)
        .breaks(rows! {
            "high pictures" => { "image_aspect_ratio": "vertical" }, "enum /image_aspect_ratio";
        });
    table
        .part(element(), &format!("{place}/elements/0"), |it| {
            elements(json!([it]))
        })
        .breaks(rows! {
            "two payments" => { "buttons": [payment(), payment()] }, "enum /buttons/1/type";
            "a share with a title" => { "buttons": [{ "type": "element_share", "title": "x" }] },
                "additionalProperties /buttons/0";
        });
    lists(table);
    payments(table);
}

fn lists(table: &mut Table) {
    let two = json!({ "title": "Item", "buttons": [postback(), postback()] });
    table.part(list_template(), "/message/attachment/payload", template).breaks(rows! {
        "a list of nothing" => { "elements": null }, "required";
        "a list of one" => { "elements": [element()] }, "minItems /elements";
        "a list of five" => { "elements": times(5, &element()) }, "maxItems /elements";
        "a list by itself" => { "elements": element() }, "type /elements";
        "a list of no style" => { "top_element_style": null }, "required";
        "a huge list" => { "top_element_style": "huge" }, "enum /top_element_style";
        "no cover" => { "top_element_style": "large" }, "required /elements/0";
        "a list with a ratio" => { "image_aspect_ratio": "square" }, "additionalProperties";
        "an item with two" => { "elements": [element(), two] }, "maxItems /elements/1/buttons";
        "an item of a title" => { "elements": [element(), { "title": "x" }] }, "anyOf /elements/1";
        "a list without its button" => { "buttons": [] }, "minItems /buttons";
        "a list with two" => { "buttons": [postback(), postback()] }, "maxItems /buttons";
        "a list by its button" => { "buttons": postback() }, "type /buttons";
        "a list to pay for" => { "buttons": [payment()] }, "enum /buttons/0/type";
    });
}

fn payments(table: &mut Table) {
    let place = "/message/attachment/payload/elements/0/buttons/0";
    table
        .part(payment(), place, |it| item(json!([it])))
        .breaks(rows! {
            "a payment without title" => { "title": null }, "required";
            "a payment without payload" => { "payload": null }, "required";
            "a payment of nothing" => { "payment_summary": null }, "required";
            "a payment of 21" => { "title": x(21) }, "maxLength /title";
            "a payment that says 1001" => { "payload": x(1001) }, "maxLength /payload";
            "a payment with a page" => { "url": "https://a.example" }, "additionalProperties";
            "a payment of a word" => { "payment_summary": "$5" }, "type /payment_summary";
        });
    let summed = |it| item(json!([with(payment(), &json!({ "payment_summary": it }))]));
    table.part(summary(), &format!("{place}/payment_summary"), summed).breaks(rows! {
        "a payment of no currency" => { "currency": null }, "required";
        "a payment of no kind" => { "payment_type": null }, "required";
        "a payment to nobody" => { "merchant_name": null }, "required";
        "a payment that never asks" => { "requested_user_info": null }, "required";
        "a payment of no price" => { "price_list": null }, "required";
        "euros" => { "currency": "EUR" }, "const /currency";
        "any amount" => { "payment_type": "FLEXIBLE_AMOUNT" }, "const /payment_type";
        "no test" => { "is_test_payment": false }, "const /is_test_payment";
        "a merchant without name" => { "merchant_name": "" }, "minLength /merchant_name";
        "taxes" => { "tax": "1.00" }, "additionalProperties";
        "asked by itself" => { "requested_user_info": "contact_name" }, "type /requested_user_info";
        "asked for nothing" => { "requested_user_info": [] }, "minItems /requested_user_info";
        "asked twice" => { "requested_user_info": ["contact_name", "contact_name"] },
            "uniqueItems /requested_user_info";
        "asked for too much" => { "requested_user_info": ["birthday"] },
            "enum /requested_user_info/0";
        "no prices" => { "price_list": [] }, "minItems /price_list";
        "two prices" => { "price_list": [price(), price()] }, "maxItems /price_list";
        "a price by itself" => { "price_list": price() }, "type /price_list";
        "a price of a word" => { "price_list": ["5.00"] }, "type /price_list/0";
    });
    let priced = |it| summed(with(summary(), &json!({ "price_list": [it] })));
    table
        .part(
            price(),
            &format!("{place}/payment_summary/price_list/0"),
            priced,
        )
        .breaks(rows! {
            "a price of what" => { "label": null }, "required";
            "a price of how much" => { "amount": null }, "required";
            "a price of an empty word" => { "label": "" }, "minLength /label";
            "a price with a discount" => { "discount": "1.00" }, "additionalProperties";
            "a price that is a number" => { "amount": 5 }, "type /amount";
            "a price without cents" => { "amount": "5" }, "pattern /amount";
            "a price with a sign" => { "amount": "-5.00" }, "pattern /amount";
            "a price with a nought before" => { "amount": "05.00" }, "pattern /amount";
            "a price of nothing" => { "amount": "0.00" }, "pattern /amount";
        });
}
