//! Standard output and standard error.

use std::io::{BufWriter, StdoutLock, Write as _};

use anstream::{AutoStream, ColorChoice};
use tapmark::Diagnostic;

use super::arguments::Format;
use super::input::Source;
use super::{Failure, report};

/// Buffered standard output.
pub(crate) fn stdout() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(std::io::stdout().lock())
}

/// Writes the diagnostics of a source on standard error, which has no buffer of its own.
pub(crate) fn report(
    source: &Source,
    diagnostics: &[Diagnostic],
    format: Format,
) -> Result<(), Failure> {
    let stderr = std::io::stderr();
    let in_colour = in_colour(&stderr);
    let mut stderr = BufWriter::new(stderr.lock());
    report::report(&mut stderr, source, diagnostics, format, in_colour)?;
    Ok(stderr.flush()?)
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

/// Lines as they are shown to people: but for tabs and line ends, what moves the cursor of a terminal
/// or is not seen there is escaped.
pub(crate) fn visible_lines(text: &str) -> String {
    let line = |line: &str| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let parts: Vec<_> = line.split('\t').map(tapmark::visible).collect();
        parts.join("\t")
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::visible_lines;

    #[test]
    fn lines_on_a_terminal_move_no_cursor_and_turn_no_direction() {
        let diff = "-a\tb\x1b[31m\r\n+a\tb\u{202e}\r\n";
        assert_eq!(visible_lines(diff), "-a\tb\\u{1b}[31m\n+a\tb\\u{202e}\n");
    }
}
