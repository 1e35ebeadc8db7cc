//! The parts of constructs: targets, attributes, escapes.

use super::Walk;
use crate::editor::TokenKind;
use crate::span::Span;
use crate::syntax::ast::{Action, Inline, Verbatim};
use crate::syntax::attributes::braces;
use crate::syntax::directive;
use crate::syntax::places::{self, ESCAPABLE, ESCAPABLE_IN_TARGETS};
use crate::syntax::vocabulary::{Key, Value};

impl<'s> Walk<'s, '_> {
    /// What follows a label, from its `]` on; without an action it is media's.
    pub(super) fn target(
        &mut self,
        close: usize,
        end: usize,
        action: Option<&Action<'s>>,
        keys: &[Key],
    ) {
        let Some(target) = places::target(self.source, close, end) else {
            self.punctuation(close, close + 1);
            return self.attributes(close + 1, end, keys);
        };
        let content = target.content;
        self.punctuation(close, content.span.start);
        match action.map(|action| (action, places::after_scheme(action, content))) {
            Some((action, Some(value))) => {
                let scheme = content.value.find(':').unwrap_or_default();
                let colon = content.span.start + scheme;
                self.push(TokenKind::Keyword, Span::new(content.span.start, colon));
                self.punctuation(colon, colon + 1);
                match action {
                    Action::Webview { .. } => self.url(value),
                    Action::Call { .. } => self.value(TokenKind::Number, value.span),
                    Action::Mail { .. } => self.value(TokenKind::Url, value.span),
                    _ => self.value(TokenKind::Payload, value.span),
                }
            }
            Some((Action::Buy { .. }, None)) => self.value(TokenKind::Number, content.span),
            Some((Action::Link(_), None)) | None => self.url(content),
            Some(_) => self.push(TokenKind::Keyword, content.span),
        }
        // A `>` or the `)`; a title may stand between them.
        self.punctuation(target.inner, target.inner + 1);
        self.punctuation(target.close, target.end);
        self.attributes(target.end, end, keys);
    }

    fn url(&mut self, place: Verbatim<'s>) {
        self.value(TokenKind::Url, places::address(place).span);
    }

    fn value(&mut self, kind: TokenKind, span: Span) {
        self.escaped(kind, span, ESCAPABLE_IN_TARGETS);
    }

    /// Something of one kind with escapes in it.
    pub(super) fn escaped(&mut self, kind: TokenKind, span: Span, escapable: &[u8]) {
        let bytes = &self.source.as_bytes()[..span.end];
        let mut start = span.start;
        let mut pos = start;
        while let Some(found) = memchr::memchr(b'\\', &bytes[pos..]) {
            let at = pos + found;
            pos = at + 1;
            if bytes.get(pos).is_some_and(|byte| escapable.contains(byte)) {
                pos += 1;
                self.push(kind, Span::new(start, at));
                self.push(TokenKind::Escape, Span::new(at, pos));
                start = pos;
            }
        }
        self.push(kind, Span::new(start, span.end));
    }

    pub(super) fn directive(&mut self, span: Span) {
        let Some((known, name, parts)) = directive::read_again(self.source, span) else {
            return;
        };
        self.punctuation(span.start, name.start);
        self.push(TokenKind::Directive, name);
        let mut next = name.end;
        if let Some(content) = parts.content {
            self.punctuation(next, content.start);
            self.content(content);
            next = content.end + 1;
            self.punctuation(content.end, next);
        }
        self.attributes(next, span.end, known.keys);
    }

    /// Content, whose only shorthand are escapes and comments.
    fn content(&mut self, content: Span) {
        let mut start = content.start;
        for inline in places::inlines(self.source, content, self.arena) {
            if let Inline::Comment { span } = inline {
                self.escaped(TokenKind::Label, Span::new(start, span.start), ESCAPABLE);
                self.push(TokenKind::Comment, *span);
                start = span.end;
            }
        }
        self.escaped(TokenKind::Label, Span::new(start, content.end), ESCAPABLE);
    }

    fn attributes(&mut self, start: usize, end: usize, keys: &[Key]) {
        let Some((attributes, length)) = braces(self.source, start, end) else {
            return;
        };
        self.punctuation(start, start + 1);
        for attribute in attributes {
            let key = attribute.key;
            self.push(TokenKind::Attribute, key.span);
            let value = attribute.value.map_or(attribute.span.end, |value| {
                self.punctuation(key.span.end, value.span.start);
                let known = keys.iter().find(|known| known.name == key.value);
                self.push(kind_of_value(known), value.span);
                value.span.end
            });
            self.punctuation(value, attribute.span.end);
        }
        self.punctuation(start + length - 1, start + length);
    }
}

fn kind_of_value(key: Option<&Key>) -> TokenKind {
    match key.map(|key| key.value) {
        Some(Value::Payload) => TokenKind::Payload,
        Some(Value::Url) => TokenKind::Url,
        Some(Value::Number) => TokenKind::Number,
        _ => TokenKind::Value,
    }
}
