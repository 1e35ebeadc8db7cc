//! What a derived directive means.

use serde_json::{Map, Value, json};

use crate::expect::{Expect, collapse, value};
use crate::side::{self, Rejection};

impl Expect<'_> {
    /// Where that ends which fills the line.
    fn line_end(&self) -> usize {
        let sentence = self.sentence;
        let trailer = sentence.child(0, "trailer");
        trailer.map_or(sentence.text.trim_end().len(), |trailer| {
            sentence.text[..sentence.parts[trailer].start]
                .trim_end()
                .len()
        })
    }

    /// A directive of one line.
    pub(crate) fn leaf(&self) -> Result<Value, Rejection> {
        let sentence = self.sentence;
        let start = sentence.text.len() - sentence.text.trim_start().len();
        let end = self.line_end();
        let name = ["typing", "seen", "location", "start", "greeting"]
            .into_iter()
            .find_map(|name| sentence.child(0, name))
            .unwrap();
        let attributes = self.attributes(name);
        let directive = match sentence.parts[name].name {
            "typing" => {
                let off = attributes.iter().any(|(key, _)| *key == "off");
                json!({ "name": "typing", "on": !off })
            }
            "seen" => json!({ "name": "seen" }),
            "start" => {
                let payload = value(&attributes, "payload").filter(|value| !side::is_blank(value));
                if payload.is_none() && sentence.child(name, "attributes").is_some() {
                    return Err("a start without payload");
                }
                json!({ "name": "start", "payload": payload })
            }
            "greeting" => {
                let text = match sentence.child(name, "content") {
                    Some(content) => self.content(content)?,
                    None => Value::Null,
                };
                if side::is_blank(text["value"].as_str().unwrap_or("x")) {
                    return Err("a greeting without text");
                }
                let locale = locale(value(&attributes, "locale"));
                json!({ "name": "greeting", "text": text, "locale": locale })
            }
            _ => {
                let coordinate = |key: &str, limit: f64| {
                    let value = value(&attributes, key).ok_or("a place without coordinates")?;
                    side::coordinate(value, limit)?;
                    Ok::<_, Rejection>(value.strip_prefix('+').unwrap_or(value))
                };
                let label = match sentence.child(name, "content") {
                    Some(content) => self.content(content)?,
                    None => json!({ "value": "", "span": self.span(end, end) }),
                };
                let (lat, long) = (coordinate("lat", 90.0)?, coordinate("long", 180.0)?);
                json!({ "name": "location", "label": label, "lat": lat, "long": long })
            }
        };
        Ok(json!({ "type": "leaf", "directive": directive, "span": self.span(start, end) }))
    }

    fn content(&self, content: usize) -> Result<Value, Rejection> {
        side::content(self.sentence, content)?;
        let part = &self.sentence.parts[content];
        let mut text = String::new();
        let mut at = part.start;
        for (name, start, end) in side::opaque(self.sentence, content) {
            text.push_str(&self.sentence.text[at..start]);
            // Of an escape the backslash is left out, of a comment everything.
            at = if name == "escape" { start + 1 } else { end };
        }
        text.push_str(&self.sentence.text[at..part.end]);
        Ok(json!({ "value": collapse(&text), "span": self.span(part.start, part.end) }))
    }

    /// The kind, the locale and the opening line of a list of entries.
    pub(crate) fn list_opening(&self) -> (Value, String, Value) {
        let sentence = self.sentence;
        let kind = sentence.child(0, "list-kind").unwrap();
        let kind = sentence.slice(kind).to_ascii_lowercase();
        let attributes = self.attributes(0);
        let input = value(&attributes, "input").unwrap_or("on");
        let fields = match kind.as_str() {
            "menu" => json!({ "name": kind, "input": input.eq_ignore_ascii_case("on") }),
            _ => json!({ "name": kind }),
        };
        let start = sentence.text.len() - sentence.text.trim_start().len();
        let span = self.span(start, self.line_end());
        (fields, locale(value(&attributes, "locale")), span)
    }

    /// An entry that stands first in its list.
    pub(crate) fn entry(&self) -> Result<Value, Rejection> {
        let sentence = self.sentence;
        let start = sentence.text.len() - sentence.text.trim_start_matches([' ', '\t']).len();
        let end = sentence.text.trim_end().len();
        let content = match sentence.child(0, "label") {
            Some(title) => {
                side::title(sentence.slice(title))?;
                let mut title = self.label(title)?;
                let marker = sentence.child(0, "entry-marker");
                let marker = marker.map_or(0, |marker| sentence.parts[marker].end);
                let written = &sentence.text[marker..];
                let text = sentence.text.len() - written.trim_start_matches([' ', '\t']).len();
                title["span"] = self.span(text, end);
                title["type"] = json!("title");
                title
            }
            None => {
                let names = ["button", "bare-reply"].into_iter();
                match names.filter_map(|name| sentence.child(0, name)).next() {
                    Some(button) => {
                        let (button, before) = sentence.part(button);
                        let base = self.base + before;
                        let sentence = &button;
                        Expect { sentence, base }.inlines()?.remove(0)
                    }
                    None => Value::Null,
                }
            }
        };
        if side::is_blank(content["value"].as_str().unwrap_or("x")) {
            return Err("a blank title");
        }
        Ok(json!({ "depth": 0, "content": content, "span": self.span(start, end) }))
    }

    /// The kind and the opening line of a container.
    pub(crate) fn opening(&self) -> (Value, Value) {
        let sentence = self.sentence;
        let kind = sentence.child(0, "kind").unwrap();
        let kind = sentence.slice(kind).to_ascii_lowercase();
        let attributes = self.attributes(0);
        let key = if kind == "carousel" { "ratio" } else { "style" };
        let mut fields = Map::new();
        fields.insert("name".to_owned(), json!(kind));
        if let Some(value) = value(&attributes, key) {
            fields.insert(key.to_owned(), json!(value.to_ascii_lowercase()));
        }
        let start = sentence.text.len() - sentence.text.trim_start().len();
        let span = self.span(start, self.line_end());
        (Value::Object(fields), span)
    }
}

/// A locale as Meta writes it; without one it is the default.
pub(crate) fn locale(written: Option<&str>) -> String {
    let written = written.unwrap_or("default").to_ascii_lowercase();
    match written.split_once('_') {
        Some((language, country)) => format!("{language}_{}", country.to_ascii_uppercase()),
        None => written,
    }
}
