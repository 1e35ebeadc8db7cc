//! Reads a text as a production says, the first alternative first, and says what its parts are.

use crate::derive::Part;
use crate::ebnf::{Expression, Grammar};

/// So many steps for one text: an ambiguous grammar may not take for ever.
const STEPS: usize = 400_000;

/// The parts of a text that is one sentence of the production, itself first.
pub(crate) fn read<'g>(grammar: &'g Grammar, name: &str, text: &str) -> Option<Vec<Part<'g>>> {
    let expression = Expression::Name(name.to_owned());
    let mut reader = Reader::new(grammar, text);
    let mut found = None;
    reader.read(&expression, 0, &mut |reader, end| {
        found = (end == text.len()).then(|| reader.parts.clone());
        found.is_some()
    });
    found
}

/// Whether a text is what an expression gives.
pub(crate) fn is(grammar: &Grammar, expression: &Expression, text: &str) -> bool {
    let mut reader = Reader::new(grammar, text);
    reader.read(expression, 0, &mut |_, end| end == text.len())
}

pub(crate) fn contains(class: &Expression, c: char) -> bool {
    let Expression::Class { negated, ranges } = class else {
        return false;
    };
    ranges
        .iter()
        .any(|&(first, last)| (first..=last).contains(&c))
        != *negated
}

struct Reader<'g, 't> {
    grammar: &'g Grammar,
    text: &'t str,
    parts: Vec<Part<'g>>,
    parent: Option<usize>,
    steps: usize,
}

/// What is read behind an expression, from an offset.
type Then<'c, 'g, 't> = &'c mut dyn FnMut(&mut Reader<'g, 't>, usize) -> bool;

impl<'g, 't> Reader<'g, 't> {
    fn new(grammar: &'g Grammar, text: &'t str) -> Self {
        Self {
            grammar,
            text,
            parts: Vec::new(),
            parent: None,
            steps: 0,
        }
    }

    fn read(&mut self, expression: &Expression, at: usize, then: Then<'_, 'g, 't>) -> bool {
        self.steps += 1;
        if self.steps > STEPS {
            return false;
        }
        match expression {
            Expression::Name(name) => self.production(name, at, then),
            Expression::Literal(literal) => {
                let end = at + literal.len();
                let found = self.text.get(at..end);
                found.is_some_and(|found| found.eq_ignore_ascii_case(literal)) && then(self, end)
            }
            Expression::Class { .. } => match self.text[at..].chars().next() {
                Some(c) if contains(expression, c) => then(self, at + c.len_utf8()),
                _ => false,
            },
            Expression::Sequence(parts) => self.sequence(parts, at, then),
            Expression::Choice(parts) => parts.iter().any(|part| self.read(part, at, then)),
            Expression::Repeat { inner, least, many } => {
                let most = if *many { usize::MAX } else { 1 };
                self.repeat(inner, *least, most, at, then)
            }
            Expression::Difference(all, but) => self.read(all, at, &mut |reader, end| {
                !is(reader.grammar, but, &reader.text[at..end]) && then(reader, end)
            }),
        }
    }

    fn production(&mut self, name: &str, at: usize, then: Then<'_, 'g, 't>) -> bool {
        let (name, expression) = self.grammar.production(name);
        let (index, parent) = (self.parts.len(), self.parent);
        self.parts.push(Part {
            name,
            start: at,
            end: at,
            parent,
        });
        self.parent = Some(index);
        let found = self.read(expression, at, &mut |reader, end| {
            let inner = std::mem::replace(&mut reader.parent, parent);
            reader.parts[index].end = end;
            let found = then(reader, end);
            reader.parent = inner;
            found
        });
        if !found {
            self.parts.truncate(index);
            self.parent = parent;
        }
        found
    }

    fn sequence(&mut self, parts: &[Expression], at: usize, then: Then<'_, 'g, 't>) -> bool {
        match parts.split_first() {
            None => then(self, at),
            Some((first, rest)) => self.read(first, at, &mut |reader, end| {
                reader.sequence(rest, end, then)
            }),
        }
    }

    fn repeat(
        &mut self,
        inner: &Expression,
        least: usize,
        most: usize,
        at: usize,
        then: Then<'_, 'g, 't>,
    ) -> bool {
        let more = most > 0
            && self.read(inner, at, &mut |reader, end| {
                end > at && reader.repeat(inner, least.saturating_sub(1), most - 1, end, then)
            });
        more || least == 0 && then(self, at)
    }
}
