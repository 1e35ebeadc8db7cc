//! Any source compiles, keeps every limit, and has diagnostics that lie inside it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use tapmark::{Options, compile};

#[path = "../../tests/common/mod.rs"]
mod common;

fuzz_target!(|source: &str| {
    let compilation = compile(source, &Options::default());
    let requests = serde_json::to_value(&compilation.requests).expect("requests are JSON");
    let faults = common::faults(&requests);
    assert!(faults.is_empty(), "{faults:#?}\n{requests:#}");
    for diagnostic in &compilation.diagnostics {
        let span = diagnostic.span.span();
        assert!(source.get(span.start..span.end).is_some(), "{diagnostic:?}");
        for edit in diagnostic.fix.iter().flat_map(|fix| &fix.edits) {
            assert!(source.get(edit.start..edit.end).is_some(), "{diagnostic:?}");
        }
        if let Some(pointer) = &diagnostic.pointer {
            assert!(requests.pointer(pointer).is_some(), "{diagnostic:?}");
        }
    }
});
