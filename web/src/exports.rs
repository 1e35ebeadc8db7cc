//! What the WebAssembly module exports, under these very names; `js/module.ts` is the other side.
//!
//! A `length` is that of the argument in the buffer, in bytes. What comes back is the length of the
//! answer; where it is negative, its complement, and the answer says what was refused.

#![allow(
    unsafe_code,
    reason = "a name that others find is `unsafe`, because another may have it; no block here is"
)]

use crate::crossing::{self, answer, text};

/// Makes a buffer for arguments; its address. The answer to the last call is gone then.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn reserve(length: usize) -> usize {
    crossing::reserve(length)
}

/// The address of the answer to the last call.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn answer_address() -> usize {
    crossing::answer_address()
}

/// Says, before a call with a source, that it has a lone surrogate at this UTF-16 offset.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn note_lone(offset: usize) {
    crossing::note_lone(offset);
}

/// Keeps options, as [`read_options`](crate::read_options) reads them, for calls with `options`.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn set_options(length: usize) -> isize {
    let options = crossing::bytes(length, crate::read_options);
    answer(options.map(|options| {
        crossing::set_options(options);
        String::new()
    }))
}

/// Compiles a source, with the options that are kept or with the defaults.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn compile(length: usize, options: bool) -> isize {
    of_source(length, options, crate::compile)
}

/// Compiles the profile of a source.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn compile_profile(length: usize, options: bool) -> isize {
    of_source(length, options, crate::compile_profile)
}

/// Reports what both compilations would.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn check(length: usize, options: bool) -> isize {
    of_source(length, options, crate::check)
}

/// Escapes a string for running text.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn escape_text(length: usize) -> isize {
    text(length, &|text| Ok(tapmark::escape::text(text).into_owned()))
}

/// Escapes a string for a label.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn escape_label(length: usize) -> isize {
    text(
        length,
        &|text| Ok(tapmark::escape::label(text).into_owned()),
    )
}

/// Escapes a string for a target.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn escape_target(length: usize) -> isize {
    text(length, &|text| {
        Ok(tapmark::escape::target(text).into_owned())
    })
}

/// Applies the fixes of a source.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn fix(length: usize) -> isize {
    text(length, &|source| Ok(crate::fix(source)))
}

/// What a target is: the one of that name, or the default one.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn limits(length: usize, named: bool) -> isize {
    text(length, &|name| crate::limits(named.then_some(name)))
}

/// Explains a diagnostic.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn explain(length: usize) -> isize {
    text(length, &crate::explain)
}

/// The names of all diagnostics.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn codes() -> isize {
    answer(Ok(crate::codes()))
}

/// The names of all targets.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn targets() -> isize {
    answer(Ok(crate::targets()))
}

/// The tokens of a source.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn tokens(length: usize) -> isize {
    text(length, &|source| Ok(crate::tokens(source)))
}

/// What may stand at an offset.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn complete(length: usize, offset: usize) -> isize {
    text(length, &|source| Ok(crate::complete(source, offset)))
}

/// Where each request comes from.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn origins(length: usize, options: bool) -> isize {
    of_source(length, options, |source, options, _| {
        crate::origins(source, options)
    })
}

/// How much of their limits the fields at an offset use.
#[cfg_attr(target_family = "wasm", unsafe(no_mangle))]
pub extern "C" fn counters(length: usize, offset: usize, options: bool) -> isize {
    text(length, &|source| {
        Ok(crossing::options(options, &|options| {
            crate::counters(source, offset, options)
        }))
    })
}

/// Calls what is told of options and of lone surrogates.
fn of_source(
    length: usize,
    options: bool,
    run: fn(&str, &tapmark::Options, &[usize]) -> String,
) -> isize {
    let lone = crossing::lone();
    text(length, &|source| {
        Ok(crossing::options(options, &|options| {
            run(source, options, &lone)
        }))
    })
}
