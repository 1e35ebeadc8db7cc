//! Reads the JSON of options: one object of strings, of booleans and of lists of strings.
//!
//! `JSON.stringify` wrote it. What serde_json needs to read anything makes the module 14 KB larger,
//! gzipped, and its errors speak of lines and columns where a key is to be named.

/// A value of an option.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// `true` or `false`
    Bool(bool),
    /// A string.
    String(String),
    /// A list of strings.
    Strings(Vec<String>),
    /// Anything else, which no option takes, in words.
    Other(&'static str),
}

/// The keys and values of an object, in order; `None` when it is no JSON or no object.
pub(crate) fn object(json: &str) -> Option<Vec<(String, Value)>> {
    let mut reader = Reader { rest: json };
    let mut entries = Vec::new();
    reader.list('{', '}', |reader| {
        let key = reader.string()?;
        reader.take(':')?;
        entries.push((key, reader.value()?));
        Some(())
    })?;
    reader.rest.trim_ascii().is_empty().then_some(entries)
}

/// What is left to read.
struct Reader<'j> {
    rest: &'j str,
}

impl Reader<'_> {
    fn next_is(&mut self, c: char) -> bool {
        self.rest = self.rest.trim_ascii_start();
        self.rest.starts_with(c)
    }

    fn take(&mut self, c: char) -> Option<()> {
        self.rest = self.rest.trim_ascii_start().strip_prefix(c)?;
        Some(())
    }

    /// What stands between two brackets, with commas between.
    fn list(
        &mut self,
        open: char,
        close: char,
        mut entry: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.take(open)?;
        if !self.next_is(close) {
            entry(self)?;
            while self.next_is(',') {
                self.take(',')?;
                entry(self)?;
            }
        }
        self.take(close)
    }

    fn value(&mut self) -> Option<Value> {
        if self.next_is('"') {
            return self.string().map(Value::String);
        }
        if self.next_is('[') {
            let before = self.rest;
            let mut strings = Vec::new();
            let read = self.list('[', ']', |reader| {
                strings.push(reader.string()?);
                Some(())
            });
            if read.is_some() {
                return Some(Value::Strings(strings));
            }
            self.rest = before;
            return self
                .skip()
                .map(|()| Value::Other("a list that holds other things than strings"));
        }
        if self.next_is('{') {
            return self.skip().map(|()| Value::Other("an object"));
        }
        let end = self.rest.find([',', '}', ' ', '\n', '\r', '\t'])?;
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        match word {
            "true" => Some(Value::Bool(true)),
            "false" => Some(Value::Bool(false)),
            "null" => Some(Value::Other("null")),
            _ => word
                .starts_with(|c: char| c == '-' || c.is_ascii_digit())
                .then_some(Value::Other("a number")),
        }
    }

    /// Passes over brackets and what is in them, however deep, without a stack.
    fn skip(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            self.rest = &self.rest[self.rest.find(['"', '[', ']', '{', '}'])?..];
            if self.next_is('"') {
                self.string()?;
                continue;
            }
            if self.rest.starts_with(['[', '{']) {
                depth += 1;
            } else {
                depth -= 1;
            }
            self.rest = &self.rest[1..];
            if depth == 0 {
                return Some(());
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        self.take('"')?;
        let mut string = String::new();
        loop {
            let end = self.rest.find(['"', '\\'])?;
            string.push_str(&self.rest[..end]);
            let escaped = self.rest[end..].starts_with('\\');
            self.rest = &self.rest[end + 1..];
            if !escaped {
                return Some(string);
            }
            let escape = self.rest.chars().next()?;
            self.rest = &self.rest[escape.len_utf8()..];
            string.push(match escape {
                'b' => '\u{8}',
                'f' => '\u{C}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => self.escaped()?,
                other => other,
            });
        }
    }

    /// The character of `\u` and four digits, or of two such halves of a surrogate pair.
    fn escaped(&mut self) -> Option<char> {
        let high = self.unit()?;
        if let Some(c) = char::from_u32(high.into()) {
            return Some(c);
        }
        // A lone surrogate becomes U+FFFD, as it does wherever else JavaScript hands over a string.
        let after_high = self.rest;
        let low = self.rest.strip_prefix("\\u").and_then(|rest| {
            self.rest = rest;
            self.unit()
        });
        let pair = low.and_then(|low| char::decode_utf16([high, low]).next()?.ok());
        if pair.is_none() {
            self.rest = after_high;
        }
        Some(pair.unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn unit(&mut self) -> Option<u16> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        u16::from_str_radix(digits, 16).ok()
    }
}
