//! `tapmark fix` as it is used: files in place, diffs, standard input, and what goes wrong.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]
#![cfg(feature = "cli")]

mod program;

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use program::{Folder, path_text, run};

/// One fix, nothing left.
const SLIP: &str = "Well?\r\n%[Yes](replay:Y) %[No](reply:N)\n";
const MENDED: &str = "Well?\r\n%[Yes](reply:Y) %[No](reply:N)\n";
const CLEAN: &str = "Well? %[Yes](reply:Y)";
/// One fix, one error left.
const BROKEN: &str = "%[Yes](replay:Y) $[Buy](9.99 EUR)";

fn read(file: &str) -> String {
    fs::read_to_string(file).unwrap()
}

#[test]
fn a_file_is_fixed_in_place() {
    let folder = Folder::new();
    let file = folder.file("menu.tapmark", SLIP);
    run(&["fix", &file])
        .err(&format!("{file}: 1 fix applied\n"))
        .check();
    assert_eq!(read(&file), MENDED);
    assert_eq!(folder.names(), ["menu.tapmark"]);
    run(&["fix", &file]).check();
}

#[test]
fn a_file_without_anything_to_fix_is_not_written() {
    let folder = Folder::new();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_500_000_000);
    for content in [CLEAN, "$[Buy](9.99 EUR)", ""] {
        let file = folder.file("clean.tapmark", content);
        fs::File::options()
            .write(true)
            .open(&file)
            .unwrap()
            .set_modified(long_ago)
            .unwrap();
        let code = i32::from(content.contains("EUR"));
        run(&["fix", &file]).any_err().code(code).check();
        let modified = fs::metadata(&file).unwrap().modified().unwrap();
        assert_eq!(modified, long_ago, "{content:?}");
    }
}

#[test]
fn what_was_done_and_what_is_left_is_counted() {
    for (content, said, code) in [
        (CLEAN, "", 0),
        (SLIP, ": 1 fix applied\n", 0),
        (
            BROKEN,
            ": 1 fix applied, 1 error left (see tapmark check)\n",
            1,
        ),
        (
            "Well? %[A](replay:a) %[B](replay:b) %[A label much longer than twenty](reply:c)",
            ": 2 fixes applied, 1 warning left (see tapmark check)\n",
            0,
        ),
        (
            "%[A](skype:here) %[B](fax:there)\n---\n%[A](reply:a)",
            ": no fixes applied, 2 errors and 1 warning left (see tapmark check)\n",
            1,
        ),
        (
            "%[A](reply:a)\n---\n%[A](reply:a)",
            ": no fixes applied, 2 warnings left (see tapmark check)\n",
            0,
        ),
    ] {
        let folder = Folder::new();
        let file = folder.file("count.tapmark", content);
        let err = if said.is_empty() {
            String::new()
        } else {
            format!("{file}{said}")
        };
        run(&["fix", &file]).err(&err).code(code).check();
    }
}

#[test]
fn several_files_are_fixed_past_one_with_errors() {
    let folder = Folder::new();
    let broken = folder.file("broken.tapmark", BROKEN);
    let slip = folder.file("slip.tapmark", SLIP);
    let err = format!(
        "{broken}: 1 fix applied, 1 error left (see tapmark check)\n{slip}: 1 fix applied\n"
    );
    run(&["fix", &broken, &slip]).err(&err).code(1).check();
    assert_eq!(read(&broken), "%[Yes](reply:Y) $[Buy](9.99 EUR)");
    assert_eq!(read(&slip), MENDED);
}

#[test]
fn standard_input_goes_to_standard_output_fixed_or_not() {
    for arguments in [&["fix"][..], &["fix", "-"]] {
        run(arguments)
            .input(SLIP)
            .out(MENDED)
            .err("<stdin>: 1 fix applied\n")
            .check();
        run(arguments).input(CLEAN).out(CLEAN).check();
        run(arguments).input("").check();
    }
    run(&["fix"])
        .input(BROKEN)
        .out("%[Yes](reply:Y) $[Buy](9.99 EUR)")
        .err("<stdin>: 1 fix applied, 1 error left (see tapmark check)\n")
        .code(1)
        .check();
}

#[test]
fn a_diff_is_printed_and_nothing_written() {
    let folder = Folder::new();
    let lines: String = (1..=9).map(|line| format!("line {line}\n")).collect();
    let source = format!("{lines}%[Yes](replay:Y)");
    let file = folder.file("menu.tapmark", &source);
    let clean = folder.file("clean.tapmark", CLEAN);
    let diff = |name: &str| {
        format!(
            "--- {name}\n+++ {name}\n@@ -7,4 +7,4 @@\n line 7\n line 8\n line 9\n\
             -%[Yes](replay:Y)\n\\ No newline at end of file\n\
             +%[Yes](reply:Y)\n\\ No newline at end of file\n"
        )
    };
    run(&["fix", "--diff", &clean, &file])
        .out(&diff(&file))
        .err(&format!("{file}: 1 fix to apply\n"))
        .check();
    assert_eq!(read(&file), source);
    run(&["fix", "--diff"])
        .input(&source)
        .out(&diff("<stdin>"))
        .err("<stdin>: 1 fix to apply\n")
        .check();
    run(&["fix", "--diff"])
        .input("$[Buy](9.99 EUR)")
        .err("<stdin>: no fixes to apply, 1 error left (see tapmark check)\n")
        .code(1)
        .check();
}

/// `patch` counts lines by their `\n`; a `\r` alone ends a line of shorthand, and none of a diff.
#[test]
fn a_carriage_return_ends_no_line_of_a_diff() {
    let diff = "--- <stdin>\n+++ <stdin>\n@@ -1,3 +1,3 @@\n a\r\n\
                -b\r%[Yes](replay:Y)\rc\n+b\r%[Yes](reply:Y)\rc\n d\n";
    run(&["fix", "--diff"])
        .input("a\r\nb\r%[Yes](replay:Y)\rc\nd\n")
        .out(diff)
        .any_err()
        .check();
}

#[test]
fn bytes_that_are_not_utf_8_are_refused() {
    let folder = Folder::new();
    let file = folder.file("latin1.tapmark", b"%[Caf\xE9](replay:x)");
    run(&["fix", &file])
        .err(&format!(
            "tapmark: {file} is not UTF-8: byte 0xE9 at offset 5\n"
        ))
        .code(2)
        .check();
    assert_eq!(fs::read(&file).unwrap(), b"%[Caf\xE9](replay:x)");
}

#[test]
fn a_file_that_is_not_there_does_not_stop_the_others() {
    let folder = Folder::new();
    let (before, after) = (
        folder.file("a.tapmark", SLIP),
        folder.file("b.tapmark", SLIP),
    );
    let (_, err) = run(&["fix", &before, "no/such/file.tapmark", &after])
        .any_err()
        .code(2)
        .check();
    let said = format!("{before}: 1 fix applied\ntapmark: cannot read no/such/file.tapmark: ");
    assert!(err.starts_with(&said), "{err}");
    assert!(
        err.ends_with(&format!("\n{after}: 1 fix applied\n")),
        "{err}"
    );
    assert_eq!((&*read(&before), &*read(&after)), (MENDED, MENDED));
}

#[test]
fn a_folder_stands_for_the_files_below_it() {
    let folder = Folder::new();
    let slip = folder.file("menus/slip.tapmark", SLIP);
    let other = folder.file("menus/slip.md", SLIP);
    folder.file("menus/a/broken.tapmark", BROKEN);
    folder.file("menus/clean.tapmark", CLEAN);
    let err = "menus/a/broken.tapmark: 1 fix applied, 1 error left (see tapmark check)\n\
               menus/slip.tapmark: 1 fix applied\n";
    run(&["fix", "menus"])
        .within(&folder)
        .err(err)
        .code(1)
        .check();
    assert_eq!((&*read(&slip), &*read(&other)), (MENDED, SLIP));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink};
    use std::process::{Command, Stdio};

    use super::*;

    fn mode(path: impl AsRef<Path>) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    fn set_mode(path: impl AsRef<Path>, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn permissions_are_kept() {
        for bits in [0o600, 0o644, 0o666, 0o750, 0o777] {
            let folder = Folder::new();
            let file = folder.file("menu.tapmark", SLIP);
            set_mode(&file, bits);
            run(&["fix", &file]).any_err().check();
            assert_eq!(read(&file), MENDED);
            assert_eq!(mode(&file), bits, "{bits:o}");
        }
    }

    /// Only root can give a file to somebody else.
    #[test]
    fn the_owner_is_kept() {
        let folder = Folder::new();
        let file = folder.file("menu.tapmark", SLIP);
        if chown(&file, Some(12345), Some(54321)).is_err() {
            return;
        }
        run(&["fix", &file]).any_err().check();
        let metadata = fs::metadata(&file).unwrap();
        assert_eq!((metadata.uid(), metadata.gid()), (12345, 54321));
    }

    #[test]
    fn a_link_is_followed_and_stays_one() {
        let folder = Folder::new();
        let elsewhere = Folder::new();
        let file = elsewhere.file("menu.tapmark", SLIP);
        let link = folder.path().join("link.tapmark");
        symlink(&file, &link).unwrap();
        run(&["fix", &path_text(&link)]).any_err().check();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(read(&file), MENDED);
        assert_eq!(folder.names(), ["link.tapmark"]);
        assert_eq!(elsewhere.names(), ["menu.tapmark"]);
    }

    /// Root may write anything; what is forbidden to others cannot be tested then.
    fn may_write_all(folder: &Folder) -> bool {
        fs::write(folder.path().join("probe"), "").is_ok()
    }

    #[test]
    fn a_folder_that_cannot_be_written_exits_2() {
        let folder = Folder::new();
        let file = folder.file("menu.tapmark", SLIP);
        set_mode(folder.path(), 0o555);
        if may_write_all(&folder) {
            return;
        }
        let (_, err) = run(&["fix", &file]).any_err().code(2).check();
        set_mode(folder.path(), 0o755);
        let said = format!(
            "tapmark: cannot write {file}: no new file can be made beside it: Permission denied"
        );
        assert!(err.starts_with(&said), "{err}");
        assert_eq!(read(&file), SLIP);
    }

    #[test]
    fn a_read_only_file_exits_2() {
        let folder = Folder::new();
        let file = folder.file("menu.tapmark", SLIP);
        set_mode(&file, 0o444);
        if fs::File::options().write(true).open(&file).is_ok() {
            return;
        }
        let (_, err) = run(&["fix", &file]).any_err().code(2).check();
        let said = format!("tapmark: cannot write {file}: ");
        assert!(err.starts_with(&said), "{err}");
        assert_eq!((&*read(&file), mode(&file)), (SLIP, 0o444));
        assert_eq!(folder.names(), ["menu.tapmark"]);
    }

    /// The limit on the size of files stands in for a full disk, for root too.
    #[test]
    fn a_write_that_fails_leaves_the_file_whole_and_nothing_beside_it() {
        let folder = Folder::new();
        let file = folder.file("menu.tapmark", SLIP);
        let output = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\"", "sh"])
            .args([env!("CARGO_BIN_EXE_tapmark"), "fix", &file])
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{err}");
        let said = format!("tapmark: cannot write {file}: ");
        assert!(err.starts_with(&said), "{err}");
        assert_eq!(read(&file), SLIP);
        assert_eq!(folder.names(), ["menu.tapmark"]);
    }

    #[test]
    fn what_is_no_regular_file_is_not_replaced() {
        let folder = Folder::new();
        let pipe = path_text(&folder.path().join("pipe"));
        assert!(
            Command::new("mkfifo")
                .arg(&pipe)
                .status()
                .unwrap()
                .success()
        );
        let mut writer = Command::new("sh")
            .args(["-c", "printf '%%[A](replay:a)' > \"$1\"", "sh", &pipe])
            .spawn()
            .unwrap();
        let slip = folder.file("slip.tapmark", SLIP);
        run(&["fix", &pipe, &slip])
            .err(&format!(
                "tapmark: cannot write {pipe}: it is no regular file\n{slip}: 1 fix applied\n"
            ))
            .code(2)
            .check();
        assert!(writer.wait().unwrap().success());
        assert_eq!(folder.names(), ["pipe", "slip.tapmark"]);
    }
}
