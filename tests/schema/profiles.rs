//! Bodies for the Messenger Profile, right ones and broken ones, written after Meta's documentation.

use serde_json::{Value, json};

use crate::bodies::{postback, times, web, with, x};
use crate::table::{Table, rows};

/// Whether a body is meant for the profile.
pub(crate) fn is_profile(body: &Value) -> bool {
    let keys = ["get_started", "greeting", "persistent_menu", "ice_breakers"];
    let message = ["messaging_type", "message", "sender_action"];
    let has = |key: &&str| body.get(key).is_some();
    let empty = body.as_object().is_some_and(serde_json::Map::is_empty);
    empty || !message.iter().any(has) && keys.iter().any(has)
}

fn start() -> Value {
    json!({ "payload": "GET_STARTED" })
}

fn greeting() -> Value {
    json!({ "locale": "default", "text": "Hi {{user_first_name}}!" })
}

fn menu() -> Value {
    json!({ "locale": "default", "call_to_actions": [postback()] })
}

fn questions() -> Value {
    json!({ "call_to_actions": [question()], "locale": "default" })
}

fn question() -> Value {
    json!({ "question": "Where are you?", "payload": "WHERE" })
}

fn whole() -> Value {
    json!({
        "get_started": start(),
        "greeting": [greeting()],
        "persistent_menu": [menu()],
        "ice_breakers": [questions()],
    })
}

/// Where [`menu_alone`] has its menu.
const MENU: &str = "/persistent_menu/0";

fn menu_alone(menu: Value) -> Value {
    json!({ "get_started": start(), "persistent_menu": [menu] })
}

/// A menu of these entries.
fn entries(entries: Value) -> Value {
    menu_alone(with(menu(), &json!({ "call_to_actions": entries })))
}

fn submenu(entries: Value) -> Value {
    json!({ "type": "nested", "title": "More", "call_to_actions": entries })
}

fn asked(questions: Value) -> Value {
    json!({ "ice_breakers": [questions] })
}

pub(crate) fn documented() -> Vec<(&'static str, Value)> {
    let french = |part: &Value| json!([part, with(part.clone(), &json!({ "locale": "fr_FR" }))]);
    let text = |text: String| with(greeting(), &json!({ "text": text }));
    let item = |change| entries(json!([with(postback(), &change)]));
    vec![
        ("a whole profile", whole()),
        ("a start", json!({ "get_started": start() })),
        ("a greeting", json!({ "greeting": [greeting()] })),
        ("greetings", json!({ "greeting": french(&greeting()) })),
        (
            "a language",
            json!({ "greeting": [greeting(), { "locale": "es", "text": "a" }] }),
        ),
        ("a greeting of 160", json!({ "greeting": [text(x(160))] })),
        (
            "menus",
            with(whole(), &json!({ "persistent_menu": french(&menu()) })),
        ),
        ("questions", json!({ "ice_breakers": french(&questions()) })),
        ("three entries", entries(times(3, &postback()))),
        ("a link", entries(json!([web()]))),
        (
            "a webview",
            entries(json!([with(
                web(),
                &json!({
                    "webview_height_ratio": "tall",
                    "messenger_extensions": true,
                    "fallback_url": "https://a.example/f",
                    "webview_share_button": "hide",
                })
            )])),
        ),
        (
            "a title of 30",
            item(json!({ "title": x(30), "payload": x(1000) })),
        ),
        (
            "no composer",
            with(
                whole(),
                &json!({ "persistent_menu": [with(menu(), &json!({ "composer_input_disabled": true }))] }),
            ),
        ),
        (
            "four questions",
            asked(with(
                questions(),
                &json!({ "call_to_actions": times(4, &question()) }),
            )),
        ),
        (
            "a long question",
            asked(with(
                questions(),
                &json!({ "call_to_actions": [{ "question": x(300), "payload": "A" }] }),
            )),
        ),
    ]
}

/// What was accepted as long as menus stood in menus.
pub(crate) fn nested() -> Vec<(&'static str, Value)> {
    let deep = submenu(json!([submenu(times(5, &postback()))]));
    vec![
        ("three levels", entries(json!([deep]))),
        (
            "five entries",
            entries(json!([submenu(times(5, &postback()))])),
        ),
    ]
}

/// What is accepted since.
pub(crate) fn flat() -> Vec<(&'static str, Value)> {
    let mixed = [times(10, &postback()), times(10, &web())];
    let mixed = mixed.iter().flat_map(|it| it.as_array().unwrap());
    vec![
        ("four entries", entries(times(4, &postback()))),
        ("twenty entries", entries(mixed.cloned().collect())),
    ]
}

pub(crate) fn broken(table: &mut Table) {
    parts(table);
    menus(table);
    buttons(table);
    ice_breakers(table);
}

pub(crate) fn broken_nested(table: &mut Table) {
    table.part(menu(), MENU, menu_alone).breaks(rows! {
        "a menu of four" => { "call_to_actions": (times(4, &postback())) },
            "maxItems /call_to_actions";
    });
    submenus(table);
}

pub(crate) fn broken_flat(table: &mut Table) {
    let buttons = submenu(json!([postback()]));
    let deep = submenu(json!([buttons]));
    table.part(menu(), MENU, menu_alone).breaks(rows! {
        "a menu of 21" => { "call_to_actions": (times(21, &postback())) },
            "maxItems /call_to_actions";
        "a menu in a menu" => { "call_to_actions": [(buttons)] }, "enum /call_to_actions/0/type";
        "a late menu in a menu" => { "call_to_actions": [(web()), (buttons)] },
            "enum /call_to_actions/1/type";
        "three levels of menus" => { "call_to_actions": [(deep)] },
            "enum /call_to_actions/0/type";
    });
}

fn parts(table: &mut Table) {
    table.part(whole(), "", |body| body).breaks(rows! {
        "a menu without a start" => { "get_started": null }, "required";
        "an unknown key" => { "whitelisted_domains": ["https://a.example"] },
            "additionalProperties";
        "a start of a word" => { "get_started": "GO" }, "type /get_started";
        "a start without payload" => { "get_started": {} }, "required /get_started";
        "a start with a title" => { "get_started": { "payload": "GO", "title": "Go" } },
            "additionalProperties /get_started";
        "a start of 1001" => { "get_started": { "payload": (x(1001)) } },
            "maxLength /get_started/payload";
        "a greeting by itself" => { "greeting": (greeting()) }, "type /greeting";
        "no greetings" => { "greeting": [] }, "contains /greeting";
        "no menus" => { "persistent_menu": [] }, "contains /persistent_menu";
        "no questions" => { "ice_breakers": [] }, "contains /ice_breakers";
        "a menu by itself" => { "persistent_menu": (menu()) }, "type /persistent_menu";
        "questions by themselves" => { "ice_breakers": (questions()) }, "type /ice_breakers";
        "two of a locale" => { "greeting": [(greeting()), (greeting())] }, "locales /greeting";
        "two menus of a locale" => { "persistent_menu": [(menu()), (menu())] },
            "locales /persistent_menu";
        "two ice breakers of a locale" => { "ice_breakers": [(questions()), (questions())] },
            "locales /ice_breakers";
        "a greeting for some" => { "greeting": [{ "locale": "fr_FR", "text": "a" }] },
            "contains /greeting";
        "a menu for some" => {
            "persistent_menu": [{ "locale": "fr_FR", "call_to_actions": [(postback())] }]
        }, "contains /persistent_menu";
        "questions for some" => {
            "ice_breakers": [{ "locale": "fr_FR", "call_to_actions": [(question())] }]
        }, "contains /ice_breakers";
    });
    let only = json!({ "get_started": start() });
    table.part(only, "", |body| body).breaks(rows! {
        "nothing at all" => { "get_started": null }, "minProperties";
    });
    let late = json!({ "greeting": [greeting()], "get_started": start() });
    table.part(late, "", |body| body).breaks(rows! {
        "a late start" => {}, "order";
    });
    let greetings = |part| json!({ "greeting": [greeting(), part] });
    let french = with(greeting(), &json!({ "locale": "fr_FR" }));
    table.part(french, "/greeting/1", greetings).breaks(rows! {
        "a greeting for whom" => { "locale": null }, "required";
        "a greeting of what" => { "text": null }, "required";
        "a greeting of a word" => { "title": "a" }, "additionalProperties";
        "a greeting that is a number" => { "text": 5 }, "type /text";
        "a greeting of 161" => { "text": (x(161)) }, "maxLength /text";
        "a blank greeting" => { "text": "\u{200B}" }, "blank /text";
        "a locale with a hyphen" => { "locale": "fr-FR" }, "pattern /locale";
        "a locale in capitals" => { "locale": "FR_FR" }, "pattern /locale";
        "a locale that is a number" => { "locale": 5 }, "type /locale";
    });
}

fn menus(table: &mut Table) {
    let menus = |part| json!({ "get_started": start(), "persistent_menu": [menu(), part] });
    let french = with(menu(), &json!({ "locale": "fr_FR" }));
    table.part(french, "/persistent_menu/1", menus).breaks(rows! {
        "a menu for whom" => { "locale": null }, "required";
        "a menu of what" => { "call_to_actions": null }, "required";
        "a menu of nothing" => { "call_to_actions": [] }, "minItems /call_to_actions";
        "a menu of one by itself" => { "call_to_actions": (postback()) }, "type /call_to_actions";
        "a menu of words" => { "call_to_actions": ["Order"] }, "type /call_to_actions/0";
        "a menu with a title" => { "title": "Menu" }, "additionalProperties";
        "a composer that is there" => { "composer_input_disabled": false },
            "const /composer_input_disabled";
        "a menu of a plain locale" => { "locale": "french" }, "pattern /locale";
    });
}

fn submenus(table: &mut Table) {
    let place = "/persistent_menu/0/call_to_actions/0";
    let outer = |part| entries(json!([part]));
    let four = submenu(json!([postback()]));
    table
        .part(submenu(json!([postback()])), place, outer)
        .breaks(rows! {
            "a submenu of what" => { "title": null }, "required";
            "a submenu without entries" => { "call_to_actions": null }, "required";
            "a submenu of nothing" => { "call_to_actions": [] }, "minItems /call_to_actions";
            "a submenu of six" => { "call_to_actions": (times(6, &postback())) },
                "maxItems /call_to_actions";
            "a submenu of one by itself" => { "call_to_actions": (postback()) },
                "type /call_to_actions";
            "a submenu with a payload" => { "payload": "A" }, "additionalProperties";
            "a submenu of 31" => { "title": (x(31)) }, "maxLength /title";
        });
    let inner = |part| entries(json!([submenu(json!([part]))]));
    let place = "/persistent_menu/0/call_to_actions/0/call_to_actions/0";
    table
        .part(submenu(json!([postback()])), place, inner)
        .breaks(rows! {
            "an inner submenu of what" => { "title": null }, "required";
            "an inner submenu without entries" => { "call_to_actions": null }, "required";
            "an inner submenu of nothing" => { "call_to_actions": [] }, "minItems /call_to_actions";
            "an inner submenu of six" => { "call_to_actions": (times(6, &postback())) },
                "maxItems /call_to_actions";
            "an inner submenu of one by itself" => { "call_to_actions": (postback()) },
                "type /call_to_actions";
            "an inner submenu with a URL" => { "url": "https://a.example" }, "additionalProperties";
            "an inner submenu of 31" => { "title": (x(31)) }, "maxLength /title";
            "a call in the middle" => { "type": "phone_number" }, "enum /type";
        "a fourth level" => { "call_to_actions": [(four)] }, "enum /call_to_actions/0/type";
        });
}

fn buttons(table: &mut Table) {
    let place = "/persistent_menu/0/call_to_actions/0";
    let entry = |part| entries(json!([part]));
    table.part(postback(), place, entry).breaks(rows! {
        "an entry of what kind" => { "type": null }, "required";
        "a call" => { "type": "phone_number", "payload": "+15105551234" }, "enum /type";
        "a postback without title" => { "title": null }, "required";
        "a postback without payload" => { "payload": null }, "required";
        "a postback of an empty title" => { "title": "" }, "minLength /title";
        "a postback of 31" => { "title": (x(31)) }, "maxLength /title";
        "a postback of 1001" => { "payload": (x(1001)) }, "maxLength /payload";
        "a postback with a URL" => { "url": "https://a.example" }, "additionalProperties";
    });
    table.part(web(), place, entry).breaks(rows! {
        "a link without title" => { "title": null }, "required";
        "a link without URL" => { "url": null }, "required";
        "a link of 31" => { "title": (x(31)) }, "maxLength /title";
        "a link to nowhere" => { "url": "a.example" }, "pattern /url";
        "a link with a payload" => { "payload": "A" }, "additionalProperties";
        "a link as high as can be" => { "webview_height_ratio": "max" },
            "enum /webview_height_ratio";
        "a fallback of no webview" => { "fallback_url": "https://a.example" }, "required";
    });
}

fn ice_breakers(table: &mut Table) {
    table
        .part(questions(), "/ice_breakers/0", asked)
        .breaks(rows! {
            "questions without any" => { "call_to_actions": null }, "required";
            "no question" => { "call_to_actions": [] }, "minItems /call_to_actions";
            "five questions" => { "call_to_actions": (times(5, &question())) },
                "maxItems /call_to_actions";
            "a question by itself" => { "call_to_actions": (question()) }, "type /call_to_actions";
            "questions with a title" => { "title": "Ask" }, "additionalProperties";
        });
    let two = |part| json!({ "ice_breakers": [questions(), part] });
    table
        .part(questions(), "/ice_breakers/1", two)
        .breaks(rows! {
            "questions for whom" => { "locale": null }, "required";
            "questions for a country" => { "locale": "FR" }, "pattern /locale";
        });
    let one = |part| asked(json!({ "call_to_actions": [part], "locale": "default" }));
    let place = "/ice_breakers/0/call_to_actions/0";
    table.part(question(), place, one).breaks(rows! {
        "a question of what" => { "question": null }, "required";
        "a question without payload" => { "payload": null }, "required";
        "an empty question" => { "question": "" }, "minLength /question";
        "a question of 1001" => { "payload": (x(1001)) }, "maxLength /payload";
        "a question with a type" => { "type": "postback" }, "additionalProperties";
    });
}
