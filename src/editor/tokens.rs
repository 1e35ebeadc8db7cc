//! Tokens: the tree, walked from the first block to the last, each construct by its parts.

use super::{Token, TokenKind};
use crate::span::Span;
use crate::syntax::ast::{
    Action, Block, Button, Entry, EntryContent, Inline, Item, Mark, MarkKind, Media, Section,
    Verbatim,
};
use crate::syntax::attributes::{self, braces};
use crate::syntax::entry::entry_mark;
use crate::syntax::places::{self, ESCAPABLE, ESCAPABLE_IN_TARGETS};
use crate::syntax::vocabulary::{Key, MEDIA_KEYS, Value};
use crate::syntax::{self, Arena, directive};

/// The tokens of a source, sorted and without overlaps. None is empty, and plain text has none.
///
/// ```
/// let source = "Hi! %[Yes](reply:Y)";
/// let tokens = tapmark::editor::tokens(source);
/// let parts: Vec<_> = tokens.iter().map(|token| &source[token.start..token.end]).collect();
/// assert_eq!(parts, ["%[", "Yes", "](", "reply", ":", "Y", ")"]);
/// ```
#[must_use]
pub fn tokens(source: &str) -> Vec<Token> {
    let arena = Arena::new();
    let document = syntax::parse(source, &arena).document;
    let mut walk = Walk {
        source,
        arena: &arena,
        tokens: Vec::new(),
        marks: document.marks,
    };
    for Section { blocks } in document.sections {
        for block in *blocks {
            walk.block(block);
        }
    }
    walk.marks_before(usize::MAX);
    walk.tokens
}

struct Walk<'s, 'd> {
    source: &'s str,
    arena: &'s Arena,
    tokens: Vec<Token>,
    /// The marks that have no token yet.
    marks: &'d [Mark],
}

impl<'s> Walk<'s, '_> {
    fn push(&mut self, kind: TokenKind, span: Span) {
        self.marks_before(span.start);
        self.push_token(kind, span);
    }

    fn push_token(&mut self, kind: TokenKind, span: Span) {
        let start = span
            .start
            .max(self.tokens.last().map_or(0, |last| last.end));
        let end = span.end;
        if start < end {
            self.tokens.push(Token { kind, start, end });
        }
    }

    fn marks_before(&mut self, start: usize) {
        while let [mark, rest @ ..] = self.marks
            && mark.span.start < start
        {
            let kind = match mark.kind {
                MarkKind::Separator => TokenKind::Separator,
                MarkKind::Closing => TokenKind::Punctuation,
                MarkKind::Comment => TokenKind::Comment,
            };
            self.push_token(kind, mark.span);
            self.marks = rest;
        }
    }

    fn punctuation(&mut self, start: usize, end: usize) {
        self.push(TokenKind::Punctuation, Span::new(start, end));
    }

    fn block(&mut self, block: &Block<'s>) {
        match block {
            Block::Run(run) => self.inlines(run.inlines, None),
            Block::Leaf(leaf) => self.directive(leaf.span),
            Block::Container(container) => {
                self.directive(container.opening);
                for item in container.items {
                    self.item(item);
                }
            }
            Block::Entries(list) => {
                self.directive(list.opening);
                for entry in list.entries {
                    self.entry(entry);
                }
            }
        }
    }

    fn item(&mut self, item: &Item<'s>) {
        let hashes = item.span.slice(self.source).bytes();
        let length = hashes.take_while(|&byte| byte == b'#').count();
        let mark = Span::new(item.span.start, item.span.start + length);
        self.push(TokenKind::Heading, mark);
        self.inlines(item.heading, Some(TokenKind::Heading));
        self.inlines(item.body, None);
    }

    fn entry(&mut self, entry: &Entry<'s>) {
        let text = match entry.content {
            EntryContent::Title(_) => Some(TokenKind::Label),
            EntryContent::Button(_) => None,
            EntryContent::Error => return,
        };
        let written = entry.span.slice(self.source);
        let length = entry_mark(written).unwrap_or_default();
        let start = entry.span.start;
        self.punctuation(start, start + written[..length].trim_end().len());
        let rest = Span::new(start + length, entry.span.end);
        self.inlines(places::inlines(self.source, rest, self.arena), text);
    }

    /// Inlines whose text is of that kind.
    fn inlines(&mut self, inlines: &[Inline<'s>], text: Option<TokenKind>) {
        // Pictures in the brackets of a button stand before it in the tree, and are read again
        // with its label.
        let mut pictures: Vec<&Media<'s>> = Vec::new();
        let mut last = 0;
        for inline in inlines {
            if let Inline::Media(media) = inline {
                pictures.push(media);
                continue;
            }
            let inside = match inline {
                Inline::Button(button) => button.span.start,
                _ => usize::MAX,
            };
            for media in pictures.drain(..) {
                if media.span.start < inside {
                    self.media(media);
                    last = media.span.end;
                }
            }
            match inline {
                Inline::Text(part) => self.text(*part, text, last),
                Inline::Code(part) => self.push(TokenKind::Code, part.span),
                Inline::Fence(part) => {
                    let indent = part.value.len() - part.value.trim_start().len();
                    let span = Span::new(part.span.start + indent, part.span.end);
                    self.push(TokenKind::Code, span);
                }
                Inline::Comment { span } => self.push(TokenKind::Comment, *span),
                Inline::Button(button) => self.button(button),
                Inline::LineEnd { .. } | Inline::Media(_) => {}
            }
            last = end(inline);
        }
        for media in pictures {
            self.media(media);
        }
    }

    /// Text, and the escape before it: its backslash is in no inline.
    fn text(&mut self, part: Verbatim<'s>, kind: Option<TokenKind>, last: usize) {
        let Span { start, end } = part.span;
        let mut begin = start;
        if start > last && self.source[..start].ends_with('\\') {
            let sigil = matches!(part.value.as_bytes(), [b'%' | b'$' | b'!', b'[', ..]);
            begin += 1 + usize::from(sigil);
            self.push(TokenKind::Escape, Span::new(start - 1, begin));
        }
        if let Some(kind) = kind {
            self.push(kind, Span::new(begin, end));
        }
    }

    fn label(&mut self, span: Span) {
        let inlines = places::inlines(self.source, span, self.arena);
        self.inlines(inlines, Some(TokenKind::Label));
    }

    fn button(&mut self, button: &Button<'s>) {
        let (span, label) = (button.span, button.label.span);
        self.punctuation(span.start, label.start);
        self.label(label);
        let action = Some(&button.action);
        self.target(
            label.end,
            span.end,
            action,
            attributes::keys(&button.action),
        );
    }

    fn media(&mut self, media: &Media<'s>) {
        let (span, alt) = (media.span, media.alt.span);
        self.push(TokenKind::Keyword, Span::new(span.start, span.start + 1));
        self.punctuation(span.start, alt.start);
        self.label(alt);
        self.target(alt.end, span.end, None, MEDIA_KEYS);
    }

    /// What follows a label, from its `]` on; without an action it is media's.
    fn target(&mut self, close: usize, end: usize, action: Option<&Action<'s>>, keys: &[Key]) {
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
    fn escaped(&mut self, kind: TokenKind, span: Span, escapable: &[u8]) {
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

    fn directive(&mut self, span: Span) {
        let Some((known, name, parts)) = directive::read_again(self.source, span) else {
            return;
        };
        self.punctuation(span.start, name.start);
        self.push(TokenKind::Directive, name);
        let mut next = name.end;
        if let Some(content) = parts.content {
            self.punctuation(next, content.start);
            self.escaped(TokenKind::Label, content, ESCAPABLE);
            next = content.end + 1;
            self.punctuation(content.end, next);
        }
        self.attributes(next, span.end, known.keys);
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

fn end(inline: &Inline<'_>) -> usize {
    match inline {
        Inline::Text(part) | Inline::Code(part) | Inline::Fence(part) => part.span.end,
        Inline::Comment { span } | Inline::LineEnd { span } => span.end,
        Inline::Button(button) => button.span.end,
        Inline::Media(media) => media.span.end,
    }
}
