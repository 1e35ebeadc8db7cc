//! How texts cross between JavaScript and the module: a call hands over nothing but numbers.
//!
//! JavaScript writes an argument as UTF-8 into the buffer that is here for it, says how many bytes it
//! is, and reads the answer where it is told to. `wasm-bindgen` would do that, and did. It allocates
//! for each argument and frees each answer in a call of its own, and it encodes short strings in a
//! loop, where `TextEncoder.encodeInto` takes a third of the time: of what a message cost, that was
//! a tenth. Its runtime was 5 KB of the gzipped module, and to compile what writes its JavaScript
//! took longer than all else of the package.

use std::cell::{Cell, RefCell};
use std::str;

use tapmark::Options;

/// An answer, or the sentence that says what is refused.
pub(crate) type Outcome = Result<String, String>;

thread_local! {
    /// Where JavaScript writes arguments.
    static ARGUMENTS: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    /// The offsets of the lone surrogates in the source that is being written there.
    static LONE: Cell<Vec<usize>> = const { Cell::new(Vec::new()) };
    /// The last answer; it stays until the next one, because JavaScript reads it after the call.
    static ANSWER: RefCell<String> = const { RefCell::new(String::new()) };
    static DEFAULTS: Options = Options::default();
    /// The options that were set last: a bot has the same ones all day.
    static OPTIONS: RefCell<Options> = RefCell::new(Options::default());
}

/// Makes a buffer of that length for arguments, in the place of the last one; its address. The last
/// answer goes, too, so that what was once huge can be given back.
pub(crate) fn reserve(length: usize) -> usize {
    ANSWER.take();
    // Both at a time need not fit.
    ARGUMENTS.take();
    ARGUMENTS.set(vec![0; length]);
    ARGUMENTS.with_borrow_mut(|arguments| arguments.as_mut_ptr().expose_provenance())
}

/// Notes the offset of a lone surrogate, for the next call with a source.
pub(crate) fn note_lone(offset: usize) {
    let mut lone = LONE.take();
    lone.push(offset);
    LONE.set(lone);
}

/// The lone surrogates of the source that has been written.
pub(crate) fn lone() -> Vec<usize> {
    LONE.take()
}

/// Hands over that many bytes of arguments.
pub(crate) fn bytes<T>(length: usize, run: impl FnOnce(&[u8]) -> T) -> T {
    ARGUMENTS.with_borrow(|arguments| run(arguments.get(..length).unwrap_or_default()))
}

/// Hands over a text of that many bytes, and keeps what is answered. It is compiled once, not for
/// each export.
pub(crate) fn text(length: usize, run: &dyn Fn(&str) -> Outcome) -> isize {
    answer(bytes(length, |bytes| {
        // `encodeInto` writes nothing but UTF-8.
        run(str::from_utf8(bytes).unwrap_or_default())
    }))
}

/// Keeps options for the calls that ask for them.
pub(crate) fn set_options(options: Options) {
    OPTIONS.set(options);
}

/// Hands over the options that were set, or the defaults.
pub(crate) fn options(set: bool, run: &dyn Fn(&Options) -> String) -> String {
    if set {
        OPTIONS.with_borrow(run)
    } else {
        DEFAULTS.with(run)
    }
}

/// Keeps an answer; its length. Where it is a refusal, the number is negative: the complement.
pub(crate) fn answer(outcome: Outcome) -> isize {
    let (Ok(text) | Err(text)) = &outcome;
    // No allocation is larger than `isize` can say.
    let length = text.len().cast_signed();
    let (length, text) = match outcome {
        Ok(text) => (length, text),
        Err(why) => (!length, why),
    };
    ANSWER.set(text);
    length
}

/// Where the last answer is.
pub(crate) fn answer_address() -> usize {
    ANSWER.with_borrow(|answer| answer.as_ptr().expose_provenance())
}
