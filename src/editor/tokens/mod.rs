//! Tokens: the tree, walked from the first block to the last, each construct by its parts.

mod parts;

use super::{Token, TokenKind};
use crate::span::Span;
use crate::syntax::ast::{
    Block, Button, Entry, EntryContent, Inline, Item, Mark, MarkKind, Media, Section, Verbatim,
};
use crate::syntax::entry::entry_mark;
use crate::syntax::places;
use crate::syntax::vocabulary::{MEDIA_KEYS, keys_of};
use crate::syntax::{self, Arena};

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
        self.target(label.end, span.end, action, keys_of(&button.action));
    }

    fn media(&mut self, media: &Media<'s>) {
        let (span, alt) = (media.span, media.alt.span);
        self.push(TokenKind::Keyword, Span::new(span.start, span.start + 1));
        self.punctuation(span.start, alt.start);
        self.label(alt);
        self.target(alt.end, span.end, None, MEDIA_KEYS);
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
