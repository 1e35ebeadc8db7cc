//! Markdown that Messenger shows as it is typed: one note for a whole source, at the first place.

use super::{Lowering, diagnostics};
use crate::span::Span;
use crate::syntax::ast::{Inline, Verbatim};

impl<'a> Lowering<'a> {
    /// Notes the first Markdown among inlines that still stands in what is shown of them.
    pub(super) fn note_markdown(&mut self, inlines: &[Inline<'a>], shown: &str) {
        if self.reported.markdown || !shown.contains(['*', '_', '#', '|']) {
            return;
        }
        // Asked once, and not for each line: what is shown can be as long as the source.
        let standing: Vec<_> = Markdown::ALL
            .into_iter()
            .filter(|markdown| markdown.stands_in(shown))
            .collect();
        let is_end = |inline: &Inline<'_>| matches!(inline, Inline::LineEnd { .. });
        let mut found = inlines
            .split(is_end)
            .filter_map(|line| markdown(self.source, line));
        if let Some((markdown, span)) = found.find(|(markdown, _)| standing.contains(markdown)) {
            self.reported.markdown = true;
            self.report(diagnostics::markdown_as_typed(span, markdown.name()));
        }
    }
}

/// Markdown that stands out when it is shown as typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Markdown {
    Heading,
    Table,
    /// With its mark.
    Emphasis(&'static str),
}

impl Markdown {
    const ALL: [Self; 4] = [
        Self::Heading,
        Self::Table,
        Self::Emphasis("**"),
        Self::Emphasis("__"),
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Heading => "the mark of a heading",
            Self::Table => "the rules of a table",
            Self::Emphasis(_) => "the marks of emphasis",
        }
    }

    /// Whether it is still there once buttons were cut out and titles cleaned.
    fn stands_in(self, shown: &str) -> bool {
        match self {
            Self::Heading => shown.lines().any(|line| line.trim_start().starts_with('#')),
            Self::Table => shown.contains("--"),
            Self::Emphasis(mark) => shown.contains(mark),
        }
    }
}

/// The Markdown of a line: what it is called, and where it stands.
fn markdown(source: &str, line: &[Inline<'_>]) -> Option<(Markdown, Span)> {
    let escaped = |at: usize| at > 0 && source.as_bytes()[at - 1] == b'\\';
    if let Some(Inline::Text(text)) = line.first() {
        let start = text.span.start + (text.value.len() - text.value.trim_start().len());
        let content = text.value.trim();
        let hashes = content.bytes().take_while(|&byte| byte == b'#').count();
        let is_heading = (1..=6).contains(&hashes)
            && content[hashes..].starts_with([' ', '\t'])
            && start - text.span.start <= 3;
        if is_heading && !escaped(start) {
            return Some((Markdown::Heading, Span::new(start, start + hashes)));
        }
        let is_rule = content.contains("--")
            && content.contains('|')
            && content.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
        if is_rule && line.len() == 1 {
            return Some((Markdown::Table, Span::new(start, start + content.len())));
        }
    }
    ["**", "__"].into_iter().find_map(|mark| {
        let mut opening = None;
        let texts = line.iter().filter_map(|inline| match inline {
            Inline::Text(text) => Some(text),
            _ => None,
        });
        texts.flat_map(|text| marks(text, mark)).find_map(|found| {
            if escaped(found.at) {
                return None;
            }
            match opening {
                Some(at) if found.closes => Some((
                    Markdown::Emphasis(mark),
                    Span::new(at, found.at + mark.len()),
                )),
                _ => {
                    opening = opening.or(found.opens.then_some(found.at));
                    None
                }
            }
        })
    })
}

/// A mark of emphasis, and what it can do there.
struct Mark {
    at: usize,
    opens: bool,
    closes: bool,
}

fn marks<'t>(text: &'t Verbatim<'t>, mark: &'static str) -> impl Iterator<Item = Mark> + 't {
    text.value.match_indices(mark).map(move |(at, _)| Mark {
        at: text.span.start + at,
        opens: !text.value[at + mark.len()..].starts_with(char::is_whitespace),
        closes: !text.value[..at].ends_with(char::is_whitespace),
    })
}
