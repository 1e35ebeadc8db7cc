//! `tapmark compile --ndjson` as a stream: many lines, long ones, and whoever waits for an answer.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![cfg(feature = "cli")]

mod program;

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use program::{File, STREAM, answers};
use serde_json::Value;

const HI: &str = r#"[{"messaging_type":"RESPONSE","message":{"text":"Hi"}}]"#;

#[test]
fn many_lines_keep_their_order() {
    let lines = (0..20_000).map(|id| format!("{{\"id\":{id},\"text\":\"%[{id}](reply:{id})\"}}\n"));
    let answers = answers(lines.collect::<String>(), 0);
    assert_eq!(answers.len(), 20_000);
    for (index, answer) in answers.iter().enumerate() {
        assert_eq!(answer["id"], index);
        let reply = &answer["requests"][0]["message"]["quick_replies"][0];
        assert_eq!(reply["payload"], index.to_string());
    }
}

/// Three times what is read at once, and more than is kept; the lines behind it are as ever.
#[test]
fn a_line_may_be_very_long() {
    let word = "word ".repeat(400_000);
    let input = format!("{{\"id\":1,\"text\":\"{word}\"}}\n{{\"id\":2,\"text\":\"Hi\"}}\n");
    let answers = answers(input, 0);
    assert_eq!(answers.len(), 2);
    let requests = answers[0]["requests"].as_array().unwrap();
    let text = |request: &Value| request["message"]["text"].as_str().unwrap().to_owned();
    let texts: Vec<_> = requests.iter().map(text).collect();
    assert_eq!(texts.join(" "), word.trim_end());
    assert_eq!(answers[1]["requests"].to_string(), HI);
}

/// A bot in any language: it writes a line, and the next when it has read the answer.
#[test]
fn an_answer_comes_before_the_next_line_is_written() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tapmark"))
        .args(STREAM)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let stdout = BufReader::new(child.stdout.take().unwrap());
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in stdout.lines() {
            let answer: Value = serde_json::from_str(&line.unwrap()).unwrap();
            sender.send(answer["id"].clone()).unwrap();
        }
    });
    // Without the answer it would be waited for ever.
    let answer = || receiver.recv_timeout(Duration::from_secs(30)).unwrap();
    stdin.write_all(b"{\"id\":1,\"text\":\"Hi\"}\n").unwrap();
    assert_eq!(answer(), 1);
    // Two at once, and the beginning of another: that one is no reason to keep the two waiting.
    let lines = b"{\"id\":2,\"text\":\"Hi\"}\nnot JSON\n{\"id\":4,";
    stdin.write_all(lines).unwrap();
    assert_eq!(answer(), 2);
    assert_eq!(answer(), Value::Null);
    stdin.write_all(b"\"text\":\"Hi\"}\n").unwrap();
    assert_eq!(answer(), 4);
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_reader_that_has_seen_enough_ends_it_quietly() {
    let file = File::new("long.ndjson", "{\"text\":\"Hi\"}\n".repeat(100_000));
    let mut child = Command::new(env!("CARGO_BIN_EXE_tapmark"))
        .args([&STREAM[..], &[file.name()]].concat())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}
