//! Bodies of every documented shape, up to the limits. Here are the shapes of every target.

use serde_json::{Value, json};

use crate::bodies::*;
use crate::{messenger_2018, messenger_2026, profiles};

/// A target, a name and a body that the target accepts.
pub(crate) type Documented = (&'static str, &'static str, Value);

pub(crate) fn documented() -> Vec<Documented> {
    let bodies = TARGETS.map(|target| {
        let mut bodies = messages();
        bodies.extend(templates());
        bodies.extend(profiles::documented());
        bodies.extend(alone(target));
        let of = move |(name, body)| (target, name, body);
        bodies.into_iter().map(of)
    });
    bodies.into_iter().flatten().collect()
}

/// What only this target accepts.
pub(crate) fn alone(target: &str) -> Vec<(&'static str, Value)> {
    match target {
        MESSENGER_2018 => [messenger_2018::documented(), profiles::nested()].concat(),
        _ => [messenger_2026::documented(), profiles::flat()].concat(),
    }
}

fn messages() -> Vec<(&'static str, Value)> {
    let to = |body, change| with(body, &change);
    let kind = |kind| attachment(with(media(), &json!({ "type": kind })));
    let page = |url| attachment(with(media(), &json!({ "payload": { "url": url } })));
    let text = |text: String| message(json!({ "text": text }));
    vec![
        ("a text", envelope()),
        ("2000 letters", text("é".repeat(2000))),
        ("1000 emoji", text("👇".repeat(1000))),
        ("lines and tabs", text("a\n\n\tb".to_owned())),
        ("an emoji of several parts", text("👩‍👩‍👧".to_owned())),
        ("to someone", to_someone()),
        (
            "an update",
            to(envelope(), json!({ "messaging_type": "UPDATE" })),
        ),
        ("typing", typing()),
        (
            "no longer typing",
            to(typing(), json!({ "sender_action": "typing_off" })),
        ),
        (
            "seen, whoever wrote",
            json!({ "sender_action": "mark_seen" }),
        ),
        ("a picture", kind("image")),
        ("a sound", kind("audio")),
        ("a film", kind("video")),
        ("a file", kind("file")),
        ("plain http", page("http://a.example/i.png?a=b#c")),
        ("capitals", page("HTTPS://A.EXAMPLE")),
        ("11 replies", replies(times(11, &reply()))),
        (
            "a reply of 20",
            replies(json!([with(
                reply(),
                &json!({ "title": x(20), "payload": x(1000) })
            )])),
        ),
        (
            "an icon",
            replies(json!([with(
                reply(),
                &json!({ "image_url": "https://a.example/i.png" })
            )])),
        ),
        (
            "telephone and mail",
            replies(
                json!([{ "content_type": "user_phone_number" }, { "content_type": "user_email" }]),
            ),
        ),
        (
            "replies to a picture",
            message(json!({ "attachment": media(), "quick_replies": [reply()] })),
        ),
    ]
}

fn templates() -> Vec<(&'static str, Value)> {
    let button = |button, change| buttons(json!([with(button, &change)]));
    let one = |change| elements(json!([with(element(), &change)]));
    let cover = json!({ "title": "Item", "image_url": "https://a.example/i.png" });
    vec![
        ("three buttons", buttons(json!([web(), postback(), call()]))),
        (
            "640 letters",
            template(with(button_template(), &json!({ "text": x(640) }))),
        ),
        (
            "a button of 20",
            button(postback(), json!({ "title": x(20), "payload": x(1000) })),
        ),
        (
            "a low window",
            button(web(), json!({ "webview_height_ratio": "compact" })),
        ),
        (
            "a window of the page's",
            button(
                web(),
                json!({ "messenger_extensions": true, "fallback_url": "https://a.example" }),
            ),
        ),
        (
            "nothing to share",
            button(
                web(),
                json!({ "messenger_extensions": false, "webview_share_button": "hide" }),
            ),
        ),
        (
            "the shortest number",
            button(call(), json!({ "payload": "+1234" })),
        ),
        (
            "the longest number",
            button(call(), json!({ "payload": "+123456789012345" })),
        ),
        (
            "replies to buttons",
            message(json!({
                "attachment": { "type": "template", "payload": button_template() },
                "quick_replies": [reply()],
            })),
        ),
        ("ten items", elements(times(10, &element()))),
        (
            "an item of 80 and 80",
            one(json!({ "title": x(80), "subtitle": x(80) })),
        ),
        ("an item with a picture", elements(json!([cover]))),
        ("an item with a button", item(json!([postback()]))),
        (
            "an item with three",
            item(json!([web(), postback(), call()])),
        ),
        (
            "an item with a page",
            one(json!({ "default_action": action() })),
        ),
        (
            "an item with a window",
            one(json!({ "default_action": with(action(), &json!({
            "webview_height_ratio": "tall", "messenger_extensions": true,
            "fallback_url": "https://a.example", "webview_share_button": "hide",
        })) })),
        ),
    ]
}
