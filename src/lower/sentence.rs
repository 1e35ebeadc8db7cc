//! Whether a link is part of its line, and keeps its label in the text.

use super::characters::{Class, classes, has_word, list_marker};
use super::plan::{Piece, is_number};
use super::text::fits;

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

/// How the links of a line stand in it; `below` are the pieces of the next line.
pub(super) fn line(pieces: &[Piece<'_>], below: &[Piece<'_>]) -> Line {
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
                let has_word = has_word(text);
                words |= has_word;
                inside |= link && has_word;
                let mut last = classes(text).rev();
                if let Some((c, class)) = last.find(|(_, class)| *class != Class::Blank) {
                    announced = matches!(class, Class::Dash | Class::Emoji)
                        || matches!(c, '.' | '!' | '?' | ':' | '…');
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
            Piece::Cut { .. } | Piece::Written(_, None) | Piece::LineEnd => touched = false,
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
fn indented_text(pieces: &[Piece<'_>]) -> usize {
    let text = pieces.iter().enumerate().any(|(index, piece)| match piece {
        Piece::Text(text) => {
            let marker = if index == 0 { list_marker(text) } else { 0 };
            has_word(&text[marker..])
        }
        _ => false,
    });
    if text { indent(pieces) } else { 0 }
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}
