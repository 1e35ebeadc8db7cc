//! Replacing the content of a file as a whole: at every moment it is the old one or the new one.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// Replaces the content of a file that is there. A link is followed; owner, group and permissions
/// are kept.
///
/// The new content is written beside the old file, and gets its name when all of it is on the
/// disk. Until then the old file is untouched; a failure removes the new one.
pub(crate) fn replace(path: &Path, content: &str) -> io::Result<()> {
    let path = fs::canonicalize(path)?;
    let metadata = fs::metadata(&path)?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    // Renaming asks for leave to write the directory alone. Whoever made the file read-only meant
    // its content.
    OpenOptions::new().write(true).open(&path)?;
    let directory = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(".tapmark-")
        .tempfile_in(directory)
        .map_err(|error| {
            let message = format!("no new file can be made beside it: {error}");
            io::Error::new(error.kind(), message)
        })?;
    file.write_all(content.as_bytes())?;
    keep_owner(file.as_file(), &metadata);
    file.as_file().set_permissions(metadata.permissions())?;
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|failure| failure.error)?;
    Ok(())
}

/// Gives a file the owner and the group of the old one, as far as the system lets this user:
/// otherwise what root fixes would be root's.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};

    if fchown(file, Some(old.uid()), Some(old.gid())).is_err() {
        let _ = fchown(file, None, Some(old.gid()));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}
