//! What describes targets and sources: limits and features, tokens, completions, counters, origins.

use super::Json;
use super::object::{names, object};
use crate::editor::{Completion, CompletionKind, Counter, Origin, Token, TokenKind};
use crate::lower::target::{Availability, Feature, Listing, Row};
use crate::span::Span;

names!(Feature {
    Buy = "buy",
    LocationReply = "location-reply",
    List = "list",
    Ratio = "ratio",
    Share = "share",
    NestedMenu = "nested-menu",
    Tags = "tags",
});
names!(TokenKind {
    Punctuation = "punctuation",
    Label = "label",
    Keyword = "keyword",
    Payload = "payload",
    Url = "url",
    Number = "number",
    Directive = "directive",
    Attribute = "attribute",
    Value = "value",
    Heading = "heading",
    Separator = "separator",
    Comment = "comment",
    Code = "code",
    Escape = "escape",
});
names!(CompletionKind {
    Keyword = "keyword",
    Directive = "directive",
    Attribute = "attribute",
    Value = "value",
});

impl Json for Listing {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "target": self.target,
            "limits": &self.limits,
            "tags": self.tags,
            "features": &self.features,
        );
    }
}

impl Json for Row {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "name": self.name,
            "max": &self.max,
            "unit": &self.unit,
            "of": self.of,
            "source": self.source,
        );
    }
}

impl Json for Availability {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "feature": &self.feature,
            "available": &self.available,
            "retired": self.retired,
            "instead": self.instead,
        );
    }
}

impl Json for Token {
    fn write_json(&self, out: &mut String) {
        object!(out, "kind": &self.kind, "start": &self.start, "end": &self.end);
    }
}

impl Json for Completion {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "label": self.label,
            "kind": &self.kind,
            "detail": self.detail,
            "insert": &self.insert,
            "start": &self.start,
            "end": &self.end,
        );
    }
}

impl Json for Counter {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "limit": self.limit,
            "used": &self.used,
            "max": &self.max,
            "span": &self.span,
        );
    }
}

impl Json for Origin {
    fn write_json(&self, out: &mut String) {
        object!(out, "span": &self.span, "items": &self.items);
    }
}

impl Json for Span {
    fn write_json(&self, out: &mut String) {
        object!(out, "start": &self.start, "end": &self.end);
    }
}
