//! Stage 1: text to [`Document`].
//!
//! Parsing cannot fail: text is always a legal reading, and what was meant otherwise is said in a
//! diagnostic. The stage knows the language (`grammar/`) and nothing of Messenger.
//!
//! | file | reads |
//! |---|---|
//! | `arena` | nothing: it is where a tree lives |
//! | `parser` | nothing: it is what is carried along, and how the tree grows |
//! | `block` | lines: separators, fences, runs |
//! | `sections` | section by section, where none stays |
//! | `only_text` | a source that needs no tree |
//! | `container` | carousels and lists: headings, items |
//! | `ahead` | nothing yet: it looks at what follows |
//! | `entry` | menus and ice breakers: entries, one below the other and one in the other |
//! | `inline` | a line: text, escapes, code spans, comments, brackets |
//! | `bytes` | nothing: it is what bytes are looked up in |
//! | `delimiter` | where a parenthesis or a code span closes, in linear time |
//! | `button` | what a pair of brackets is: button, reply, media, text |
//! | `plain` | the buttons that are nothing else at first sight |
//! | `parenthesis` | the extent of what follows a label |
//! | `near_miss`, `repair` | what a pair of brackets was meant to be, and what mends it |
//! | `label`, `scheme`, `target`, `url`, `ipv6`, `phone`, `amount`, `attributes` | the parts of a button |
//! | `colon` | a scheme that lacks its colon |
//! | `failure` | nothing: it is why a parenthesis is no target |
//! | `places` | what was read once more, for editors: where its parts are, and what is around it |
//! | `vocabulary` | every known word, and what it is for |
//! | `spelling` | the nearest known word |
//! | `directive`, `locale` | `::name[content]{attributes}`, and whom it is for |
//! | `diagnostics` | every message of this stage |

mod ahead;
mod amount;
mod arena;
pub mod ast;
pub(crate) mod attributes;
mod block;
mod button;
mod bytes;
mod colon;
mod container;
mod delimiter;
mod diagnostics;
pub(crate) mod directive;
pub(crate) mod entry;
mod failure;
mod inline;
mod ipv6;
mod label;
mod locale;
mod near_miss;
mod only_text;
mod parenthesis;
mod parser;
mod phone;
pub(crate) mod places;
mod plain;
mod repair;
mod scheme;
mod sections;
mod spelling;
mod target;
mod url;
pub(crate) mod vocabulary;

use crate::diagnostic::Diagnostic;

pub(crate) use self::amount::is_dollar;
pub use self::arena::Arena;
pub use self::ast::Document;
pub(crate) use self::label::is_blank;
pub(crate) use self::near_miss::{begins_in_shorthand, ends_in_shorthand, holds_shorthand};
pub(crate) use self::only_text::only_text;
pub(crate) use self::sections::Sections;
pub(crate) use self::url::is_url;

/// A tree, and what its author should know about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parse<'s> {
    /// The tree.
    pub document: Document<'s>,
    /// The diagnostics of this stage, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses a source, into an arena.
///
/// ```
/// use tapmark::syntax::{self, Arena, ast::{Block, Inline}};
///
/// let arena = Arena::new();
/// let parse = syntax::parse("Well? %[Yes](reply:Y)", &arena);
/// let Block::Run(run) = &parse.document.sections[0].blocks[0] else { panic!() };
/// let Inline::Button(button) = &run.inlines[1] else { panic!() };
/// assert_eq!(button.label.value, "Yes");
/// assert_eq!(button.span.slice(parse.document.source), "%[Yes](reply:Y)");
/// ```
#[must_use]
pub fn parse<'s>(source: &'s str, arena: &'s Arena) -> Parse<'s> {
    let mut parser = parser::Parser::new(source, arena);
    parser.document();
    parser.finish()
}
