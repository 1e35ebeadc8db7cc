//! Tapmark compiles messaging shorthand, a Markdown for messages that people tap, to request
//! bodies of Facebook Messenger's Send API.
//!
//! ```
//! let source = "Rate your visit: %[Great](reply:5) %[Poor](reply:1)";
//! let compilation = tapmark::compile(source, &tapmark::Options::default());
//! assert!(compilation.diagnostics.is_empty());
//! assert_eq!(
//!     serde_json::to_string(&compilation.requests).unwrap(),
//!     concat!(
//!         r#"[{"messaging_type":"RESPONSE","message":{"text":"Rate your visit:","#,
//!         r#""quick_replies":[{"content_type":"text","title":"Great","payload":"5"},"#,
//!         r#"{"content_type":"text","title":"Poor","payload":"1"}]}}]"#,
//!     ),
//! );
//! ```
//!
//! # The way of the data
//!
//! 1. [`syntax::parse`] reads text and gives a [tree](syntax::ast) that borrows it, with the
//!    place of everything. It cannot fail and knows nothing of Messenger.
//! 2. [`lower`] turns the tree into requests. Every rule of the platform is here, and its numbers
//!    are in a [`Target`].
//! 3. [`messenger`] is what comes out: typed request bodies that serialise to JSON; [`json`] writes
//!    it without a detour.
//!
//! A source may also hold the page's Messenger Profile, which is another request:
//! [`compile_profile`] gives it, by way of [`lower_profile`].
//!
//! Both stages report [diagnostics](Diagnostic); [`compile`] is the two in a row, and [`compile_in`]
//! the same for whoever writes the outcome out at once. [`compile_each`] takes both section by section,
//! so that of a long source no stage's outcome is ever whole in memory; [`compile_to_json`] writes as
//! it goes.
//!
//! Beside the way, [`editor`] tells an editor how to colour a source and what may stand at the cursor.
//!
//! # Input safety
//!
//! Any text compiles: no input makes the library panic, recurse, or take more than linear time and
//! memory. Every request keeps the limits of its target, whether or not there are errors.
//!
//! # Error reporting
//!
//! Nothing is lost without a line that says so. What does not fit is changed, and a warning
//! carries what it [was](Change::before); what cannot be sent is an error, and its source stays in
//! the text, word for word; the profile has no text, and there the error says it whole.
//!
//! Where the intent is certain, a diagnostic carries a [`Fix`]; [`fix`](fn@fix) applies them.

mod character;
mod compilation;
mod concern;
mod diagnostic;
pub mod editor;
pub mod escape;
mod fix;
pub mod json;
mod lower;
pub mod messenger;
mod options;
mod span;
mod strings;
pub mod syntax;
mod template;
pub mod utf16;

pub use self::compilation::{Compilation, ProfileCompilation};
pub use self::diagnostic::{
    Change, ChangeKind, Code, Diagnostic, Edit, Fix, Limit, Severity, Unit, is_invisible, literal,
    visible,
};
use self::diagnostic::{joined, merged};
pub use self::fix::{Fixed, fix};
use self::json::Json as _;
pub use self::lower::lower;
pub use self::lower::profile::lower_profile;
pub use self::lower::target::{
    Availability, Bound, Feature, Limits, Listing, Retirement, Row, Target,
};
use self::messenger::Request;
pub use self::messenger::{MessagingType, UserInfo};
pub use self::options::{Options, OptionsBuilder, OptionsError, Overflow};
pub use self::span::{Location, Span};
use self::syntax::Arena;

/// Compiles a source.
///
/// ```
/// let compilation = tapmark::compile("$[Buy](9,99)", &tapmark::Options::default());
/// let fix = compilation.diagnostics[0].fix.as_ref().unwrap();
/// assert_eq!(fix.edits[0].text, "9.99");
/// ```
#[must_use]
pub fn compile(source: &str, options: &Options) -> Compilation<'static> {
    compile_in(&Arena::new(), source, options).into_owned()
}

/// Compiles a source, and borrows from it and from an arena: nothing is copied that is only written
/// out, and the arena's memory serves for the next source.
///
/// ```
/// let options = tapmark::Options::default();
/// let mut arena = tapmark::syntax::Arena::new();
/// for source in ["Hello", "World"] {
///     let compilation = tapmark::compile_in(&arena, source, &options);
///     let json = tapmark::json::to_string(&compilation.requests);
///     assert_eq!(
///         json,
///         format!(r#"[{{"messaging_type":"RESPONSE","message":{{"text":"{source}"}}}}]"#)
///     );
///     arena.reset();
/// }
/// ```
#[must_use]
pub fn compile_in<'a>(arena: &'a Arena, source: &'a str, options: &'a Options) -> Compilation<'a> {
    let parse = syntax::parse(source, arena);
    let mut compilation = lower(&parse.document, options);
    compilation.diagnostics = joined(parse.diagnostics, compilation.diagnostics);
    compilation
}

/// Compiles a source section by section, and hands each request over when its section is done: of
/// a long source neither the tree nor the requests are ever whole in memory. Gives the diagnostics,
/// sorted by place. What the arena holds is lost.
///
/// ```
/// let options = tapmark::Options::default();
/// let mut arena = tapmark::syntax::Arena::new();
/// let mut sent = Vec::new();
/// let diagnostics = tapmark::compile_each("One\n\n---\n\nTwo", &options, &mut arena, |request| {
///     sent.push(tapmark::json::to_string(request));
/// });
/// assert_eq!(sent.len(), 2);
/// assert!(diagnostics.is_empty());
/// ```
pub fn compile_each(
    source: &str,
    options: &Options,
    arena: &mut Arena,
    mut each: impl FnMut(&Request<'_>),
) -> Vec<Diagnostic> {
    let text = syntax::only_text(source);
    if let Some(request) = text.and_then(|text| lower::only_text(text, options)) {
        each(&request);
        return Vec::new();
    }
    let mut parsed = syntax::Sections::new(source);
    let mut lowered = lower::Sections::new(source, options);
    while parsed.goes_on() {
        arena.reset();
        let section = parsed.next(arena);
        lowered.lower(&section).iter().for_each(&mut each);
    }
    joined(parsed.finish(), lowered.finish())
}

/// Compiles a source to JSON text, an array of requests without white space, and appends it. Gives
/// the diagnostics, as [`compile_each`] does.
///
/// ```
/// let options = tapmark::Options::default();
/// let mut arena = tapmark::syntax::Arena::new();
/// let mut json = String::new();
/// let diagnostics = tapmark::compile_to_json("Hello", &options, &mut arena, &mut json);
/// assert_eq!(json, r#"[{"messaging_type":"RESPONSE","message":{"text":"Hello"}}]"#);
/// assert!(diagnostics.is_empty());
/// ```
pub fn compile_to_json(
    source: &str,
    options: &Options,
    arena: &mut Arena,
    out: &mut String,
) -> Vec<Diagnostic> {
    let mut before = '[';
    let diagnostics = compile_each(source, options, arena, |request| {
        out.push(before);
        request.write_json(out);
        before = ',';
    });
    out.push_str(if before == '[' { "[]" } else { "]" });
    diagnostics
}

/// Compiles the Messenger Profile of a source: `::start`, `::greeting`, `:::menu` and
/// `:::ice-breakers`, wherever they stand. What is wrong with the messages is not reported.
///
/// ```
/// let source = "::start{payload=GO}\n:::menu\n- [Order](postback:ORDER)\n:::";
/// let compilation = tapmark::compile_profile(source, &tapmark::Options::default());
/// assert_eq!(
///     serde_json::to_string(&compilation.profile).unwrap(),
///     concat!(
///         r#"{"get_started":{"payload":"GO"},"persistent_menu":[{"locale":"default","#,
///         r#""call_to_actions":[{"type":"postback","title":"Order","payload":"ORDER"}]}]}"#,
///     ),
/// );
/// ```
#[must_use]
pub fn compile_profile(source: &str, options: &Options) -> ProfileCompilation<'static> {
    compile_profile_in(&Arena::new(), source, options).into_owned()
}

/// Compiles the Messenger Profile of a source, and borrows as [`compile_in`] does.
#[must_use]
pub fn compile_profile_in<'a>(
    arena: &'a Arena,
    source: &'a str,
    options: &'a Options,
) -> ProfileCompilation<'a> {
    let mut parse = syntax::parse(source, arena);
    let mut compilation = lower_profile(&parse.document, options);
    concern::retain_profile(&parse.document, &mut parse.diagnostics);
    if !parse.diagnostics.is_empty() {
        // Where something was meant to be part of it, that is what is to be said.
        compilation
            .diagnostics
            .retain(|found| found.code != Code::NoProfile);
    }
    compilation.diagnostics = merged(parse.diagnostics, compilation.diagnostics);
    compilation
}

/// Reports what [`compile`] and [`compile_profile`] would of a source, each diagnostic once, and
/// not that either leaves to the other what is the other's.
///
/// ```
/// let source = "%[Yes](replay:Y)\n\n:::menu\n- [Order](postback:ORDER)\n:::";
/// let found = tapmark::check(source, &tapmark::Options::default());
/// let codes: Vec<_> = found.iter().map(|found| found.code.as_str()).collect();
/// assert_eq!(codes, ["misspelt-target", "menu-without-start"]);
/// ```
#[must_use]
pub fn check(source: &str, options: &Options) -> Vec<Diagnostic> {
    let arena = Arena::new();
    let parse = syntax::parse(source, &arena);
    let mut messages = lower(&parse.document, options).diagnostics;
    messages.retain(|found| found.code != Code::ProfileLeftOut);
    let mut profile = lower_profile(&parse.document, options).diagnostics;
    profile.retain(|found| found.code != Code::NoProfile);
    merged(joined(parse.diagnostics, messages), profile)
}

/// The README's Rust code runs as a test of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
