//! Reads a grammar in the notation of the XML recommendation, as far as Tapmark's uses it.
//! Whatever it does not know is an error with its line.

use std::collections::BTreeMap;

use crate::tokens::{Token, Tokens, tokens};

pub(crate) struct Grammar {
    productions: BTreeMap<String, Expression>,
}

#[derive(Clone, Debug)]
pub(crate) enum Expression {
    /// Letters in any case.
    Literal(String),
    Class {
        negated: bool,
        ranges: Vec<(char, char)>,
    },
    Name(String),
    Sequence(Vec<Expression>),
    Choice(Vec<Expression>),
    Repeat {
        inner: Box<Expression>,
        least: usize,
        /// Whether there may be more than one.
        many: bool,
    },
    /// What the first gives and the second does not.
    Difference(Box<Expression>, Box<Expression>),
}

impl Grammar {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let mut reader = Reader::new(text)?;
        let mut productions = BTreeMap::new();
        while reader.at < reader.tokens.len() {
            let line = reader.line();
            let Some(Token::Name(name)) = reader.next() else {
                return Err(format!("line {line}: no name of a production"));
            };
            if reader.next() != Some(Token::Defines) {
                return Err(format!("line {line}: no `::=` behind {name}"));
            }
            let expression = reader.choice()?;
            if productions.insert(name.clone(), expression).is_some() {
                return Err(format!("line {line}: {name} is defined twice"));
            }
        }
        for (name, line) in &reader.names {
            if !productions.contains_key(name) {
                return Err(format!("line {line}: {name} is not defined"));
            }
        }
        Ok(Self { productions })
    }

    /// The same grammar with another right-hand side for one production.
    pub(crate) fn with(&self, name: &str, side: &str) -> Result<Self, String> {
        let mut productions = self.productions.clone();
        let mut reader = Reader::new(side)?;
        let expression = reader.choice()?;
        if reader.at < reader.tokens.len() {
            return Err(format!("{name}: more than one right-hand side"));
        }
        if let Some((name, _)) = reader.names.iter().find(|(name, _)| !self.has(name)) {
            return Err(format!("{name} is not defined"));
        }
        match productions.insert(name.to_owned(), expression) {
            Some(_) => Ok(Self { productions }),
            None => Err(format!("{name} is not defined")),
        }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.productions.contains_key(name)
    }

    pub(crate) fn production(&self, name: &str) -> (&str, &Expression) {
        let (name, expression) = self.productions.get_key_value(name).unwrap();
        (name, expression)
    }

    pub(crate) fn productions(&self) -> impl Iterator<Item = (&str, &Expression)> {
        let productions = self.productions.iter();
        productions.map(|(name, expression)| (name.as_str(), expression))
    }

    /// The productions that a derivation from `start` can come to, `start` included; also those
    /// that say what is left out, when asked for.
    pub(crate) fn reachable(&self, start: &str, left_out: bool) -> Vec<&str> {
        let mut found = vec![self.production(start).0];
        let mut next = 0;
        while next < found.len() {
            self.production(found[next])
                .1
                .each_name(left_out, &mut |name| {
                    if !found.contains(&name) {
                        found.push(name);
                    }
                });
            next += 1;
        }
        found
    }
}

impl Expression {
    fn each_name<'e>(&'e self, left_out: bool, visit: &mut impl FnMut(&'e str)) {
        match self {
            Self::Literal(_) | Self::Class { .. } => {}
            Self::Name(name) => visit(name),
            Self::Sequence(parts) | Self::Choice(parts) => {
                for part in parts {
                    part.each_name(left_out, visit);
                }
            }
            Self::Repeat { inner, .. } => inner.each_name(left_out, visit),
            Self::Difference(all, but) => {
                all.each_name(left_out, visit);
                if left_out {
                    but.each_name(left_out, visit);
                }
            }
        }
    }
}

struct Reader {
    tokens: Tokens,
    at: usize,
    /// What is referred to, and where.
    names: Vec<(String, usize)>,
}

impl Reader {
    fn new(text: &str) -> Result<Self, String> {
        Ok(Self {
            tokens: tokens(text)?,
            at: 0,
            names: Vec::new(),
        })
    }

    fn line(&self) -> usize {
        let at = self.at.min(self.tokens.len().saturating_sub(1));
        self.tokens.get(at).map_or(1, |token| token.1)
    }

    fn next(&mut self) -> Option<Token> {
        self.at += 1;
        self.tokens.get(self.at - 1).map(|token| token.0.clone())
    }

    fn take(&mut self, symbol: char) -> bool {
        let found = self.tokens.get(self.at).map(|token| &token.0) == Some(&Token::Symbol(symbol));
        self.at += usize::from(found);
        found
    }

    fn choice(&mut self) -> Result<Expression, String> {
        let mut parts = vec![self.sequence()?];
        while self.take('|') {
            parts.push(self.sequence()?);
        }
        Ok(match parts.len() {
            1 => parts.remove(0),
            _ => Expression::Choice(parts),
        })
    }

    fn sequence(&mut self) -> Result<Expression, String> {
        let mut parts = Vec::new();
        while let Some(part) = self.repeated()? {
            if self.take('-') {
                let but = self.repeated()?;
                let but = but.ok_or(format!("line {}: nothing behind `-`", self.line()))?;
                parts.push(Expression::Difference(part.into(), but.into()));
            } else {
                parts.push(part);
            }
        }
        match parts.len() {
            0 => Err(format!("line {}: an empty alternative", self.line())),
            1 => Ok(parts.remove(0)),
            _ => Ok(Expression::Sequence(parts)),
        }
    }

    fn repeated(&mut self) -> Result<Option<Expression>, String> {
        let Some(inner) = self.primary()? else {
            return Ok(None);
        };
        let (least, many) = match () {
            () if self.take('?') => (0, false),
            () if self.take('*') => (0, true),
            () if self.take('+') => (1, true),
            () => return Ok(Some(inner)),
        };
        let inner = Box::new(inner);
        Ok(Some(Expression::Repeat { inner, least, many }))
    }

    fn primary(&mut self) -> Result<Option<Expression>, String> {
        let line = self.line();
        if self.take('(') {
            let inner = self.choice()?;
            return match self.take(')') {
                true => Ok(Some(inner)),
                false => Err(format!("line {line}: no `)` for this `(`")),
            };
        }
        let rest = &self.tokens[self.at.min(self.tokens.len())..];
        let expression = match rest {
            // The next production begins.
            [(Token::Name(_), _), (Token::Defines, _), ..] => return Ok(None),
            [(Token::Name(name), line), ..] => {
                self.names.push((name.clone(), *line));
                Expression::Name(name.clone())
            }
            [(Token::Literal(text), _), ..] => Expression::Literal(text.clone()),
            [(Token::Class(negated, ranges), _), ..] => Expression::Class {
                negated: *negated,
                ranges: ranges.clone(),
            },
            [(Token::Symbol('|' | ')'), _), ..] | [] => return Ok(None),
            [(token, line), ..] => return Err(format!("line {line}: {token:?} stands alone")),
        };
        self.at += 1;
        Ok(Some(expression))
    }
}
