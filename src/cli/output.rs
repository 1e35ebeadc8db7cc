//! Standard output and standard error.

use std::io::{BufWriter, StdoutLock, Write as _};

use anstream::{AutoStream, ColorChoice};

/// Buffered standard output.
pub(crate) fn stdout() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(std::io::stdout().lock())
}

/// Whether a stream is drawn on in colour: only a terminal, and `NO_COLOR` is respected.
pub(crate) fn in_colour(stream: &impl anstream::stream::RawStream) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

/// Says something in a line on standard error.
pub(crate) fn say(message: &str) {
    // When standard error is closed too, the exit code is all that is left to say it.
    let _ = writeln!(std::io::stderr(), "{message}");
}

/// Says on standard error what went wrong.
pub(crate) fn complain(message: &str) {
    say(&format!("tapmark: {message}"));
}

/// `1 file`, `2 files`
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
