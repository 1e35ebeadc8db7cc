//! Where a tree lives: one piece of memory for all of it, so that a part costs no allocation, has
//! nothing to drop, and can be copied.

use std::borrow::Cow;

use bumpalo::Bump;

/// The memory of trees. A tree borrows it as it borrows its source.
///
/// ```
/// use tapmark::syntax::{self, Arena};
///
/// let mut arena = Arena::new();
/// for source in ["One", "Two"] {
///     let parse = syntax::parse(source, &arena);
///     assert_eq!(parse.document.sections.len(), 1);
///     arena.reset();
/// }
/// ```
#[derive(Debug, Default)]
pub struct Arena(Bump);

impl Arena {
    /// An empty one, which allocates when the first tree needs it.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Frees every tree in it, and keeps memory for the next ones.
    pub fn reset(&mut self) {
        self.0.reset();
    }

    pub(super) fn one<T: Copy>(&self, value: T) -> &T {
        self.0.alloc(value)
    }

    pub(super) fn slice<T: Copy>(&self, values: &[T]) -> &[T] {
        match values {
            [] => &[],
            // As most are: for one value nobody calls a function that copies any number of them.
            [value] => std::slice::from_ref(self.one(*value)),
            _ => self.0.alloc_slice_copy(values),
        }
    }

    /// A text that may have been made anew.
    pub(super) fn text<'s>(&'s self, text: Cow<'s, str>) -> &'s str {
        match text {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => self.0.alloc_str(&text),
        }
    }
}
