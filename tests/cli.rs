//! The program as it is used: arguments, input, output, errors, exit code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![cfg(feature = "cli")]

mod program;

use std::io::Write as _;
use std::process::{Command, Stdio};

use program::{File, run};

const HI: &str = r#"{"messaging_type":"RESPONSE","message":{"text":"Hi"}}"#;

#[test]
fn standard_input_is_compiled_with_and_without_a_dash() {
    run(&["compile", "-c"])
        .input("Hi")
        .out(&format!("{HI}\n"))
        .check();
    run(&["compile", "-c", "-"])
        .input("Hi")
        .out(&format!("{HI}\n"))
        .check();
}

#[test]
fn requests_are_pretty_printed_unless_compact() {
    let pretty =
        "{\n  \"messaging_type\": \"RESPONSE\",\n  \"message\": {\n    \"text\": \"Hi\"\n  }\n}\n";
    run(&["compile"]).input("Hi").out(pretty).check();
    run(&["compile", "--compact"])
        .input("Hi\n---\nHi")
        .out(&format!("{HI}\n{HI}\n"))
        .check();
}

#[test]
fn an_empty_source_gives_nothing() {
    run(&["compile"]).check();
    run(&["check"]).input("\n\n").check();
}

#[test]
fn the_profile_is_one_object() {
    let source = "Hi\n::start{payload=GO}\n---\n::greeting[Hello]";
    let body =
        r#"{"get_started":{"payload":"GO"},"greeting":[{"locale":"default","text":"Hello"}]}"#;
    run(&["compile", "-c", "--emit", "profile"])
        .input(source)
        .out(&format!("{body}\n"))
        .check();
    let pretty = "{\n  \"get_started\": {\n    \"payload\": \"GO\"\n  }\n}\n";
    run(&["compile", "--emit=profile"])
        .input("::start{payload=GO}")
        .out(pretty)
        .check();
}

#[test]
fn messages_note_that_the_profile_was_left_out_and_a_check_does_not() {
    let source = "Hi\n::start{payload=GO}";
    let (_, err) = run(&["compile", "-c", "--diagnostics", "short"])
        .input(source)
        .out(&format!("{HI}\n"))
        .any_err()
        .check();
    assert!(err.contains("note[profile-left-out]"), "{err}");
    run(&["check"]).input(source).check();
}

/// As an empty source gives no messages.
#[test]
fn a_source_without_profile_gives_none_and_a_note() {
    let (_, err) = run(&["compile", "--emit", "profile", "--diagnostics", "short"])
        .input("Hi")
        .any_err()
        .check();
    assert_eq!(
        err,
        "<stdin>:1:1: note[no-profile]: there is no Messenger Profile in this source\n"
    );
}

#[test]
fn a_profile_with_errors_is_printed_only_when_asked_for() {
    let source = "%[Hi](replay:H)\n::greeting[Hello]\n:::menu\n- [A](postback:A)\n:::";
    let (_, err) = run(&["compile", "-c", "--emit", "profile"])
        .input(source)
        .any_err()
        .code(1)
        .check();
    assert!(err.contains("error[menu-without-start]"), "{err}");
    assert!(!err.contains("misspelt-target"), "{err}");
    run(&["compile", "-c", "--emit", "profile", "--keep-going"])
        .input(source)
        .out("{\"greeting\":[{\"locale\":\"default\",\"text\":\"Hello\"}]}\n")
        .any_err()
        .code(1)
        .check();
    let (out, _) = run(&["check", "--diagnostics", "short"])
        .input(source)
        .any_out()
        .code(1)
        .check();
    let codes = ["misspelt-target", "menu-without-start"];
    assert!(codes.iter().all(|code| out.contains(code)), "{out}");
    assert_eq!(out.lines().count(), 2);
}

#[test]
fn files_are_compiled_in_their_order() {
    let (one, two) = (
        File::new("one.tapmark", "Hi"),
        File::new("two.tapmark", "::typing"),
    );
    let out = format!("{{\"sender_action\":\"typing_on\"}}\n{HI}\n");
    run(&["compile", "-c", two.name(), one.name()])
        .out(&out)
        .err("2 files: nothing to report\n")
        .check();
}

#[test]
fn envelope_options_fill_the_envelope() {
    let arguments = [
        "compile",
        "-c",
        "--to",
        "42",
        "--messaging-type",
        "message_tag",
        "--tag",
        "TICKET_UPDATE",
    ];
    let out = concat!(
        r#"{"recipient":{"id":"42"},"messaging_type":"MESSAGE_TAG","tag":"TICKET_UPDATE","#,
        r#""message":{"text":"Hi"}}"#,
        "\n",
    );
    let (_, err) = run(&arguments).input("Hi").out(out).any_err().check();
    assert!(err.contains("note[retired-feature]"), "{err}");
    run(&["compile", "-c", "--to", "42"])
        .input("::seen")
        .out("{\"recipient\":{\"id\":\"42\"},\"sender_action\":\"mark_seen\"}\n")
        .check();
}

#[test]
fn placeholder_and_merchant_name_are_used() {
    let (out, _) = run(&["compile", "-c", "--placeholder", "Choose:"])
        .input("%[A](reply:a)")
        .any_out()
        .any_err()
        .check();
    assert!(out.contains(r#""text":"Choose:""#), "{out}");
    let (out, err) = run(&["compile", "-c", "--merchant-name", "Pizza Example"])
        .input("$[A](1)")
        .any_out()
        .any_err()
        .check();
    assert!(out.contains(r#""merchant_name":"Pizza Example""#), "{out}");
    assert!(!err.contains("missing-merchant-name"), "{err}");
}

#[test]
fn errors_print_no_json_and_exit_1() {
    let err = "<stdin>:1:13: error[currency-not-usd]: Messenger takes payments in US dollars only, \
               not in `EUR`, so its source stays in the text\n";
    run(&["compile", "--diagnostics", "short"])
        .input("$[Buy](9.99 EUR)")
        .err(err)
        .code(1)
        .check();
}

#[test]
fn the_currency_is_underlined() {
    let err = "\
error[currency-not-usd]: Messenger takes payments in US dollars only, not in `EUR`, so its source stays in the text
 --> <stdin>:1:13
  |
1 | $[Buy](9.99 EUR)
  |             ^^^
  |
  = help: give the amount in dollars, as in `$[Buy](9.99)`, or link to a checkout page

";
    run(&["compile"])
        .input("$[Buy](9.99 EUR)")
        .err(err)
        .code(1)
        .check();
}

#[test]
fn keep_going_prints_the_best_effort_and_still_exits_1() {
    let out = "{\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"$[Buy](9.99 EUR)\"}}\n";
    run(&["compile", "-c", "--keep-going"])
        .input("$[Buy](9.99 EUR)")
        .out(out)
        .any_err()
        .code(1)
        .check();
}

#[test]
fn warnings_pass_unless_denied_and_notes_always_pass() {
    let warning = "Well? %[Yes, I would like that very much](reply:Y)";
    let note = "Well? %[**Yes**](reply:Y)";
    run(&["check"]).input(warning).any_out().check();
    run(&["check", "-D"])
        .input(warning)
        .any_out()
        .code(1)
        .check();
    run(&["check", "--deny-warnings"])
        .input(note)
        .any_out()
        .check();
    // Denied warnings fail the run; the requests are as good as without.
    let (out, _) = run(&["compile", "-c", "-D"])
        .input(warning)
        .any_out()
        .any_err()
        .code(1)
        .check();
    assert!(out.contains("Yes, I would like t…"), "{out}");
}

#[test]
fn check_prints_the_diagnostics_on_standard_output() {
    let file = File::new("check.tapmark", "Hello\n%[A](replay:a)\n");
    let out = format!(
        "{}:2:6: error[misspelt-target]: `replay` is no kind of target, so its source stays in the \
         text; `reply` is one\n",
        file.name()
    );
    run(&["check", "--diagnostics", "short", file.name()])
        .out(&out)
        .code(1)
        .check();
}

#[test]
fn json_diagnostics_are_one_object_per_line() {
    let (out, _) = run(&["check", "--diagnostics", "json"])
        .input("%[A](replay:a)\n$[B](9,99)")
        .any_out()
        .code(1)
        .check();
    let codes: Vec<_> = out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["code"].clone())
        .collect();
    assert_eq!(codes, ["misspelt-target", "invalid-amount"]);
}

#[test]
fn emit_gives_the_compilation_or_the_tree() {
    let (out, _) = run(&["compile", "-c", "--emit", "compilation"])
        .input("Hi")
        .any_out()
        .check();
    assert_eq!(
        out,
        format!("{{\"file\":\"<stdin>\",\"requests\":[{HI}],\"diagnostics\":[]}}\n")
    );
    let (out, _) = run(&["compile", "-c", "--emit", "ast"])
        .input("Hi")
        .any_out()
        .check();
    let tree = concat!(
        r#"{"file":"<stdin>","sections":[{"blocks":[{"type":"run","inlines":"#,
        r#"[{"type":"text","value":"Hi","span":{"start":0,"end":2}}]}]}]}"#,
        "\n",
    );
    assert_eq!(out, tree);
}

#[test]
fn usage_trouble_exits_2() {
    let (_, err) = run(&["compile", "--target", "telegram"])
        .any_err()
        .code(2)
        .check();
    assert!(err.contains("messenger-2018"), "{err}");
    run(&["compile", "--frobnicate"]).any_err().code(2).check();
    run(&[]).any_err().code(2).check();
    run(&["check", "--placeholder", " "])
        .err("tapmark: --placeholder: the placeholder is blank\n")
        .code(2)
        .check();
    run(&["check", "--tag", "TICKET_UPDATE"])
        .err("tapmark: --tag: a tag goes with the messaging type MESSAGE_TAG alone\n")
        .code(2)
        .check();
    let (_, err) = run(&["check", "--checkout-url", "shop"])
        .any_err()
        .code(2)
        .check();
    let named = "tapmark: --checkout-url: the checkout URL \"shop\" ";
    assert!(err.starts_with(named), "{err}");
    let (_, err) = run(&["check", "--messaging-type", "MESSAGE_TAG", "--tag", "SALE"])
        .any_err()
        .code(2)
        .check();
    assert!(err.contains("SHIPPING_UPDATE"), "{err}");
}

#[test]
fn a_file_that_cannot_be_read_exits_2() {
    let (_, err) = run(&["compile", "no/such/file.tapmark"])
        .any_err()
        .code(2)
        .check();
    assert!(
        err.starts_with("tapmark: cannot read no/such/file.tapmark: "),
        "{err}"
    );
}

#[test]
fn bytes_that_are_not_utf_8_are_named_with_their_offset() {
    let file = File::new("latin1.tapmark", b"Caf\xE9 au lait");
    let err = format!(
        "tapmark: {} is not UTF-8: byte 0xE9 at offset 3\n",
        file.name()
    );
    run(&["compile", file.name()]).err(&err).code(2).check();
}

#[test]
fn control_and_bidirectional_characters_are_drawn_escaped() {
    let (out, _) = run(&["check"])
        .input("a\u{202E}b\u{7} %[x](replay:y)")
        .any_out()
        .code(1)
        .check();
    assert!(out.contains(r"a\u{202e}b\u{7} %[x](replay:y)"), "{out}");
    assert!(!out.contains(['\u{202E}', '\u{7}']), "{out}");
    // The column is the source's, not the drawing's.
    assert!(out.contains("<stdin>:1:11"), "{out}");
    // What a fix writes is drawn so, too.
    let (out, _) = run(&["check"])
        .input("%[a](https://a.example/\u{9B}31m b)")
        .any_out()
        .code(1)
        .check();
    assert!(
        out.contains(r"1 + %[a](https://a.example/\u{9b}31m%20b)"),
        "{out}"
    );
    assert!(!out.contains('\u{9B}'), "{out}");
}

#[test]
fn a_fix_is_drawn_where_it_is_made() {
    let source = ":::carousel\r\n# Margherita\r\nTomato\r\n# Diavola\r\nSalami\r\n";
    let (out, _) = run(&["check"]).input(source).any_out().code(1).check();
    assert!(out.contains("\n5 ~ Salami\n6 + :::\n"), "{out}");
    let source = source.replace("\r\n", "\r");
    let (out, _) = run(&["check"]).input(&source).any_out().code(1).check();
    assert!(out.contains("\n6 + :::\n"), "{out}");
}

#[test]
fn a_pipe_has_no_colour() {
    let (out, _) = run(&["check"])
        .input("%[x](replay:y)")
        .any_out()
        .code(1)
        .check();
    assert!(!out.contains('\u{1B}'), "{out}");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let source = "Hello\n---\n".repeat(50_000);
    let file = File::new("pipe.tapmark", source);
    let mut child = Command::new(env!("CARGO_BIN_EXE_tapmark"))
        .args(["compile", file.name()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

/// The reader is gone before anything is printed.
#[test]
fn nothing_that_prints_minds_a_closed_pipe() {
    for arguments in [
        &["man"][..],
        &["man", "fix"],
        &["completions", "bash"],
        &["fix"],
        &["check"],
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut child = Command::new(env!("CARGO_BIN_EXE_tapmark"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let _ = stdin.write_all(b"%[A] (reply:a)");
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        assert_eq!(
            String::from_utf8(output.stderr).unwrap(),
            "",
            "{arguments:?}"
        );
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

const COMMANDS: [&str; 7] = [
    "compile",
    "check",
    "fix",
    "explain",
    "limits",
    "completions",
    "man",
];

#[test]
fn explain_prints_a_page_or_the_list() {
    let page = tapmark::Code::LabelTooLong.explanation();
    run(&["explain", "label-too-long"]).out(page).check();
    let (list, _) = run(&["explain"]).any_out().check();
    assert_eq!(list.lines().count(), tapmark::Code::ALL.len());
    let line = list
        .lines()
        .find(|line| line.starts_with("label-too-long "));
    let summary = tapmark::Code::LabelTooLong.summary();
    assert!(line.unwrap().ends_with(&format!("warning  {summary}")));
    let (_, err) = run(&["explain", "label-to-long"]).any_err().code(2).check();
    assert!(err.contains("tip: a similar value exists: 'label-too-long'"));
}

#[test]
fn limits_are_those_of_the_target() {
    let limits = tapmark::Target::MESSENGER_2018.limits;
    let (json, _) = run(&["limits", "--format", "json"]).any_out().check();
    let listing: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(listing["target"], "messenger-2018");
    let listed = listing["limits"].as_array().unwrap();
    assert_eq!(listed.len(), limits.rows().count());
    let (table, _) = run(&["limits"]).any_out().check();
    for (listed, row) in listed.iter().zip(limits.rows()) {
        assert_eq!(*listed, serde_json::to_value(row).unwrap());
        let line = table
            .lines()
            .find(|line| line.split(' ').next() == Some(row.name));
        assert!(line.unwrap().contains(&format!(" {} ", row.max)));
        assert!(line.unwrap().ends_with(row.source));
    }
    let features = listing["features"].as_array().unwrap();
    let location = features
        .iter()
        .find(|here| here["feature"] == "location-reply");
    assert_eq!(location.unwrap()["available"], true);
    run(&["limits", "--target", "messenger-1999"])
        .any_err()
        .code(2)
        .check();
}

#[test]
fn limits_of_two_targets_stand_side_by_side() {
    let both = [
        "limits",
        "--target",
        "messenger-2018",
        "--target",
        "messenger-2026",
    ];
    let (table, _) = run(&both).any_out().check();
    let cells = |name: &str| -> Vec<&str> {
        let line = table.lines().find(|line| line.starts_with(name));
        line.unwrap()[name.len()..]
            .split_whitespace()
            .take(2)
            .collect()
    };
    assert_eq!(cells("replies "), ["11", "13"]);
    assert_eq!(cells("list-items "), ["4", "-"]);
    assert_eq!(cells("share button "), ["yes", "no"]);
    let (json, _) = run(&[&both[..], &["--format", "json"]].concat())
        .any_out()
        .check();
    let listings: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(listings[1]["target"], "messenger-2026");
    assert_eq!(listings[1]["features"][0]["available"], false);
}

#[test]
fn every_shell_completes_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (script, _) = run(&["completions", shell]).any_out().check();
        for word in COMMANDS.into_iter().chain(["diff", "deny-warnings"]) {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let (_, err) = run(&["completions", "ksh"]).any_err().code(2).check();
    assert!(err.contains("powershell"), "{err}");
}

#[test]
fn the_script_for_bash_is_bash() {
    let (script, _) = run(&["completions", "bash"]).any_out().check();
    let bash = Command::new("bash")
        .arg("-n")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    // Not every machine has one.
    let Ok(mut bash) = bash else { return };
    let mut stdin = bash.stdin.take().unwrap();
    stdin.write_all(script.as_bytes()).unwrap();
    drop(stdin);
    let output = bash.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert!(output.status.success());
}

#[test]
fn manual_pages_hold_commands_and_options() {
    let (page, _) = run(&["man"]).any_out().check();
    assert!(page.contains(".TH tapmark 1"), "{page}");
    for command in COMMANDS {
        assert!(page.contains(&format!("tapmark\\-{command}(1)")), "{page}");
        let (page, _) = run(&["man", command]).any_out().check();
        assert!(page.contains(&format!(".TH tapmark-{command} 1")), "{page}");
        // Plain troff reads no UTF-8.
        assert!(page.is_ascii(), "{page}");
    }
    let (page, _) = run(&["man", "fix"]).any_out().check();
    assert!(page.contains("\\-\\-diff"), "{page}");
    let (page, _) = run(&["man", "compile"]).any_out().check();
    assert!(page.contains(r"\[u1F447]"), "{page}");
    run(&["man", "frobnicate"])
        .err(
            "tapmark: there is no command \"frobnicate\"; the commands are compile, check, fix, \
             explain, limits, completions, man\n",
        )
        .code(2)
        .check();
}
