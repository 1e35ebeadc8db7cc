//! The start button, greetings, and what holds for every part of the profile that has a locale.

use std::borrow::Cow;
use std::fmt;

use super::super::Lowering;
use super::super::text::{self, fits, utf16_len};
use super::{Found, Locales, diagnostics};
use crate::diagnostic::{Diagnostic, Severity};
use crate::messenger::{GetStarted, Greeting};
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::Label;

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

    /// How it is written.
    pub(super) const fn directive(self) -> &'static str {
        match self {
            Self::Greeting => "::greeting",
            Self::Menu => ":::menu",
            Self::IceBreakers => ":::ice-breakers",
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Greeting => "greeting",
            Self::Menu => "menu",
            Self::IceBreakers => "ice breakers",
        })
    }
}

/// What is sent for a locale.
pub(super) struct Localised<T> {
    value: T,
    is_default: bool,
    /// The directive that says it.
    pub(super) span: Span,
    /// What is said about it; pointers are relative to its place in the body.
    pub(super) said: Vec<Diagnostic>,
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
        locales: &mut Locales<'a, T>,
        (locale, span): (&'a str, Span),
        part: Part,
        lower: impl FnOnce(&mut Self) -> Option<T>,
    ) {
        if locales.seen.contains(locale) {
            let error = diagnostics::duplicate_locale(span, self.slice(span), part, locale);
            self.report(error);
            return;
        }
        let outside = std::mem::take(&mut self.diagnostics);
        let value = lower(self);
        let said = std::mem::replace(&mut self.diagnostics, outside);
        match value {
            Some(value) => {
                locales.seen.insert(locale);
                locales.parts.push(Localised {
                    value,
                    is_default: locale == DEFAULT,
                    span,
                    said,
                });
            }
            // What was wrong with it was said.
            None => self.diagnostics.extend(said),
        }
    }

    /// The parts that are sent: all of them, if one is for everyone.
    pub(super) fn with_default<T>(&mut self, parts: Vec<Localised<T>>, part: Part) -> Vec<T> {
        let has_default = parts.iter().any(|part| part.is_default);
        let mut kept = Vec::with_capacity(parts.len());
        for mut found in parts {
            if !has_default {
                let source = self.slice(found.span);
                let error = diagnostics::missing_default_locale(found.span, source, part);
                self.leave_out(error, found.said);
                continue;
            }
            for diagnostic in &mut found.said {
                if let Some(pointer) = &mut diagnostic.pointer {
                    *pointer = format!("/{}/{}/{pointer}", part.key(), kept.len());
                }
            }
            self.diagnostics.append(&mut found.said);
            kept.push(found.value);
        }
        kept
    }

    /// Leaves a part out, whose source the error says whole. Of what was said about it only errors
    /// still concern anyone.
    pub(super) fn leave_out(&mut self, error: Diagnostic, said: Vec<Diagnostic>) {
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
            format!("{}…", cut[..at].trim_end())
        }
        _ => cut,
    }
}
