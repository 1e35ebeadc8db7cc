//! Compiling as it is measured everywhere here.

use std::hint::black_box;

use tapmark::Options;
use tapmark::syntax::Arena;

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
    // Most messages fit, and allocators have this size at hand.
    let mut json = String::with_capacity(1000);
    let diagnostics = tapmark::compile_to_json(text, options, arena, &mut json);
    black_box(diagnostics);
    json
}
