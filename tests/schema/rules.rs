//! The rules of the schema, one by one: without any of them a broken body would pass.

use serde_json::Value;

use crate::bodies::TARGETS;
use crate::broken::broken;
use crate::documented::documented;
use crate::oracle::{SCHEMA, validator};
use crate::profiles::is_profile;

/// Whether a schema accepts a body for a target, as a message's or as a profile's.
fn acceptance(schema: &Value, target: &str) -> impl Fn(&Value) -> bool + use<> {
    let messages = validator(schema, target);
    let profile = validator(schema, &format!("{target}.profile"));
    move |body| match is_profile(body) {
        true => profile.is_valid(body),
        false => messages.is_valid(body),
    }
}

/// Each rule is taken out of the schema in turn, and something changes: a broken body passes, or a
/// documented one no longer does.
#[test]
fn every_rule_is_needed() {
    let (broken, documented) = (broken(), documented());
    let bodies = TARGETS.map(|target| {
        let whole = acceptance(&SCHEMA, target);
        let broken = broken.iter().filter(|broken| broken.target == target);
        let broken = broken.map(|broken| &broken.body);
        // The rest is refused on grounds that a schema cannot say.
        let broken: Vec<_> = broken.filter(|body| !whole(body)).collect();
        let documented = documented.iter().filter(|(of, ..)| *of == target);
        let documented: Vec<_> = documented.map(|(.., body)| body).collect();
        (target, broken, documented)
    });
    let mut places = Vec::new();
    for (name, definition) in SCHEMA["$defs"].as_object().unwrap() {
        push_rules(definition, &format!("/$defs/{name}"), &mut places);
    }
    assert!(places.len() >= 250, "only {}", places.len());
    places.retain(|place| {
        let (parent, keyword) = place.rsplit_once('/').unwrap();
        let mut schema = SCHEMA.clone();
        let parent = schema.pointer_mut(parent).unwrap();
        parent.as_object_mut().unwrap().shift_remove(keyword);
        bodies.iter().all(|(target, broken, documented)| {
            let accepts = acceptance(&schema, target);
            !broken.iter().any(|body| accepts(body)) && documented.iter().all(|body| accepts(body))
        })
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
