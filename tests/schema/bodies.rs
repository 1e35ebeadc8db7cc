//! Bodies and their parts, the smallest of each kind, written after Meta's documentation.

use serde_json::{Value, json};

pub(crate) const MESSENGER_2018: &str = "messenger-2018";
pub(crate) const MESSENGER_2026: &str = "messenger-2026";
pub(crate) const TARGETS: [&str; 2] = [MESSENGER_2018, MESSENGER_2026];

/// The first object with the fields of the second in it; a null takes the field out.
pub(crate) fn with(mut object: Value, change: &Value) -> Value {
    let fields = object.as_object_mut().unwrap();
    for (key, value) in change.as_object().unwrap() {
        match value {
            Value::Null => fields.shift_remove(key),
            value => fields.insert(key.clone(), value.clone()),
        };
    }
    object
}

pub(crate) fn times(count: usize, value: &Value) -> Value {
    Value::Array(vec![value.clone(); count])
}

pub(crate) fn x(count: usize) -> String {
    "x".repeat(count)
}

pub(crate) fn envelope() -> Value {
    json!({ "messaging_type": "RESPONSE", "message": greeting() })
}

pub(crate) fn to_someone() -> Value {
    json!({
        "recipient": { "id": "1254459154682919" },
        "messaging_type": "RESPONSE",
        "message": greeting(),
    })
}

pub(crate) fn tagged(tag: &str) -> Value {
    json!({
        "messaging_type": "MESSAGE_TAG",
        "tag": tag,
        "message": { "text": "Your turn" },
    })
}

pub(crate) fn typing() -> Value {
    json!({ "recipient": { "id": "1254459154682919" }, "sender_action": "typing_on" })
}

pub(crate) fn greeting() -> Value {
    json!({ "text": "Hello" })
}

pub(crate) fn message(message: Value) -> Value {
    json!({ "messaging_type": "RESPONSE", "message": message })
}

pub(crate) fn attachment(attachment: Value) -> Value {
    message(json!({ "attachment": attachment }))
}

pub(crate) fn media() -> Value {
    json!({ "type": "image", "payload": { "url": "https://a.example/i.png" } })
}

pub(crate) fn replies(replies: Value) -> Value {
    message(json!({ "text": "Where to?", "quick_replies": replies }))
}

pub(crate) fn reply() -> Value {
    json!({ "content_type": "text", "title": "Red", "payload": "RED" })
}

pub(crate) fn template(payload: Value) -> Value {
    attachment(json!({ "type": "template", "payload": payload }))
}

pub(crate) fn button_template() -> Value {
    json!({ "template_type": "button", "text": "Well?", "buttons": [postback()] })
}

pub(crate) fn generic_template() -> Value {
    json!({ "template_type": "generic", "elements": [element()] })
}

pub(crate) fn list_template() -> Value {
    json!({
        "template_type": "list",
        "top_element_style": "compact",
        "elements": [element(), element()],
    })
}

/// A text over these buttons.
pub(crate) fn buttons(buttons: Value) -> Value {
    template(with(button_template(), &json!({ "buttons": buttons })))
}

/// A carousel of these items.
pub(crate) fn elements(elements: Value) -> Value {
    template(with(generic_template(), &json!({ "elements": elements })))
}

/// A carousel of one item with these buttons.
pub(crate) fn item(buttons: Value) -> Value {
    elements(json!([{ "title": "Item", "buttons": buttons }]))
}

pub(crate) fn element() -> Value {
    json!({ "title": "Item", "subtitle": "Text" })
}

pub(crate) fn action() -> Value {
    json!({ "type": "web_url", "url": "https://a.example" })
}

pub(crate) fn web() -> Value {
    json!({ "type": "web_url", "title": "Site", "url": "https://a.example" })
}

pub(crate) fn postback() -> Value {
    json!({ "type": "postback", "title": "Yes", "payload": "YES" })
}

pub(crate) fn call() -> Value {
    json!({ "type": "phone_number", "title": "Call", "payload": "+15105551234" })
}

pub(crate) fn share() -> Value {
    json!({ "type": "element_share" })
}

/// The example in the reference of the buy button.
pub(crate) fn payment() -> Value {
    json!({
        "type": "payment",
        "title": "buy",
        "payload": "DEVELOPER_DEFINED_PAYLOAD",
        "payment_summary": summary(),
    })
}

pub(crate) fn summary() -> Value {
    json!({
        "currency": "USD",
        "payment_type": "FIXED_AMOUNT",
        "merchant_name": "Peter's Apparel",
        "requested_user_info": [
            "shipping_address", "contact_name", "contact_phone", "contact_email",
        ],
        "price_list": [price()],
    })
}

pub(crate) fn price() -> Value {
    json!({ "label": "Subtotal", "amount": "29.99" })
}
