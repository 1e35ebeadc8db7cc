//! Derives random sentences, and remembers which production gave which part of them.

use std::collections::BTreeMap;

use crate::ebnf::{Expression, Grammar};
use crate::recognise::{self, contains};
use crate::steer;

/// A sentence and how it came about.
pub(crate) struct Sentence<'g> {
    pub(crate) text: String,
    /// What the productions gave, each before its parts.
    pub(crate) parts: Vec<Part<'g>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Part<'g> {
    pub(crate) name: &'g str,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) parent: Option<usize>,
}

impl Sentence<'_> {
    pub(crate) fn slice(&self, part: usize) -> &str {
        &self.text[self.parts[part].start..self.parts[part].end]
    }

    /// The parts that stand directly in one.
    pub(crate) fn children(&self, of: usize) -> impl Iterator<Item = usize> + '_ {
        (of + 1..self.parts.len()).filter(move |&part| self.parts[part].parent == Some(of))
    }

    pub(crate) fn child(&self, of: usize, name: &str) -> Option<usize> {
        self.children(of)
            .find(|&part| self.parts[part].name == name)
    }

    /// The parts of that name anywhere in one.
    pub(crate) fn inside(&self, of: usize, name: &str) -> Vec<usize> {
        let mut within = vec![false; self.parts.len()];
        within[of] = true;
        for part in of + 1..self.parts.len() {
            within[part] = self.parts[part].parent.is_some_and(|parent| within[parent]);
        }
        let named = |&part: &usize| within[part] && self.parts[part].name == name;
        (of + 1..self.parts.len()).filter(named).collect()
    }
}

impl<'g> Sentence<'g> {
    /// A part as a sentence of its own, and where it begins.
    pub(crate) fn part(&self, of: usize) -> (Self, usize) {
        let start = self.parts[of].start;
        let inner = self.parts[of + 1..].iter();
        let inner = inner.take_while(|part| part.parent.is_some_and(|parent| parent >= of));
        let whole = Part {
            parent: None,
            ..self.parts[of].clone()
        };
        let moved = |part: &Part<'g>| Part {
            start: part.start - start,
            end: part.end - start,
            parent: part.parent.map(|parent| parent - of),
            ..part.clone()
        };
        let parts = std::iter::once(moved(&whole));
        let sentence = Sentence {
            text: self.slice(of).to_owned(),
            parts: parts.chain(inner.map(moved)).collect(),
        };
        (sentence, start)
    }
}

/// SplitMix64: the same numbers on every machine.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number below `count`.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % count
    }

    pub(crate) fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }
}

/// From this depth on every choice takes the shortest way out.
const DEPTH: usize = 14;
/// The most repetitions of a part beyond the least.
const REPETITIONS: usize = 7;
/// What a character class is tried with, beside its own ends.
const ORDINARY: &str = "abcghilnstuwxyzBEXYZ013579 ";
const PUNCTUATION: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\t\n\r\0";
const EXOTIC: &str =
    "éßжΩ中あ٣😀\u{301}\u{7F}\u{85}\u{A0}\u{200B}\u{202E}\u{2003}\u{2028}\u{2800}€—";

pub(crate) struct Deriver<'g> {
    grammar: &'g Grammar,
    /// How deep the shallowest derivation of each production is.
    heights: BTreeMap<&'g str, usize>,
    pub(crate) random: Random,
    sentence: Sentence<'g>,
    open: Vec<usize>,
}

impl<'g> Deriver<'g> {
    pub(crate) fn new(grammar: &'g Grammar, seed: u64) -> Self {
        let mut heights: BTreeMap<&str, usize> = BTreeMap::new();
        loop {
            let before = heights.clone();
            for (name, expression) in grammar.productions() {
                if let Some(height) = height(expression, &before) {
                    heights.insert(name, height + 1);
                }
            }
            if heights == before {
                break;
            }
        }
        let sentence = Sentence {
            text: String::new(),
            parts: Vec::new(),
        };
        let random = Random(seed);
        let open = Vec::new();
        Self {
            grammar,
            heights,
            random,
            sentence,
            open,
        }
    }

    /// A sentence of that production; an error when the grammar does not have a steered phrase.
    pub(crate) fn sentence(&mut self, start: &str) -> Result<Sentence<'g>, String> {
        self.sentence.text.clear();
        self.sentence.parts.clear();
        self.name(start)?;
        let empty = Sentence {
            text: String::new(),
            parts: Vec::new(),
        };
        Ok(std::mem::replace(&mut self.sentence, empty))
    }

    fn name(&mut self, name: &str) -> Result<(), String> {
        let (name, expression) = self.grammar.production(name);
        let index = self.sentence.parts.len();
        let start = self.sentence.text.len();
        self.sentence.parts.push(Part {
            name,
            start,
            end: start,
            parent: self.open.last().copied(),
        });
        self.open.push(index);
        let phrase = steer::phrase(&self.sentence, index, &mut self.random);
        let result = match phrase {
            None => self.derive(expression),
            Some(phrase) => match recognise::read(self.grammar, name, phrase) {
                None => Err(format!("{name} does not give {phrase:?}")),
                Some(parts) => {
                    self.sentence.text.push_str(phrase);
                    self.sentence
                        .parts
                        .extend(parts.into_iter().skip(1).map(|part| Part {
                            start: start + part.start,
                            end: start + part.end,
                            parent: part.parent.map(|parent| index + parent),
                            ..part
                        }));
                    Ok(())
                }
            },
        };
        self.open.pop();
        self.sentence.parts[index].end = self.sentence.text.len();
        result
    }

    fn derive(&mut self, expression: &'g Expression) -> Result<(), String> {
        let deep = self.open.len() >= DEPTH;
        match expression {
            Expression::Name(name) => self.name(name)?,
            Expression::Literal(literal) => {
                let style = self.random.below(6);
                for c in literal.chars() {
                    let upper = style == 0 || style == 1 && self.random.percent(50);
                    let c = if upper { c.to_ascii_uppercase() } else { c };
                    self.sentence.text.push(c);
                }
            }
            Expression::Class { .. } => {
                let c = self.character(expression);
                self.sentence.text.push(c);
            }
            Expression::Sequence(parts) => {
                for part in parts {
                    self.derive(part)?;
                }
            }
            Expression::Choice(parts) => {
                let lowest = parts
                    .iter()
                    .filter_map(|part| height(part, &self.heights))
                    .min();
                let open = |part: &&Expression| !deep || height(part, &self.heights) == lowest;
                let open: Vec<_> = parts.iter().filter(open).collect();
                // Plain characters are what most things are made of.
                let plain = |part: &&&Expression| matches!(part, Expression::Class { .. });
                let plain: Vec<_> = open.iter().filter(plain).collect();
                let part = match plain.is_empty() || !self.random.percent(75) {
                    true => *self.random.pick(&open),
                    false => **self.random.pick(&plain),
                };
                self.derive(part)?;
            }
            Expression::Repeat { inner, least, many } => {
                let most = if *many { least + REPETITIONS } else { 1 };
                let mut count = *least;
                while !deep && count < most && self.random.percent(if *many { 62 } else { 45 }) {
                    count += 1;
                }
                for _ in 0..count {
                    self.derive(inner)?;
                }
            }
            Expression::Difference(all, but) => {
                let (text, parts) = (self.sentence.text.len(), self.sentence.parts.len());
                loop {
                    self.derive(all)?;
                    if !recognise::is(self.grammar, but, &self.sentence.text[text..]) {
                        break;
                    }
                    self.sentence.text.truncate(text);
                    self.sentence.parts.truncate(parts);
                }
            }
        }
        Ok(())
    }

    /// A character of a class: an ordinary one, one that means something elsewhere, a rare one, or
    /// one at the end of a range or right beside it.
    fn character(&mut self, class: &Expression) -> char {
        let Expression::Class { negated, ranges } = class else {
            unreachable!("only classes have characters")
        };
        for _ in 0..40 {
            let c = match self.random.below(20) {
                0..=9 => any(ORDINARY, &mut self.random),
                10..=13 => any(PUNCTUATION, &mut self.random),
                14 => any(EXOTIC, &mut self.random),
                _ => {
                    let (first, last) = *self.random.pick(ranges);
                    // Beside a single character that is left out stands nothing of note.
                    if *negated && first == last {
                        continue;
                    }
                    let code = match self.random.below(4) {
                        0 => u32::from(first),
                        1 => u32::from(last),
                        2 => u32::from(first).saturating_sub(1),
                        _ => u32::from(last) + 1,
                    };
                    char::from_u32(code).unwrap_or(first)
                }
            };
            if contains(class, c) {
                return c;
            }
        }
        ranges[0].0
    }
}

fn any(from: &str, random: &mut Random) -> char {
    let index = random.below(from.chars().count());
    from.chars().nth(index).unwrap_or('a')
}

/// How many productions deep the shallowest derivation is; `None` while that is not known.
fn height(expression: &Expression, heights: &BTreeMap<&str, usize>) -> Option<usize> {
    match expression {
        Expression::Literal(_) | Expression::Class { .. } => Some(0),
        Expression::Name(name) => heights.get(name.as_str()).copied(),
        Expression::Sequence(parts) => {
            let heights = parts.iter().map(|part| height(part, heights));
            heights.collect::<Option<Vec<_>>>()?.into_iter().max()
        }
        Expression::Choice(parts) => parts.iter().filter_map(|part| height(part, heights)).min(),
        Expression::Repeat { least: 0, .. } => Some(0),
        Expression::Repeat { inner, .. } => height(inner, heights),
        Expression::Difference(all, _) => height(all, heights),
    }
}
