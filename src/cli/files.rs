//! The files that paths name: a directory stands for every `*.tapmark` file below it.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::input::{STDIN, shown};

/// What a path led to.
pub(crate) struct Named {
    pub(crate) path: PathBuf,
    /// Why nothing is to be read there, in words.
    pub(crate) trouble: Option<String>,
}

impl Named {
    fn file(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            trouble: None,
        }
    }

    fn trouble(path: &Path, message: String) -> Self {
        Self {
            path: path.to_owned(),
            trouble: Some(message),
        }
    }
}

/// The files in the order in which the paths name them, each once. A path that is no directory
/// names a file, whatever its name and even if there is none.
pub(crate) fn files(paths: &[PathBuf]) -> Vec<Named> {
    let mut found = Vec::new();
    for path in paths {
        if path != Path::new(STDIN) && path.is_dir() {
            found.append(&mut below(path));
        } else {
            found.push(Named::file(path));
        }
    }
    let mut seen = HashSet::new();
    found.retain(|named| seen.insert(identity(&named.path)));
    found
}

/// The files below a directory, and what cannot be listed there, sorted by the bytes of their paths.
///
/// Links to directories are not followed: no loop, and no file by two ways.
fn below(directory: &Path) -> Vec<Named> {
    let mut found = Vec::new();
    let entries = WalkDir::new(directory).min_depth(1).into_iter();
    for entry in entries.filter_entry(|entry| !is_hidden(entry)) {
        match entry {
            Ok(entry) if is_source(entry.path()) => found.push(Named::file(entry.path())),
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(directory);
                let reason = error.io_error().map(ToString::to_string);
                let reason = reason.unwrap_or_else(|| error.to_string());
                let message = format!("cannot read {}: {reason}", shown(path));
                found.push(Named::trouble(path, message));
            }
        }
    }
    if found.is_empty() {
        let message = format!("there is no *.tapmark file below {}", shown(directory));
        found.push(Named::trouble(directory, message));
    }
    found.sort_by(|one, other| bytes(&one.path).cmp(bytes(&other.path)));
    found
}

fn bytes(path: &Path) -> &[u8] {
    path.as_os_str().as_encoded_bytes()
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// Whether a path below a directory is a source: by its name, and because nothing but a file, or a
/// link to one, can be read to its end. Of a link that leads nowhere, reading says so.
fn is_source(path: &Path) -> bool {
    path.extension().is_some_and(|name| name == "tapmark")
        && fs::metadata(path).map_or(true, |found| found.is_file())
}

/// What two paths of the same file have in common. A link is a file of its own, because its name
/// is; standard input is none.
fn identity(path: &Path) -> PathBuf {
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) if path != Path::new(STDIN) => {
            // The parent of a bare name is empty.
            fs::canonicalize(Path::new(".").join(parent))
                .map_or_else(|_| path.to_owned(), |parent| parent.join(name))
        }
        _ => path.to_owned(),
    }
}
