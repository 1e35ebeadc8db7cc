//! Sources from the generator: every promise holds, and nothing is lost.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/common/generator.rs"]
mod generator;
#[path = "../../tests/common/judge.rs"]
mod judge;
mod options;
#[path = "../../tests/common/oracle.rs"]
mod oracle;
#[path = "../../tests/common/promises.rs"]
mod promises;
#[path = "../../tests/common/schema.rs"]
mod schema;

fuzz_target!(|bytes: &[u8]| {
    // The last two bytes: what stands before them can change while the options stay.
    let choice = bytes.last_chunk().copied().map_or(0, u16::from_le_bytes);
    let source = generator::source(bytes);
    let compilation = promises::hold(&source, &options::options(choice));
    let compilation = serde_json::to_value(compilation).expect("a compilation is JSON");
    let lost = oracle::lost(&source, &compilation);
    assert!(lost.is_empty(), "{lost:?} lost\n{source}\n{compilation:#}");
});
