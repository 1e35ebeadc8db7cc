//! What holds of the tokens, the completions, the counters and the origins of any source.

use tapmark::editor::{
    Completion, CompletionKind, Token, TokenKind, complete, counters, origins, tokens,
};
use tapmark::syntax::ast::{Action, Block, Button, EntryContent, Inline};
use tapmark::syntax::{self, Arena};
use tapmark::{Code, Options, Span, compile};

/// Holds the tokens of a source against its tree.
pub(crate) fn hold_tokens(source: &str) {
    let found = tokens(source);
    let mut last = 0;
    for token in &found {
        assert!(
            last <= token.start && token.start < token.end,
            "{found:?} of {source:?}"
        );
        assert!(
            source.get(token.start..token.end).is_some(),
            "{token:?} of {source:?}"
        );
        last = token.end;
    }
    let arena = Arena::new();
    let parse = syntax::parse(source, &arena);
    for section in parse.document.sections {
        for block in section.blocks {
            match block {
                Block::Run(run) => hold_inlines(source, &found, run.inlines, true),
                Block::Container(container) => {
                    for item in container.items {
                        hold_inlines(source, &found, item.heading, false);
                        hold_inlines(source, &found, item.body, true);
                    }
                }
                Block::Entries(list) => {
                    for entry in list.entries {
                        if let EntryContent::Button(button) = &entry.content {
                            hold_button(source, &found, button);
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

fn within(tokens: &[Token], span: Span) -> &[Token] {
    let start = tokens.partition_point(|token| token.end <= span.start);
    let end = tokens.partition_point(|token| token.start < span.end);
    &tokens[start..end.max(start)]
}

fn hold_inlines(source: &str, tokens: &[Token], inlines: &[Inline<'_>], plain: bool) {
    for inline in inlines {
        match inline {
            Inline::Text(text) if plain => {
                let found = within(tokens, text.span);
                let escape = |token: &Token| token.kind == TokenKind::Escape;
                assert!(found.iter().all(escape), "{found:?} in {text:?}");
            }
            Inline::Code(part) | Inline::Fence(part) => {
                let found = within(tokens, part.span);
                assert!(matches!(found, [token] if token.kind == TokenKind::Code));
            }
            Inline::Comment { span } => {
                let found = within(tokens, *span);
                assert!(matches!(found, [token] if token.kind == TokenKind::Comment));
            }
            Inline::Button(button) => hold_button(source, tokens, button),
            Inline::Media(media) => {
                hold_value(
                    source,
                    within(tokens, media.span),
                    TokenKind::Url,
                    media.url,
                );
            }
            _ => {}
        }
    }
}

fn hold_button(source: &str, tokens: &[Token], button: &Button<'_>) {
    let label = button.label.span;
    let found = within(tokens, label);
    for (at, c) in label.slice(source).char_indices() {
        let at = label.start + at;
        let covered = found
            .iter()
            .any(|token| (token.start..token.end).contains(&at));
        // A picture in it may have a title.
        let pictured = label.slice(source).contains("![");
        assert!(
            covered || c.is_whitespace() || pictured,
            "{label:?} of {source:?}"
        );
    }
    let (kind, value) = match &button.action {
        Action::Link(link) | Action::Webview { link, .. } => (TokenKind::Url, &link.url),
        Action::Mail { address } => (TokenKind::Url, address),
        Action::Postback { payload } => (TokenKind::Payload, payload),
        Action::Reply { payload, .. } if *payload != button.label.value => {
            (TokenKind::Payload, payload)
        }
        _ => return,
    };
    let span = Span::new(label.end, button.span.end);
    hold_value(source, within(tokens, span), kind, value);
}

/// Tokens of that kind, and escapes between them, are that value as it is written.
fn hold_value(source: &str, tokens: &[Token], kind: TokenKind, value: &str) {
    let is_part = |token: &Token| token.kind == kind || token.kind == TokenKind::Escape;
    let mut runs = tokens.split(|token| !is_part(token)).map(|run| {
        let parts = run.iter().map(|token| {
            let part = &source[token.start..token.end];
            match token.kind {
                TokenKind::Escape => &part[1..],
                _ => part,
            }
        });
        parts.collect::<String>()
    });
    let found = runs.any(|run| run == value || value.strip_prefix("https://") == Some(&run));
    assert!(found, "{value:?} among {tokens:?} of {source:?}");
}

/// What must not be said of a word that was offered.
const fn unknown(kind: CompletionKind) -> &'static [Code] {
    match kind {
        CompletionKind::Keyword => &[
            Code::UnknownTarget,
            Code::UnknownScheme,
            Code::MisspeltTarget,
        ],
        CompletionKind::Directive => &[Code::UnknownDirective],
        _ => &[Code::UnknownAttribute],
    }
}

/// Accepts each completion at an offset; gives how many there were.
pub(crate) fn hold_completions(source: &str, offset: usize) -> usize {
    let found = complete(source, offset);
    if found.is_empty() {
        return 0;
    }
    let said = syntax::parse(source, &Arena::new()).diagnostics;
    let said: Vec<_> = said.iter().map(|found| &found.message).collect();
    for completion in &found {
        let Completion { start, end, .. } = *completion;
        assert!(start <= offset && offset <= end, "{completion:?}");
        let accepted = format!(
            "{}{}{}",
            &source[..start],
            completion.insert,
            &source[end..]
        );
        let word = start..start + completion.insert.len();
        for diagnostic in syntax::parse(&accepted, &Arena::new()).diagnostics {
            let about = diagnostic.span.start < word.end && word.start < diagnostic.span.end;
            // An error of another construct may be said of the line or of all that it takes in.
            let before = accepted.get(diagnostic.span.start..word.start);
            let other = said.contains(&&diagnostic.message)
                || before.is_some_and(|before| before.matches("](").count() > 1);
            assert!(
                !(about && !other && unknown(completion.kind).contains(&diagnostic.code)),
                "{diagnostic:?} of {accepted:?}, which {completion:?} made of {source:?}",
            );
        }
    }
    found.len()
}

/// Holds the origins of the requests of a source against these, and the counters at an offset.
pub(crate) fn hold_origins(source: &str, offset: usize, options: &Options) {
    let found = origins(source, options);
    let requests = compile(source, options).requests;
    assert_eq!(found.len(), requests.len(), "{source:?}");
    for (origin, request) in found.iter().zip(&requests) {
        let (start, end) = (origin.span.start, origin.span.end);
        assert!(start < end, "{origin:?} of {source:?}");
        assert!(source.get(start..end).is_some(), "{origin:?} of {source:?}");
        let mut last = start;
        for item in &origin.items {
            assert!(last <= item.start && item.start < item.end, "{origin:?}");
            assert!(item.end <= end, "{origin:?} of {source:?}");
            last = item.end;
        }
        if !origin.items.is_empty() {
            let elements = tapmark::json::to_string(request)
                .matches("\"title\":")
                .count();
            assert!(elements >= origin.items.len(), "{origin:?} of {source:?}");
        }
    }
    let rows: Vec<_> = options.target().limits.rows().collect();
    for counter in counters(source, offset, options) {
        let row = rows.iter().find(|row| row.name == counter.limit);
        assert_eq!(row.map(|row| row.max), Some(counter.max), "{counter:?}");
        assert!(source.get(counter.span.start..counter.span.end).is_some());
        let around = counter.span.start <= offset && offset <= counter.span.end;
        assert!(around, "{counter:?} at {offset} of {source:?}");
    }
}
