//! JSON, written straight into a string: what a compilation costs is for a good part this.
//!
//! Every type of a compilation says what it writes, in one table of fields; its key and what stands
//! around it is one piece of text. That takes a third of what a derive of serde's takes, and a
//! fraction of its code. The same types serialise with serde too, for every other format; that both
//! give the same bytes is a test.
//!
//! | file | writes |
//! |---|---|
//! | `object` | objects, arrays, names: the shapes that the types are made of |
//! | `string` | strings, and what must be escaped in them |
//! | `messenger`, `profile` | requests, and the page's profile |
//! | `report` | compilations, diagnostics, fixed sources |
//! | `listing` | what describes targets and sources: limits, tokens, completions, counters, origins |

mod listing;
mod messenger;
mod object;
mod profile;
mod report;
mod string;

/// A value that can be written as JSON.
pub trait Json {
    /// Writes it, without white space.
    fn write_json(&self, out: &mut String);

    /// Whether there is nothing to write, so that a field that may be left out is.
    fn is_absent(&self) -> bool {
        false
    }
}

/// A value as JSON, without white space: the same bytes as `serde_json::to_string`.
///
/// ```
/// let options = tapmark::Options::default();
/// let compilation = tapmark::compile("Hi \"you\"", &options);
/// assert_eq!(
///     tapmark::json::to_string(&compilation.requests),
///     r#"[{"messaging_type":"RESPONSE","message":{"text":"Hi \"you\""}}]"#
/// );
/// ```
#[must_use]
pub fn to_string<T: Json + ?Sized>(value: &T) -> String {
    // Most messages fit, and allocators have this size at hand.
    let mut json = String::with_capacity(1000);
    value.write_json(&mut json);
    json
}
