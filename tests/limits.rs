//! Every limit of the target, at one less, at itself and at one more.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use serde_json::Value;
use tapmark::{Limits, Options, Target, compile};

const LIMITS: Limits = Target::MESSENGER_2018.limits;

/// The requests, and the codes of the diagnostics that are no notes.
fn outcome(source: &str) -> (Value, Vec<&'static str>) {
    let options = Options::builder().merchant_name("Test").build().unwrap();
    let compilation = compile(source, &options);
    let found = compilation.diagnostics.iter();
    let codes = found
        .filter(|found| found.severity > tapmark::Severity::Note)
        .map(|found| found.code.as_str());
    (
        serde_json::to_value(&compilation.requests).unwrap(),
        codes.collect(),
    )
}

/// Compiles the source of each length around the limit; only the last is over it.
fn around(limit: usize, source: impl Fn(usize) -> String, code: &str) {
    for length in [limit - 1, limit] {
        assert_eq!(
            outcome(&source(length)).1,
            Vec::<&str>::new(),
            "at {length}"
        );
    }
    assert_eq!(outcome(&source(limit + 1)).1, [code], "at {}", limit + 1);
}

#[test]
fn titles_of_replies_and_buttons() {
    let label = |length: usize| "é".repeat(length);
    around(
        LIMITS.reply_title.max,
        |n| format!("Hi %[{}](reply:a)", label(n)),
        "label-too-long",
    );
    around(
        LIMITS.button_title.max,
        |n| format!("Hi %[{}](postback:a)", label(n)),
        "label-too-long",
    );
}

#[test]
fn counts_of_replies_and_buttons() {
    let many = |form: &str, count: usize| format!("Hi {}", form.repeat(count));
    around(
        LIMITS.replies.max,
        |n| many("%[A](reply:a) ", n),
        "too-many-replies",
    );
    around(
        LIMITS.buttons.max,
        |n| many("%[A](postback:a) ", n),
        "too-many-buttons",
    );
}

#[test]
fn payloads() {
    let payload = |length: usize| "p".repeat(length);
    let limit = LIMITS.payload.max;
    around(
        limit,
        |n| format!("Hi %[A](reply:{})", payload(n)),
        "payload-too-long",
    );
    for form in ["Hi %[A](postback:{})", "Hi $[A](5){payload={}}"] {
        for (length, over) in [(limit - 1, false), (limit, false), (limit + 1, true)] {
            let (_, codes) = outcome(&form.replace("{}", &payload(length)));
            assert_eq!(
                codes.contains(&"payload-too-long"),
                over,
                "{form} at {length}"
            );
        }
    }
}

#[test]
fn texts() {
    around(LIMITS.text.max, |n| "a".repeat(n), "text-too-long");
    let above_buttons = |n| format!("{}\n%[A](postback:a)", "a".repeat(n));
    around(LIMITS.template_text.max, above_buttons, "text-too-long");
}

#[test]
fn titles_and_subtitles_of_cards() {
    let is_card = |title: usize, subtitle: usize| {
        let (title, subtitle) = ("t".repeat(title), "s".repeat(subtitle));
        let source = format!("![](https://a.example/a.png)\n{title}\n{subtitle}\n%[A](postback:a)");
        let (requests, _) = outcome(&source);
        requests[0]["message"]["attachment"]["payload"]["template_type"] == "generic"
    };
    for (length, fits) in [(79, true), (80, true), (81, false)] {
        assert_eq!(is_card(length, 5), fits, "title of {length}");
        assert_eq!(is_card(5, length), fits, "subtitle of {length}");
    }
    assert_eq!(
        (LIMITS.element_title.max, LIMITS.element_subtitle.max),
        (80, 80)
    );
}

/// Where the parts of a text end.
fn lengths(text: &str) -> Vec<usize> {
    let (requests, _) = outcome(text);
    let requests = requests.as_array().unwrap().iter();
    let parts = requests.map(|request| request["message"]["text"].as_str().unwrap());
    parts.map(|part| part.encode_utf16().count()).collect()
}

#[test]
fn a_part_ends_at_the_best_break_in_the_second_half_of_what_fits() {
    let (early, late, rest) = ("a".repeat(500), "b".repeat(900), "C".repeat(1200));
    // A paragraph break in the first half gives way to a line, a sentence, a word in the second.
    assert_eq!(lengths(&format!("{early}\n\n{late}\n{rest}")), [1402, 1200]);
    assert_eq!(lengths(&format!("{early}\n\n{late}. {rest}")), [1403, 1200]);
    assert_eq!(lengths(&format!("{early}\n\n{late} {rest}")), [1402, 1200]);
    // In the second half a paragraph comes before a later line, a line before a later sentence.
    let tail = "d".repeat(100);
    assert_eq!(
        lengths(&format!("{early} {late}\n\n{tail}\n{rest}")),
        [1401, 1301]
    );
    assert_eq!(
        lengths(&format!("{early} {late}\n{tail}. {rest}")),
        [1401, 1302]
    );
    // A break right after what fits still counts; without any, a grapheme cluster ends the part.
    assert_eq!(
        lengths(&format!("{}\n\n{rest}", "a".repeat(2000))),
        [2000, 1200]
    );
    assert_eq!(lengths(&"é".repeat(2001)), [2000, 1]);
    assert_eq!(lengths(&"👩‍👩‍👧‍👦".repeat(200)), [1991, 209]);
}

#[test]
fn the_part_above_buttons_begins_at_the_first_break_within_its_limit() {
    let above = |text: &str| {
        let (requests, _) = outcome(&format!("{text}\n%[A](postback:a)"));
        let last = requests.as_array().unwrap().last().unwrap();
        let text = &last["message"]["attachment"]["payload"]["text"];
        text.as_str().unwrap().encode_utf16().count()
    };
    let (start, middle, end) = ("a".repeat(500), "b".repeat(300), "C".repeat(200));
    assert_eq!(above(&format!("{start}\n\n{middle}\n\n{end}")), 502);
    assert_eq!(above(&format!("{start}\n{middle}\n\n{end}")), 200);
    assert_eq!(above(&format!("{start}\n{middle} {end}")), 501);
    assert_eq!(above(&format!("{start} {middle}. {end}")), 200);
    assert_eq!(above(&"a".repeat(1000)), 640);
}
