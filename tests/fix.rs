//! Fixing: what each fix makes of a source, and the promises that hold for all of them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tapmark::{Diagnostic, Fix, Severity, fix, syntax};

fn errors(source: &str) -> usize {
    let diagnostics = syntax::parse(source).diagnostics;
    let errors = diagnostics
        .iter()
        .filter(|found| found.severity == Severity::Error);
    errors.count()
}

fn fixes(source: &str) -> Vec<Fix> {
    let diagnostics = syntax::parse(source).diagnostics;
    diagnostics
        .into_iter()
        .filter_map(|found: Diagnostic| found.fix)
        .collect()
}

/// Fixes, holds the outcome against every promise, and gives the text.
fn fixed(source: &str) -> String {
    let fixed = fix(source);
    let text = &*fixed.text;
    assert!(errors(text) <= errors(source), "{source:?} => {text:?}");
    assert_eq!(
        fix(text).applied,
        0,
        "not finished: {source:?} => {text:?} => {:?}",
        fix(text).text
    );
    assert_eq!(
        matches!(fixed.text, Cow::Borrowed(_)),
        fixed.applied == 0,
        "{source:?}"
    );
    if fixed.applied == 0 {
        assert_eq!(text, source);
    }
    if fixed.applied == 1 {
        let alone = fixes(source).into_iter().map(|fix| {
            let edits = fix.edits.iter().rev();
            edits.fold(source.to_owned(), |mut text, edit| {
                text.replace_range(edit.start..edit.end, &edit.text);
                text
            })
        });
        assert!(
            alone.into_iter().any(|alone| alone == text),
            "more than one fix was applied: {source:?} => {text:?}"
        );
    }
    text.to_owned()
}

#[test]
fn every_slip_with_a_fix_is_fixed() {
    for (source, expected) in [
        ("::typng", "::typing"),
        ("a\n:::\nb", "a\n\nb"),
        (
            "%[A](reply:a){iocn=https://a.example}",
            "%[A](reply:a){icon=https://a.example}",
        ),
        (
            "%[In progress%[No](postback:no)",
            "%[In progress]%[No](postback:no)",
        ),
        ("%[**A**](reply:a)", "%[A](reply:a)"),
        ("%[JA](reply:ja", "%[JA](reply:ja)"),
        ("%[A](postback:a]", "%[A](postback:a)"),
        ("%[A] (postback:a)", "%[A](postback:a)"),
        ("%[A](postback:a))", "%[A](postback:a)"),
        ("[A]((https://a.example)", "[A](https://a.example)"),
        ("[A]((https://a.example))", "[A](https://a.example)"),
        ("%[A](replay:a)", "%[A](reply:a)"),
        ("%[A](a.example/x)", "%[A](https://a.example/x)"),
        ("[A](https://a.example/b c)", "[A](https://a.example/b%20c)"),
        (
            "%[A](webview:http://a.example)",
            "%[A](webview:https://a.example)",
        ),
        ("[A](https://a.example \"T\")", "[A](https://a.example )"),
        ("[A](tel:+49 (0)30 123456)", "[A](tel:+49 30 123456)"),
        ("[A](tel:0049 30 123456)", "[A](tel:+49 30 123456)"),
        ("$[A](10$)", "$[A]($10)"),
        ("$[A](9,99)", "$[A](9.99)"),
    ] {
        assert_eq!(fixed(source), expected);
        assert_eq!(fix(source).applied, 1, "{source}");
        assert!(fixes(expected).is_empty(), "{expected}");
    }
}

#[test]
fn a_source_without_fixes_is_borrowed() {
    for source in [
        "",
        "Hi %[A](reply:a)",
        "%[A](nonsense here)",
        "$[A](9.99 EUR)",
    ] {
        assert!(matches!(fix(source).text, Cow::Borrowed(text) if text == source));
    }
}

#[test]
fn what_a_fix_uncovers_is_fixed_too() {
    let found = fix("$[Buy](9,99");
    assert_eq!((&*found.text, found.applied), ("$[Buy](9.99)", 2));
}

/// The pair of parentheses is one fix, and the scheme between them another.
#[test]
fn fixes_that_overlap_are_applied_one_after_the_other() {
    let found = fix("%[A]((www.a.example/x))");
    let text = "%[A](https://www.a.example/x)";
    assert_eq!((&*found.text, found.applied), (text, 2));
}

/// Closing the first target brings two errors to light, one in it and one behind it.
#[test]
fn a_line_that_would_have_more_errors_is_left_alone() {
    let worse = "$[Buy](9,99%[";
    assert_eq!(fixed(worse), worse);
    let source = format!("%[A](replay:a)\n{worse}\r\n%[B](replay:b)");
    let expected = format!("%[A](reply:a)\n{worse}\r\n%[B](reply:b)");
    assert_eq!(fixed(&source), expected);
}

/// The bracket that is to close the label ends up in a code span, where it closes nothing.
#[test]
fn a_line_that_never_comes_to_an_end_is_left_alone() {
    let endless = "%[`(`";
    assert_eq!(fixed(endless), endless);
    let source = format!("%[A](replay:a)\n{endless}\n$[B](9,99");
    assert_eq!(
        fixed(&source),
        format!("%[A](reply:a)\n{endless}\n$[B](9.99)")
    );
}

/// Each pass removes one parenthesis. As long as that ends within the bound, all of them go.
#[test]
fn a_line_is_fixed_to_its_end_or_not_at_all() {
    for doubled in 0..30 {
        let source = format!("%[A](reply:a){}", ")".repeat(doubled));
        let found = fix(&source);
        if doubled <= 12 {
            assert_eq!((&*found.text, found.applied), ("%[A](reply:a)", doubled));
        } else {
            assert_eq!((&*found.text, found.applied), (&*source, 0));
        }
    }
}

#[test]
fn mark_and_line_ends_stay_as_they_are() {
    let source = "\u{FEFF}%[A](replay:a)\r\n$[B](9,99)\r\r\n\n";
    assert_eq!(fixed(source), "\u{FEFF}%[A](reply:a)\r\n$[B](9.99)\r\r\n\n");
}

#[test]
fn every_prefix_of_every_fixture_keeps_the_promises() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let topics = fs::read_dir(root)
        .unwrap()
        .map(|topic| topic.unwrap().path());
    let paths = topics
        .flat_map(|topic| fs::read_dir(topic).unwrap())
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "tapmark"));
    let mut files = 0;
    for path in paths {
        let source = fs::read_to_string(path).unwrap();
        let ends = (0..=source.len()).filter(|&end| source.is_char_boundary(end));
        for end in ends {
            fixed(&source[..end]);
        }
        files += 1;
    }
    assert!(files >= 30);
}

/// There is no clock here either: a quadratic one would need minutes.
#[test]
fn repeated_slips_are_fixed_in_linear_time() {
    for unit in [
        "%[a](replay:b) ",
        "%[a](replay:b)\n",
        "%[a](reply:b",
        "%[a](reply:b\n",
        "$[a](9,99%[\n",
        "%[`(`\n",
        "%[**a**] (reply:b)",
        "))",
        "((",
        "%[a]((https://b.example)",
        "%[",
        ":::\n",
        "[a](<https://a.example> \"T\")",
    ] {
        let source = unit.repeat(60_000 / unit.len());
        assert!(errors(&fix(&source).text) <= errors(&source), "{unit:?}");
    }
}

/// Slips with a fix, what stands around them, and what makes them something else.
fn fragment() -> impl Strategy<Value = String> {
    let pieces = [
        "%[Yes](reply:Y)",
        "[site](https://a.example/b)",
        "%[A](replay:a)",
        "%[A] (postback:a)",
        "%[A](example.com/x)",
        "%[A](postback:X]",
        "%[A](reply:a",
        "%[In%[No](postback:no)",
        "[x]((https://x.example)",
        "%[x](postback:x))",
        "%[**Yes**](reply:Y)",
        "[c](tel:0049 30 1234567)",
        "[c](tel:+49 (0)30 1234567",
        "[x](<https://a.example> \"T\")",
        "[x](https://a.example/b c)",
        "%[w](webview:http://a.example)",
        "%[w](webview:a.example){hieght=tall}",
        "$[Buy](9,99)",
        "$[Buy](9,99",
        "$[Buy](9,99%[",
        "%[`(`",
        "$[B](10$)",
        "\n::typng\n",
        "\n::locaton\n",
        "\n:::\n",
        "\n---\n",
        "{iocn=https://a.example}",
        "{height=big}",
        "<!--",
        "-->",
        "\n```\n",
        "`",
        "\\",
        "[",
        "]",
        "(",
        ")",
        "%[",
        "$[",
        "![",
        "](",
        "(<",
        ">)",
        "*",
        "\"",
        "\n",
        "\r\n",
        "\r",
        " ",
        "word",
        "1",
        "00",
        "(0)",
        "9,99",
        "reply:",
        "www.",
        "https://",
        "é",
        "\u{FEFF}",
    ];
    let piece = prop::sample::select(pieces.to_vec()).prop_map(str::to_owned);
    prop_oneof![20 => piece, 1 => any::<char>().prop_map(String::from)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn slips_of_any_kind_keep_the_promises(
        fragments in prop::collection::vec(fragment(), 0..16),
    ) {
        fixed(&fragments.concat());
    }

    #[test]
    fn text_of_any_kind_keeps_the_promises(source in "\\PC{0,60}") {
        fixed(&source);
    }

    /// Lines without shorthand are the same, and where they were.
    #[test]
    fn text_beside_the_slips_is_unchanged(
        lines in prop::collection::vec(prop::collection::vec(fragment(), 0..4), 0..8),
    ) {
        let mut source = String::new();
        for (index, fragments) in lines.iter().enumerate() {
            source.push_str(&format!("\nline  {index}, as it is \n{}", fragments.concat()));
        }
        let text = fixed(&source);
        let (before, after): (Vec<_>, Vec<_>) = (source.split('\n').collect(), text.split('\n').collect());
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.into_iter().zip(after) {
            if before.starts_with("line ") {
                prop_assert_eq!(before, after);
            }
        }
    }
}
