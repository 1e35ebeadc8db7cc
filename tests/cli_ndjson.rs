//! `tapmark compile --ndjson`: a line out for each line in, at once, in order, whatever the line is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![cfg(feature = "cli")]

mod program;

use program::{File, Folder, STREAM, answers, run};
use serde_json::{Value, json};

const HI: &str = r#"[{"messaging_type":"RESPONSE","message":{"text":"Hi"}}]"#;

/// What is said of one bad line, without what is the same for all.
fn error(line: impl AsRef<[u8]>) -> String {
    let answers = answers(line, 1);
    let [answer] = &answers[..] else {
        panic!("{answers:?}")
    };
    assert_eq!(answer["error"]["line"], 1);
    answer["error"]["message"].as_str().unwrap().to_owned()
}

#[test]
fn a_line_comes_out_for_each_line_in() {
    let out = format!(
        "{{\"id\":1,\"requests\":{HI},\"diagnostics\":[]}}\n\
         {{\"id\":\"two\",\"requests\":{HI},\"diagnostics\":[]}}\n"
    );
    let input = "{\"id\":1,\"text\":\"Hi\"}\n{\"text\":\"Hi\",\"id\":\"two\"}\n";
    run(&STREAM).input(input).out(&out).check();
    // With the line ends of Windows, without the last one, and behind a byte order mark.
    let input = format!("\u{FEFF}{}", input.trim_end().replace('\n', "\r\n"));
    run(&STREAM).input(&input).out(&out).check();
    run(&["compile", "--ndjson", "-c", "-"])
        .input(&input)
        .out(&out)
        .check();
    let file = File::new("messages.ndjson", &input);
    run(&["compile", "--ndjson", file.name()]).out(&out).check();
}

#[test]
fn without_lines_nothing_comes_out() {
    run(&STREAM).check();
}

/// Numbers that no program reads as they are written, keys in their order, and none at all.
#[test]
fn an_id_is_any_json_and_comes_back_as_it_was() {
    for id in [
        "12345678901234567890123",
        "1e999",
        "1.10",
        r#"{"b": [1, {"a":null}], "a":"\u00e9\ud83d"}"#,
        r#""""#,
        "false",
        "null",
    ] {
        let out = format!("{{\"id\":{id},\"requests\":{HI},\"diagnostics\":[]}}\n");
        let input = format!("{{\"id\": {id} ,\"text\":\"Hi\"}}");
        run(&STREAM).input(input).out(&out).check();
    }
    assert_eq!(answers(r#"{"text":"Hi"}"#, 0)[0]["id"], Value::Null);
    // Some readers of lines take it for the end of one.
    let out = format!("{{\"id\":[1, 2],\"requests\":{HI},\"diagnostics\":[]}}\n");
    run(&STREAM)
        .input("{\"id\":[1,\r2],\"text\":\"Hi\"}")
        .out(&out)
        .check();
}

/// As programs write it whose strings are UTF-16, when they cut an emoji in half.
#[test]
fn half_of_a_surrogate_pair_is_replaced_with_a_warning() {
    let line = r#"{"id":1,"text":"\ud83d\ude00 é \ud83d %[Yes\udc4b](reply:Y)\ud83d\ud83d"}"#;
    let answer = &answers(line, 0)[0];
    let message = &answer["requests"][0]["message"];
    assert_eq!(message["text"], "😀 é \u{FFFD} \u{FFFD}\u{FFFD}");
    assert_eq!(message["quick_replies"][0]["title"], "Yes\u{FFFD}");
    let found = answer["diagnostics"].as_array().unwrap();
    let places = found.iter().map(|found| {
        assert_eq!(found["code"], "lone-surrogate");
        (
            found["span"]["start"].clone(),
            found["span"]["column"].clone(),
        )
    });
    let places: Vec<_> = places.collect();
    assert_eq!(json!(places), json!([[8, 5], [17, 12], [30, 23], [33, 24]]));
    run(&["compile", "--ndjson", "-D"])
        .input(line)
        .any_out()
        .code(1)
        .check();
}

#[test]
fn each_line_has_its_recipient_or_that_of_all() {
    let input = concat!(
        "{\"text\":\"Hi\"}\n",
        "{\"text\":\"Hi\",\"to\":\"1\"}\n",
        "{\"text\":\"Hi\",\"to\":\"1\"}\n",
        "{\"text\":\"Hi\",\"to\":\"2\"}\n",
        "{\"text\":\"Hi\",\"to\":null}\n",
    );
    let recipients = |arguments: &[&str]| -> Vec<Value> {
        let (out, _) = run(&[&STREAM, arguments].concat())
            .input(input)
            .any_out()
            .check();
        let answers = out.lines().map(|line| serde_json::from_str(line).unwrap());
        answers
            .map(|answer: Value| answer["requests"][0]["recipient"]["id"].clone())
            .collect()
    };
    assert_eq!(json!(recipients(&[])), json!([null, "1", "1", "2", null]));
    let with_default = recipients(&["--to", "0"]);
    assert_eq!(json!(with_default), json!(["0", "1", "1", "2", "0"]));
}

#[test]
fn options_hold_for_every_line() {
    let line = "{\"text\":\"$[Tea](1)\",\"to\":\"1\"}\n";
    let arguments = [&STREAM[..], &["--target", "messenger-2026"]].concat();
    let shop = ["--checkout-url", "https://shop.example/{label}"];
    let (out, _) = run(&[&arguments[..], &shop].concat())
        .input(line.repeat(2))
        .any_out()
        .check();
    let with_link = |line: &&str| line.contains(r#""url":"https://shop.example/Tea""#);
    assert_eq!(out.lines().filter(with_link).count(), 2, "{out}");
    let (out, _) = run(&[&STREAM[..], &["--overflow", "reject"]].concat())
        .input(r#"{"text":"Well? %[Yes, I would like that very much](reply:Y)"}"#)
        .any_out()
        .code(1)
        .check();
    assert!(
        out.contains(r#""requests":[],"diagnostics":[{"code":"label-too-long","severity":"error""#)
    );
}

/// As elsewhere: whoever does not look at diagnostics sends nothing that is in error.
#[test]
fn a_message_with_errors_has_no_requests_unless_kept_going() {
    let line = r#"{"id":1,"text":"%[A](replay:a)"}"#;
    let answer = &answers(line, 1)[0];
    assert_eq!(answer["requests"], json!([]));
    assert_eq!(answer["diagnostics"][0]["code"], "misspelt-target");
    let (out, _) = run(&["compile", "--ndjson", "--keep-going"])
        .input(line)
        .any_out()
        .code(1)
        .check();
    assert!(out.contains(r#""text":"%[A](replay:a)""#), "{out}");
}

#[test]
fn warnings_fail_the_run_where_they_are_denied() {
    let line = r#"{"text":"Well? %[Yes, I would like that very much](reply:Y)"}"#;
    assert_eq!(answers(line, 0)[0]["diagnostics"][0]["severity"], "warning");
    run(&["compile", "--ndjson", "-D"])
        .input(line)
        .any_out()
        .code(1)
        .check();
}

#[test]
fn diagnostics_are_printed_too_when_a_format_is_given() {
    let input = "{\"text\":\"Hi\"}\n{\"text\":\"Hello\\n%[A](replay:a)\"}\n";
    let (_, err) = run(&["compile", "--ndjson", "--diagnostics", "short"])
        .input(input)
        .any_out()
        .any_err()
        .code(1)
        .check();
    assert!(
        err.starts_with("<stdin>:2:2:6: error[misspelt-target]: "),
        "{err}"
    );
    assert_eq!(err.lines().count(), 1);
    let (_, err) = run(&STREAM).input(input).any_out().code(1).check();
    assert_eq!(err, "");
}

#[test]
fn a_bad_line_says_what_it_lacks() {
    assert_eq!(error("\n"), "the line is blank");
    assert_eq!(error(" \t\r\n"), "the line is blank");
    assert_eq!(
        error(r#"["1","Hi"]"#),
        "the line is an array, not an object"
    );
    assert_eq!(error("\"Hi\""), "the line is a string, not an object");
    assert_eq!(error("null"), "the line is null, not an object");
    assert_eq!(error("{}"), "`text` is missing");
    assert_eq!(error(r#"{"text":null}"#), "`text` is null, not a string");
    assert_eq!(
        error(r#"{"text":["Hi"]}"#),
        "`text` is an array, not a string"
    );
    assert_eq!(
        error(r#"{"text":"","to":1}"#),
        "`to` is a number, not a string"
    );
    assert_eq!(error(r#"{"text":"","to":" "}"#), "the recipient is blank");
    let message = "the recipient holds control characters";
    assert_eq!(error(r#"{"text":"","to":"1\n"}"#), message);
    let message = "`recipient` is no field of a line, which has `text`, and may have `id` and `to`";
    assert_eq!(error(r#"{"text":"Hi","recipient":"1"}"#), message);
    let message = "the line is not UTF-8: byte 0xE9 at offset 12";
    assert_eq!(error(b"{\"text\":\"Caf\xE9\"}\n"), message);
    let message = "the line has a duplicate field `text` at column 18";
    assert_eq!(error(r#"{"text":"a","text":"b"}"#), message);
    let message = "the line is not JSON: expected value at column 1";
    assert_eq!(error("Hi\n"), message);
    let message = "the line is not JSON: EOF while parsing an object at column 12";
    assert_eq!(error("{\"text\":\"Hi\"\n"), message);
    let message = "the line is not JSON: trailing characters at column 14";
    assert_eq!(error(r#"{"text":"Hi"}{"text":"Hi"}"#), message);
}

/// As long as its line, that is.
#[test]
fn a_long_name_is_not_said_whole() {
    let line = json!({ "x".repeat(1000): 1 }).to_string();
    assert!(error(line).starts_with(&format!("`{}…` is no field", "x".repeat(40))));
}

#[test]
fn a_bad_line_keeps_its_id_and_its_place_and_the_others_go_on() {
    let input = b"{\"id\":1,\"text\":\"Hi\"}\n{\"id\":2}\n\xFF\n{\"id\":4,\"text\":5}\n{\"id\":5,\"text\":\"Hi\",\"to\":\"\"}\n{\"id\":6,\"text\":\"Hi\"}";
    let answers = answers(input, 1);
    let ids: Vec<_> = answers.iter().map(|answer| answer["id"].clone()).collect();
    assert_eq!(json!(ids), json!([1, 2, null, 4, 5, 6]));
    let lines: Vec<_> = answers
        .iter()
        .map(|answer| answer["error"]["line"].clone())
        .collect();
    assert_eq!(json!(lines), json!([null, 2, 3, 4, 5, null]));
    let is_whole = |answer: &Value| answer["error"].is_null() != answer["requests"].is_null();
    assert!(answers.iter().all(is_whole), "{answers:?}");
}

#[test]
fn what_does_not_go_together_exits_2() {
    let (_, err) = run(&["compile", "--ndjson", "--emit", "profile"])
        .any_err()
        .code(2)
        .check();
    assert!(
        err.contains("'--ndjson' cannot be used with '--emit <WHAT>'"),
        "{err}"
    );
    let folder = Folder::new();
    folder.file("menus/a.ndjson", "");
    run(&["compile", "--ndjson", "menus/a.ndjson", "-"])
        .err("tapmark: --ndjson reads one stream, and not 2 paths\n")
        .code(2)
        .check();
    for path in ["menus", "gone.ndjson"] {
        let (_, err) = run(&["compile", "--ndjson", path])
            .within(&folder)
            .any_err()
            .code(2)
            .check();
        assert!(
            err.starts_with(&format!("tapmark: cannot read {path}: ")),
            "{err}"
        );
    }
    // What is refused for all lines is refused before the first.
    run(&["compile", "--ndjson", "--to", " "])
        .err("tapmark: --to: the recipient is blank\n")
        .code(2)
        .check();
}
