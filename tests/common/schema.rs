//! An oracle of request bodies: `grammar/send-api.schema.json`, and the rules that a schema cannot
//! say. Independent of the compiler's types.

use std::sync::LazyLock;

use jsonschema::{Keyword, ValidationError, Validator};
use serde_json::Value;

/// The schema as it is shipped.
pub(crate) static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../grammar/send-api.schema.json")).expect("JSON")
});

/// What the root accepts: the definitions of each target, by their names.
static VALIDATORS: LazyLock<Vec<(&str, Validator)>> = LazyLock::new(|| {
    let choices = SCHEMA["anyOf"].as_array().expect("an array").iter();
    let references = choices.map(|choice| choice["$ref"].as_str().expect("a reference"));
    let names = references.map(|it| it.strip_prefix("#/$defs/").expect("a definition"));
    names.map(|name| (name, validator(&SCHEMA, name))).collect()
});

/// The validator of one definition. Its `maxLength` is stricter than the standard's: see
/// [`AtMost`].
pub(crate) fn validator(schema: &Value, definition: &str) -> Validator {
    let mut schema = schema.clone();
    // A reference instead of the choice of targets: a fault then has a path of its own, and not
    // that of the choice.
    let root = schema.as_object_mut().expect("an object");
    root.remove("anyOf");
    let reference = format!("#/$defs/{definition}");
    root.insert("$ref".to_owned(), reference.into());
    jsonschema::draft202012::options()
        .with_keyword("maxLength", |_, limit, _| {
            let limit = limit.as_u64().expect("the meta-schema says so");
            Ok(Box::new(AtMost(limit)))
        })
        .build(&schema)
        .expect("a schema")
}

/// What is wrong with one request for a target, each as `<rule> at <path>: <what>`; the rule is a
/// keyword of JSON Schema or one of the further checks, `blank` and `order`.
pub(crate) fn violations(request: &Value, target: &str) -> Vec<String> {
    const ORDER: [&str; 5] = [
        "recipient",
        "messaging_type",
        "tag",
        "message",
        "sender_action",
    ];
    let mut found = refused(target, request);
    order(request, &ORDER, &mut found);
    found
}

/// What is wrong with a body for the Messenger Profile of a target, in the same words.
/// `locales` is a further check: one entry is for everyone, and no locale stands twice.
pub(crate) fn profile_violations(profile: &Value, target: &str) -> Vec<String> {
    const ORDER: [&str; 4] = ["get_started", "greeting", "persistent_menu", "ice_breakers"];
    let mut found = refused(&format!("{target}.profile"), profile);
    order(profile, &ORDER, &mut found);
    for key in &ORDER[1..] {
        let parts = profile[key].as_array().into_iter().flatten();
        let locales = parts.filter_map(|part| part["locale"].as_str());
        let mut locales: Vec<_> = locales.collect();
        let count = locales.len();
        locales.sort_unstable();
        locales.dedup();
        if locales.len() < count {
            found.push(format!("locales at /{key}: one stands twice"));
        }
    }
    found
}

fn refused(definition: &str, body: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let known = VALIDATORS.iter().find(|(name, _)| *name == definition);
    let Some((_, validator)) = known else {
        panic!("the schema does not know {definition:?}");
    };
    // Collecting the errors of a valid body takes longer than seeing that there are none.
    if !validator.is_valid(body) {
        found.extend(validator.iter_errors(body).map(|error| {
            let rule = error.kind().keyword();
            format!("{rule} at {}: {error}", error.instance_path())
        }));
    }
    blank(body, &mut String::new(), &mut found);
    found
}

/// `maxLength` in UTF-16 code units. The platform never says what a "character" is; the standard's
/// code points are never more than these units.
struct AtMost(u64);

impl<'i> Keyword<'i> for AtMost {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(instance) {
            return Ok(());
        }
        let AtMost(limit) = self;
        Err(ValidationError::custom(format!(
            "{instance} is longer than {limit} UTF-16 code units"
        )))
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        instance
            .as_str()
            .is_none_or(|text| text.encode_utf16().count() as u64 <= self.0)
    }
}

/// No string shows nothing. An empty one is the schema's to refuse.
fn blank(value: &Value, path: &mut String, found: &mut Vec<String>) {
    let here = path.len();
    match value {
        Value::String(text) if !text.is_empty() && text.chars().all(is_invisible) => {
            found.push(format!("blank at {path}: {text:?} shows nothing"));
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                path.push_str(&format!("/{index}"));
                blank(value, path, found);
                path.truncate(here);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                path.push('/');
                path.push_str(key);
                blank(value, path, found);
                path.truncate(here);
            }
        }
        _ => {}
    }
}

/// White space, U+2800 (the braille pattern without a dot), and what Unicode 17's
/// `DerivedCoreProperties.txt` lists as `Default_Ignorable_Code_Point`.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '\u{2800}'
                | '\u{AD}'
                | '\u{34F}'
                | '\u{61C}'
                | '\u{115F}'..='\u{1160}'
                | '\u{17B4}'..='\u{17B5}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{3164}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{FFA0}'
                | '\u{FFF0}'..='\u{FFF8}'
                | '\u{1BCA0}'..='\u{1BCA3}'
                | '\u{1D173}'..='\u{1D17A}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// The keys of a body stand in the order that is promised.
fn order(body: &Value, order: &[&str], found: &mut Vec<String>) {
    let keys = body.as_object().into_iter().flat_map(|body| body.keys());
    // An unknown key is the schema's to refuse.
    let places = keys.filter_map(|key| order.iter().position(|known| known == key));
    if !places.is_sorted() {
        found.push("order at : the keys are out of order".to_owned());
    }
}
