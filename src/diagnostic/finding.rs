//! A diagnostic while a stage puts it together.

use std::ops::{Deref, DerefMut};

use super::{Change, ChangeKind, Code, Diagnostic, Edit, Fix, Limit, Unit};
use crate::span::{Location, Span};
use crate::template::{Arg, fill};

/// A diagnostic that a stage found. It is handed on as one word, and moved out at the stage's end.
///
/// Its methods are not inlined: each is called a hundred times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding(Box<Diagnostic>);

impl Finding {
    /// A diagnostic of the code's own severity. Line and column are filled in by
    /// [`Settled`](super::Settled).
    #[cold]
    #[inline(never)]
    pub(crate) fn new(code: Code, span: Span, message: &str) -> Self {
        Self::with(code, span, message, &[])
    }

    /// One whose message has arguments.
    #[cold]
    #[inline(never)]
    pub(crate) fn with(code: Code, span: Span, message: &str, args: &[Arg<'_>]) -> Self {
        Self(Box::new(Diagnostic {
            code,
            severity: code.severity(),
            message: fill(message, args),
            span: Location {
                start: span.start,
                end: span.end,
                ..Location::default()
            },
            help: None,
            fix: None,
            limit: None,
            change: None,
            pointer: None,
        }))
    }

    #[inline(never)]
    pub(crate) fn help(mut self, help: &str) -> Self {
        self.help = Some(help.to_owned());
        self
    }

    #[inline(never)]
    pub(crate) fn help_with(mut self, help: &str, args: &[Arg<'_>]) -> Self {
        self.help = Some(fill(help, args));
        self
    }

    /// Adds one edit, and with the first one the title of the fix.
    #[inline(never)]
    pub(crate) fn fix(mut self, title: &str, span: Span, text: &str) -> Self {
        let fix = self.fix.get_or_insert_with(|| Fix {
            title: title.to_owned(),
            edits: Vec::new(),
        });
        fix.edits.push(Edit {
            start: span.start,
            end: span.end,
            text: text.to_owned(),
        });
        self
    }

    /// Adds the edits that put something else around a piece.
    pub(crate) fn fix_around(
        self,
        title: &str,
        span: Span,
        piece: Span,
        around: [&str; 2],
    ) -> Self {
        self.fix(title, Span::new(span.start, piece.start), around[0])
            .fix("", Span::new(piece.end, span.end), around[1])
    }

    /// Adds an edit whose title is what it writes.
    #[inline(never)]
    pub(crate) fn fix_by_writing(self, span: Span, text: &str) -> Self {
        self.fix(&fill("write `{}`", &[Arg::Word(text)]), span, text)
    }

    #[inline(never)]
    pub(crate) fn limit(mut self, max: usize, actual: usize, unit: Unit) -> Self {
        self.limit = Some(Limit { max, actual, unit });
        self
    }

    #[inline(never)]
    pub(crate) fn change(mut self, kind: ChangeKind, before: &str, after: &str) -> Self {
        self.change = Some(Change {
            kind,
            before: before.to_owned(),
            after: after.to_owned(),
        });
        self
    }

    #[inline(never)]
    pub(crate) fn pointer(mut self, pointer: String) -> Self {
        self.pointer = Some(pointer);
        self
    }

    /// What it became.
    pub(crate) fn into_diagnostic(self) -> Diagnostic {
        *self.0
    }
}

impl Deref for Finding {
    type Target = Diagnostic;

    fn deref(&self) -> &Diagnostic {
        &self.0
    }
}

impl DerefMut for Finding {
    fn deref_mut(&mut self) -> &mut Diagnostic {
        &mut self.0
    }
}
