//! Texts with places for arguments: messages, pointers, lines that go into a text.
//!
//! They are templates that one function fills, and not `format!`: each takes a third of the code, and
//! what formats anything in any way is left out of the WebAssembly as a whole.

use crate::diagnostic::push_quoted;
use crate::strings;

/// What stands in the place of a `{}` of a text.
#[derive(Clone, Copy)]
pub(crate) enum Arg<'a> {
    /// Words of this program.
    Word(&'a str),
    /// A piece of the source, [quoted](crate::diagnostic::quote()).
    Quoted(&'a str),
    Count(usize),
}

/// A template with its arguments in their places.
#[inline(never)]
pub(crate) fn fill(template: &str, args: &[Arg<'_>]) -> String {
    // Labels, names and numbers are short.
    let mut text = String::with_capacity(template.len() + 24 * args.len());
    let mut rest = template;
    for arg in args {
        let at = strings::find(rest, "{}").unwrap_or(rest.len());
        text.push_str(&rest[..at]);
        rest = rest.get(at + 2..).unwrap_or_default();
        match *arg {
            Arg::Word(word) => text.push_str(word),
            Arg::Quoted(source) => push_quoted(&mut text, source),
            Arg::Count(count) => strings::push_number(&mut text, count),
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::{Arg, fill};

    #[test]
    fn arguments_stand_in_their_order() {
        let args = [Arg::Quoted("a\tb"), Arg::Count(12), Arg::Word("{}")];
        assert_eq!(fill("{} and {}: {}", &args), "`a\\u{9}b` and 12: {}");
        assert_eq!(fill("as in `{key=value}`", &[]), "as in `{key=value}`");
    }
}
