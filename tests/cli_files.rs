//! The files that the program takes for the paths it is given, and their order.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![cfg(feature = "cli")]

mod program;

use std::process::Command;

use program::{Folder, run, summary};
use serde_json::Value;

/// Nothing to report.
const CLEAN: &str = "Well? %[Yes](reply:Y)";
/// One error.
const ERROR: &str = "%[Yes](replay:Y)";

/// The files that a run over paths reads, in its order.
fn taken(folder: &Folder, paths: &[&str]) -> Vec<String> {
    let (out, _) = run(&[&["compile", "-c", "--emit", "compilation"], paths].concat())
        .within(folder)
        .input("Hi")
        .any_out()
        .any_err()
        .check();
    let file = |line| serde_json::from_str::<Value>(line).unwrap()["file"].clone();
    out.lines()
        .map(|line| file(line).as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_directory_stands_for_the_files_below_it_sorted_by_path() {
    let folder = Folder::new();
    let sorted = [
        "menus/B.tapmark",
        "menus/a-b.tapmark",
        "menus/a.tapmark",
        "menus/a.tapmark.d/x.tapmark",
        "menus/a/deep/er/x.tapmark",
        "menus/a/x.tapmark",
        "menus/é.tapmark",
    ];
    for name in sorted.iter().rev() {
        folder.file(name, CLEAN);
    }
    assert_eq!(taken(&folder, &["menus"]), sorted);
    assert_eq!(taken(&folder, &["."])[0], "./menus/B.tapmark");
}

#[test]
fn other_names_and_hidden_ones_are_left_out_unless_named() {
    let folder = Folder::new();
    for name in ["a.tapmark", "b.md", "c.TAPMARK", "d.tapmark~", "tapmark"] {
        folder.file(&format!("menus/{name}"), CLEAN);
    }
    for name in [".hidden.tapmark", ".tapmark", ".git/x.tapmark"] {
        folder.file(&format!("menus/{name}"), CLEAN);
    }
    assert_eq!(taken(&folder, &["menus"]), ["menus/a.tapmark"]);
    let named = ["menus/b.md", "menus/.hidden.tapmark", "menus/.git"];
    let found = [
        "menus/b.md",
        "menus/.hidden.tapmark",
        "menus/.git/x.tapmark",
    ];
    assert_eq!(taken(&folder, &named), found);
}

#[test]
fn a_directory_may_have_the_name_of_a_file() {
    let folder = Folder::new();
    folder.file("menus/old.tapmark/a.tapmark", CLEAN);
    assert_eq!(taken(&folder, &["menus"]), ["menus/old.tapmark/a.tapmark"]);
}

#[test]
fn paths_keep_their_order_and_a_file_is_taken_once() {
    let folder = Folder::new();
    for name in ["b/one.tapmark", "b/two.tapmark", "a.tapmark", "-"] {
        folder.file(name, CLEAN);
    }
    let paths = [
        "b/two.tapmark",
        "b",
        "-",
        "a.tapmark",
        "-",
        "./a.tapmark",
        "b/../b",
        "./-",
    ];
    let found = [
        "b/two.tapmark",
        "b/one.tapmark",
        "<stdin>",
        "a.tapmark",
        "./-",
    ];
    assert_eq!(taken(&folder, &paths), found);
    // One file is one file.
    assert_eq!(summary(&folder, &["a.tapmark", "./a.tapmark"], 0), "");
}

#[test]
fn a_directory_without_sources_exits_2() {
    let folder = Folder::new();
    folder.file("empty/readme.md", CLEAN);
    folder.file("a.tapmark", CLEAN);
    let err = "tapmark: there is no *.tapmark file below empty\n";
    for command in ["compile", "check", "fix"] {
        run(&[command, "empty"])
            .within(&folder)
            .err(err)
            .code(2)
            .check();
    }
    run(&["check", "empty", "a.tapmark"])
        .within(&folder)
        .err(&format!(
            "{err}1 file: nothing to report; 1 directory gave no file\n"
        ))
        .code(2)
        .check();
}

#[test]
fn every_tree_names_its_file() {
    let folder = Folder::new();
    folder.file("a.tapmark", "Hi");
    folder.file("b.tapmark", "");
    let (out, _) = run(&["compile", "-c", "--emit", "ast", "a.tapmark", "b.tapmark"])
        .within(&folder)
        .any_out()
        .err("2 files: nothing to report\n")
        .check();
    let starts: Vec<_> = out.lines().map(|line| &line[..32]).collect();
    let trees = [
        r#"{"file":"a.tapmark","sections":["#,
        r#"{"file":"b.tapmark","sections":["#,
    ];
    assert_eq!(starts, trees);
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::fs;
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn links_to_files_are_read_and_links_to_directories_not_followed() {
        let folder = Folder::new();
        folder.file("menus/a.tapmark", CLEAN);
        folder.file("elsewhere/b.tapmark", CLEAN);
        let link = |to: &str, name: &str| symlink(to, folder.path().join(name)).unwrap();
        link("a.tapmark", "menus/link.tapmark");
        link(".", "menus/loop");
        link("../elsewhere", "menus/dir.tapmark");
        link("elsewhere", "link");
        let found = ["menus/a.tapmark", "menus/link.tapmark"];
        assert_eq!(taken(&folder, &["menus"]), found);
        // Named, it is no longer hidden.
        assert_eq!(taken(&folder, &["link"]), ["link/b.tapmark"]);
        assert_eq!(taken(&folder, &["link", "elsewhere"]), ["link/b.tapmark"]);
        link("gone", "menus/dangling.tapmark");
        let said = "3 files: nothing to report; 1 of them could not be read";
        assert_eq!(summary(&folder, &["menus"], 2), said);
    }

    /// Reading it would wait for a writer for ever.
    #[test]
    fn a_pipe_in_a_directory_is_no_source() {
        let folder = Folder::new();
        folder.file("menus/a.tapmark", CLEAN);
        let pipe = folder.path().join("menus/pipe.tapmark");
        assert!(Command::new("mkfifo").arg(pipe).status().unwrap().success());
        assert_eq!(taken(&folder, &["menus"]), ["menus/a.tapmark"]);
    }

    #[test]
    fn a_name_that_is_not_utf_8_is_shown_as_well_as_can_be() {
        let folder = Folder::new();
        let path = folder.path().join(OsStr::from_bytes(b"caf\xE9.tapmark"));
        // Not every file system takes it.
        if fs::write(&path, ERROR).is_err() {
            return;
        }
        assert_eq!(summary(&folder, &["."], 1), "1 file: 1 error");
        let output = Command::new(env!("CARGO_BIN_EXE_tapmark"))
            .args([OsStr::new("check"), path.as_os_str()])
            .output()
            .unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        assert!(out.contains("caf\u{FFFD}.tapmark:1:8"), "{out}");
    }

    /// Root may read anything.
    #[test]
    fn a_directory_that_cannot_be_read_does_not_stop_the_others() {
        let folder = Folder::new();
        folder.file("menus/a/x.tapmark", CLEAN);
        folder.file("menus/b/x.tapmark", CLEAN);
        let locked = folder.path().join("menus/a");
        let lock = |mode| fs::set_permissions(&locked, fs::Permissions::from_mode(mode)).unwrap();
        lock(0o000);
        if fs::read_dir(&locked).is_ok() {
            return;
        }
        let (_, err) = run(&["check", "menus"])
            .within(&folder)
            .any_err()
            .code(2)
            .check();
        lock(0o755);
        assert!(
            err.starts_with("tapmark: cannot read menus/a: Permission denied"),
            "{err}"
        );
        let said = "\n1 file: nothing to report; 1 directory gave no file\n";
        assert!(err.ends_with(said), "{err}");
    }
}
