//! Any source, any options: every promise holds, and an editor is told what is true.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/common/editing.rs"]
mod editing;
#[path = "../../tests/common/judge.rs"]
mod judge;
mod options;
#[path = "../../tests/common/promises.rs"]
mod promises;
#[path = "../../tests/common/schema.rs"]
mod schema;

// The options come from the source, so that a fixture is a seed as it is.
fuzz_target!(|source: &str| {
    let mix = |sum: u16, byte: u8| sum.wrapping_mul(31).wrapping_add(byte.into());
    let choice = source.bytes().fold(0, mix);
    let options = options::options(choice);
    promises::hold(source, &options);
    editing::hold_tokens(source);
    let offset = source.floor_char_boundary(usize::from(choice) % (source.len() + 1));
    editing::hold_completions(source, offset);
    editing::hold_origins(source, offset, &options);
});
