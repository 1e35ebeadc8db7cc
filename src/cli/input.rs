//! Sources: files and standard input, read whole and as UTF-8.

use std::io::Read as _;
use std::path::PathBuf;

use super::Failure;

/// A source and what to call it.
pub(crate) struct Source {
    /// Where it is; nowhere when it came from standard input.
    pub(crate) path: Option<PathBuf>,
    pub(crate) name: String,
    pub(crate) text: String,
}

/// Reads each file; none means standard input.
pub(crate) fn sources(files: &[String]) -> impl Iterator<Item = Result<Source, Failure>> + '_ {
    let none = files.is_empty().then_some("-");
    files.iter().map(String::as_str).chain(none).map(read)
}

fn read(file: &str) -> Result<Source, Failure> {
    let (name, bytes) = if file == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().lock().read_to_end(&mut bytes);
        ("<stdin>", read.map(|_| bytes))
    } else {
        (&*tapmark::visible(file), std::fs::read(file))
    };
    let bytes = bytes.map_err(|error| Failure::Trouble(format!("cannot read {name}: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        let byte = error.as_bytes()[offset];
        Failure::Trouble(format!(
            "{name} is not UTF-8: byte 0x{byte:02X} at offset {offset}"
        ))
    })?;
    Ok(Source {
        path: (file != "-").then(|| PathBuf::from(file)),
        name: name.to_owned(),
        text,
    })
}
