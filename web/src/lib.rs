//! Tapmark for JavaScript: what the WebAssembly module exports.
//!
//! Nothing here belongs to the library: text comes in, the library is called, JSON goes out. All of
//! it are strings, because a string crosses in one call and `JSON.parse` is faster than a tree made
//! value by value. What is refused is refused with a sentence that names the argument; the package
//! throws it as a `TypeError`.

mod json;
mod options;

use tapmark::json::to_string as json;
use tapmark::syntax::Arena;
use tapmark::utf16::Offsets;
use tapmark::{Code, Diagnostic, Target};
use wasm_bindgen::prelude::wasm_bindgen;

pub use self::options::Options;

/// A compilation as JSON, with its diagnostics where JavaScript looks for them.
fn compiled(source: &str, options: &tapmark::Options, lone: Option<&[u32]>) -> String {
    let arena = Arena::new();
    let mut compilation = tapmark::compile_in(&arena, source, options);
    place(source, lone, &mut compilation.diagnostics);
    json(&compilation)
}

/// Makes diagnostics those of a string of UTF-16: with its lone surrogates, and with its offsets.
fn place(source: &str, lone: Option<&[u32]>, diagnostics: &mut Vec<Diagnostic>) {
    if diagnostics.is_empty() && lone.is_none() {
        return;
    }
    let offsets = Offsets::new(source);
    if let Some(lone) = lone {
        let lone: Vec<_> = lone.iter().map(|&offset| offset as usize).collect();
        offsets.report_lone_surrogates(&lone, diagnostics);
    }
    offsets.convert(diagnostics);
}

/// Compiles a source: `{"requests": […], "diagnostics": […]}`.
///
/// `lone` are the UTF-16 offsets of lone surrogates, which are U+FFFD in what arrives here.
///
/// # Errors
///
/// When the options are refused.
#[wasm_bindgen]
pub fn compile(
    source: &str,
    options: Option<String>,
    lone: Option<Vec<u32>>,
) -> Result<String, String> {
    options::with(options, |options| {
        compiled(source, options, lone.as_deref())
    })
}

/// Compiles the profile of a source: `{"profile": {…} or null, "diagnostics": […]}`.
///
/// # Errors
///
/// When the options are refused.
#[wasm_bindgen(js_name = compileProfile)]
pub fn compile_profile(
    source: &str,
    options: Option<String>,
    lone: Option<Vec<u32>>,
) -> Result<String, String> {
    options::with(options, |options| {
        let mut compilation = tapmark::compile_profile(source, options);
        place(source, lone.as_deref(), &mut compilation.diagnostics);
        json(&compilation)
    })
}

/// Compiles many sources: an array of what [`compile`] gives. A source with lone surrogates is for
/// [`compile`], which is told where they are.
///
/// # Errors
///
/// When the options are refused.
#[wasm_bindgen(js_name = compileMany)]
#[allow(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen hands over what it has made"
)]
pub fn compile_many(sources: Vec<String>, options: Option<String>) -> Result<String, String> {
    options::with(options, |options| {
        let sources = sources.iter();
        let compilations: Vec<_> = sources
            .map(|source| compiled(source, options, None))
            .collect();
        format!("[{}]", compilations.join(","))
    })
}

/// Reports what both compilations would: an array of diagnostics.
///
/// # Errors
///
/// When the options are refused.
#[wasm_bindgen]
pub fn check(
    source: &str,
    options: Option<String>,
    lone: Option<Vec<u32>>,
) -> Result<String, String> {
    options::with(options, |options| {
        let mut diagnostics = tapmark::check(source, options);
        place(source, lone.as_deref(), &mut diagnostics);
        json(&diagnostics)
    })
}

/// Escapes a string for running text.
#[wasm_bindgen(js_name = escapeText)]
#[must_use]
pub fn escape_text(text: &str) -> String {
    tapmark::escape::text(text).into_owned()
}

/// Escapes a string for a label.
#[wasm_bindgen(js_name = escapeLabel)]
#[must_use]
pub fn escape_label(label: &str) -> String {
    tapmark::escape::label(label).into_owned()
}

/// Escapes a string for a target.
#[wasm_bindgen(js_name = escapeTarget)]
#[must_use]
pub fn escape_target(target: &str) -> String {
    tapmark::escape::target(target).into_owned()
}

/// Applies the fixes of a source: `{"text": …, "applied": …}`.
#[wasm_bindgen]
#[must_use]
pub fn fix(source: &str) -> String {
    json(&tapmark::fix(source))
}

/// What a target is: its limits, its tags, its features. Without a name, the default one.
///
/// # Errors
///
/// When there is no such target.
#[wasm_bindgen]
pub fn limits(target: Option<String>) -> Result<String, String> {
    let target = match target {
        None => tapmark::Options::default().target(),
        Some(name) => options::target("target", &name)?,
    };
    Ok(json(&target.listing()))
}

/// Explains a diagnostic, in Markdown.
///
/// # Errors
///
/// When there is no such code.
#[wasm_bindgen]
pub fn explain(code: &str) -> Result<String, String> {
    match Code::from_name(code) {
        Some(code) => Ok(code.explanation().to_owned()),
        None => Err(format!(
            "code is {code:?}, and no diagnostic has that name; codes() lists them"
        )),
    }
}

/// The names of all diagnostics, as an array.
#[wasm_bindgen]
#[must_use]
pub fn codes() -> String {
    json(Code::ALL)
}

/// The names of all targets, as an array.
#[wasm_bindgen]
#[must_use]
pub fn targets() -> String {
    let names: Vec<&str> = Target::ALL.iter().map(|target| target.name).collect();
    json(&names)
}

/// The tokens of a source, as an array.
#[wasm_bindgen]
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
#[wasm_bindgen]
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
