//! The arguments of the command line, and the options they make.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use tapmark::{Code, MessagingType, Options, OptionsBuilder, Overflow, Target};

use super::Failure;

/// Compiles messaging shorthand to Facebook Messenger Send API JSON.
#[derive(Debug, Parser)]
#[command(version, about, long_about = None, args_override_self = true)]
#[command(
    after_help = "Exit code: 0 without errors, 1 with errors (or warnings, with --deny-warnings), 2 for usage or I/O trouble."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compiles to JSON on standard output; diagnostics go to standard error
    Compile(Compile),
    /// Reports what compiling messages and profile would, and prints no JSON
    Check(Check),
    /// Applies the fixes that `check` shows, to the files themselves
    ///
    /// What comes from standard input goes to standard output.
    Fix(Fix),
    /// Explains a diagnostic; without a code, lists them all
    Explain(Explain),
    /// Prints the numbers and features of a target, or of several side by side
    Limits(Limits),
    /// Prints the script that completes commands and options in a shell
    Completions(Completions),
    /// Prints the manual page of the program, or of one of its commands
    Man(Man),
}

#[derive(Debug, Args)]
pub(crate) struct Compile {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// Print one request per line instead of pretty-printing
    #[arg(short, long)]
    pub(crate) compact: bool,

    /// What to print
    #[arg(long, value_name = "WHAT", value_enum, default_value_t = Emit::Requests)]
    pub(crate) emit: Emit,

    /// Print the best-effort requests even when there are errors
    #[arg(long)]
    pub(crate) keep_going: bool,

    /// Compile a stream: one JSON object per line in, one per line out, at once and in order
    ///
    /// A line in has `text`, and may have `id`, any JSON value, and `to`, which goes before --to.
    /// The line out has the same `id`, `requests` and `diagnostics`; these are printed on standard
    /// error too when --diagnostics is given. A line that is no such object is answered by one with
    /// `id` and `error`, an object of `line` and `message`, and the others go on. Compiles standard
    /// input, or one file.
    #[arg(long, conflicts_with = "emit")]
    pub(crate) ndjson: bool,

    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Debug, Args)]
pub(crate) struct Fix {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// Write no file, and print what would change as a unified diff
    #[arg(long)]
    pub(crate) diff: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// Code of a diagnostic, such as label-too-long
    #[arg(value_parser = codes(), hide_possible_values = true)]
    pub(crate) code: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Limits {
    /// Platform whose numbers to print; several stand side by side
    #[arg(long, value_name = "NAME", value_parser = target_names(), default_value = Target::MESSENGER_2018.name)]
    pub(crate) target: Vec<String>,

    /// How to print them
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = LimitsFormat::Table)]
    pub(crate) format: LimitsFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LimitsFormat {
    /// Columns for people
    Table,
    /// One JSON object
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell to print it for
    #[arg(value_enum)]
    pub(crate) shell: Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    /// A command, such as compile; none for the program as a whole
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}

/// Where the sources are.
#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// Files and directories; none or "-" for standard input
    ///
    /// A directory stands for every *.tapmark file below it, sorted by path; hidden files and
    /// directories are left out, and links to directories not followed. A file is taken once,
    /// however often it is named. One that cannot be read does not stop the others; the exit code
    /// is then 2.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
}

/// What to compile for, and how to report.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// Page-scoped id that fills `recipient.id`
    #[arg(long, value_name = "PSID")]
    to: Option<String>,

    /// Platform to compile for
    #[arg(long, value_name = "NAME", value_parser = target_names(), default_value = Target::MESSENGER_2018.name)]
    target: String,

    /// What happens to what does not fit
    #[arg(long, value_name = "MODE", value_parser = overflow_names(), default_value = Overflow::Truncate.name())]
    overflow: String,

    /// How to print diagnostics [default: human]
    ///
    /// With several files, or a directory, a line on standard error sums them up at the end, unless
    /// they are printed as JSON.
    #[arg(long, value_name = "FORMAT", value_enum)]
    pub(crate) diagnostics: Option<Format>,

    /// Let warnings fail the run
    #[arg(short = 'D', long)]
    pub(crate) deny_warnings: bool,

    /// Text that carries buttons and replies with nothing else to stand on [default: 👇]
    #[arg(long, value_name = "TEXT")]
    placeholder: Option<String>,

    /// Who is paid by buy buttons
    #[arg(long, value_name = "NAME")]
    merchant_name: Option<String>,

    /// Page where buy buttons lead on a target without payments; {amount}, {currency} and {label} are filled in
    #[arg(long, value_name = "TEMPLATE")]
    checkout_url: Option<String>,

    /// Why the messages are sent: RESPONSE, UPDATE or MESSAGE_TAG
    #[arg(long, value_name = "TYPE", value_enum, ignore_case = true, default_value_t = Type::Response)]
    messaging_type: Type,

    /// Message tag, for messages of type MESSAGE_TAG
    #[arg(long, value_name = "TAG")]
    tag: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Emit {
    /// Each request as a JSON value
    Requests,
    /// The Messenger Profile as one JSON object; nothing when a source has none
    Profile,
    /// One object with `file`, `requests` and `diagnostics` for each file
    Compilation,
    /// The syntax tree of each file, an object with `file` and `sections`
    Ast,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Drawn on the source
    Human,
    /// file:line:column: severity[code]: message
    Short,
    /// One JSON object per line
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "SCREAMING_SNAKE_CASE")]
enum Type {
    Response,
    Update,
    MessageTag,
}

impl Common {
    /// How to print diagnostics.
    pub(crate) fn format(&self) -> Format {
        self.diagnostics.unwrap_or(Format::Human)
    }

    /// The library's options.
    pub(crate) fn options(&self) -> Result<Options, Failure> {
        let options = self.builder()?.build();
        options.map_err(|error| {
            let option = match error.option() {
                "recipient" => "to".to_owned(),
                option => option.replace(' ', "-"),
            };
            Failure::Trouble(format!("--{option}: {error}"))
        })
    }

    /// The same, before they are looked at.
    pub(crate) fn builder(&self) -> Result<OptionsBuilder, Failure> {
        let target = named(&self.target, Target::from_name)?;
        let overflow = named(&self.overflow, Overflow::from_name)?;
        let mut builder = Options::builder()
            .target(target)
            .overflow(overflow)
            .messaging_type(match self.messaging_type {
                Type::Response => MessagingType::Response,
                Type::Update => MessagingType::Update,
                Type::MessageTag => MessagingType::MessageTag,
            });
        if let Some(to) = &self.to {
            builder = builder.recipient(to);
        }
        if let Some(placeholder) = &self.placeholder {
            builder = builder.placeholder(placeholder);
        }
        if let Some(name) = &self.merchant_name {
            builder = builder.merchant_name(name);
        }
        if let Some(template) = &self.checkout_url {
            builder = builder.checkout_url(template);
        }
        if let Some(tag) = &self.tag {
            builder = builder.tag(tag);
        }
        Ok(builder)
    }
}

/// What has that name. Clap has refused unknown names already, from the same lists.
pub(crate) fn named<T>(name: &str, find: impl FnOnce(&str) -> Option<T>) -> Result<T, Failure> {
    find(name).ok_or_else(|| Failure::Trouble(format!("there is no {name:?}")))
}

fn codes() -> PossibleValuesParser {
    PossibleValuesParser::new(Code::ALL.iter().map(|code| code.as_str()))
}

fn target_names() -> PossibleValuesParser {
    PossibleValuesParser::new(Target::ALL.iter().map(|target| target.name))
}

fn overflow_names() -> PossibleValuesParser {
    PossibleValuesParser::new(Overflow::ALL.iter().map(|mode| mode.name()))
}
