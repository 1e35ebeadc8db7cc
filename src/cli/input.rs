//! Sources: files and standard input, read whole and as UTF-8, one at a time.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::vec;

use super::files::{Named, files};

/// What stands for standard input among the paths.
pub(crate) const STDIN: &str = "-";
/// What standard input is called where a file would be named.
pub(crate) const STDIN_NAME: &str = "<stdin>";

/// A source and what to call it.
pub(crate) struct Source {
    /// Where it is; nowhere when it came from standard input.
    pub(crate) path: Option<PathBuf>,
    /// What it is called on a terminal.
    pub(crate) name: String,
    pub(crate) text: String,
}

impl Source {
    /// What it is called in JSON, which has escapes of its own.
    pub(crate) fn file(&self) -> Cow<'_, str> {
        let path = self.path.as_deref();
        path.map_or(Cow::Borrowed(&*self.name), Path::to_string_lossy)
    }
}

/// Why there is no source, in words.
pub(crate) enum Unread {
    /// A file cannot be read, or is not UTF-8.
    File(String),
    /// A directory cannot be read, or has nothing to read in it.
    Directory(String),
}

impl Display for Unread {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (Self::File(message) | Self::Directory(message)) = self;
        f.write_str(message)
    }
}

/// The sources that paths name, each read when its turn comes.
pub(crate) struct Sources {
    files: vec::IntoIter<Named>,
    /// Whether there is more to sum up than one file, whose diagnostics speak for themselves.
    pub(crate) are_many: bool,
}

impl Iterator for Sources {
    type Item = Result<Source, Unread>;

    fn next(&mut self) -> Option<Self::Item> {
        let Named { path, trouble } = self.files.next()?;
        Some(trouble.map_or_else(|| read(&path), |message| Err(Unread::Directory(message))))
    }
}

/// What the paths name; no path means standard input.
pub(crate) fn sources(paths: &[PathBuf]) -> Sources {
    let stdin = [PathBuf::from(STDIN)];
    let paths = if paths.is_empty() { &stdin } else { paths };
    let files = files(paths);
    Sources {
        // A file found below a directory has another path than the one that was given.
        are_many: files.len() > 1 || files.iter().any(|file| file.path != paths[0]),
        files: files.into_iter(),
    }
}

fn read(path: &Path) -> Result<Source, Unread> {
    let is_file = path != Path::new(STDIN);
    let (name, bytes) = if is_file {
        (shown(path), std::fs::read(path))
    } else {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        (STDIN_NAME.to_owned(), read.map(|_| bytes))
    };
    let bytes = bytes.map_err(|error| Unread::File(format!("cannot read {name}: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        Unread::File(not_utf_8(&name, error.as_bytes(), offset))
    })?;
    Ok(Source {
        path: is_file.then(|| path.to_owned()),
        name,
        text,
    })
}

/// That something is not UTF-8, and from where on.
pub(crate) fn not_utf_8(name: &str, bytes: &[u8], offset: usize) -> String {
    let byte = bytes[offset];
    format!("{name} is not UTF-8: byte 0x{byte:02X} at offset {offset}")
}

/// A path as it is printed.
pub(crate) fn shown(path: &Path) -> String {
    tapmark::visible(&path.to_string_lossy())
}
