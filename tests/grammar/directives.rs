//! What a derived directive means.

use serde_json::{Map, Value, json};

use crate::expect::{Expect, collapse, value};
use crate::side::{self, Rejection};

impl Expect<'_> {
    /// A directive of one line.
    pub(crate) fn leaf(&self) -> Result<Value, Rejection> {
        let sentence = self.sentence;
        let start = sentence.text.len() - sentence.text.trim_start().len();
        let end = sentence.text.trim_end().len();
        let name = ["typing", "seen", "location"]
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
        for escape in self.sentence.inside(content, "escape") {
            let escape = &self.sentence.parts[escape];
            text.push_str(&self.sentence.text[at..escape.start]);
            at = escape.start + 1;
        }
        text.push_str(&self.sentence.text[at..part.end]);
        Ok(json!({ "value": collapse(&text), "span": self.span(part.start, part.end) }))
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
        let span = self.span(start, sentence.text.trim_end().len());
        (Value::Object(fields), span)
    }
}
