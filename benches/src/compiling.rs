//! Compiling as it is measured everywhere here.

use tapmark::syntax::Arena;
use tapmark::{Options, json};

/// The options: the defaults, and a merchant, without whom each thing sold is worth a warning.
///
/// # Panics
///
/// Never: the options are in order.
#[must_use]
pub fn options() -> Options {
    let builder = Options::builder().merchant_name("Example");
    builder.build().expect("a name is no nonsense")
}

/// Compiles a text to JSON text with all checks, as a loop over messages does: the arena is the same
/// for all, the JSON text new for each.
#[must_use]
pub fn to_json(text: &str, options: &Options, arena: &mut Arena) -> String {
    arena.reset();
    let compilation = tapmark::compile_in(arena, text, options);
    json::to_string(&compilation.requests)
}
