//! The start button, greetings, and what holds for every part of the profile that has a locale.

use std::borrow::Cow;

use super::super::Lowering;
use super::super::text::{self, fits, utf16_len};
use super::{Found, diagnostics};
use crate::diagnostic::{Finding, Severity};
use crate::messenger::{GetStarted, Greeting};
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::Label;
use crate::template::Arg::{Count, Word};
use crate::template::fill;

/// The locale of everyone who has none of their own.
const DEFAULT: &str = "default";

/// A part of the profile that has a locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Greeting,
    Menu,
    IceBreakers,
}

impl Part {
    /// The key in the body.
    const fn key(self) -> &'static str {
        match self {
            Self::Greeting => "greeting",
            Self::Menu => "persistent_menu",
            Self::IceBreakers => "ice_breakers",
        }
    }

    /// What it is called.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Greeting => "greeting",
            Self::Menu => "menu",
            Self::IceBreakers => "ice breakers",
        }
    }

    /// How it is written.
    pub(super) const fn directive(self) -> &'static str {
        match self {
            Self::Greeting => "::greeting",
            Self::Menu => ":::menu",
            Self::IceBreakers => ":::ice-breakers",
        }
    }
}

/// A part of the profile in every locale. What depends on its type is apart from what does not,
/// which so is compiled once.
pub(super) struct Locales<T> {
    pub(super) values: Vec<T>,
    /// What is said about each of the values.
    pub(super) said: Vec<Said>,
    taken: Taken,
}

impl<T> Default for Locales<T> {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            said: Vec::new(),
            taken: Taken::default(),
        }
    }
}

/// What is said about that which is sent for a locale.
pub(super) struct Said {
    is_default: bool,
    /// The directive that says it.
    pub(super) span: Span,
    /// Their pointers are relative to its place in the body.
    pub(super) diagnostics: Vec<Finding>,
}

/// The locales that something is sent for, a bit each. There are not so many that a tree would be
/// smaller, let alone its code.
#[derive(Default)]
struct Taken(Vec<u64>);

impl Taken {
    /// Where the bit of a locale is. It has two letters or four; only the default has others.
    fn place(locale: &str) -> (usize, u64) {
        let letters = locale.bytes().filter(u8::is_ascii_alphabetic);
        let number = match locale {
            DEFAULT => 0,
            _ => letters.fold(0, |number, letter| 27 * number + usize::from(letter & 31)),
        };
        (number / 64, 1 << (number % 64))
    }

    fn contains(&self, locale: &str) -> bool {
        let (index, bit) = Self::place(locale);
        self.0.get(index).is_some_and(|bits| bits & bit != 0)
    }

    fn insert(&mut self, locale: &str) {
        let (index, bit) = Self::place(locale);
        if self.0.len() <= index {
            self.0.resize(index + 1, 0);
        }
        self.0[index] |= bit;
    }
}

impl<'a> Lowering<'a> {
    /// The first one counts.
    pub(super) fn start(&mut self, span: Span, payload: &'a str, found: &mut Found<'a>) {
        let limit = self.limits.payload.max;
        let source = self.slice(span);
        if found.start.is_some() {
            self.report(diagnostics::second_start(span, source));
        } else if !fits(payload, limit) {
            let actual = utf16_len(payload);
            self.report(diagnostics::payload_too_long(span, source, limit, actual));
        } else {
            self.report_controls_in(span);
            let payload = self.clean(payload);
            found.start = Some(GetStarted { payload });
        }
    }

    pub(super) fn greeting(
        &mut self,
        label: &'a Label<'a>,
        locale: &'a str,
    ) -> Option<Greeting<'a>> {
        self.report_controls_in(label.span);
        let text = self.clean(label.value);
        let limit = self.limits.greeting.max;
        let text = match text::cut(&text, limit) {
            None => text,
            Some(cut) => {
                let cut = without_half_a_name(cut);
                let fate = self.fate("");
                let warning = diagnostics::greeting_too_long(label.span, &text, &cut, limit, fate);
                self.report(warning.pointer("text".to_owned()));
                Cow::Owned(cut)
            }
        };
        let locale = Cow::Borrowed(locale);
        Some(Greeting { locale, text })
    }

    /// Lowers a part for a locale, unless there is one for it already.
    pub(super) fn localised<T>(
        &mut self,
        locales: &mut Locales<T>,
        (locale, span): (&'a str, Span),
        part: Part,
        lower: impl FnOnce(&mut Self) -> Option<T>,
    ) {
        if locales.taken.contains(locale) {
            let error = diagnostics::duplicate_locale(span, self.slice(span), part, locale);
            self.report(error);
            return;
        }
        let outside = std::mem::take(&mut self.diagnostics);
        let value = lower(self);
        let diagnostics = std::mem::replace(&mut self.diagnostics, outside);
        match value {
            Some(value) => {
                locales.values.push(value);
                locales.taken.insert(locale);
                locales.said.push(Said {
                    is_default: locale == DEFAULT,
                    span,
                    diagnostics,
                });
            }
            // What was wrong with it was said.
            None => self.diagnostics.extend(diagnostics),
        }
    }

    /// The parts that are sent: all of them, if one is for everyone.
    pub(super) fn with_default<T>(&mut self, locales: Locales<T>, part: Part) -> Vec<T> {
        if self.has_default(locales.said, part) {
            locales.values
        } else {
            Vec::new()
        }
    }

    /// Whether one is for everyone; reports what is said about all of them.
    fn has_default(&mut self, said: Vec<Said>, part: Part) -> bool {
        let has_default = said.iter().any(|said| said.is_default);
        for (index, mut said) in said.into_iter().enumerate() {
            if !has_default {
                let source = self.slice(said.span);
                let error = diagnostics::missing_default_locale(said.span, source, part);
                self.leave_out(error, said.diagnostics);
                continue;
            }
            for diagnostic in &mut said.diagnostics {
                if let Some(pointer) = &mut diagnostic.pointer {
                    *pointer = fill(
                        "/{}/{}/{}",
                        &[Word(part.key()), Count(index), Word(pointer)],
                    );
                }
            }
            self.diagnostics.append(&mut said.diagnostics);
        }
        has_default
    }

    /// Leaves a part out, whose source the error says whole. Of what was said about it only errors
    /// still concern anyone.
    pub(super) fn leave_out(&mut self, error: Finding, said: Vec<Finding>) {
        let errors = said.into_iter();
        let errors = errors.filter(|found| found.severity == Severity::Error);
        self.diagnostics.extend(errors);
        self.report(error);
    }
}

/// A text that was cut, without the half of a `{{user_first_name}}` that it may end in: the
/// platform would show it as it is.
fn without_half_a_name(cut: String) -> String {
    match strings::rfind(cut.as_bytes(), b"{{") {
        Some(at) if at > 0 && strings::find(&cut[at..], "}}").is_none() => {
            cut[..at].trim_end().to_owned() + "…"
        }
        _ => cut,
    }
}

#[cfg(test)]
mod tests {
    use super::{DEFAULT, Taken};

    #[test]
    fn every_locale_has_a_bit_of_its_own() {
        let letters = || ('a'..='z').step_by(5);
        let mut locales = vec![DEFAULT.to_owned()];
        for (first, second) in letters().flat_map(|a| letters().map(move |b| (a, b))) {
            locales.push(format!("{first}{second}"));
            for (third, fourth) in letters().flat_map(|a| letters().map(move |b| (a, b))) {
                let country = format!("{third}{fourth}").to_ascii_uppercase();
                locales.push(format!("{first}{second}_{country}"));
            }
        }
        // What the letters of the default begin with.
        locales.push("de_FA".to_owned());
        let mut taken = Taken::default();
        for locale in &locales {
            assert!(!taken.contains(locale), "{locale}");
            taken.insert(locale);
            assert!(taken.contains(locale), "{locale}");
        }
    }
}
