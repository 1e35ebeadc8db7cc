//! What an editor is told of a source: how to colour it, and what may stand at the cursor.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../common/editing.rs"]
mod editing;
#[path = "../common/generator.rs"]
mod generator;

mod completions;
mod everywhere;
mod tokens;
