//! What a derived sentence means, by the rules of `grammar/SPEC.md` that a grammar cannot state.
//! It shares no code with the compiler.

use serde_json::{Value, json};

use crate::derive::Sentence;
use crate::side::{self, Rejection};

const NO_PAGE: Rejection = "a default action that opens no page";

/// A sentence that stands at `base` in a source.
pub(crate) struct Expect<'s> {
    pub(crate) sentence: &'s Sentence<'s>,
    pub(crate) base: usize,
}

impl Expect<'_> {
    pub(crate) fn span(&self, start: usize, end: usize) -> Value {
        json!({ "start": self.base + start, "end": self.base + end })
    }

    /// The constructs that a button, a bare reply, a linked picture or media stands for.
    pub(crate) fn inlines(&self) -> Result<Vec<Value>, Rejection> {
        let mut inlines = Vec::new();
        let root = &self.sentence.parts[0];
        if root.name == "media" {
            inlines.push(self.media(0)?);
        } else {
            for media in self.sentence.inside(0, "media") {
                inlines.push(self.media(media)?);
            }
            inlines.push(self.button()?);
        }
        Ok(inlines)
    }

    fn button(&self) -> Result<Value, Rejection> {
        let sentence = self.sentence;
        let label = sentence.child(0, "label").or(sentence.child(0, "pictured"));
        let label = self.label(label.unwrap())?;
        if side::is_blank(label["value"].as_str().unwrap()) {
            return Err("a blank label");
        }
        let sigil = match sentence.text.as_bytes()[0] {
            b'%' => "percent",
            b'$' => "dollar",
            _ => "none",
        };
        let mut action = match (sentence.child(0, "action"), sentence.child(0, "price")) {
            (Some(action), _) => self.action(action, sigil != "none")?,
            (_, Some(price)) => self.price(price)?,
            _ => json!({ "type": "reply", "payload": label["value"] }),
        };
        self.give_attributes(&mut action)?;
        Ok(json!({
            "type": "button",
            "sigil": sigil,
            "label": label,
            "action": action,
            "span": self.span(0, sentence.text.len()),
        }))
    }

    fn media(&self, media: usize) -> Result<Value, Rejection> {
        let sentence = self.sentence;
        let part = &sentence.parts[media];
        let alt = match sentence.child(media, "label") {
            Some(label) => self.label(label)?,
            None => json!({ "value": "", "span": self.span(part.start + 2, part.start + 2) }),
        };
        let source = sentence.child(media, "source").unwrap();
        side::parentheses(sentence, source)?;
        let url = self.link(sentence.child(source, "file").unwrap(), false)?;
        let attributes = self.attributes(media);
        if attributes.iter().any(|(name, _)| *name == "default") {
            return Err(NO_PAGE);
        }
        let kind = match value(&attributes, "type") {
            Some(kind) => kind.to_ascii_lowercase(),
            None => media_kind(&url).to_owned(),
        };
        let span = self.span(part.start, part.end);
        Ok(json!({ "type": "media", "kind": kind, "alt": alt, "url": url, "span": span }))
    }

    /// White space is collapsed, escapes are resolved, comments and pictures left out, emphasis
    /// around the whole is taken off.
    pub(crate) fn label(&self, label: usize) -> Result<Value, Rejection> {
        side::label(self.sentence, label)?;
        let part = &self.sentence.parts[label];
        let raw = self.sentence.slice(label);
        let start = part.start + raw.len() - raw.trim_start().len();
        let stars = emphasis(raw.trim());
        let (start, end) = (start + stars, start + raw.trim().len() - stars);
        let mut text = String::new();
        let mut at = start;
        for (name, from, to) in side::opaque(self.sentence, label) {
            let before = self.sentence.text.get(at..from.max(at));
            text.push_str(before.unwrap_or_default());
            match name {
                "escape" => text.push_str(&self.sentence.text[from + 1..to]),
                "code-span" | "template" => text.push_str(&self.sentence.text[from..to]),
                _ => {}
            }
            at = to.max(start);
        }
        text.push_str(self.sentence.text.get(at..end).unwrap_or_default());
        let mut value = collapse(&text);
        if part.name == "pictured" && side::is_blank(&value) {
            // The alt text of the first one.
            let media = self.sentence.inside(label, "media")[0];
            let alt = self.sentence.child(media, "label");
            value = match alt {
                Some(alt) => self.label(alt)?["value"].as_str().unwrap().to_owned(),
                None => String::new(),
            };
        }
        Ok(json!({ "value": value, "span": self.span(part.start, part.end) }))
    }

    fn action(&self, action: usize, sigil: bool) -> Result<Value, Rejection> {
        let sentence = self.sentence;
        side::parentheses(sentence, action)?;
        let target = sentence.child(action, "target").unwrap();
        let target = sentence.children(target).next().unwrap();
        let payload = || {
            let payload = sentence.child(target, "payload").unwrap();
            let payload = self.unescaped(payload);
            match side::is_blank(&payload) {
                true => Err("a blank payload"),
                false => Ok(payload.trim().to_owned()),
            }
        };
        Ok(match sentence.parts[target].name {
            "reply" => json!({ "type": "reply", "payload": payload()? }),
            "postback" => json!({ "type": "postback", "payload": payload()? }),
            "mail" => json!({ "type": "mail", "address": payload()? }),
            "share" => json!({ "type": "share" }),
            "request" => match sentence.slice(target).to_ascii_lowercase().as_str() {
                "phone" => json!({ "type": "phone" }),
                "email" => json!({ "type": "email" }),
                _ => json!({ "type": "location_request" }),
            },
            "call" => json!({ "type": "call", "number": self.phone(target)? }),
            "webview" => {
                let url = sentence
                    .child(target, "secure-url")
                    .or(sentence.child(target, "url"));
                let url = self.url(url.unwrap())?;
                json!({ "type": "webview", "url": url, "default": false, "hide_share": false })
            }
            "link" => json!({ "type": "link", "url": self.link(target, sigil)?, "default": false }),
            other => json!({ "type": other }),
        })
    }

    /// The URL of a link, completed when it has no scheme.
    fn link(&self, link: usize, sigil: bool) -> Result<String, Rejection> {
        if let Some(url) = self.sentence.child(link, "url") {
            return self.url(url);
        }
        let names = ["address", "sure-address"].into_iter();
        let mut address = names.filter_map(|name| self.sentence.child(link, name));
        let address = address.next().unwrap();
        side::address(self.sentence, address, sigil)?;
        Ok(format!("https://{}", self.unescaped(address)))
    }

    fn url(&self, url: usize) -> Result<String, Rejection> {
        side::host(self.sentence, url)?;
        side::port(self.sentence, url)?;
        Ok(self.unescaped(url))
    }

    /// What a part of a target says: without the backslashes of its escapes.
    fn unescaped(&self, part: usize) -> String {
        let sentence = self.sentence;
        let names = ["target-escape", "parenthesis"].into_iter();
        let escapes = names.flat_map(|name| sentence.inside(part, name));
        let backslashes: Vec<_> = escapes.map(|escape| sentence.parts[escape].start).collect();
        let start = sentence.parts[part].start;
        let chars = sentence.slice(part).char_indices();
        let kept = chars.filter(|(at, _)| !backslashes.contains(&(start + at)));
        kept.map(|(_, c)| c).collect()
    }

    fn phone(&self, call: usize) -> Result<String, Rejection> {
        let phone = self.sentence.child(call, "phone").unwrap();
        let number = self.sentence.slice(phone);
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        side::phone(number, &digits)?;
        Ok(format!("+{digits}"))
    }

    fn price(&self, price: usize) -> Result<Value, Rejection> {
        let sentence = self.sentence;
        side::parentheses(sentence, price)?;
        let amount = sentence.child(price, "amount").unwrap();
        let number = sentence.child(amount, "number").unwrap();
        let currencies: Vec<_> = sentence.inside(amount, "currency");
        let is_dollar = |&part: &usize| {
            let currency = sentence.slice(part).to_ascii_uppercase();
            ["$", "US$", "USD$", "USD"].contains(&currency.as_str())
        };
        let foreign = currencies.iter().rev().find(|part| !is_dollar(part));
        let cents = match foreign {
            Some(_) => Value::Null,
            None => {
                side::dollar_behind(sentence, number, &currencies)?;
                json!(side::cents(sentence.slice(number))?)
            }
        };
        let mut amount = json!({ "cents": cents });
        if let Some(&currency) = foreign.or(currencies.first()) {
            let part = &sentence.parts[currency];
            let span = self.span(part.start, part.end);
            amount["currency"] = json!({ "value": sentence.slice(currency), "span": span });
        }
        Ok(json!({ "type": "buy", "amount": amount }))
    }

    /// The keys that mean something to the action.
    fn give_attributes(&self, action: &mut Value) -> Result<(), Rejection> {
        let attributes = self.attributes(0);
        let kind = action["type"].as_str().unwrap().to_owned();
        let fields: &[(&str, &str)] = match kind.as_str() {
            "reply" => &[("icon", "icon")],
            "link" => &[("height", "height")],
            "webview" => &[("height", "height"), ("fallback", "fallback")],
            "buy" => &[("payload", "payload")],
            _ => &[],
        };
        for (key, field) in fields {
            if let Some(value) = value(&attributes, key) {
                let value = match *key {
                    "height" => value.to_ascii_lowercase(),
                    _ => value.to_owned(),
                };
                action[field] = json!(value);
            }
        }
        let given = |key| attributes.iter().any(|(name, _)| *name == key);
        if given("default") {
            if !matches!(kind.as_str(), "link" | "webview") {
                return Err(NO_PAGE);
            }
            action["default"] = json!(true);
        }
        if kind == "webview" && given("share") {
            action["hide_share"] = json!(true);
        }
        Ok(())
    }

    /// Keys and values; of a key that is given twice the first one counts.
    pub(crate) fn attributes(&self, of: usize) -> Vec<(&str, Option<&str>)> {
        let sentence = self.sentence;
        let Some(list) = sentence.child(of, "attributes") else {
            return Vec::new();
        };
        let list = sentence.inside(list, "attribute").into_iter();
        list.map(|attribute| {
            let key = sentence.slice(sentence.child(attribute, "key").unwrap());
            let value = sentence.child(attribute, "value").map(|value| {
                let text = sentence.slice(value);
                match sentence.child(value, "quoted") {
                    Some(_) => &text[1..text.len() - 1],
                    None => text,
                }
            });
            (key, value)
        })
        .collect()
    }
}

pub(crate) fn value<'a>(attributes: &[(&str, Option<&'a str>)], key: &str) -> Option<&'a str> {
    attributes.iter().find(|(name, _)| *name == key)?.1
}

pub(crate) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One to three asterisks on each side that close nowhere before, and touch what they enclose.
fn emphasis(label: &str) -> usize {
    let stars = label.len() - label.trim_start_matches('*').len();
    let enclosed = label.get(stars..label.len().saturating_sub(stars));
    let marks = &label[..stars];
    match enclosed {
        Some(enclosed)
            if (1..=3).contains(&stars)
                && !enclosed.is_empty()
                && label.ends_with(marks)
                && !enclosed.contains(marks)
                && !enclosed.ends_with(['\\', '*'])
                && enclosed.trim() == enclosed =>
        {
            stars
        }
        _ => 0,
    }
}

/// What the path of a URL ends in.
fn media_kind(url: &str) -> &'static str {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let path = url[..end].splitn(4, '/').nth(3).unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let extension = extension.to_ascii_lowercase();
    let listed = |list: &str| list.split(' ').any(|known| known == extension);
    match () {
        () if listed("mp4 mov m4v webm") => "video",
        () if listed("mp3 m4a ogg wav aac") => "audio",
        () if listed("pdf zip docx xlsx pptx csv txt doc xls ppt odt ods odp rtf json xml") => {
            "file"
        }
        () if listed("ics vcf epub gz tar 7z rar") => "file",
        () => "image",
    }
}
