//! Escaping: any string comes back, and makes nothing of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use proptest::prelude::*;
use serde_json::Value;
use tapmark::{Options, compile, escape};

/// The requests of a source that must compile without errors.
fn requests(source: &str) -> Value {
    let compilation = compile(source, &Options::default());
    assert!(
        !compilation.has_errors(),
        "{source:?}: {:#?}",
        compilation.diagnostics
    );
    serde_json::to_value(&compilation.requests).unwrap()
}

/// Line ends as they come out.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

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

/// Shows something: a blank string has nothing to come back as.
fn shows(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_graphic() || c.is_alphanumeric())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_comes_back(text in hostile()) {
        prop_assume!(shows(&text) && !text.starts_with('\u{FEFF}'));
        let requests = requests(&escape::text(&text));
        prop_assert_eq!(requests.as_array().unwrap().len(), 1);
        let expected = unix(&text);
        prop_assert_eq!(requests[0]["message"]["text"].as_str().unwrap(), expected.trim());
    }

    #[test]
    fn text_comes_back_after_words_and_before_a_button(text in hostile()) {
        prop_assume!(shows(&text));
        let requests = requests(&format!("Hello {}\n%[Hi](reply:H)", escape::text(&text)));
        let written = requests[0]["message"]["text"].as_str().unwrap();
        let expected = format!("Hello {}", unix(&text));
        prop_assert_eq!(written, expected.trim());
        prop_assert_eq!(requests[0]["message"]["quick_replies"].as_array().unwrap().len(), 1);
    }

    #[test]
    fn text_in_an_item_stays_in_it(text in hostile()) {
        let text = escape::text(&text);
        let source = format!(":::carousel\n# T\n{text}\n%[Hi](postback:H)\n:::\nEnd");
        let requests = requests(&source);
        prop_assert_eq!(requests.as_array().unwrap().len(), 2, "{}", source);
        let items = &requests[0]["message"]["attachment"]["payload"]["elements"];
        prop_assert_eq!(items.as_array().unwrap().len(), 1);
        prop_assert_eq!(items[0]["title"].as_str().unwrap(), "T");
        prop_assert_eq!(items[0]["buttons"].as_array().unwrap().len(), 1);
        prop_assert_eq!(requests[1]["message"]["text"].as_str().unwrap(), "End");
    }

    #[test]
    fn labels_come_back(label in hostile()) {
        prop_assume!(shows(&label));
        let label = single_spaced(&label);
        for form in ["%[{}](reply:p)", "[{}](reply:p)", "%[{}]"] {
            let source = format!("Text\n{}", form.replace("{}", &escape::label(&label)));
            let requests = requests(&source);
            prop_assert_eq!(requests.as_array().unwrap().len(), 1);
            prop_assert_eq!(requests[0]["message"]["text"].as_str().unwrap(), "Text");
            let replies = requests[0]["message"]["quick_replies"].as_array().unwrap();
            prop_assert_eq!(replies.len(), 1, "{}", source);
            if label.encode_utf16().count() <= 20 {
                prop_assert_eq!(replies[0]["title"].as_str().unwrap(), &label);
            }
            if form == "%[{}]" {
                // The payload of a bare reply is the whole label, however long.
                prop_assert_eq!(replies[0]["payload"].as_str().unwrap(), &label);
            }
        }
    }

    #[test]
    fn targets_come_back(payload in hostile()) {
        prop_assume!(shows(&payload));
        let escaped = escape::target(&payload);
        let source = format!("Text `\n%[a](postback:{escaped}) %[b](postback:{escaped})");
        let requests = requests(&source);
        let buttons = &requests[0]["message"]["attachment"]["payload"]["buttons"];
        prop_assert_eq!(buttons.as_array().unwrap().len(), 2, "{}", source);
        for button in buttons.as_array().unwrap() {
            prop_assert_eq!(button["payload"].as_str().unwrap(), single_spaced(&payload));
        }
    }
}

#[test]
fn plain_strings_are_borrowed() {
    use std::borrow::Cow;
    assert!(matches!(escape::text("Hello, Ana!"), Cow::Borrowed(_)));
    assert!(matches!(escape::label("Yes, please"), Cow::Borrowed(_)));
    assert!(matches!(escape::target("ORDER_4711"), Cow::Borrowed(_)));
}
