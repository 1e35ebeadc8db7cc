//! The requests, one behind the other: texts, templates, media, actions.

use std::borrow::Cow;

use super::text::{fits, utf16_len};
use super::{Lowering, diagnostics, divide, pointer};
use crate::messenger::{
    ActionRequest, Attachment, Button, Content, Media, Message, MessageRequest, Recipient, Request,
    SenderAction, Template,
};
use crate::options::Options;
use crate::span::Span;
use crate::syntax::ast::{self, MediaKind};
use crate::syntax::is_blank;

impl<'a> Lowering<'a> {
    pub(super) fn push_message(&mut self, content: Content<'a>) {
        let request = message_request(self.options, content);
        self.requests.push(request);
    }

    pub(super) fn push_action(&mut self, sender_action: SenderAction) {
        let recipient = recipient(self.options);
        self.requests.push(Request::Action(ActionRequest {
            recipient,
            sender_action,
        }));
    }

    /// `{"text"}`, in as many parts as it takes.
    pub(super) fn push_text(&mut self, text: Cow<'a, str>, span: Span) {
        let limit = self.limits.text.max;
        self.note_field("text", &text, span);
        if !fits(&text, limit) {
            let actual = utf16_len(&text);
            let parts = divide(text.clone(), limit);
            let pointer = self.next_pointer("text");
            let warning =
                diagnostics::text_too_long(span, limit, actual, text, &parts, self.fate(""));
            self.report(warning.pointer(pointer));
            self.push_parts(parts);
        } else if !text.is_empty() {
            self.push_message(Content::Text(text));
        }
    }

    fn push_parts(&mut self, parts: Vec<Cow<'a, str>>) {
        for part in parts {
            self.push_message(Content::Text(part));
        }
    }

    /// The button template, with the end of the text; what stands before it is text.
    pub(super) fn push_template(
        &mut self,
        text: Cow<'a, str>,
        span: Span,
        buttons: &dyn Fn(&mut Self) -> Vec<Button<'a>>,
    ) {
        let mut text = if text.is_empty() {
            self.placeholder(span, self.next_pointer("attachment/payload/text"))
        } else {
            self.note_field("template-text", &text, span);
            text
        };
        let limit = self.limits.template_text.max;
        let last = divide::last_visible(&text);
        if !fits(&text[last.start..], limit) {
            // More invisible characters than fit: they cannot be what the buttons stand on.
            text = split_at(text, last.end).0;
        }
        let start = divide::tail(&text, limit);
        if start > 0 {
            let actual = utf16_len(&text);
            let (before, tail) = split_at(text.clone(), start);
            let mut parts = divide(before, self.limits.text.max);
            parts.push(tail);
            let warning =
                diagnostics::text_too_long(span, limit, actual, text, &parts, self.fate(""));
            text = parts.pop().unwrap_or_default();
            let template = self.next_request() + parts.len();
            let pointer = pointer(template, "attachment/payload/text");
            self.report(warning.pointer(pointer));
            self.push_parts(parts);
        }
        let buttons = buttons(self);
        self.push_template_of(Template::Button { text, buttons });
    }

    pub(super) fn push_template_of(&mut self, template: Template<'a>) {
        self.push_message(Content::Attachment(Attachment::Template(template)));
    }

    /// The placeholder, for buttons and replies that have nothing else to stand on.
    pub(super) fn placeholder(&mut self, span: Span, pointer: String) -> Cow<'a, str> {
        let placeholder = &*self.options.placeholder;
        self.report(diagnostics::placeholder_used(span, placeholder).pointer(pointer));
        Cow::Borrowed(placeholder)
    }

    pub(super) fn push_media(&mut self, media: &[&'a ast::Media<'a>]) {
        for media in media {
            let url = Cow::Borrowed(media.url);
            let attachment = match media.kind {
                MediaKind::Image => Attachment::Image(Media { url }),
                MediaKind::Video => Attachment::Video(Media { url }),
                MediaKind::Audio => Attachment::Audio(Media { url }),
                MediaKind::File => Attachment::File(Media { url }),
            };
            self.push_message(Content::Attachment(attachment));
        }
    }
}

fn recipient(options: &Options) -> Option<Recipient<'_>> {
    let id = options.recipient.as_deref()?;
    Some(Recipient {
        id: Cow::Borrowed(id),
    })
}

pub(super) fn message_request<'a>(options: &'a Options, content: Content<'a>) -> Request<'a> {
    Request::Message(MessageRequest {
        recipient: recipient(options),
        messaging_type: options.messaging_type,
        tag: options.tag.as_deref().map(Cow::Borrowed),
        message: Message {
            content,
            quick_replies: Vec::new(),
        },
    })
}

/// The parts of a text that show something: invisible characters can fill one.
fn divide(text: Cow<'_, str>, limit: usize) -> Vec<Cow<'_, str>> {
    let parts = match text {
        Cow::Borrowed(text) => divide::divide(text, limit)
            .into_iter()
            .map(Cow::Borrowed)
            .collect(),
        Cow::Owned(text) => {
            let parts = divide::divide(&text, limit).into_iter();
            parts.map(|part| Cow::Owned(part.to_owned())).collect()
        }
    };
    let mut parts: Vec<Cow<'_, str>> = parts;
    parts.retain(|part| !is_blank(part));
    parts
}

/// Two parts of a text, without the white space between them.
fn split_at(text: Cow<'_, str>, at: usize) -> (Cow<'_, str>, Cow<'_, str>) {
    match text {
        Cow::Borrowed(text) => {
            let (before, after) = text.split_at(at);
            (Cow::Borrowed(before.trim_end()), Cow::Borrowed(after))
        }
        Cow::Owned(mut text) => {
            let after = text.split_off(at);
            text.truncate(text.trim_end().len());
            (Cow::Owned(text), Cow::Owned(after))
        }
    }
}
