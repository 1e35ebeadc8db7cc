//! What becomes of a button in error when its fix is applied.

use super::arena::Arena;
use super::ast::{Action, EntryContent, EntryListKind};
use super::attributes;
use super::entry::entry_mark;
use super::failure::Failure;
use super::inline::{Opener, OpenerKind};
use super::label::is_blank;
use super::parenthesis::Parenthesised;
use super::parser::Parser;
use super::url;
use super::vocabulary::DEFAULT;
use crate::diagnostic::{Finding, Severity};
use crate::escape;
use crate::span::Span;
use crate::strings;
use crate::template::Arg::Word;
use crate::template::fill;

/// Edits that make something of a slip.
pub(super) struct Repair {
    pub(super) title: &'static str,
    pub(super) edits: Vec<(Span, String)>,
}

impl Finding {
    /// With the key written right, where it stands with a slip.
    pub(super) fn fix_key(self, misspelt: Option<Span>, key: &str) -> Self {
        match misspelt {
            Some(place) => self.fix_by_writing(place, key),
            None => self,
        }
    }

    /// With the edits of a repair, if there is one.
    pub(super) fn repair(self, repair: Option<Repair>) -> Self {
        let Some(repair) = repair else {
            return self;
        };
        repair
            .edits
            .into_iter()
            .fold(self, |diagnostic, (span, text)| {
                diagnostic.fix(repair.title, span, &text)
            })
    }
}

impl Parser<'_> {
    /// The edits that make a button of one whose target is none: its label becomes its payload.
    /// What follows must not become its target or its attributes.
    pub(super) fn repair(
        &self,
        opener: Opener,
        close: usize,
        found: Parenthesised,
        failure: &Failure,
    ) -> Option<Repair> {
        let rest = self.source[found.end..].trim_start_matches([' ', '\t']);
        let (label, _) = self.read_label(opener, close);
        if rest.starts_with(['(', '{']) || is_blank(label.value) {
            return None;
        }
        let written = found.content.slice(self.source).trim();
        match failure {
            // A backtick in both would make code of what stands between them.
            Failure::Incomplete("reply" | "postback") if label.value.contains('`') => None,
            Failure::Incomplete(keyword @ ("reply" | "postback")) => {
                let target = fill(
                    "{}:{}",
                    &[Word(keyword), Word(&escape::target(label.value))],
                );
                Some(Repair {
                    title: "send the label",
                    edits: vec![(found.content, target)],
                })
            }
            Failure::Empty => {
                let mut repair = self.bare(opener, close)?;
                let parentheses = Span::new(close + 1, found.end);
                repair.edits.push((parentheses, String::new()));
                Some(repair)
            }
            // It has the sigil of another kind of button.
            Failure::NoAmount if self.names_target(OpenerKind::Percent, found.content) => {
                let repair = self.bare(opener, close)?;
                Some(Repair {
                    title: "begin it with `%[`",
                    ..repair
                })
            }
            Failure::NoAmount if strings::same(written, "share") => None,
            Failure::Prose | Failure::NoAmount => {
                let mut repair = self.bare(opener, close)?;
                let gap = Span::new(close + 1, close + 1);
                repair.edits.push((gap, " ".to_owned()));
                Some(repair)
            }
            _ => None,
        }
    }

    /// Whether a button with a target that ends at `end` has another error, which mending the target
    /// would bring to light: no label, or a `default` behind it that has no place outside of items.
    pub(super) fn has_another_error(&self, opener: Opener, close: usize, end: usize) -> bool {
        let (label, _) = self.read_label(opener, close);
        let attributes = attributes::braces(self.source, end, self.source.len());
        let mut attributes = attributes.iter().flat_map(|(found, _)| found);
        let is_default = attributes.any(|found| found.key.value == DEFAULT.name);
        let needs_label = opener.kind != OpenerKind::Media;
        (needs_label && is_blank(label.value)) || (is_default && self.container.is_none())
    }

    /// Rejects a button for its target, which ends at `end`: with a fix if it is a button then.
    pub(super) fn reject_target(
        &mut self,
        opener: Opener,
        close: usize,
        end: usize,
        mut diagnostic: Finding,
    ) -> usize {
        if self.has_another_error(opener, close, end) {
            diagnostic.fix = None;
        }
        self.reject(opener, end, diagnostic)
    }

    /// The edits that make the brackets a reply whose payload is its label. A price as the label
    /// of a buy button without an amount keeps its sign.
    pub(super) fn bare(&self, opener: Opener, close: usize) -> Option<Repair> {
        // No reply stands in an item or a list of entries.
        if self.is_inside() {
            return None;
        }
        let label = &self.source[opener.label..close];
        let price = label
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
        let opening = match opener.kind {
            OpenerKind::Percent => None,
            OpenerKind::Dollar if price => Some("%[$"),
            OpenerKind::Dollar => Some("%["),
            OpenerKind::Link | OpenerKind::Media => return None,
        };
        let place = Span::new(opener.start, opener.label);
        let edits = opening.map(|opening| (place, opening.to_owned()));
        Some(Repair {
            title: "make it a reply",
            edits: edits.into_iter().collect(),
        })
    }
}

/// Whether a list takes the entry on a line; `None` when it is none, or in error.
pub(super) fn is_taken(kind: EntryListKind, line: &str) -> Option<bool> {
    let arena = Arena::new();
    let mut parser = Parser::new(line, &arena);
    parser.open_list(kind, "", Span::default());
    let mark = entry_mark(line)?;
    parser.inline_line(mark);
    let inlines = parser.take_inlines();
    let content = parser.entry_content(inlines, Span::new(mark, line.len()))?;
    let mut found = parser.diagnostics.iter();
    if found.any(|found| found.severity == Severity::Error) {
        return None;
    }
    let EntryContent::Button(button) = content else {
        return Some(true);
    };
    Some(match button.action {
        Action::Postback { .. } => true,
        Action::Link(_) | Action::Webview { .. } => {
            matches!(kind, EntryListKind::Menu { .. }) && !button.action.is_default()
        }
        _ => false,
    })
}

/// What a button can be called that has no label.
///
/// One that would be in error still gets no name.
pub(super) fn name_of(action: &Action<'_>, in_item: bool) -> String {
    match action {
        _ if action.is_default() && !in_item => String::new(),
        Action::Share if !in_item => String::new(),
        Action::Buy { amount, .. } if amount.cents.is_none() => String::new(),
        Action::Reply { payload, .. } | Action::Postback { payload } if is_blank(payload) => {
            String::new()
        }
        Action::Reply { payload, .. } | Action::Postback { payload } => (*payload).to_owned(),
        Action::Link(link) | Action::Webview { link, .. } => {
            url::host(link.url).unwrap_or("Open").to_owned()
        }
        Action::Call { number } => (*number).to_owned(),
        Action::Mail { address } => (*address).to_owned(),
        Action::LocationRequest => "Location".to_owned(),
        Action::Phone => "Phone".to_owned(),
        Action::Email => "Email".to_owned(),
        Action::Share => "Share".to_owned(),
        Action::Buy { .. } => "Buy".to_owned(),
    }
}
