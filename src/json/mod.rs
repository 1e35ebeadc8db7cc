//! JSON, written straight into a string.
//!
//! What a compilation costs is for a good part the writing of its strings. Here they are searched
//! eight bytes at a time for what must be escaped, and keys, which are field names, not at all;
//! that takes a third of what a writer of any JSON takes, and a tenth of its code.

mod parts;
mod string;
mod writer;

use std::fmt::{self, Display};

use serde::ser::{self, Serialize};

use self::writer::Writer;

/// A value as JSON, without white space: the same bytes as `serde_json::to_string`.
///
/// ```
/// let options = tapmark::Options::default();
/// let json = tapmark::compile_with("Hi \"you\"", &options, |compilation| {
///     tapmark::json::to_string(&compilation.requests)
/// });
/// assert_eq!(
///     json.unwrap(),
///     r#"[{"messaging_type":"RESPONSE","message":{"text":"Hi \"you\""}}]"#
/// );
/// ```
///
/// # Errors
///
/// Of the types of this crate none fails. Others do when they hold floating-point numbers, bytes or
/// keys that are no strings, or say so themselves.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String, Error> {
    let mut json = String::with_capacity(512);
    value.serialize(Writer(&mut json))?;
    Ok(json)
}

/// Why a value is not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(String);

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl ser::Error for Error {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}
