//! Every word that the language knows, and what it is for in one line.
//!
//! The parser looks words up here, nearly right ones too; an editor offers them. So whatever is
//! read is offered, and nothing else is.

mod directives;
mod keys;
mod targets;

pub(crate) use self::directives::{CLOSING, CONTAINERS, LEAVES};
pub(crate) use self::keys::{DEFAULT, MEDIA_KEYS, keys_of};
pub(super) use self::keys::{DEFAULT_LOCALE, HEIGHTS, INPUTS, KINDS, RATIOS, SHARES, STYLES};
pub(crate) use self::targets::{FILE, KEYWORDS, SCHEMES, WEB};

/// A word, and what it is for.
#[derive(Clone, Copy)]
pub(crate) struct Word {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
}

/// A keyword or a scheme: how a target begins.
pub(crate) struct Keyword {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) tap: Tap,
    /// How a target with it begins that one would write; `None` when one would not.
    pub(crate) written: Option<&'static str>,
}

/// What a tap does, as far as that says where it may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tap {
    /// A reply or a request.
    Reply,
    Postback,
    /// A link or a webview.
    Page,
    Call,
    Share,
    Mail,
}

/// A directive: a leaf, or the opening of a container.
pub(crate) struct Name {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    /// It with its colons and all that it cannot do without.
    pub(crate) written: &'static str,
    /// Whether it takes content in brackets.
    pub(crate) content: bool,
    pub(crate) keys: &'static [Key],
}

/// The key of an attribute.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    pub(crate) value: Value,
}

/// What the value of an attribute is.
#[derive(Clone, Copy)]
pub(crate) enum Value {
    /// There is none.
    Flag,
    Payload,
    Url,
    Number,
    /// A word of these, in any case.
    Choice(&'static [Word]),
    /// One of these words or anything of that kind.
    Open(&'static [Word]),
}

/// What has a name.
pub(crate) trait Named {
    fn name(&self) -> &'static str;
}

macro_rules! named {
    ($($what:ty)*) => {$(
        impl Named for $what {
            fn name(&self) -> &'static str {
                self.name
            }
        }
    )*};
}

named!(Word Keyword Name Key);

impl Named for &'static str {
    fn name(&self) -> &'static str {
        self
    }
}

const fn word(name: &'static str, about: &'static str) -> Word {
    Word { name, about }
}

#[cfg(test)]
mod tests {
    use super::keys::{BUY_KEYS, LINK_KEYS, REPLY_KEYS, WEBVIEW_KEYS};
    use super::*;
    use crate::diagnostic::Code;
    use crate::editor::complete;
    use crate::syntax::{Arena, parse};

    /// That a word is offered behind `before`, and read with `after` behind it without that code.
    fn hold(before: &str, name: &str, after: &str, code: Code) {
        let found = complete(before, before.len());
        let found = found.iter().find(|found| found.label == name);
        assert!(found.is_some(), "{name} behind {before}");
        let mark = name.strip_prefix(before.rsplit('\n').next().unwrap_or(""));
        let source = format!("{before}{}{after}", mark.unwrap_or(name));
        let mut codes = parse(&source, &Arena::new())
            .diagnostics
            .into_iter()
            .map(|found| found.code);
        assert!(!codes.any(|found| found == code), "{source}");
    }

    fn hold_keys(construct: &str, keys: &[Key]) {
        for key in keys {
            let before = format!("{construct}{{");
            let (words, value) = match key.value {
                Value::Flag => (&[][..], ""),
                Value::Choice(words) | Value::Open(words) => (words, "=default"),
                Value::Payload | Value::Url | Value::Number => (&[][..], "=1"),
            };
            hold(
                &before,
                key.name,
                &format!("{value}}}"),
                Code::UnknownAttribute,
            );
            for word in words {
                let before = format!("{before}{}=", key.name);
                hold(&before, word.name, "}", Code::InvalidAttribute);
            }
        }
    }

    #[test]
    fn every_word_is_offered_and_read() {
        let items = ":::carousel\n# T\n";
        for known in KEYWORDS.iter().chain(&SCHEMES).chain(&WEB) {
            if known.written.is_some() {
                let place = if known.tap == Tap::Share { items } else { "" };
                hold(
                    &format!("{place}%[A]("),
                    known.name,
                    "",
                    Code::MisspeltTarget,
                );
            }
        }
        for (colons, names) in [("::", &LEAVES[..]), (":::", &CONTAINERS)] {
            for name in names {
                let label = format!("{colons}{}", name.name);
                hold(":", &label, "", Code::UnknownDirective);
                let content = if name.content { "[x]" } else { "" };
                hold_keys(&format!("{label}{content}"), name.keys);
            }
        }
        hold_keys("%[A](reply:x)", REPLY_KEYS);
        hold_keys(&format!("{items}[A](https://a.example)"), LINK_KEYS);
        hold_keys(
            &format!("{items}[A](webview:https://a.example)"),
            WEBVIEW_KEYS,
        );
        hold_keys("$[A](5)", BUY_KEYS);
        hold_keys("![A](https://a.example)", MEDIA_KEYS);
    }
}
