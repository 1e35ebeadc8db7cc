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

fuzz_target!(|bytes: &[u8]| {
    let choice = bytes.last().copied().unwrap_or_default();
    let source = generator::source(bytes);
    let options = options::options(choice);
    promises::hold(&source, &options);
    let compilation = oracle::compiled(&source, &options);
    let lost = oracle::lost(&source, &compilation);
    assert!(lost.is_empty(), "{lost:?} lost\n{source}\n{compilation:#}");
});
