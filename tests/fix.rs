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
use tapmark::syntax::{self, Arena};
use tapmark::{Code, Compilation, Diagnostic, Fix, Options, Severity, compile, fix};

fn errors(source: &str) -> usize {
    let diagnostics = tapmark::check(source, &Options::default());
    let errors = diagnostics.iter().filter(|found| {
        // A locale that is read at last may be one without a default beside it.
        found.severity == Severity::Error && found.code != Code::MissingDefaultLocale
    });
    errors.count()
}

fn fixes(source: &str) -> Vec<Fix> {
    let diagnostics = syntax::parse(source, &Arena::new()).diagnostics;
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
        let mut alone = fixes(source).into_iter().map(|fix| with(source, &fix));
        assert!(
            alone.any(|alone| alone == text),
            "more than one fix was applied: {source:?} => {text:?}"
        );
    }
    text.to_owned()
}

/// The source with one fix applied.
fn with(source: &str, fix: &Fix) -> String {
    let mut fixed = source.to_owned();
    for edit in fix.edits.iter().rev() {
        fixed.replace_range(edit.start..edit.end, &edit.text);
    }
    fixed
}

/// A fix, applied, removes its diagnostic and adds no error.
fn fixes_mend(source: &str) {
    let errors = |compilation: &Compilation<'_>| {
        let found = compilation.diagnostics.iter();
        found
            .filter(|found| found.severity == Severity::Error)
            .count()
    };
    let before = compile(source, &Options::default());
    for diagnostic in &before.diagnostics {
        let Some(fix) = &diagnostic.fix else { continue };
        let mended = with(source, fix);
        let after = compile(&mended, &Options::default());
        let place = diagnostic.span.start;
        let mut after_all = after.diagnostics.iter();
        assert!(
            !after_all.any(|found| (found.code, found.span.start) == (diagnostic.code, place)),
            "still there: {diagnostic:?}\n{source:?}\n{mended:?}",
        );
        let allowed = errors(&before) - usize::from(diagnostic.severity == Severity::Error);
        assert!(
            errors(&after) <= allowed,
            "more errors: {diagnostic:?}\n{source:?}\n{mended:?}\n{:#?}",
            after.diagnostics
        );
    }
}

#[test]
fn every_slip_with_a_fix_is_fixed() {
    for (source, expected) in [
        ("::typng", "::typing"),
        ("::strat{payload=A}", "::start{payload=A}"),
        (
            "::greeting[Hi]{locale=pt-br}",
            "::greeting[Hi]{locale=pt_BR}",
        ),
        ("::greeting[Hi]{local=en}", "::greeting[Hi]{locale=en}"),
        (
            ":::Icebreakers\n- [A](postback:a)\n:::",
            ":::ice-breakers\n- [A](postback:a)\n:::",
        ),
        (
            ":::menu\n- [A](postback:a)\n  - [B](postback:b)\n\nHi",
            ":::menu\n- [A](postback:a)\n  - [B](postback:b)\n:::\n\nHi",
        ),
        (
            ":::menu\n- [A](postback:a]\n:::",
            ":::menu\n- [A](postback:a)\n:::",
        ),
        (
            ":::menu\n- [A](postback:a)\n---\n- [B](postback:b)\n:::",
            ":::menu\n- [A](postback:a)\n- [B](postback:b)\n:::",
        ),
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
        ("![A]((https://a.example)", "![A](https://a.example)"),
        ("![A] (https://a.example)", "![A](https://a.example)"),
        ("![A](htps://a.example)", "![A](https://a.example)"),
        ("%[A](replay:a)", "%[A](reply:a)"),
        ("%[A](reply：a b)", "%[A](reply:a b)"),
        ("%[A](postback = a)", "%[A](postback:a)"),
        ("%[A](Reply A_1)", "%[A](reply:A_1)"),
        ("%[A](tel +15105550100)", "%[A](tel:+15105550100)"),
        ("%[A](+1 510 555 0100)", "%[A](tel:+1 510 555 0100)"),
        (
            "%[A](webview https://a.example)",
            "%[A](webview:https://a.example)",
        ),
        (
            ":::menu\n- [A](postback : a)\n:::",
            ":::menu\n- [A](postback:a)\n:::",
        ),
        ("%[A](reply:a）", "%[A](reply:a)"),
        ("%[A]（reply:a）", "%[A](reply:a)"),
        ("$[A]（9.99)", "$[A](9.99)"),
        (
            "![A]（https://a.example/a.png）",
            "![A](https://a.example/a.png)",
        ),
        (
            ":::menu\n- [A]（postback:a）\n:::",
            ":::menu\n- [A](postback:a)\n:::",
        ),
        ("%[A](a.example/x)", "%[A](https://a.example/x)"),
        ("[A](https://a.example/b c)", "[A](https://a.example/b%20c)"),
        (
            "%[A](webview:http://a.example)",
            "%[A](webview:https://a.example)",
        ),
        ("[A](https://a.example \"T\")", "[A](https://a.example)"),
        ("[A](tel:+49 (0)30 123456)", "[A](tel:+49 30 123456)"),
        ("[A](tel:0049 30 123456)", "[A](tel:+49 30 123456)"),
        ("[A](tel:0049 (0)30 123456)", "[A](tel:+49 30 123456)"),
        (
            "![](https://a.example/b c.jpg)",
            "![](https://a.example/b%20c.jpg)",
        ),
        (
            ":::carousel\n# A\nb %[x](https://a.example/b c){default}\n:::",
            ":::carousel\n# A\nb %[x](https://a.example/b%20c){default}\n:::",
        ),
        ("$[A](10$)", "$[A]($10)"),
        ("$[A](9,99 $)", "$[A]($9.99)"),
        ("$[A](9,99)", "$[A](9.99)"),
        ("%[Done](postback)", "%[Done](postback:Done)"),
        ("%[](reply:x)", "%[x](reply:x)"),
        ("%[Yes]()", "%[Yes]"),
        ("$[Buy]", "%[Buy]"),
        ("$[5]", "%[$5]"),
        ("%[Site](the school paper)", "%[Site] (the school paper)"),
        ("%[Yes](reply(YES))", "%[Yes] (reply(YES))"),
    ] {
        assert_eq!(fixed(source), expected);
        assert_eq!(fix(source).applied, 1, "{source}");
        assert!(fixes(expected).is_empty(), "{expected}");
    }
}

/// Targets stand in each other, and a long one is not looked at again and again.
#[test]
fn a_colon_is_missed_in_256_bytes_at_most() {
    let with = |payload: usize, sign: &str| format!("%[A](reply{sign}{})", "a".repeat(payload));
    assert_eq!(fixed(&with(250, "=")), with(250, ":"));
    let long = with(251, "=");
    assert_eq!(fixed(&long), long.replace("](", "] ("));
}

/// Where a fix would change what is meant, or make an error of what is none.
#[test]
fn not_every_slip_has_a_fix() {
    for source in [
        // Code would reach from one backtick to the other.
        "%[`a](postback)",
        "%[`a](reply:`b) %[`c](reply)",
        "%[`a`",
        // `default` is an error outside of items.
        "See %[a](https://a.example/){defualt}",
        // An item that is nothing but its title cannot be sent.
        ":::carousel\n# A\n#x y\nb\n:::",
        "![a]((reply:x)",
        "![a](ftp://a.example/a.png)",
        // So has an item without what is behind its last paragraph.
        ":::carousel\n# A\n[d](https://a.example){default}\n\n%[B](postback:b) %[x](reply:y)",
        ":::carousel\n# A\n![d](https://a.example/d.mp4)\n\n%[B](postback:b) %[x](reply:y)",
        // A number that is left without a prefix is another one, or none.
        "[A](tel:(0)030 1234567)",
        "[A](tel:0 (0)49 30 1234567)",
        "[A](tel:(00)49 30 1234567)",
        "[A](tel:+49 (0) 30 (0) 123456)",
        "[A](tel:00 abc)",
        // So is an amount, or it is too much.
        "$[A](1000000,00)",
        "$[A](0,00 $)",
        "$[A](1000000$)",
        // Another error would be left.
        "[](replay:Q)",
        "$[](9 EUR)",
        "%[](share)",
        "%[](https://a.example){default}",
        "%[x](https://a.example/b c){default}",
        "%[a](example.org/z]{default}",
        "%[a]（reply:b）{default}",
        "%[](reply=A)",
        ":::menu\n- %[A](https://a.example/b c){height=huge}\n:::",
        ":::menu\n%[A](postbak:A)\n:::",
        // The list does not take it.
        ":::menu\n- [E](replay:x)\n:::",
        ":::menu\n- [E](reply=x)\n:::",
        ":::menu\n- [E]（reply:x）\n:::",
        ":::menu\n- $[R](9,99)\n:::",
        ":::menu\n- [Q](webview:http://a.example){default}\n:::",
        ":::ice-breakers\n- [Q](https://a.example/a b)\n:::",
    ] {
        assert_eq!(fixed(source), source);
        assert!(fixes(source).is_empty(), "{source}");
    }
}

#[test]
fn a_source_without_fixes_is_borrowed() {
    for source in ["", "Hi %[A](reply:a)", "%[A](skype:a)", "$[A](9.99 EUR)"] {
        assert!(matches!(fix(source).text, Cow::Borrowed(text) if text == source));
    }
}

#[test]
fn what_a_fix_uncovers_is_fixed_too() {
    let found = fix("$[Buy](9,99))) %[A](replay:a)");
    let text = "$[Buy](9.99) %[A](reply:a)";
    assert_eq!((&*found.text, found.applied), (text, 4));
}

/// The pair of parentheses is one fix, and the scheme between them another.
#[test]
fn fixes_that_overlap_are_applied_one_after_the_other() {
    let found = fix("%[A]((www.a.example/x))");
    let text = "%[A](https://www.a.example/x)";
    assert_eq!((&*found.text, found.applied), (text, 2));
}

/// In a label that is not closed nothing is mended: the error would only be another one.
#[test]
fn fixes_beside_one_that_cannot_be_applied_are_applied() {
    let source = "%[A](replay:a)\n%[x %[b](replay:b)\r\n$[B](9,99)";
    let expected = "%[A](reply:a)\n%[x %[b](replay:b)\r\n$[B](9.99)";
    assert_eq!(fixed(source), expected);
}

/// Each parse removes one parenthesis.
#[test]
fn what_is_doubled_again_and_again_is_removed_as_often() {
    for doubled in 0..30 {
        let source = format!("%[A](reply:a){}", ")".repeat(doubled));
        let found = fix(&source);
        assert_eq!((&*found.text, found.applied), ("%[A](reply:a)", doubled));
    }
}

/// The end of a container whose opening is mended stays.
#[test]
fn containers_are_mended_as_a_whole() {
    for (source, expected) in [
        (":::carousl\n# A\na\n:::", ":::carousel\n# A\na\n:::"),
        (
            "::list\n# A\na\n# B\nb\n:::",
            ":::list\n# A\na\n# B\nb\n:::",
        ),
        (
            "::: list\n# A\na\n# B\nb\n:::",
            ":::list\n# A\na\n# B\nb\n:::",
        ),
        (
            ":::carousel\n# A\na\n---\n# B\nb",
            ":::carousel\n# A\na\n# B\nb\n:::",
        ),
        // Replies, and the buttons beside them, belong below.
        (
            ":::list\n# A\na\n# B\nb\n\n[All](https://a.example)\n\n%[More](reply:M)",
            ":::list\n# A\na\n# B\nb\n\n:::\n\n[All](https://a.example)\n\n%[More](reply:M)",
        ),
        (
            ":::carousel\n# A\na\n%[More](reply:M)",
            ":::carousel\n# A\na\n%[More](reply:M)",
        ),
        (
            ":::carousel\n# A\na\n#Bread and butter\nb\n:::",
            ":::carousel\n# A\na\n# Bread and butter\nb\n:::",
        ),
        (
            ":::carousel\n# A\n#sale\n:::",
            ":::carousel\n# A\n#sale\n:::",
        ),
        (":::carousel\n#Ada\na\n:::", ":::carousel\n# Ada\na\n:::"),
    ] {
        assert_eq!(fixed(source), expected);
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
        fixes_mend(&source);
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
        "{default}",
        "(share)",
        "(9 EUR)",
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

/// What stands around a slip on its line.
const WORDS: &[&str] = &[
    "",
    " ",
    "Hello, ",
    ". ",
    " 54% ",
    "%[Yes](reply:Y) ",
    " [a](https://a.example)",
];

/// A slip that authors make, alone or beside another one.
fn slip() -> impl Strategy<Value = String> {
    let slips = [
        "%[A] (postback:a)",
        "%[Site](example.com/x)",
        "%[Help](replay:HELP)",
        "%[Done](postback)",
        "[Done](reply:)",
        "%[](reply:x)",
        "%[ ](https://a.example/b)",
        "[![](https://a.example/i.png)](https://a.example/b)",
        "%[x]()",
        "$[x]()",
        "%[JA](reply:ja",
        "[JA](https://a.example/ja",
        "%[B](postback:X]",
        "%[In progress%[No](postback:no)",
        "%[Tweet (https://a.example/tweet)",
        "$[Buy]",
        "$[5]",
        "$[Buy](soon)",
        "$[Buy](9,99)",
        "$[Buy](reply:B)",
        "%[Site](the paper of the school)",
        "%[Play](Math.random()*50)",
        "%[Off](postback:off))",
        "%[In]((https://a.example/in)",
        "%[**Yes**](reply:y)",
        "[t](https://a.example \"Title\")",
        "[s](https://a.example/a b)",
        "%[c](tel:0012125550142)",
        "%[w](webview:http://a.example)",
        "%[h](https://a.example){heigth=tall}",
        "%[h](https://a.example){heigth=hu}",
        "\n:::\n",
        "\n::typng\n",
        "\n:::carousel\n# A\na\n---\n# B\nb\n:::\n",
        "\n:::carousl\n# A\na\n:::\n",
        "\n::carousel\n# A\na\n:::\n",
        "\n::: list\n# A\na\n:::\n",
        "\n:::list\n# A\na\n# B\nb\n",
        "\n:::carousel\n#Margherita\nTomato\n:::\n",
        "\n:::carousel\n# A\nb\n# C\n\n$[Buy](5)\n%[x](reply:y)\n",
        "\n:::carousel\n# A\n%[x](https://a.example/b c){default} %[](share) $[](9 EUR)\n:::\n",
        "\n::start{payload=x}\n:::menu\n- [E](replay:x)\n- [P](phnoe)\n- $[R](9,99)\n:::\n",
        "\n:::ice-breakers\n- [T](webview:http://t.example)\n- [Q](https://q.example/a b)\n",
        "%[x](https://a.example/b c){default}",
        "%[a](example.org/z]{default}",
        "$[](9 EUR)",
        "$[Buy](9,99 $)",
        "[](replay:Q)",
        "%[](share)",
        "%[c](tel:0044 (0)113 496 0001)",
    ];
    let slip = prop::sample::select(slips.to_vec());
    prop::collection::vec(slip, 1..3).prop_map(|slips| slips.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fix_removes_its_diagnostic_and_adds_no_error(
        lines in prop::collection::vec((prop::sample::select(WORDS), slip(), prop::sample::select(WORDS)), 0..6),
    ) {
        let lines = lines.iter().map(|(before, slip, after)| format!("{before}{slip}{after}\n"));
        fixes_mend(&lines.collect::<String>());
    }

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
