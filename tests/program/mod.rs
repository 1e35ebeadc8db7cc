//! The program as tests use it: a run with all that can be seen of it, and files to give it.

#![allow(dead_code, reason = "not every test file uses all of it")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A run of the program, and all that can be seen of it.
pub(crate) struct Run {
    arguments: Vec<String>,
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
        input: Vec::new(),
        out: Some(String::new()),
        err: Some(String::new()),
        code: 0,
    }
}

impl Run {
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
            .env_remove("CLICOLOR_FORCE")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A program that refuses its arguments reads nothing.
        let _ = stdin.write_all(&self.input);
        drop(stdin);
        let output = child.wait_with_output().unwrap();
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

pub(crate) fn path_text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}
