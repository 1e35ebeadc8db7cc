//! Leaves: sender actions, and the place on a map.

use std::borrow::Cow;

use super::Lowering;
use crate::messenger::{Button, SenderAction, WebUrl};
use crate::syntax::ast::{Directive, Inline, Label, Leaf, Verbatim};
use crate::syntax::is_blank;
use crate::template::Arg::Word;
use crate::template::fill;

/// The button of a place; Messenger has no message of its own for one.
const MAP: &str = "Map";

impl<'a> Lowering<'a> {
    pub(super) fn leaf(&mut self, leaf: &'a Leaf<'a>) {
        let (label, lat, long) = match &leaf.directive {
            Directive::Typing { on: true } => return self.push_action(SenderAction::TypingOn),
            Directive::Typing { on: false } => return self.push_action(SenderAction::TypingOff),
            Directive::Seen => return self.push_action(SenderAction::MarkSeen),
            Directive::Location { label, lat, long } => (label, lat, long),
            // Parts of the profile, not of the messages.
            Directive::Start { .. } | Directive::Greeting { .. } => return,
        };
        self.report_controls_in(label.span);
        let text = if is_blank(label.value) {
            Cow::Borrowed("")
        } else {
            self.clean(label.value)
        };
        let Label { span, .. } = *label;
        let value = span.slice(self.source);
        self.note_markdown(&[Inline::Text(Verbatim { value, span })], &text);
        let lines = self.take_insertion();
        self.push_text(Cow::Owned(lines), leaf.span);
        self.push_template(text, leaf.span, &|_| {
            let url = fill(
                "https://maps.google.com/maps?q={},{}",
                &[Word(lat), Word(long)],
            );
            vec![Button::WebUrl(WebUrl::new(MAP.into(), url.into()))]
        });
    }
}
