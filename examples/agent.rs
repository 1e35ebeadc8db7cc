//! An agent's loop: compile what a model wrote, hand the diagnostics back, compile its second try.
//!
//!     cargo run --example agent

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example speaks"
)]

use std::error::Error;

use tapmark::{Options, compile};

/// Stands in for a language model: it is told what did not fit, and writes another draft.
fn model(complaints: Option<&str>) -> &'static str {
    match complaints {
        None => {
            "Your table for two is booked.\n\
             [Add it to my calendar, please](https://bistro.example/calendar.ics)\n\
             %[Change it](replay:CHANGE) $[Pay a deposit](10 EUR)"
        }
        Some(_) => {
            "Your table for two is booked.\n\
             [Add to calendar](https://bistro.example/calendar.ics)\n\
             %[Change it](reply:CHANGE) $[Pay a deposit](10)"
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::builder().merchant_name("Bistro Example").build()?;
    let mut draft = model(None);
    for attempt in 1..=3 {
        let compilation = compile(draft, &options);
        if !compilation.has_errors() && !compilation.has_warnings() {
            for request in &compilation.requests {
                println!("{}", serde_json::to_string(request)?);
            }
            return Ok(());
        }
        // Code, place, message, help and fix of each: what a model needs to mend its draft.
        let complaints = serde_json::to_string_pretty(&compilation.diagnostics)?;
        eprintln!("attempt {attempt} did not fit:\n{complaints}");
        draft = model(Some(&complaints));
    }
    Err("the model found no draft that fits".into())
}
