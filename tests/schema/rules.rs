//! The rules of the schema, one by one: without any of them a broken body would pass.

use serde_json::Value;

use crate::broken::broken;
use crate::documented::documented;
use crate::oracle::{SCHEMA, validator};
use crate::profiles::is_profile;

/// Whether a schema accepts a body, as a message's or as a profile's.
fn acceptance(schema: &Value) -> impl Fn(&Value) -> bool {
    let messages = validator(schema, "messenger-2018");
    let profile = validator(schema, "messenger-2018.profile");
    move |body| match is_profile(body) {
        true => profile.is_valid(body),
        false => messages.is_valid(body),
    }
}

/// Each rule is taken out of the schema in turn, and something changes: a broken body passes, or a
/// documented one no longer does.
#[test]
fn every_rule_is_needed() {
    let whole = acceptance(&SCHEMA);
    let mut broken: Vec<_> = broken().into_iter().map(|broken| broken.body).collect();
    // What is left is refused on grounds that a schema cannot say.
    broken.retain(|body| !whole(body));
    let documented: Vec<_> = documented().into_iter().map(|(_, body)| body).collect();
    let mut places = Vec::new();
    for (name, definition) in SCHEMA["$defs"].as_object().unwrap() {
        push_rules(definition, &format!("/$defs/{name}"), &mut places);
    }
    assert!(places.len() >= 150, "only {}", places.len());
    places.retain(|place| {
        let (parent, keyword) = place.rsplit_once('/').unwrap();
        let mut schema = SCHEMA.clone();
        let parent = schema.pointer_mut(parent).unwrap();
        parent.as_object_mut().unwrap().shift_remove(keyword);
        let accepts = acceptance(&schema);
        !broken.iter().any(&accepts) && documented.iter().all(&accepts)
    });
    assert!(places.is_empty(), "not needed: {places:#?}");
}

/// The places of the keywords in a schema and in those inside it, but not inside conditions.
fn push_rules(schema: &Value, place: &str, found: &mut Vec<String>) {
    if let Value::Array(schemas) = schema {
        for (index, schema) in schemas.iter().enumerate() {
            push_rules(schema, &format!("{place}/{index}"), found);
        }
    }
    for (keyword, value) in schema.as_object().into_iter().flatten() {
        let place = format!("{place}/{keyword}");
        match &keyword[..] {
            "description" => continue,
            "properties" | "dependentSchemas" => {
                for (name, schema) in value.as_object().unwrap() {
                    push_rules(schema, &format!("{place}/{name}"), found);
                }
                continue;
            }
            "if" | "anyOf" | "oneOf" => {}
            _ => push_rules(value, &place, found),
        }
        if !is_said_twice(&place, value) {
            found.push(place);
        }
    }
}

/// What the schema says for its readers in a definition, after the condition that leads there has
/// said it: that it is an object, which `values_keep_their_kinds` tests, and of which kind.
fn is_said_twice(place: &str, value: &Value) -> bool {
    const KINDS: [&str; 6] = [
        "/properties/type/const",
        "/properties/template_type/const",
        "/properties/content_type/const",
        "action_request/required",
        "share_button/required",
        "bare_reply/required",
    ];
    value == "object"
        || (!place.contains("default_action") && KINDS.iter().any(|kind| place.ends_with(kind)))
}
