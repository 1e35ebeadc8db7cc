//! Writes the JavaScript beside a compiled module: `tapmark-bindgen MODULE FOLDER`.
//!
//! It is what the program `wasm-bindgen` does, which refuses a module of any other version than its
//! own; here the lock file keeps the two together, and nothing is to be installed.

use std::env;
use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [module, folder] = &arguments[..] else {
        return Err("usage: tapmark-bindgen MODULE FOLDER".into());
    };
    Bindgen::new()
        .input_path(module)
        .out_name("tapmark")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(false)
        .generate(folder)?;
    Ok(())
}
