//! A line of `--ndjson`: what it asks for, or why that cannot be read.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::input::not_utf_8;
use super::text::Text;

/// A message to compile.
#[derive(Debug, Deserialize)]
// What is misspelt would be lost without a word, a recipient for example.
#[serde(deny_unknown_fields)]
pub(crate) struct Line<'l> {
    /// What comes back with the answer, byte for byte: no number of it is read, and none rounded.
    #[serde(borrow)]
    pub(crate) id: Option<&'l RawValue>,
    #[serde(borrow)]
    pub(crate) text: Text<'l>,
    pub(crate) to: Option<String>,
}

/// A line that is no message.
#[derive(Debug)]
pub(crate) struct Refused<'l> {
    /// The id all the same, where there is one.
    pub(crate) id: Option<&'l RawValue>,
    pub(crate) message: String,
}

impl<'l> Line<'l> {
    /// What a line says, with or without its end.
    pub(crate) fn parse(line: &'l [u8]) -> Result<Self, Refused<'l>> {
        let refused = |message| Refused { id: None, message };
        let text = str::from_utf8(line)
            .map_err(|error| refused(not_utf_8("the line", line, error.valid_up_to())))?;
        let text = text.trim_ascii_end();
        match text.trim_ascii_start().bytes().next() {
            None => Err(refused("the line is blank".to_owned())),
            // Of an array serde takes the fields in their order.
            Some(b'{') => serde_json::from_str(text).map_err(|error| object(text, &error)),
            Some(_) => Err(refused(other(text))),
        }
    }
}

/// What is wrong with a line that is meant to be an object.
fn object<'l>(text: &'l str, error: &serde_json::Error) -> Refused<'l> {
    #[derive(Deserialize)]
    struct Id<'l> {
        #[serde(borrow)]
        id: Option<&'l RawValue>,
    }
    let id = serde_json::from_str::<Id<'_>>(text);
    let fields = serde_json::from_str::<BTreeMap<String, &RawValue>>(text);
    let field = fields.ok().and_then(|fields| wrong_field(&fields));
    Refused {
        id: id.ok().and_then(|line| line.id),
        message: field.unwrap_or_else(|| said(error)),
    }
}

fn wrong_field(fields: &BTreeMap<String, &RawValue>) -> Option<String> {
    let is_known = |name: &&String| matches!(name.as_str(), "id" | "text" | "to");
    if let Some(name) = fields.keys().find(|name| !is_known(name)) {
        let name = shortened(name);
        return Some(format!(
            "`{name}` is no field of a line, which has `text`, and may have `id` and `to`"
        ));
    }
    let Some(text) = fields.get("text") else {
        return Some("`text` is missing".to_owned());
    };
    let not_a_string = |name: &str, value: &RawValue| {
        let kind = kind(value);
        (kind != "a string").then(|| format!("`{name}` is {kind}, not a string"))
    };
    let to = fields.get("to").filter(|to| kind(to) != "null");
    not_a_string("text", text).or_else(|| not_a_string("to", to?))
}

/// What is wrong with a line that is not meant to be an object.
fn other(text: &str) -> String {
    match serde_json::from_str::<&RawValue>(text) {
        Ok(value) => format!("the line is {}, not an object", kind(value)),
        Err(error) => said(&error),
    }
}

/// What a value is, by its first byte.
fn kind(value: &RawValue) -> &'static str {
    match value.get().as_bytes().first() {
        Some(b'"') => "a string",
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b't' | b'f') => "a Boolean",
        Some(b'n') => "null",
        _ => "a number",
    }
}

/// What serde says, with the column alone: a line has but one line.
fn said(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let (message, _) = said.rsplit_once(" at line ").unwrap_or((&said, ""));
    // What is well-formed and yet refused is a field that is there twice.
    let what = if error.is_data() {
        "has a"
    } else {
        "is not JSON:"
    };
    format!("the line {what} {message} at column {}", error.column())
}

/// A name as it is printed; what is longer is not worth a screen.
fn shortened(name: &str) -> String {
    const LONGEST: usize = 40;
    let visible = tapmark::visible(name);
    match visible.char_indices().nth(LONGEST) {
        None => visible,
        Some((end, _)) => format!("{}…", &visible[..end]),
    }
}
