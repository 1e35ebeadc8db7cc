//! Any source, any options: every promise holds.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/common/judge.rs"]
mod judge;
mod options;
#[path = "../../tests/common/promises.rs"]
mod promises;

// The options come from the source, so that a fixture is a seed as it is.
fuzz_target!(|source: &str| {
    let choice = source.bytes().fold(0_u8, u8::wrapping_add);
    promises::hold(source, &options::options(choice));
});
