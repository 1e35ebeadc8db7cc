//! Any string, escaped, comes back as it was and makes nothing of its own.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/common/escaping.rs"]
mod escaping;

fuzz_target!(|string: &str| {
    if escaping::is_promised(string) {
        escaping::text_comes_back(string);
        escaping::text_stands_between_words_and_a_button(string);
        escaping::text_in_an_item_stays_in_it(string);
        escaping::text_stands_behind_a_button(string);
        escaping::label_comes_back(string);
        escaping::target_comes_back(string);
    }
    // What stands in brackets is short: the lines, each by itself.
    for line in string.lines().filter(|line| escaping::is_promised(line)) {
        escaping::label_comes_back(line);
        escaping::target_comes_back(line);
    }
});
