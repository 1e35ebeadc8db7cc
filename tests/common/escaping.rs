//! What holds for every string that is escaped, as assertions that a test and a fuzz target share.

use serde_json::Value;
use tapmark::{Options, compile, escape};

/// The requests of a source that must compile without errors.
fn requests(source: &str) -> Value {
    let compilation = compile(source, &Options::default());
    let diagnostics = &compilation.diagnostics;
    assert!(!compilation.has_errors(), "{source:?}: {diagnostics:#?}");
    serde_json::to_value(&compilation.requests).expect("requests are JSON")
}

/// How many values an array has.
fn count(value: &Value) -> usize {
    value.as_array().map_or(0, Vec::len)
}

/// Line ends as they come out.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a string is one that escaping promises to bring back: it shows something, and has no
/// control character that is never sent.
pub(crate) fn is_promised(text: &str) -> bool {
    let shown = |c: char| c.is_ascii_graphic() || c.is_alphanumeric();
    let sent = |c: char| !c.is_ascii_control() || matches!(c, '\n' | '\r' | '\t' | '\u{7F}');
    text.contains(shown) && text.chars().all(sent) && !text.starts_with('\u{FEFF}')
}

pub(crate) fn text_comes_back(text: &str) {
    let requests = requests(&escape::text(text));
    let expected = unix(text);
    let sent = requests.as_array().expect("an array").iter();
    let parts: Vec<_> = sent
        .map(|request| request["message"]["text"].as_str())
        .collect();
    if expected.trim().encode_utf16().count() <= 2000 {
        assert_eq!(parts, [Some(expected.trim())]);
    } else {
        assert!(parts.iter().all(Option::is_some), "{text:?}: {requests}");
    }
}

pub(crate) fn text_stands_between_words_and_a_button(text: &str) {
    let requests = requests(&format!("Hello {}\n%[Hi](reply:H)", escape::text(text)));
    let last = requests.as_array().and_then(|all| all.last());
    let message = &last.expect("a request")["message"];
    assert_eq!(count(&message["quick_replies"]), 1, "{text:?}: {requests}");
    let expected = format!("Hello {}", unix(text));
    if expected.trim().encode_utf16().count() <= 2000 {
        assert_eq!(message["text"].as_str(), Some(expected.trim()));
    }
}

/// Right behind a button, too.
pub(crate) fn text_stands_behind_a_button(text: &str) {
    let text = single_spaced(text);
    // A longer one is divided.
    if text.encode_utf16().count() > 600 {
        return;
    }
    let source = format!("Hello %[Hi](postback:H){}", escape::text(&text));
    let requests = requests(&source);
    let payload = &requests[0]["message"]["attachment"]["payload"];
    assert_eq!(count(&payload["buttons"]), 1, "{source:?}: {requests}");
    let sent = payload["text"].as_str().unwrap_or_default();
    if text.contains(char::is_alphabetic) {
        assert!(sent.ends_with(&text), "{source:?}: {sent:?}");
    }
}

pub(crate) fn text_in_an_item_stays_in_it(text: &str) {
    let text = escape::text(text);
    let source = format!(":::carousel\n# T\n{text}\n%[Hi](postback:H)\n:::\nEnd");
    let requests = requests(&source);
    assert_eq!(count(&requests), 2, "{source:?}");
    let items = &requests[0]["message"]["attachment"]["payload"]["elements"];
    assert_eq!(count(items), 1, "{source:?}");
    assert_eq!(items[0]["title"], "T");
    assert_eq!(count(&items[0]["buttons"]), 1, "{source:?}");
    assert_eq!(requests[1]["message"]["text"], "End");
}

pub(crate) fn label_comes_back(label: &str) {
    let label = single_spaced(label);
    for form in ["%[{}](reply:p)", "[{}](reply:p)", "%[{}]"] {
        let payload = if form == "%[{}]" { &*label } else { "p" };
        if payload.encode_utf16().count() > 1000 {
            continue;
        }
        let source = format!("Text\n{}", form.replace("{}", &escape::label(&label)));
        let requests = requests(&source);
        assert_eq!(count(&requests), 1, "{source:?}");
        let message = &requests[0]["message"];
        assert_eq!(message["text"], "Text");
        let replies = &message["quick_replies"];
        assert_eq!(count(replies), 1, "{source:?}");
        if label.encode_utf16().count() <= 20 {
            assert_eq!(replies[0]["title"], *label);
        }
        // The payload of a bare reply is the whole label, however long its title may be.
        assert_eq!(replies[0]["payload"], *payload);
    }
}

pub(crate) fn target_comes_back(payload: &str) {
    if payload.encode_utf16().count() > 1000 {
        return;
    }
    let escaped = escape::target(payload);
    let source = format!("Text `\n%[a](postback:{escaped}) %[b](postback:{escaped})");
    let requests = requests(&source);
    let buttons = &requests[0]["message"]["attachment"]["payload"]["buttons"];
    assert_eq!(count(buttons), 2, "{source:?}");
    for button in buttons.as_array().expect("an array") {
        assert_eq!(button["payload"], *single_spaced(payload));
    }
}
