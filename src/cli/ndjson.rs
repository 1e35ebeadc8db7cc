//! `tapmark compile --ndjson`: a stream of messages, one JSON object per line in and one per line
//! out, in the same order and in constant memory.

use std::fs::File;
use std::io::{self, BufRead as _, BufReader, BufWriter, Read, Write as _};

use serde_json::value::RawValue;
use tapmark::json::Json as _;
use tapmark::syntax::Arena;
use tapmark::{Diagnostic, Options, OptionsBuilder, OptionsError};

use super::Failure;
use super::arguments::{Common, Compile, Format};
use super::input::{STDIN, STDIN_NAME, Source, shown};
use super::line::{Line, Refused};
use super::output;
use super::tally::{Tally, has_errors};
use super::text::Text;

/// Bytes that are read at once, and bytes that are written at once.
const BUFFER: usize = 64 * 1024;
/// Bytes that are kept for the next line: what one needed beyond is given back.
const KEPT: usize = 1024 * 1024;

/// Compiles a stream; true when every line of it passes.
pub(crate) fn run(arguments: &Compile) -> Result<bool, Failure> {
    match &arguments.inputs.paths[..] {
        [path] if path.as_os_str() != STDIN => {
            let name = shown(path);
            let file = File::open(path).map_err(|error| unread(&name, &error))?;
            Stream::new(arguments, name)?.run(file)
        }
        [] | [_] => Stream::new(arguments, STDIN_NAME.to_owned())?.run(io::stdin().lock()),
        several => Err(Failure::Trouble(format!(
            "--ndjson reads one stream, and not {} paths",
            several.len()
        ))),
    }
}

fn unread(name: &str, error: &io::Error) -> Failure {
    Failure::Trouble(format!("cannot read {name}: {error}"))
}

/// What serves for one line after the other.
struct Stream<'a> {
    arguments: &'a Compile,
    name: String,
    /// The number of the line, from 1.
    number: usize,
    tally: Tally,
    recipients: Recipients,
    arena: Arena,
    /// The line out.
    answer: String,
}

impl<'a> Stream<'a> {
    fn new(arguments: &'a Compile, name: String) -> Result<Self, Failure> {
        Ok(Self {
            arguments,
            name,
            number: 0,
            tally: Tally::default(),
            recipients: Recipients::new(&arguments.common)?,
            arena: Arena::new(),
            answer: String::new(),
        })
    }

    fn run(mut self, input: impl Read) -> Result<bool, Failure> {
        let mut input = BufReader::with_capacity(BUFFER, input);
        let mut stdout = BufWriter::with_capacity(BUFFER, io::stdout().lock());
        let mut line = Vec::new();
        loop {
            // Without a whole line in the buffer, reading on may wait; and whoever wrote the last one
            // may be waiting for its answer before writing the next.
            if !input.buffer().contains(&b'\n') {
                stdout.flush()?;
            }
            line.clear();
            let read = input.read_until(b'\n', &mut line);
            if read.map_err(|error| unread(&self.name, &error))? == 0 {
                return self.tally.end(false, &self.arguments.common);
            }
            self.number += 1;
            self.answer(&line)?;
            stdout.write_all(self.answer.as_bytes())?;
            if line.capacity().max(self.answer.capacity()) > KEPT {
                line = Vec::new();
                self.answer = String::new();
                self.arena = Arena::new();
            }
        }
    }

    /// Makes the line out.
    fn answer(&mut self, line: &[u8]) -> Result<(), Failure> {
        // A byte order mark may begin a file.
        let line = match line.strip_prefix("\u{FEFF}".as_bytes()) {
            Some(line) if self.number == 1 => line,
            _ => line,
        };
        self.answer.clear();
        match Line::parse(line) {
            Ok(Line { id, text, to }) => match self.recipients.options(to) {
                Ok(options) => {
                    write_id(&mut self.answer, id);
                    let (arena, answer) = (&mut self.arena, &mut self.answer);
                    let keeps_going = self.arguments.keep_going;
                    let diagnostics = compile(&text, options, arena, answer, keeps_going);
                    self.tally.count(&diagnostics);
                    if let Some(format) = self.arguments.common.diagnostics {
                        let name = format!("{}:{}", self.name, self.number);
                        report_too(format, name, &text.value, &diagnostics)?;
                    }
                }
                Err(error) => self.refuse(id, &error.to_string()),
            },
            Err(Refused { id, message }) => self.refuse(id, &message),
        }
        Ok(())
    }

    /// Writes the line out of a line that is no message.
    fn refuse(&mut self, id: Option<&RawValue>, message: &str) {
        self.tally.refuse();
        write_id(&mut self.answer, id);
        self.answer.push_str(r#","error":{"line":"#);
        self.number.write_json(&mut self.answer);
        self.answer.push_str(r#","message":"#);
        message.write_json(&mut self.answer);
        self.answer.push_str("}}\n");
    }
}

/// Prints the diagnostics of a line on standard error too.
fn report_too(
    format: Format,
    name: String,
    text: &str,
    diagnostics: &[Diagnostic],
) -> Result<(), Failure> {
    let source = Source {
        path: None,
        name,
        text: text.to_owned(),
    };
    output::report(&source, diagnostics, format)
}

/// The options, with the recipient of a line in the place of the one that all have.
struct Recipients {
    builder: OptionsBuilder,
    of_all: Options,
    of_line: Options,
    /// The recipient in the latter: a conversation has many lines with the same.
    to: Option<String>,
}

impl Recipients {
    fn new(common: &Common) -> Result<Self, Failure> {
        let of_all = common.options()?;
        Ok(Self {
            builder: common.builder()?,
            of_line: of_all.clone(),
            of_all,
            to: None,
        })
    }

    fn options(&mut self, to: Option<String>) -> Result<&Options, OptionsError> {
        if to.is_none() {
            return Ok(&self.of_all);
        }
        if let Some(id) = to.as_deref().filter(|_| to != self.to) {
            self.of_line = self.builder.clone().recipient(id).build()?;
            self.to = to;
        }
        Ok(&self.of_line)
    }
}

/// Writes the rest of the line out of a message, `,"requests":[…],"diagnostics":[…]}`, without
/// requests when there are errors, unless asked to keep going: as elsewhere.
fn compile(
    text: &Text<'_>,
    options: &Options,
    arena: &mut Arena,
    out: &mut String,
    keeps_going: bool,
) -> Vec<Diagnostic> {
    out.push_str(r#","requests":"#);
    let requests = out.len();
    let mut diagnostics = tapmark::compile_to_json(&text.value, options, arena, out);
    text.report_halves(&mut diagnostics);
    if has_errors(&diagnostics) && !keeps_going {
        out.truncate(requests);
        out.push_str("[]");
    }
    out.push_str(r#","diagnostics":"#);
    diagnostics.write_json(out);
    out.push_str("}\n");
    diagnostics
}

/// The beginning of a line out. A line without an id has the id `null`.
fn write_id(out: &mut String, id: Option<&RawValue>) {
    let id = id.map_or("null", RawValue::get);
    out.push_str(r#"{"id":"#);
    // White space in an array or object; some readers take it for the end of the line.
    out.extend(id.chars().map(|c| if c == '\r' { ' ' } else { c }));
}
