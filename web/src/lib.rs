//! probe
use wasm_bindgen::prelude::wasm_bindgen;

/// c
#[wasm_bindgen]
pub fn compile(source: &str) -> String {
    serde_json::to_string(&tapmark::compile(source, &tapmark::Options::default()))
        .unwrap_or_default()
}
/// e
#[wasm_bindgen]
pub fn explain(code: &str) -> Option<String> {
    tapmark::Code::from_name(code).map(|c| c.explanation().to_owned())
}
