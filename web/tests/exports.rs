//! What the package asks of the library, called natively: strings in, JSON out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use serde_json::{Value, json};
use tapmark::{Code, Options, Target};

fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// The codes and the places of diagnostics.
fn places(diagnostics: &Value) -> Vec<(&str, u64, u64)> {
    let found = diagnostics.as_array().unwrap().iter();
    let offset = |found: &Value, name| found["span"][name].as_u64().unwrap();
    found
        .map(|found| {
            let code = found["code"].as_str().unwrap();
            (code, offset(found, "start"), offset(found, "end"))
        })
        .collect()
}

#[test]
fn offsets_leave_as_utf16_wherever_they_leave() {
    let source = "👋 $[Buy](9,99)";
    let place = ("invalid-amount", 10, 14);
    let compiled = value(&tapmark_web::compile(source, &Options::default(), &[]));
    assert_eq!(places(&compiled["diagnostics"]), [place]);
    assert_eq!(compiled["diagnostics"][0]["fix"]["edits"][0]["start"], 10);
    let checked = value(&tapmark_web::check(source, &Options::default(), &[]));
    assert_eq!(places(&checked), [place]);
    let profile = tapmark_web::compile_profile("👋\n::start{}", &Options::default(), &[]);
    let profile = value(&profile);
    assert_eq!(profile["profile"], Value::Null);
    assert_eq!(places(&profile["diagnostics"])[0].1, 3, "{profile:#}");
}

#[test]
fn lone_surrogates_are_said_by_all_that_is_told_of_them() {
    let source = "👋 \u{FFFD} $[Buy](9,99)";
    let expected = [("lone-surrogate", 3, 4), ("invalid-amount", 12, 16)];
    let compiled = tapmark_web::compile(source, &Options::default(), &[3]);
    assert_eq!(places(&value(&compiled)["diagnostics"]), expected);
    let checked = tapmark_web::check(source, &Options::default(), &[3]);
    assert_eq!(places(&value(&checked)), expected);
    let profile = tapmark_web::compile_profile(source, &Options::default(), &[3]);
    let profile = value(&profile);
    assert_eq!(places(&profile["diagnostics"])[1], expected[0]);
}

#[test]
fn the_rest_is_what_the_library_says() {
    let fixed = value(&tapmark_web::fix("$[Buy](9,99)"));
    assert_eq!(fixed, json!({"text": "$[Buy](9.99)", "applied": 1}));
    let default = Options::default().target();
    let listing = |target: &Target| serde_json::to_string(&target.listing()).unwrap();
    assert_eq!(tapmark_web::limits(None).unwrap(), listing(default));
    for target in Target::ALL {
        let limits = tapmark_web::limits(Some(target.name));
        assert_eq!(limits.unwrap(), listing(target));
    }
    let today = "messenger-2018, messenger-2026";
    assert_eq!(
        tapmark_web::limits(Some("today")).unwrap_err(),
        format!("target is \"today\"; there are {today}")
    );
    assert_eq!(
        value(&tapmark_web::targets()),
        json!(today.split(", ").collect::<Vec<_>>())
    );
    let codes = value(&tapmark_web::codes());
    for (code, name) in Code::ALL.iter().zip(codes.as_array().unwrap()) {
        let page = tapmark_web::explain(name.as_str().unwrap());
        assert_eq!(page.unwrap(), code.explanation());
    }
    assert_eq!(
        tapmark_web::explain("typo").unwrap_err(),
        "code is \"typo\", and no diagnostic has that name; codes() lists them"
    );
}
