//! `tapmark fix`: the machine-applicable fixes, applied to files or to standard input.

use std::io::{IsTerminal as _, Write};
use std::time::Duration;

use similar::TextDiff;
use tapmark::{Options, Severity};

use super::arguments::Fix;
use super::input::{Source, sources};
use super::output::counted;
use super::replace::replace;
use super::{Failure, output};

/// How long the diff of a file may look for the shortest one; a correct one comes after that too.
const PATIENCE: Duration = Duration::from_secs(2);

/// Fixes every file; true when none has errors left. One in trouble does not stop the others.
pub(crate) fn run(arguments: &Fix) -> Result<bool, Failure> {
    let mut none_left = true;
    let mut told = false;
    for source in sources(&arguments.inputs.paths) {
        let done = source
            .map_err(|unread| Failure::told(&unread.to_string()))
            .and_then(|source| one(arguments, &source));
        match done {
            Ok(passes) => none_left &= passes,
            Err(Failure::Told) => told = true,
            Err(failure) => return Err(failure),
        }
    }
    if told {
        return Err(Failure::Told);
    }
    Ok(none_left)
}

/// Fixes a source; true when it has no errors left.
fn one(arguments: &Fix, source: &Source) -> Result<bool, Failure> {
    let mut stdout = output::stdout();
    let fixed = tapmark::fix(&source.text);
    if arguments.diff {
        write_diff(&mut stdout, source, &fixed.text)?;
    } else {
        put(&mut stdout, source, &fixed.text)?;
    }
    // What was printed so far comes before what is said about it.
    stdout.flush()?;
    let left = Left::of(&fixed.text);
    if fixed.applied > 0 || left != Left::default() {
        output::say(&summary(source, fixed.applied, left, arguments.diff));
    }
    Ok(left.errors == 0)
}

/// Puts a fixed text where the source came from. A file that would stay the same is not written.
fn put(stdout: &mut impl Write, source: &Source, fixed: &str) -> Result<(), Failure> {
    match &source.path {
        None => stdout.write_all(fixed.as_bytes())?,
        Some(_) if fixed == source.text => {}
        Some(path) => replace(path, fixed)
            .map_err(|error| Failure::told(&format!("cannot write {}: {error}", source.name)))?,
    }
    Ok(())
}

fn write_diff(out: &mut impl Write, source: &Source, fixed: &str) -> Result<(), Failure> {
    // `patch` and its like know one line end.
    let lines = |text| str::split_inclusive(text, '\n').collect::<Vec<_>>();
    let diff = TextDiff::configure()
        .timeout(PATIENCE)
        .newline_terminated(true)
        .diff_slices(&lines(&source.text), &lines(fixed));
    let mut diff = diff.unified_diff();
    diff.header(&source.name, &source.name);
    // For `patch` it stays as it is.
    if std::io::stdout().is_terminal() {
        return Ok(out.write_all(output::visible_lines(&diff.to_string()).as_bytes())?);
    }
    Ok(diff.to_writer(out)?)
}

/// What `tapmark check` still reports.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Left {
    errors: usize,
    warnings: usize,
}

impl Left {
    fn of(text: &str) -> Self {
        let diagnostics = tapmark::check(text, &Options::default());
        let count = |severity| {
            let found = diagnostics.iter().map(|diagnostic| diagnostic.severity);
            found.filter(|&found| found == severity).count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
        }
    }
}

/// `menu.tapmark: 2 fixes applied, 1 error left (see tapmark check)`
fn summary(source: &Source, applied: usize, left: Left, only_shown: bool) -> String {
    let applied = match applied {
        0 => "no fixes".to_owned(),
        count => counted(count, "fix", "fixes"),
    };
    let done = if only_shown { "to apply" } else { "applied" };
    let errors = counted(left.errors, "error", "errors");
    let warnings = counted(left.warnings, "warning", "warnings");
    let left = match (left.errors, left.warnings) {
        (0, 0) => String::new(),
        (_, 0) => format!(", {errors} left (see tapmark check)"),
        (0, _) => format!(", {warnings} left (see tapmark check)"),
        _ => format!(", {errors} and {warnings} left (see tapmark check)"),
    };
    format!("{}: {applied} {done}{left}", source.name)
}
