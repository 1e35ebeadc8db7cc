//! Whether a link is part of its line, and keeps its label in the text.

use super::characters::{Class, classes, has_word, list_marker};
use super::plan::{Fate, is_number};
use super::text::fits;
use crate::syntax::ast::Inline;

/// The parts of a line as the rules of running text see them.
#[derive(Clone, Copy)]
pub(super) enum Piece<'p> {
    /// Text, code, and the source of what is refused.
    Text(&'p str),
    /// A link without a sigil, with its label.
    Link(&'p str),
    /// What is written in the place of a button, with the label if that is a link of that kind.
    Written(&'p str, Option<&'p str>),
    /// Anything else that is cut out.
    Cut {
        /// Whether it is a comment.
        comment: bool,
    },
}

/// How the links of a line stand in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// They are part of a sentence: every label stays.
    Sentence,
    /// The text below belongs to them: every label stays.
    Heading,
    /// They stand for themselves: long labels alone stay.
    Loose,
}

impl Line {
    /// Whether the label of a link stays in the text.
    pub(super) fn keeps(self, label: &str, button_title: usize) -> bool {
        self != Self::Loose || !fits(label, button_title)
    }
}

/// Reads the parts of a line from its inlines and the fates of its buttons.
pub(super) fn pieces<'p>(
    source: &'p str,
    inlines: &'p [Inline<'p>],
    mut fates: impl Iterator<Item = &'p Fate>,
    pieces: &mut Vec<Piece<'p>>,
) {
    pieces.clear();
    pieces.extend(inlines.iter().filter_map(|inline| {
        Some(match inline {
            Inline::Text(part) | Inline::Code(part) | Inline::Fence(part) => {
                Piece::Text(part.value)
            }
            Inline::Comment { .. } => Piece::Cut { comment: true },
            Inline::Media(_) => Piece::Cut { comment: false },
            Inline::LineEnd { .. } => return None,
            Inline::Button(button) => match fates.next() {
                Some(Fate::Link) => Piece::Link(&button.label.value),
                Some(Fate::Written(text)) => Piece::Written(text, None),
                Some(Fate::WrittenLink(text)) => Piece::Written(text, Some(&button.label.value)),
                Some(Fate::Refused) => Piece::Text(button.span.slice(source)),
                Some(Fate::Cut) | None => Piece::Cut { comment: false },
            },
        })
    }));
}

/// How the links of a line stand in it; `below` are the pieces of the next line.
pub(super) fn line(pieces: &[Piece<'_>], below: &[Inline<'_>]) -> Line {
    if is_sentence(pieces) {
        Line::Sentence
    } else if indent(pieces) < indented_text(below) {
        Line::Heading
    } else {
        Line::Loose
    }
}

/// The rule of the language page, "What stays in the text".
fn is_sentence(pieces: &[Piece<'_>]) -> bool {
    let mut marker = match pieces.first() {
        Some(Piece::Text(text)) => list_marker(text),
        _ => 0,
    };
    let in_list = marker > 0;
    let mut words = false;
    // Whether the text so far ends like an announcement of what follows.
    let mut announced = false;
    // Whether a link stood so far, whether one is not announced, and whether one is part of the
    // text for sure.
    let (mut link, mut unannounced, mut inside) = (false, false, false);
    let mut touched = false;
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                let text = &text[std::mem::take(&mut marker)..];
                inside |= touched && text.starts_with(['.', ',', ';', '!', '?', ')']);
                for (c, class) in classes(text) {
                    words |= class == Class::Word;
                    inside |= link && class == Class::Word;
                    if class != Class::Blank {
                        announced = matches!(class, Class::Dash | Class::Emoji)
                            || matches!(c, '.' | '!' | '?' | ':' | '…');
                    }
                }
                touched = false;
            }
            Piece::Link(label) | Piece::Written(_, Some(label)) => {
                if is_number(label) {
                    return true;
                }
                link = true;
                unannounced |= !announced;
                touched = true;
            }
            Piece::Cut { .. } | Piece::Written(_, None) => touched = false,
        }
    }
    link && words && (inside || unannounced || in_list)
}

/// How deep a line is indented, in bytes of white space.
fn indent(pieces: &[Piece<'_>]) -> usize {
    match pieces.first() {
        Some(Piece::Text(text)) => blanks(text),
        _ => 0,
    }
}

/// How deep the line is indented when it has text of its own; zero when it has none.
fn indented_text(inlines: &[Inline<'_>]) -> usize {
    let depth = match inlines.first() {
        Some(Inline::Text(part) | Inline::Fence(part)) => blanks(part.value),
        _ => return 0,
    };
    let text = inlines
        .iter()
        .enumerate()
        .any(|(index, inline)| match inline {
            Inline::Text(part) | Inline::Code(part) | Inline::Fence(part) => {
                let marker = if index == 0 {
                    list_marker(part.value)
                } else {
                    0
                };
                has_word(&part.value[marker..])
            }
            _ => false,
        });
    if text { depth } else { 0 }
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}
