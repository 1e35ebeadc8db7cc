//! What holds for every source and all options, as assertions that a test and a fuzz target share.

use tapmark::{ChangeKind, Compilation, Options, Severity, compile, fix, syntax};

use crate::{judge, schema};

/// Compiles, and holds the outcome against every promise that can be judged without the source's
/// meaning: limits, schema, places, fixes, the same bytes again.
pub(crate) fn hold(source: &str, options: &Options) -> Compilation<'static> {
    let compilation = compile(source, options);
    let requests = serde_json::to_value(&compilation.requests).expect("requests are JSON");
    let faults = judge::faults(&requests, options.target().name);
    assert!(faults.is_empty(), "{source:?}\n{faults:#?}\n{requests:#}");
    for request in requests.as_array().expect("an array") {
        let violations = schema::violations(request, options.target().name);
        assert!(
            violations.is_empty(),
            "{source:?}\n{violations:#?}\n{request:#}"
        );
    }
    let mut last = (0, 0);
    for diagnostic in &compilation.diagnostics {
        let span = diagnostic.span.span();
        let here = source.get(span.start..span.end);
        assert!(here.is_some(), "{source:?}: {diagnostic:?}");
        assert!(last <= (span.start, span.end), "not sorted: {source:?}");
        last = (span.start, span.end);
        if let Some(change) = &diagnostic.change
            && change.kind == ChangeKind::Dropped
        {
            let said = Some(&*change.before);
            assert_eq!(said, here, "what is dropped is said whole");
        }
        let mut end = 0;
        for edit in diagnostic.fix.iter().flat_map(|fix| &fix.edits) {
            let here = source.get(edit.start..edit.end);
            assert!(here.is_some(), "{source:?}: {diagnostic:?}");
            assert!(
                end <= edit.start,
                "edits overlap: {source:?}: {diagnostic:?}"
            );
            end = edit.end;
        }
        if let Some(pointer) = &diagnostic.pointer {
            let field = requests.pointer(pointer);
            assert!(field.is_some(), "{source:?}: {diagnostic:?}");
            // What was cut stands there as it is said to.
            if let Some(change) = &diagnostic.change
                && change.kind == ChangeKind::Truncated
            {
                let sent = field.and_then(serde_json::Value::as_str);
                assert_eq!(sent, Some(&*change.after), "{source:?}: {diagnostic:?}");
            }
        }
    }
    let fixed = fix(source);
    assert!(errors(&fixed.text) <= errors(source), "fixing {source:?}");
    let again = serde_json::to_value(compile(source, options)).expect("a compilation is JSON");
    let first = serde_json::to_value(&compilation).expect("a compilation is JSON");
    assert_eq!(first, again, "{source:?}");
    compilation
}

fn errors(source: &str) -> usize {
    let diagnostics = syntax::parse(source).diagnostics;
    let errors = diagnostics.iter();
    errors
        .filter(|found| found.severity == Severity::Error)
        .count()
}
