//! Sources from the generator: every promise holds, nothing is lost, mode `split` sends it all.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tapmark::{Options, Overflow};

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

/// The mode that sends every word.
static SPLIT: LazyLock<Options> = LazyLock::new(|| {
    let options = Options::builder().overflow(Overflow::Split);
    options.build().expect("options that are accepted")
});

fuzz_target!(|bytes: &[u8]| {
    // The last two bytes: what stands before them can change while the options stay.
    let choice = bytes.last_chunk().copied().map_or(0, u16::from_le_bytes);
    let source = generator::source(bytes);
    let options = options::options(choice);
    promises::hold(&source, &options);
    let compilation = oracle::compiled(&source, &options);
    let lost = oracle::lost(&source, &compilation);
    assert!(lost.is_empty(), "{lost:?} lost\n{source}\n{compilation:#}");
    let compilation = oracle::compiled(&source, &SPLIT);
    let unsent = oracle::unsent(&source, &compilation);
    assert!(
        unsent.is_empty(),
        "{unsent:?} not sent\n{source}\n{compilation:#}"
    );
});
