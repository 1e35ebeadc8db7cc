//! `tapmark explain`: what a diagnostic means, why its rule exists, an example and its cure.

use std::io::Write as _;

use tapmark::Code;

use super::arguments::{Explain, named};
use super::{Failure, output};

pub(crate) fn run(arguments: &Explain) -> Result<bool, Failure> {
    let mut stdout = output::stdout();
    match &arguments.code {
        Some(name) => write!(stdout, "{}", named(name, Code::from_name)?.explanation())?,
        None => {
            let longest = Code::ALL.iter().map(|code| code.as_str().len()).max();
            let width = longest.unwrap_or_default();
            for code in Code::ALL {
                let (name, severity) = (code.as_str(), code.severity().as_str());
                writeln!(stdout, "{name:width$}  {severity:7}  {}", code.summary())?;
            }
        }
    }
    stdout.flush()?;
    Ok(true)
}
