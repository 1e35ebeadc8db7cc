//! What an editor is told of a source: how to colour it, what may stand at the cursor,
//! what is counted there, and where requests come from.

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
mod counters;
mod everywhere;
mod tokens;
