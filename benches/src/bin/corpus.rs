//! The corpus on standard output, for whoever measures something else with it.
//!
//!     cargo run --release -p tapmark-bench --bin corpus                 100,000 messages as NDJSON
//!     cargo run --release -p tapmark-bench --bin corpus -- 1000         1,000 of them
//!     cargo run --release -p tapmark-bench --bin corpus -- document     the document of 10 MB

use std::io::{self, BufWriter, Write as _};
use std::process::ExitCode;

use tapmark_bench::corpus;

fn main() -> ExitCode {
    let wanted = std::env::args().nth(1);
    let count = wanted.as_deref().map(str::parse);
    let written = match (count, wanted.as_deref()) {
        (None, _) => lines(corpus::MESSAGES),
        (Some(Ok(count)), _) => lines(count),
        (_, Some("document")) => io::stdout().lock().write_all(corpus::document().as_bytes()),
        _ => {
            let _ = writeln!(io::stderr(), "usage: corpus [COUNT | document]");
            return ExitCode::from(2);
        }
    };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let _ = writeln!(io::stderr(), "corpus: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

fn lines(count: usize) -> io::Result<()> {
    let mut stdout = BufWriter::new(io::stdout().lock());
    for line in corpus::ndjson(count) {
        stdout.write_all(line.as_bytes())?;
    }
    stdout.flush()
}
