//! The program as tests use it: a run with all that can be seen of it, and files to give it.

#![allow(dead_code, reason = "not every test file uses all of it")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use serde_json::Value;
use tempfile::TempDir;

/// A run of the program, and all that can be seen of it.
pub(crate) struct Run {
    arguments: Vec<String>,
    folder: PathBuf,
    input: Vec<u8>,
    out: Option<String>,
    err: Option<String>,
    code: i32,
}

pub(crate) fn run(arguments: &[&str]) -> Run {
    Run {
        arguments: arguments
            .iter()
            .map(|&argument| argument.to_owned())
            .collect(),
        folder: PathBuf::from("."),
        input: Vec::new(),
        out: Some(String::new()),
        err: Some(String::new()),
        code: 0,
    }
}

impl Run {
    /// Where the program is started, so that names in its output are short.
    pub(crate) fn within(mut self, folder: &Folder) -> Self {
        self.folder = folder.path().to_owned();
        self
    }

    pub(crate) fn input(mut self, input: impl AsRef<[u8]>) -> Self {
        self.input = input.as_ref().to_vec();
        self
    }

    pub(crate) fn out(mut self, out: &str) -> Self {
        self.out = Some(out.to_owned());
        self
    }

    pub(crate) fn err(mut self, err: &str) -> Self {
        self.err = Some(err.to_owned());
        self
    }

    pub(crate) fn any_out(mut self) -> Self {
        self.out = None;
        self
    }

    pub(crate) fn any_err(mut self) -> Self {
        self.err = None;
        self
    }

    pub(crate) fn code(mut self, code: i32) -> Self {
        self.code = code;
        self
    }

    /// Runs, compares, and gives standard output and standard error.
    pub(crate) fn check(self) -> (String, String) {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tapmark"))
            .args(&self.arguments)
            .current_dir(&self.folder)
            .env_remove("CLICOLOR_FORCE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = self.input;
        // A program that answers before it has read all waits for a reader. One that refuses its
        // arguments reads nothing.
        let writer = thread::spawn(move || {
            let _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(self.code), "{out}\n{err}");
        if let Some(expected) = self.out {
            assert_eq!(out, expected);
        }
        if let Some(expected) = self.err {
            assert_eq!(err, expected);
        }
        (out, err)
    }
}

/// A file in a folder of its own, gone when dropped.
pub(crate) struct File(PathBuf);

impl File {
    pub(crate) fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        let id = format!("tapmark-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(id);
        fs::write(&path, content).unwrap();
        Self(path)
    }

    pub(crate) fn name(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// A folder of files, gone when dropped.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file and the folders above it, and gives its path.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path_text(&path)
    }

    /// The names of what is in it, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }
}

pub(crate) fn path_text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

/// The last line on standard error of `tapmark check`.
pub(crate) fn summary(folder: &Folder, paths: &[&str], code: i32) -> String {
    let (_, err) = run(&[&["check"], paths].concat())
        .within(folder)
        .any_out()
        .any_err()
        .code(code)
        .check();
    err.lines().last().unwrap_or_default().to_owned()
}

/// The arguments with which a stream is compiled.
pub(crate) const STREAM: [&str; 2] = ["compile", "--ndjson"];

/// The lines that come out of a stream, each as JSON.
pub(crate) fn answers(input: impl AsRef<[u8]>, code: i32) -> Vec<Value> {
    let (out, _) = run(&STREAM).input(input).any_out().code(code).check();
    let line = |line| serde_json::from_str(line).unwrap();
    out.split_terminator('\n').map(line).collect()
}
