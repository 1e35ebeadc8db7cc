//! `tapmark man`: the manual pages, made from the same arguments as the help.

use std::io::Write as _;

use clap::{Command, CommandFactory as _};
use clap_mangen::Man as Page;

use super::arguments::{Arguments, Man};
use super::{Failure, output};

/// Prints the page of the program, or of one of its commands.
pub(crate) fn run(arguments: &Man) -> Result<bool, Failure> {
    let mut program = Arguments::command()
        .disable_help_subcommand(true)
        .subcommand_help_heading("COMMANDS")
        .subcommand_value_name("COMMAND");
    // Gives the commands their full names, such as `tapmark-compile`.
    program.build();
    let command = match &arguments.command {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command.clone(),
            None => return Err(unknown(name, &program)),
        },
    };
    let mut page = Vec::new();
    Page::new(command)
        .source(concat!("Tapmark ", env!("CARGO_PKG_VERSION")))
        .manual("Tapmark Manual")
        .render(&mut page)?;
    let mut stdout = output::stdout();
    stdout.write_all(ascii(&String::from_utf8_lossy(&page)).as_bytes())?;
    stdout.flush()?;
    Ok(true)
}

/// A page without other characters than ASCII: troff takes their bytes for Latin-1.
fn ascii(page: &str) -> String {
    let mut ascii = String::with_capacity(page.len());
    for c in page.chars() {
        if c.is_ascii() {
            ascii.push(c);
        } else {
            ascii.push_str(&format!("\\[u{:04X}]", u32::from(c)));
        }
    }
    ascii
}

fn unknown(name: &str, program: &Command) -> Failure {
    let known: Vec<_> = program.get_subcommands().map(Command::get_name).collect();
    Failure::Trouble(format!(
        "there is no command {name:?}; the commands are {}",
        known.join(", ")
    ))
}
