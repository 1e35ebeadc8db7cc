//! Tapmark for JavaScript: what the package asks of the library, and is told as JSON.
//!
//! Nothing here belongs to the library: text comes in, the library is called, JSON goes out, because
//! `JSON.parse` is faster than a tree made value by value. What is refused is refused with a sentence
//! that names the argument; the package throws it as a `TypeError`.
//!
//! [`exports`] is what the WebAssembly module shows to the outside.

mod crossing;
pub mod exports;
mod options;

use std::cell::RefCell;
use std::iter;

use tapmark::json::{Json as _, to_string as json};
use tapmark::syntax::Arena;
use tapmark::utf16::Offsets;
use tapmark::{Code, Diagnostic, Span, Target, literal};

pub use self::options::{Options, read as read_options};

/// As fast as that of the standard library, and a third of its size.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Makes diagnostics those of a string of UTF-16: with its lone surrogates, and with its offsets.
fn place(source: &str, lone: &[usize], diagnostics: &mut Vec<Diagnostic>) {
    if diagnostics.is_empty() && lone.is_empty() {
        return;
    }
    let offsets = Offsets::new(source);
    offsets.report_lone_surrogates(lone, diagnostics);
    offsets.convert(diagnostics);
}

/// Compiles a source: `{"requests": […], "diagnostics": […]}`.
///
/// `lone` are the UTF-16 offsets of lone surrogates, which are U+FFFD in what arrives here.
#[must_use]
pub fn compile(source: &str, options: &tapmark::Options, lone: &[usize]) -> String {
    thread_local! {
        static ARENA: RefCell<Arena> = RefCell::new(Arena::new());
    }
    // Most messages fit.
    let mut json = String::with_capacity(1000);
    json.push_str(r#"{"requests":"#);
    let mut diagnostics =
        ARENA.with_borrow_mut(|arena| tapmark::compile_to_json(source, options, arena, &mut json));
    place(source, lone, &mut diagnostics);
    json.push_str(r#","diagnostics":"#);
    diagnostics.write_json(&mut json);
    json.push('}');
    json
}

/// Compiles the profile of a source: `{"profile": {…} or null, "diagnostics": […]}`.
#[must_use]
pub fn compile_profile(source: &str, options: &tapmark::Options, lone: &[usize]) -> String {
    let arena = Arena::new();
    let mut compilation = tapmark::compile_profile_in(&arena, source, options);
    place(source, lone, &mut compilation.diagnostics);
    json(&compilation)
}

/// Reports what both compilations would: an array of diagnostics.
#[must_use]
pub fn check(source: &str, options: &tapmark::Options, lone: &[usize]) -> String {
    let mut diagnostics = tapmark::check(source, options);
    place(source, lone, &mut diagnostics);
    json(&diagnostics)
}

/// Applies the fixes of a source: `{"text": …, "applied": …}`.
#[must_use]
pub fn fix(source: &str) -> String {
    json(&tapmark::fix(source))
}

/// What a target is: its limits, its tags, its features. Without a name, the default one.
///
/// # Errors
///
/// When there is no such target.
pub fn limits(target: Option<&str>) -> Result<String, String> {
    let target = match target {
        None => tapmark::Options::default().target(),
        Some(name) => options::target("target", name)?,
    };
    Ok(json(&target.listing()))
}

/// Explains a diagnostic, in Markdown.
///
/// # Errors
///
/// When there is no such code.
pub fn explain(code: &str) -> Result<String, String> {
    match Code::from_name(code) {
        Some(code) => Ok(code.explanation().to_owned()),
        None => Err("code is ".to_owned()
            + &literal(code)
            + ", and no diagnostic has that name; codes() lists them"),
    }
}

/// The names of all diagnostics, as an array.
#[must_use]
pub fn codes() -> String {
    json(Code::ALL)
}

/// The names of all targets, as an array.
#[must_use]
pub fn targets() -> String {
    let names: Vec<&str> = Target::ALL.iter().map(|target| target.name).collect();
    json(&names)
}

/// The tokens of a source, as an array.
#[must_use]
pub fn tokens(source: &str) -> String {
    let mut tokens = tapmark::editor::tokens(source);
    let offsets = Offsets::new(source);
    for token in &mut tokens {
        token.start = offsets.from_byte(token.start);
        token.end = offsets.from_byte(token.end);
    }
    json(&tokens)
}

/// What may stand at an offset, as an array.
#[must_use]
pub fn complete(source: &str, offset: usize) -> String {
    let offsets = Offsets::new(source);
    let mut completions = tapmark::editor::complete(source, offsets.to_byte(offset));
    for completion in &mut completions {
        completion.start = offsets.from_byte(completion.start);
        completion.end = offsets.from_byte(completion.end);
    }
    json(&completions)
}

/// Where each request comes from, as an array.
#[must_use]
pub fn origins(source: &str, options: &tapmark::Options) -> String {
    let mut origins = tapmark::editor::origins(source, options);
    let offsets = Offsets::new(source);
    for origin in &mut origins {
        for span in iter::once(&mut origin.span).chain(&mut origin.items) {
            *span = in_units(&offsets, *span);
        }
    }
    json(&origins)
}

/// How much of their limits the fields at an offset use, as an array.
#[must_use]
pub fn counters(source: &str, offset: usize, options: &tapmark::Options) -> String {
    let offsets = Offsets::new(source);
    let mut counters = tapmark::editor::counters(source, offsets.to_byte(offset), options);
    for counter in &mut counters {
        counter.span = in_units(&offsets, counter.span);
    }
    json(&counters)
}

fn in_units(offsets: &Offsets<'_>, span: Span) -> Span {
    Span::new(offsets.from_byte(span.start), offsets.from_byte(span.end))
}
