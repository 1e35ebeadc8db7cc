//! The body of a request to the Messenger Profile API.

use super::Json;
use super::messenger::write_web_url;
use super::object::object;
use crate::messenger::{GetStarted, Greeting, IceBreaker, IceBreakers, Menu, MenuItem, Profile};

impl Json for Profile<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "get_started"?: &self.get_started,
            "greeting"?: &self.greeting,
            "persistent_menu"?: &self.persistent_menu,
            "ice_breakers"?: &self.ice_breakers,
        );
    }
}

impl Json for GetStarted<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out, "payload": &self.payload);
    }
}

impl Json for Greeting<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out, "locale": &self.locale, "text": &self.text);
    }
}

impl Json for Menu<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "locale": &self.locale,
            "composer_input_disabled"?: &self.composer_input_disabled,
            "call_to_actions": &self.call_to_actions,
        );
    }
}

impl Json for MenuItem<'_> {
    fn write_json(&self, out: &mut String) {
        match self {
            Self::Postback { title, payload } => {
                object!(out, "type" = "postback", "title": title, "payload": payload);
            }
            Self::WebUrl(button) => write_web_url(button, out),
            Self::Nested {
                title,
                call_to_actions,
            } => object!(out,
                "type" = "nested",
                "title": title,
                "call_to_actions": call_to_actions,
            ),
        }
    }
}

impl Json for IceBreakers<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out, "call_to_actions": &self.call_to_actions, "locale": &self.locale);
    }
}

impl Json for IceBreaker<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out, "question": &self.question, "payload": &self.payload);
    }
}
