//! A construct is the same whether it is read in one go or the long way: behind a bracket that
//! never closes nothing is read in one go.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use serde_json::Value;
use tapmark::syntax::{self, Arena};

const BEFORE: &[&str] = &["", "Hi ", "5", "a", "\"", "**", "é "];
const SIGILS: &[&str] = &["", "%", "$", "!"];
const LABELS: &[&str] = &[
    "Yes",
    "Two words",
    " led",
    "trailed ",
    "dou  ble",
    "a\tb",
    "*strong*",
    "**",
    "*",
    "",
    " ",
    "shop.example",
    "No. 1",
    "é",
    "\u{A0}x",
    "x\u{3000}y",
    "x\u{1680}y",
    "x\u{2003}y",
    "x\u{205F}y",
    "x\u{85}y",
    "\u{3164}",
    "はい",
    "「はい」",
    "👍 Yes",
    "👍",
    "\u{200B}",
    "\u{FE0F}",
    "`code`",
    "a\\]b",
    "a\\",
    "a & b",
    "&((x))&",
    "<!-- x -->",
    "a<b",
    "5 %",
    "x!",
];
const TARGETS: &[&str] = &[
    "",
    "()",
    "(reply:A)",
    "(Reply:A)",
    "(reply:)",
    "(reply: A)",
    "(reply:A B)",
    "(reply:\\))",
    "(replay:A)",
    "(reply:A )",
    "( reply:A B)",
    "(reply:A  B C)",
    "(reply:A B",
    "(postback:B)",
    "(postback: B C)",
    "(postback:B C)",
    "(postback:B(1))",
    "(tel:+15105550100)",
    "(tel:+1 510)",
    "(tel:1)",
    "(share)",
    "(PHONE)",
    "(email)",
    "(locationRequest)",
    "(word)",
    "(two words)",
    "(9.99)",
    "(9.9)",
    "(12)",
    "(0.00)",
    "(007.50)",
    "(.50)",
    "(1.)",
    "(1.2.3)",
    "(1,299.00)",
    "(999999.99)",
    "(1000000)",
    "($9.99)",
    "(https://x.example)",
    "(https://x.example/a.mp4?b#c)",
    "(http://x.example:80)",
    "(https://u@x.example)",
    "(https://)",
    "(https:x)",
    "(HTTPS://x.example/v.PDF)",
    "(https://-x)",
    "(https://_/y)",
    "(https://é.example/)",
    "(https://x.example/é)",
    "(https://x.example/a(b))",
    "(https://x.example/\"t\")",
    "(https://x.example \"t\")",
    "(<https://x.example>)",
    "(www.x.example)",
    "(x.example/y)",
    "(webview:https://x.example)",
    "(webview:http://x.example)",
    "(webview:HTTPS://x.example)",
    "(webview:https://x.example:80)",
    "(webview:x)",
    "(mailto:a@x.example)",
    "((reply:A))",
    "(reply:A",
    " (reply:A)",
];
const BEHIND: &[&str] = &[
    "",
    " ",
    "\t",
    ")",
    "))",
    "{height=tall}",
    "{",
    " (x)",
    "  (reply:B)",
    " {x}",
    ".",
    "x",
    "!",
    " x",
    "é",
    " é",
    "\\",
    " %[No]",
    "`",
];

/// The buttons and media of a line that follows a prefix, and what is reported of it.
fn read(prefix: &str, line: &str) -> (Vec<Value>, Vec<Value>) {
    let source = format!("{prefix}{line}");
    let arena = Arena::new();
    let parse = syntax::parse(&source, &arena);
    let mut constructs = Vec::new();
    collect(
        &serde_json::to_value(parse.document).unwrap(),
        &mut constructs,
    );
    let mut said: Vec<_> = parse
        .diagnostics
        .iter()
        .map(|found| serde_json::to_value(found).unwrap())
        .collect();
    for value in constructs.iter_mut().chain(&mut said) {
        shift(value, prefix.len() as u64);
    }
    (constructs, said)
}

fn collect(value: &Value, found: &mut Vec<Value>) {
    match value {
        Value::Object(object)
            if object
                .get("type")
                .is_some_and(|t| t == "button" || t == "media") =>
        {
            found.push(value.clone());
        }
        Value::Object(object) => object.values().for_each(|value| collect(value, found)),
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        _ => {}
    }
}

/// Takes a prefix off every offset.
fn shift(value: &mut Value, by: u64) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match (&**key, value.as_u64()) {
                    ("start" | "end" | "column", Some(offset)) => *value = (offset - by).into(),
                    _ => shift(value, by),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| shift(value, by)),
        _ => {}
    }
}

#[test]
fn a_construct_is_the_same_read_in_one_go_and_the_long_way() {
    let lists = [BEFORE, SIGILS, LABELS, TARGETS, BEHIND];
    let all: usize = lists.iter().map(|list| list.len()).product();
    let mut constructs = 0;
    // Every part with nearly every other: a step that no list's length has a factor of.
    for combination in (0..all).step_by(23) {
        let mut rest = combination;
        let [before, sigil, label, target, behind] = lists.map(|list| {
            let part = list[rest % list.len()];
            rest /= list.len();
            part
        });
        let line = format!("{before}{sigil}[{label}]{target}{behind}");
        let (found, said) = read("", &line);
        let (expected, report) = read("[", &line);
        assert_eq!(found, expected, "{line:?}");
        assert_eq!(said, report, "{line:?}");
        constructs += found.len();
    }
    assert!(constructs > 5_000, "only {constructs} constructs");
}
