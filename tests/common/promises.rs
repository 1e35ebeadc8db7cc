//! What holds for every source and all options, as assertions that a test and a fuzz target share.

use std::cell::RefCell;

use serde_json::{Value, to_value};
use tapmark::syntax::{self, Arena};
use tapmark::{
    ChangeKind, Code, Compilation, Diagnostic, Options, Severity, check, compile, compile_in,
    compile_profile, compile_to_json, fix, json,
};

use crate::{judge, schema};

/// Compiles, and holds the outcome against every promise that can be judged without the source's
/// meaning: limits, schema, places, fixes, the same bytes again. The same for the profile.
pub(crate) fn hold(source: &str, options: &Options) -> Compilation<'static> {
    let target = options.target().name;
    let compilation = compile(source, options);
    let requests = to_value(&compilation.requests).expect("requests are JSON");
    let faults = judge::faults(&requests, target);
    assert!(faults.is_empty(), "{source:?}\n{faults:#?}\n{requests:#}");
    for request in requests.as_array().expect("an array") {
        let violations = schema::violations(request, target);
        assert!(
            violations.is_empty(),
            "{source:?}\n{violations:#?}\n{request:#}"
        );
    }
    diagnostics_hold(source, &compilation.diagnostics, &requests);

    let profile = compile_profile(source, options);
    let body = to_value(&profile.profile).expect("a profile is JSON");
    let faults = judge::profile_faults(&body, target);
    assert!(faults.is_empty(), "{source:?}\n{faults:#?}\n{body:#}");
    if !body.is_null() {
        let violations = schema::profile_violations(&body, target);
        assert!(
            violations.is_empty(),
            "{source:?}\n{violations:#?}\n{body:#}"
        );
    }
    diagnostics_hold(source, &profile.diagnostics, &body);

    // A check says what either says, and nothing else, but what each leaves to the other.
    let checked = check(source, options);
    let said = compilation.diagnostics.iter().chain(&profile.diagnostics);
    let other = [Code::ProfileLeftOut, Code::NoProfile];
    let mut said = said.filter(|found| !other.contains(&found.code));
    assert!(said.all(|found| checked.contains(found)), "{source:?}");
    let mut said = checked.iter().filter(|found| {
        !compilation.diagnostics.contains(found) && !profile.diagnostics.contains(found)
    });
    assert_eq!(said.next(), None, "{source:?}");
    diagnostics_hold(source, &checked, &Value::Null);

    let fixed = fix(source);
    assert!(errors(&fixed.text) <= errors(source), "fixing {source:?}");
    let first = serde_json::to_string(&compilation).expect("a compilation is JSON");
    for again in again(source, options) {
        assert_eq!(first, again, "{source:?}");
    }
    if profile.profile.is_some() {
        let again = compile_profile(source, options);
        assert_eq!(profile, again, "{source:?}");
    }
    compilation
}

/// Places are places, pointers point somewhere in what is `sent` unless that is null.
fn diagnostics_hold(source: &str, diagnostics: &[Diagnostic], sent: &Value) {
    let mut last = (0, 0);
    for diagnostic in diagnostics {
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
        if let Some(pointer) = &diagnostic.pointer
            && !sent.is_null()
        {
            let field = sent.pointer(pointer);
            assert!(field.is_some(), "{source:?}: {diagnostic:?}");
            // What was cut stands there as it is said to.
            if let Some(change) = &diagnostic.change
                && change.kind == ChangeKind::Truncated
            {
                let sent = field.and_then(Value::as_str);
                assert_eq!(sent, Some(&*change.after), "{source:?}: {diagnostic:?}");
            }
        }
    }
}

/// The JSON of a compilation in memory that other sources have used, by the library's own writer: of
/// the source as a whole, and section by section.
fn again(source: &str, options: &Options) -> [String; 2] {
    thread_local! {
        static ARENA: RefCell<Arena> = RefCell::default();
    }
    ARENA.with_borrow_mut(|arena| {
        arena.reset();
        let whole = json::to_string(&compile_in(arena, source, options));
        let mut requests = String::new();
        let diagnostics = compile_to_json(source, options, arena, &mut requests);
        let diagnostics = json::to_string(&diagnostics);
        let sections = format!(r#"{{"requests":{requests},"diagnostics":{diagnostics}}}"#);
        [whole, sections]
    })
}

fn errors(source: &str) -> usize {
    let diagnostics = syntax::parse(source, &Arena::new()).diagnostics;
    let errors = diagnostics.iter();
    errors
        .filter(|found| found.severity == Severity::Error)
        .count()
}
