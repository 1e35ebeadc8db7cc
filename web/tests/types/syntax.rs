//! The part of TypeScript's types that is generated: read, so that it can be laid out and judged.

/// A type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// `{ name: … }`
    Object(Vec<Field>),
    /// `"literal"`
    Literal(String),
    /// `Array<…>`
    Array(Box<Self>),
    /// `Name`, `string`, `null`
    Name(String),
    /// `… | …`
    Union(Vec<Self>),
    /// `… & …`
    All(Vec<Self>),
}

impl Type {
    /// Gives another name to a type that is referred to.
    pub(crate) fn rename(&mut self, from: &str, to: &str) {
        match self {
            Self::Object(fields) => {
                for field in fields {
                    field.value.rename(from, to);
                }
            }
            Self::Name(name) if name == from => to.clone_into(name),
            Self::Literal(_) | Self::Name(_) => {}
            Self::Array(of) => of.rename(from, to),
            Self::Union(of) | Self::All(of) => {
                for each in of {
                    each.rename(from, to);
                }
            }
        }
    }
}

/// A property of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    /// The lines of its comment.
    pub(crate) docs: Vec<String>,
    pub(crate) name: String,
    pub(crate) optional: bool,
    pub(crate) value: Type,
}

/// The name and the type of `type Name = …;`.
pub(crate) fn declaration(text: &str) -> (String, Type) {
    let mut reader = Reader { rest: text };
    reader.take("type");
    let name = reader.word();
    reader.take("=");
    let declared = reader.union();
    reader.take(";");
    assert_eq!(reader.rest.trim(), "", "after the type of {name}");
    (name, declared)
}

/// The lines within `/** … */`, without their asterisks.
pub(crate) fn comment(text: &str) -> Vec<String> {
    let inner = text.trim().strip_prefix("/**").unwrap();
    let inner = inner.strip_suffix("*/").unwrap().trim_end();
    if !inner.contains('\n') {
        return vec![inner.trim_start().to_owned()];
    }
    let lines = inner.lines().skip(1).map(|line| {
        let line = line.trim_start().strip_prefix('*').unwrap();
        line.strip_prefix(' ').unwrap_or(line).to_owned()
    });
    lines.collect()
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn at(&mut self, token: &str) -> bool {
        self.rest = self.rest.trim_start();
        self.rest.starts_with(token)
    }

    fn skip(&mut self, token: &str) -> bool {
        let is_there = self.at(token);
        if is_there {
            self.rest = &self.rest[token.len()..];
        }
        is_there
    }

    #[track_caller]
    fn take(&mut self, token: &str) {
        assert!(self.skip(token), "{token} before {}", self.rest);
    }

    fn word(&mut self) -> String {
        if self.at("\"") {
            return self.literal();
        }
        let end = self.rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        let (word, rest) = self.rest.split_at(end.unwrap());
        assert!(!word.is_empty(), "a word before {rest}");
        self.rest = rest;
        word.to_owned()
    }

    fn literal(&mut self) -> String {
        self.take("\"");
        let (literal, rest) = self.rest.split_once('"').unwrap();
        self.rest = rest;
        literal.to_owned()
    }

    fn union(&mut self) -> Type {
        self.skip("|");
        let mut of = vec![self.all()];
        while self.skip("|") {
            of.push(self.all());
        }
        if of.len() == 1 {
            of.remove(0)
        } else {
            Type::Union(of)
        }
    }

    fn all(&mut self) -> Type {
        let mut of = vec![self.one()];
        while self.skip("&") {
            of.push(self.one());
        }
        if of.len() == 1 {
            of.remove(0)
        } else {
            Type::All(of)
        }
    }

    fn one(&mut self) -> Type {
        if self.skip("{") {
            let mut fields = Vec::new();
            while !self.skip("}") {
                fields.push(self.field());
                if !self.at("}") {
                    self.take(",");
                }
            }
            return Type::Object(fields);
        }
        if self.skip("(") {
            let inner = self.union();
            self.take(")");
            return inner;
        }
        if self.at("\"") {
            return Type::Literal(self.literal());
        }
        let name = self.word();
        if self.skip("<") {
            assert_eq!(name, "Array");
            let inner = self.union();
            self.take(">");
            return Type::Array(Box::new(inner));
        }
        Type::Name(name)
    }

    fn field(&mut self) -> Field {
        let mut docs = Vec::new();
        if self.at("/**") {
            let end = self.rest.find("*/").unwrap() + 2;
            docs = comment(&self.rest[..end]);
            self.rest = &self.rest[end..];
        }
        let name = self.word();
        let optional = self.skip("?");
        self.take(":");
        Field {
            docs,
            name,
            optional,
            value: self.union(),
        }
    }
}
