//! Any source, any options: every promise holds.

#![no_main]

use libfuzzer_sys::fuzz_target;

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
    promises::hold(source, &options::options(choice));
});
