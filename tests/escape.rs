//! Escaping: any string comes back, and makes nothing of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "common/escaping.rs"]
mod escaping;

use proptest::prelude::*;
use tapmark::escape;

/// Strings that would do harm, and any others; without the control characters that are never sent.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = [
        "%[x](reply:y)",
        "$[x](1)",
        "![](https://a.example)",
        "---",
        "\n---\n",
        "::typing",
        "\n::typing\n",
        ":::",
        "<!--",
        "-->",
        "```",
        "\n```\n",
        "~~~",
        "\n  ~~~\n",
        "\n* ~~~",
        "\n1. ~~~\n",
        "\n+ ",
        "`",
        "\\",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "<",
        ">",
        "*",
        "**",
        "%",
        "$",
        "!",
        "#",
        "\n# ",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "a",
        "é",
        "👩‍👩‍👧‍👦",
        "1",
        "\"",
        "'",
        "&((",
        "))&",
        "&((`))&",
        "~~~\tx",
        "~\tx",
        ":",
        "\u{A0}",
        "\u{202E}",
        "{default}",
        "{{x}}",
        "https://a.example",
        "-",
        "- ",
        "\\%[",
        "\\\\",
    ];
    let piece = prop::sample::select(pieces.to_vec()).prop_map(str::to_owned);
    let other = any::<char>().prop_filter("control characters are not sent", |c| {
        !c.is_ascii_control() || matches!(c, '\n' | '\t')
    });
    let part = prop_oneof![5 => piece, 1 => other.prop_map(String::from)];
    prop::collection::vec(part, 1..12).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn strings_come_back(string in hostile()) {
        escaping::text_in_an_item_stays_in_it(&string);
        escaping::text_stands_behind_a_button(&string);
        prop_assume!(escaping::is_promised(&string));
        escaping::text_comes_back(&string);
        escaping::text_stands_between_words_and_a_button(&string);
        escaping::label_comes_back(&string);
        escaping::target_comes_back(&string);
    }
}

#[test]
fn plain_strings_are_borrowed() {
    use std::borrow::Cow;
    assert!(matches!(escape::text("Hello, Ana!"), Cow::Borrowed(_)));
    assert!(matches!(escape::label("Yes, please"), Cow::Borrowed(_)));
    assert!(matches!(escape::target("ORDER_4711"), Cow::Borrowed(_)));
}
