//! A judge of request bodies that shares no code with the compiler: it reads JSON, and its numbers
//! are those of Meta's documentation, typed in again.

use serde_json::Value;

/// Says what is wrong with the requests for a target; empty when nothing is.
pub(crate) fn faults(requests: &Value, target: &str) -> Vec<String> {
    let rules = rules(target);
    let mut faults = Vec::new();
    for (index, request) in requests.as_array().expect("an array").iter().enumerate() {
        let mut judge = Judge {
            rules,
            at: format!("/{index}"),
            faults: &mut faults,
        };
        judge.request(request);
        judge.nothing_empty(request);
    }
    faults
}

/// Says what is wrong with a body for the Messenger Profile of a target; empty when nothing is. A
/// null is no body at all.
pub(crate) fn profile_faults(profile: &Value, target: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if !profile.is_null() {
        let mut judge = Judge {
            rules: rules(target),
            at: "profile".to_owned(),
            faults: &mut faults,
        };
        judge.profile(profile);
        judge.nothing_empty(profile);
    }
    faults
}

fn rules(target: &str) -> &'static Rules {
    match target {
        "messenger-2018" => &RULES_2018,
        "messenger-2026" => &RULES_2026,
        _ => panic!("the judge does not know {target:?}"),
    }
}

/// In what the targets differ; what they share stands where it is judged.
struct Rules {
    replies: usize,
    bare_replies: &'static [&'static str],
    tags: &'static [&'static str],
    templates: &'static [&'static str],
    generic_keys: &'static [&'static str],
    /// The kinds of buttons that stand in elements alone.
    element_buttons: &'static [&'static str],
    /// The room on each level of a menu.
    menu: &'static [usize],
}

const RULES_2018: Rules = Rules {
    replies: 11,
    bare_replies: &["location", "user_phone_number", "user_email"],
    tags: &[
        "ACCOUNT_UPDATE",
        "APPLICATION_UPDATE",
        "APPOINTMENT_UPDATE",
        "BUSINESS_PRODUCTIVITY",
        "COMMUNITY_ALERT",
        "CONFIRMED_EVENT_REMINDER",
        "FEATURE_FUNCTIONALITY_UPDATE",
        "GAME_EVENT",
        "ISSUE_RESOLUTION",
        "NON_PROMOTIONAL_SUBSCRIPTION",
        "PAIRING_UPDATE",
        "PAYMENT_UPDATE",
        "PERSONAL_FINANCE_UPDATE",
        "RESERVATION_UPDATE",
        "SHIPPING_UPDATE",
        "TICKET_UPDATE",
        "TRANSPORTATION_UPDATE",
    ],
    templates: &["button", "generic", "list"],
    generic_keys: &["image_aspect_ratio"],
    element_buttons: &["payment", "element_share"],
    menu: &[3, 5, 5],
};

const RULES_2026: Rules = Rules {
    replies: 13,
    bare_replies: &["user_phone_number", "user_email"],
    tags: &["HUMAN_AGENT", "CUSTOMER_FEEDBACK"],
    templates: &["button", "generic"],
    generic_keys: &[],
    element_buttons: &[],
    menu: &[20],
};

/// What may stand beside a page.
const PAGE: [&str; 4] = [
    "webview_height_ratio",
    "messenger_extensions",
    "fallback_url",
    "webview_share_button",
];

struct Judge<'f> {
    rules: &'static Rules,
    at: String,
    faults: &'f mut Vec<String>,
}

impl Judge<'_> {
    fn fault(&mut self, what: &str) {
        self.faults.push(format!("{}: {what}", self.at));
    }

    fn keys(&mut self, value: &Value, required: &[&str], optional: &[&str]) {
        let Some(object) = value.as_object() else {
            return self.fault("not an object");
        };
        for key in object.keys() {
            if !required.contains(&key.as_str()) && !optional.contains(&key.as_str()) {
                self.fault(&format!("unknown key {key}"));
            }
        }
        for key in required {
            if !object.contains_key(*key) {
                self.fault(&format!("no {key}"));
            }
        }
    }

    fn at_most(&mut self, value: &Value, limit: usize) {
        match value.as_str() {
            Some(text) if text.encode_utf16().count() > limit => {
                self.fault(&format!("over {limit} units: {text:?}"));
            }
            Some(_) => {}
            None => self.fault("not a string"),
        }
    }

    fn request(&mut self, request: &Value) {
        if request.get("sender_action").is_some() {
            return self.keys(request, &["sender_action"], &["recipient"]);
        }
        self.keys(
            request,
            &["messaging_type", "message"],
            &["recipient", "tag"],
        );
        self.one_of(
            &request["messaging_type"],
            &["RESPONSE", "UPDATE", "MESSAGE_TAG"],
        );
        if (request["messaging_type"] == "MESSAGE_TAG") != request.get("tag").is_some() {
            self.fault("a tag without its type, or the type without a tag");
        }
        if let Some(tag) = request.get("tag") {
            self.one_of(tag, self.rules.tags);
        }
        let message = &request["message"];
        if let Some(text) = message.get("text") {
            self.keys(message, &["text"], &["quick_replies"]);
            self.at_most(text, 2000);
        } else {
            self.keys(message, &["attachment"], &["quick_replies"]);
            self.attachment(&message["attachment"]);
        }
        if let Some(replies) = message.get("quick_replies") {
            self.replies(replies.as_array().expect("an array"));
        }
    }

    fn profile(&mut self, profile: &Value) {
        let keys = ["get_started", "greeting", "persistent_menu", "ice_breakers"];
        self.keys(profile, &[], &keys);
        let written = profile.as_object().expect("an object").keys();
        if !written.eq(keys.iter().filter(|key| profile.get(key).is_some())) {
            self.fault("keys out of order");
        }
        if let Some(start) = profile.get("get_started") {
            self.keys(start, &["payload"], &[]);
            self.at_most(&start["payload"], 1000);
        }
        for greeting in self.locales(profile.get("greeting")) {
            self.keys(greeting, &["locale", "text"], &[]);
            self.at_most(&greeting["text"], 160);
        }
        let menus = self.locales(profile.get("persistent_menu"));
        if !menus.is_empty() && profile.get("get_started").is_none() {
            self.fault("a menu without a start");
        }
        for menu in menus {
            let required = ["locale", "call_to_actions"];
            self.keys(menu, &required, &["composer_input_disabled"]);
            let disabled = menu.get("composer_input_disabled");
            if disabled.is_some_and(|disabled| disabled != true) {
                self.fault("a composer that is not disabled");
            }
            self.menu_items(&menu["call_to_actions"], self.rules.menu);
        }
        for questions in self.locales(profile.get("ice_breakers")) {
            self.keys(questions, &["locale", "call_to_actions"], &[]);
            let list = questions["call_to_actions"].as_array().expect("an array");
            if list.is_empty() || list.len() > 4 {
                self.fault("not 1 to 4 ice breakers");
            }
            for question in list {
                self.keys(question, &["question", "payload"], &[]);
                self.at_most(&question["payload"], 1000);
            }
        }
    }

    /// The parts of every locale: one of them is for everyone, and none stands twice.
    fn locales<'v>(&mut self, parts: Option<&'v Value>) -> &'v [Value] {
        let Some(parts) = parts.and_then(Value::as_array) else {
            return &[];
        };
        let mut locales: Vec<_> = parts
            .iter()
            .map(|part| part["locale"].as_str().expect("a string"))
            .collect();
        let letters =
            |part: &str, case: fn(&u8) -> bool| part.len() == 2 && part.bytes().all(|b| case(&b));
        let is_locale = |locale: &str| {
            let (language, country) = locale.split_once('_').unwrap_or((locale, "XX"));
            letters(language, u8::is_ascii_lowercase) && letters(country, u8::is_ascii_uppercase)
        };
        if !locales
            .iter()
            .all(|&locale| locale == "default" || is_locale(locale))
        {
            self.fault(&format!("no locale among {locales:?}"));
        }
        if !locales.contains(&"default") {
            self.fault("nothing for everyone");
        }
        locales.sort_unstable();
        locales.dedup();
        if locales.len() < parts.len() {
            self.fault("a locale twice");
        }
        parts
    }

    /// Entries of a menu, with the room on their level and on those below it.
    fn menu_items(&mut self, items: &Value, levels: &[usize]) {
        let Some((&room, below)) = levels.split_first() else {
            return self.fault("a menu on one level too many");
        };
        let items = items.as_array().expect("an array");
        if items.is_empty() || items.len() > room {
            self.fault(&format!("not 1 to {room} entries"));
        }
        for item in items {
            self.at_most(&item["title"], 30);
            match item["type"].as_str() {
                Some("postback") => {
                    self.keys(item, &["type", "title", "payload"], &[]);
                    self.at_most(&item["payload"], 1000);
                }
                Some("web_url") => {
                    self.keys(item, &["type", "title", "url"], &PAGE);
                    self.web(&item["url"]);
                }
                Some("nested") => {
                    self.keys(item, &["type", "title", "call_to_actions"], &[]);
                    self.menu_items(&item["call_to_actions"], below);
                }
                _ => self.fault("unknown entry"),
            }
        }
    }

    fn replies(&mut self, replies: &[Value]) {
        let most = self.rules.replies;
        if replies.len() > most {
            self.fault(&format!("more than {most} replies"));
        }
        for reply in replies {
            match reply["content_type"].as_str() {
                Some("text") => {
                    self.keys(reply, &["content_type", "title", "payload"], &["image_url"]);
                    self.at_most(&reply["title"], 20);
                    self.at_most(&reply["payload"], 1000);
                }
                Some(kind) if self.rules.bare_replies.contains(&kind) => {
                    self.keys(reply, &["content_type"], &[]);
                }
                _ => self.fault("unknown content type"),
            }
        }
    }

    fn attachment(&mut self, attachment: &Value) {
        self.keys(attachment, &["type", "payload"], &[]);
        let payload = &attachment["payload"];
        if attachment["type"] != "template" {
            self.keys(payload, &["url"], &[]);
            return self.web(&payload["url"]);
        }
        self.one_of(&payload["template_type"], self.rules.templates);
        match payload["template_type"].as_str() {
            Some("button") => {
                self.keys(payload, &["template_type", "text", "buttons"], &[]);
                self.at_most(&payload["text"], 640);
                self.buttons(&payload["buttons"], 3, false);
            }
            Some("generic") => {
                let required = ["template_type", "elements"];
                self.keys(payload, &required, self.rules.generic_keys);
                if let Some(ratio) = payload.get("image_aspect_ratio") {
                    self.one_of(ratio, &["horizontal", "square"]);
                }
                let elements = payload["elements"].as_array().expect("an array");
                if elements.is_empty() || elements.len() > 10 {
                    self.fault("not 1 to 10 elements");
                }
                for element in elements {
                    self.element(element, 3);
                }
            }
            Some("list") => {
                let required = ["template_type", "top_element_style", "elements"];
                self.keys(payload, &required, &["buttons"]);
                self.one_of(&payload["top_element_style"], &["compact", "large"]);
                let elements = payload["elements"].as_array().expect("an array");
                if !(2..=4).contains(&elements.len()) {
                    self.fault("not 2 to 4 elements");
                }
                if payload["top_element_style"] == "large" && elements[0].get("image_url").is_none()
                {
                    self.fault("a large element without a picture");
                }
                for element in elements {
                    self.element(element, 1);
                }
                if let Some(buttons) = payload.get("buttons") {
                    self.buttons(buttons, 1, false);
                }
            }
            _ => {}
        }
    }

    fn one_of(&mut self, value: &Value, known: &[&str]) {
        if !known.iter().any(|known| value == known) {
            self.fault(&format!("{value} is none of {known:?}"));
        }
    }

    fn element(&mut self, element: &Value, buttons: usize) {
        let optional = ["subtitle", "image_url", "default_action", "buttons"];
        self.keys(element, &["title"], &optional);
        self.at_most(&element["title"], 80);
        if let Some(subtitle) = element.get("subtitle") {
            self.at_most(subtitle, 80);
        }
        if let Some(image) = element.get("image_url") {
            self.web(image);
        }
        let beside = ["subtitle", "image_url", "buttons"];
        if !beside.iter().any(|key| element.get(key).is_some()) {
            self.fault("an element with nothing beside its title");
        }
        if let Some(list) = element.get("buttons") {
            self.buttons(list, buttons, true);
        }
        if let Some(action) = element.get("default_action") {
            self.one_of(&action["type"], &["web_url"]);
            self.keys(action, &["type", "url"], &PAGE);
            self.web(&action["url"]);
        }
    }

    fn buttons(&mut self, buttons: &Value, limit: usize, in_element: bool) {
        let buttons = buttons.as_array().expect("an array");
        if buttons.is_empty() || buttons.len() > limit {
            self.fault(&format!("not 1 to {limit} buttons"));
        }
        for (index, button) in buttons.iter().enumerate() {
            let kind = button["type"].as_str().unwrap_or_default();
            let known = ["web_url", "postback", "phone_number"].contains(&kind)
                || in_element && self.rules.element_buttons.contains(&kind);
            if !known {
                self.fault(&format!("a button of the kind {kind:?} here"));
            }
            if kind == "element_share" {
                self.keys(button, &["type"], &[]);
                continue;
            }
            self.at_most(&button["title"], 20);
            match kind {
                "web_url" => {
                    self.keys(button, &["type", "title", "url"], &PAGE);
                    self.web(&button["url"]);
                }
                "postback" => {
                    self.keys(button, &["type", "title", "payload"], &[]);
                    self.at_most(&button["payload"], 1000);
                }
                "phone_number" => {
                    self.keys(button, &["type", "title", "payload"], &[]);
                    let number = button["payload"].as_str().unwrap_or_default();
                    let digits = number.strip_prefix('+').unwrap_or_default();
                    let right = (4..=15).contains(&digits.len())
                        && digits.bytes().all(|byte| byte.is_ascii_digit());
                    if !right {
                        self.fault("not a telephone number");
                    }
                }
                "payment" => {
                    self.keys(
                        button,
                        &["type", "title", "payload", "payment_summary"],
                        &[],
                    );
                    self.at_most(&button["payload"], 1000);
                    if index > 0 {
                        self.fault("a payment that is not the first button of an element");
                    }
                }
                _ => {}
            }
        }
    }

    fn web(&mut self, url: &Value) {
        let url = url.as_str().unwrap_or_default().to_ascii_lowercase();
        let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"));
        if rest.is_none_or(|rest| rest.is_empty() || rest.contains(char::is_whitespace)) {
            self.fault(&format!("not a web address: {url:?}"));
        }
    }

    /// No null, no empty array, no string that shows nothing, no control character.
    fn nothing_empty(&mut self, value: &Value) {
        match value {
            Value::Null => self.fault("null"),
            Value::String(text) => {
                let shows = |c: char| {
                    !c.is_whitespace()
                        && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2800}' | '\u{AD}')
                };
                if !text.contains(shows) {
                    self.fault(&format!("blank string {text:?}"));
                }
                if text.contains(|c: char| {
                    c.is_ascii_control() && !matches!(c, '\n' | '\t' | '\u{7F}')
                }) {
                    self.fault("control character");
                }
            }
            Value::Array(values) => {
                if values.is_empty() {
                    self.fault("empty array");
                }
                values.iter().for_each(|value| self.nothing_empty(value));
            }
            Value::Object(fields) => fields.values().for_each(|value| self.nothing_empty(value)),
            _ => {}
        }
    }
}
