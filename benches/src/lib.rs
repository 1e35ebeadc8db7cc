//! What Tapmark costs, measured: texts to measure it on, and how programs are counted.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what measures fails by panicking"
)]

pub mod callgrind;
pub mod compiling;
pub mod corpus;
pub mod program;
