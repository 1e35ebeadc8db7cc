//! What the program says of several files: the rest goes on when one cannot be read, and a line on
//! standard error sums them all up.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![cfg(feature = "cli")]

mod program;

use std::process::{Command, Stdio};

use program::{Folder, run, summary};
use serde_json::Value;

/// Nothing to report.
const CLEAN: &str = "Well? %[Yes](reply:Y)";
/// One error.
const ERROR: &str = "%[Yes](replay:Y)";
const WARNING: &str = "Well? %[Yes, I would like that very much](reply:Y)";
const NOTE: &str = "Well? %[**Yes**](reply:Y)";
const LATIN_1: &[u8] = b"Caf\xE9";

#[test]
fn the_summary_counts_in_correct_english() {
    let folder = Folder::new();
    for (name, content) in [
        ("clean", CLEAN),
        ("error", ERROR),
        ("warning", WARNING),
        ("note", NOTE),
    ] {
        folder.file(&format!("{name}/a.tapmark"), content);
    }
    folder.file("latin1/a.tapmark", LATIN_1);
    folder.file("two/a.tapmark", LATIN_1);
    folder.file(
        "two/b.tapmark",
        format!("{ERROR}\n---\n{WARNING} {NOTE}\n---\n{ERROR}{NOTE}"),
    );
    for (paths, said, code) in [
        (&["clean/a.tapmark"][..], "", 0),
        (&["clean"], "1 file: nothing to report", 0),
        (&["error"], "1 file: 1 error", 1),
        (&["warning", "note"], "2 files: 1 warning, 1 note", 0),
        (
            &["error/a.tapmark", "note/a.tapmark"],
            "2 files: 1 error, 1 note",
            1,
        ),
        (&["latin1"], "1 file could not be read", 2),
        (&["latin1", "gone"], "2 files could not be read", 2),
        (
            &["two", "warning"],
            "3 files: 2 errors, 2 warnings, 2 notes; 1 of them could not be read",
            2,
        ),
    ] {
        assert_eq!(summary(&folder, paths, code), said, "{paths:?}");
    }
}

#[test]
fn what_cannot_be_read_does_not_stop_the_others() {
    let folder = Folder::new();
    folder.file("menus/a.tapmark", ERROR);
    folder.file("menus/b.tapmark", LATIN_1);
    folder.file("menus/c.tapmark", WARNING);
    let (out, err) = run(&["check", "--diagnostics", "short", "gone.tapmark", "menus"])
        .within(&folder)
        .any_out()
        .any_err()
        .code(2)
        .check();
    let places: Vec<_> = out.lines().map(|line| &line[..19]).collect();
    assert_eq!(places, ["menus/a.tapmark:1:8", "menus/c.tapmark:1:9"]);
    let err: Vec<_> = err.lines().collect();
    assert!(
        err[0].starts_with("tapmark: cannot read gone.tapmark: "),
        "{err:?}"
    );
    assert_eq!(
        err[1..],
        [
            "tapmark: menus/b.tapmark is not UTF-8: byte 0xE9 at offset 3",
            "4 files: 1 error, 1 warning; 2 of them could not be read",
        ]
    );
    let (out, _) = run(&["compile", "-c", "gone.tapmark", "menus"])
        .within(&folder)
        .any_out()
        .any_err()
        .code(2)
        .check();
    assert_eq!(out.lines().count(), 1, "{out}");
}

#[test]
fn denied_warnings_of_one_file_fail_the_run() {
    let folder = Folder::new();
    folder.file("a.tapmark", WARNING);
    folder.file("b.tapmark", NOTE);
    let said = "2 files: 1 warning, 1 note";
    assert_eq!(summary(&folder, &["."], 0), said);
    assert_eq!(summary(&folder, &["-D", "."], 1), said);
    assert_eq!(summary(&folder, &["-D", "b.tapmark"], 0), "");
}

#[test]
fn an_error_in_one_file_holds_back_its_json_alone() {
    let folder = Folder::new();
    folder.file("a.tapmark", ERROR);
    folder.file("b.tapmark", "Hi");
    let err = "./a.tapmark:1:8: error[misspelt-target]: `replay` is no kind of target, so its source \
               stays in the text; `reply` is one\n2 files: 1 error\n";
    run(&["compile", "-c", "--diagnostics", "short", "."])
        .within(&folder)
        .out("{\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"Hi\"}}\n")
        .err(err)
        .code(1)
        .check();
}

#[test]
fn json_diagnostics_name_the_file_and_have_no_summary_among_them() {
    let folder = Folder::new();
    folder.file("a.tapmark", ERROR);
    folder.file("b/a.tapmark", WARNING);
    let files = |lines: &str| -> Vec<Value> {
        let values = lines.lines().map(serde_json::from_str::<Value>);
        values.map(|value| value.unwrap()["file"].clone()).collect()
    };
    let (_, err) = run(&["compile", "--diagnostics", "json", "."])
        .within(&folder)
        .any_out()
        .any_err()
        .code(1)
        .check();
    assert_eq!(files(&err), ["./a.tapmark", "./b/a.tapmark"]);
    let (out, _) = run(&["check", "--diagnostics", "json", "."])
        .within(&folder)
        .any_out()
        .code(1)
        .check();
    assert_eq!(files(&out), ["./a.tapmark", "./b/a.tapmark"]);
}

/// Both streams into one pipe, as in the log of a CI run.
#[test]
fn outputs_and_complaints_keep_the_order_of_the_files() {
    let folder = Folder::new();
    folder.file("a.tapmark", "Hi");
    folder.file("b.tapmark", LATIN_1);
    folder.file("c.tapmark", NOTE);
    folder.file("d.tapmark", "Hi");
    for (arguments, expected) in [
        (&["compile", "-c"][..], "{ tapmark ./c { { 4"),
        (&["check"], "tapmark ./c 4"),
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_tapmark"))
            .args([arguments, &["--diagnostics", "short", "."]].concat())
            .current_dir(folder.path())
            .stdout(writer.try_clone().unwrap())
            .stderr(writer)
            .spawn()
            .unwrap();
        let printed = std::io::read_to_string(reader).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(2));
        let starts: Vec<_> = printed.lines().map(start).collect();
        assert_eq!(starts.join(" "), expected, "{printed}");
    }
}

/// What a line is about: JSON, a complaint, a file, a count.
fn start(line: &str) -> &str {
    match line.as_bytes()[0] {
        b'{' => "{",
        b't' => "tapmark",
        b'.' => &line[..3],
        _ => &line[..1],
    }
}

#[test]
fn a_reader_that_has_gone_is_told_nothing() {
    let folder = Folder::new();
    folder.file("a.tapmark", "Hi");
    folder.file("b.tapmark", NOTE);
    for command in ["compile", "check"] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let child = Command::new(env!("CARGO_BIN_EXE_tapmark"))
            .args([command, "a.tapmark", "b.tapmark", "a.tapmark"])
            .current_dir(folder.path())
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{command}");
        assert_eq!(output.status.code(), Some(0), "{command}");
    }
}
