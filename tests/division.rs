//! What fits a message ends where the specification says: texts in parts, lists in templates.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use serde_json::Value;
use tapmark::{Limits, Options, Target, compile};

const LIMITS: Limits = Target::MESSENGER_2018.limits;

fn requests(source: &str) -> Value {
    let compilation = compile(source, &Options::default());
    serde_json::to_value(&compilation.requests).unwrap()
}

/// The template and the number of elements of each request.
fn templates(source: &str) -> Vec<(String, usize)> {
    let requests = requests(source);
    let requests = requests.as_array().unwrap().iter();
    let payloads = requests.map(|request| &request["message"]["attachment"]["payload"]);
    let shape = |payload: &Value| {
        let kind = payload["template_type"].as_str().unwrap().to_owned();
        (kind, payload["elements"].as_array().unwrap().len())
    };
    payloads.map(shape).collect()
}

/// A list of that many complete items.
fn list(count: usize) -> String {
    let items: Vec<_> = (1..=count).map(|n| format!("# Item {n}\ntext\n")).collect();
    format!(":::list\n{}:::\n", items.concat())
}

#[test]
fn a_list_is_divided_into_the_fewest_parts_as_evenly_as_possible() {
    let sizes: [&[usize]; 11] = [
        &[],
        &[1],
        &[2],
        &[3],
        &[4],
        &[3, 2],
        &[3, 3],
        &[4, 3],
        &[4, 4],
        &[3, 3, 3],
        &[4, 3, 3],
    ];
    assert_eq!((LIMITS.list_items.max, LIMITS.items.max), (4, 10));
    for (count, sizes) in sizes.into_iter().enumerate() {
        let kind = if count == 1 { "generic" } else { "list" };
        let expected: Vec<_> = sizes.iter().map(|&size| (kind.to_owned(), size)).collect();
        assert_eq!(templates(&list(count)), expected);
    }
}

/// Where the parts of a text end.
fn lengths(text: &str) -> Vec<usize> {
    let requests = requests(text);
    let requests = requests.as_array().unwrap().iter();
    let parts = requests.map(|request| request["message"]["text"].as_str().unwrap());
    parts.map(|part| part.encode_utf16().count()).collect()
}

#[test]
fn a_part_ends_at_the_best_break_in_the_second_half_of_what_fits() {
    let (early, late, rest) = ("a".repeat(500), "b".repeat(900), "C".repeat(1200));
    // A paragraph break in the first half gives way to a line, a sentence, a word in the second.
    assert_eq!(lengths(&format!("{early}\n\n{late}\n{rest}")), [1402, 1200]);
    assert_eq!(lengths(&format!("{early}\n\n{late}. {rest}")), [1403, 1200]);
    assert_eq!(lengths(&format!("{early}\n\n{late} {rest}")), [1402, 1200]);
    // In the second half a paragraph comes before a later line, a line before a later sentence.
    let tail = "d".repeat(100);
    assert_eq!(
        lengths(&format!("{early} {late}\n\n{tail}\n{rest}")),
        [1401, 1301]
    );
    assert_eq!(
        lengths(&format!("{early} {late}\n{tail}. {rest}")),
        [1401, 1302]
    );
    // A break right after what fits still counts; without any, a grapheme cluster ends the part.
    assert_eq!(
        lengths(&format!("{}\n\n{rest}", "a".repeat(2000))),
        [2000, 1200]
    );
    assert_eq!(lengths(&"é".repeat(2001)), [2000, 1]);
    assert_eq!(lengths(&"👩‍👩‍👧‍👦".repeat(200)), [1991, 209]);
}

#[test]
fn the_part_above_buttons_begins_at_the_first_break_within_its_limit() {
    let above = |text: &str| {
        let requests = requests(&format!("{text}\n%[A](postback:a)"));
        let last = requests.as_array().unwrap().last().unwrap();
        let text = &last["message"]["attachment"]["payload"]["text"];
        text.as_str().unwrap().encode_utf16().count()
    };
    let (start, middle, end) = ("a".repeat(500), "b".repeat(300), "C".repeat(200));
    assert_eq!(above(&format!("{start}\n\n{middle}\n\n{end}")), 502);
    assert_eq!(above(&format!("{start}\n{middle}\n\n{end}")), 200);
    assert_eq!(above(&format!("{start}\n{middle} {end}")), 501);
    assert_eq!(above(&format!("{start} {middle}. {end}")), 200);
    assert_eq!(above(&"a".repeat(1000)), 640);
}

#[test]
fn links_and_code_spans_are_not_divided_where_there_is_another_place() {
    // Unicode ends a sentence behind the question mark, which is in the middle of a link here.
    let link = format!("https://shop.example/find?{}", "q".repeat(900));
    let words = "word ".repeat(300);
    assert_eq!(lengths(&format!("{words}{link}")), [1499, 926]);
    // The only white space is in the first half of what fits.
    let long = format!("https://shop.example/find?{}", "q".repeat(1970));
    assert_eq!(lengths(&format!("Find it: {long}")), [8, 1996]);
    // Longer than a message: there is no other place.
    let longer = format!("https://shop.example/{}", "q".repeat(2500));
    assert_eq!(lengths(&format!("Find it: {longer}")), [2000, 530]);
    let code = format!("`{}`", "a b. ".repeat(150));
    assert_eq!(lengths(&format!("{words}{code}")), [1499, 752]);
    // Not closed: no code span.
    let open = format!("{words}`{}", "a b. ".repeat(150));
    assert!(lengths(&open)[0] > 1900);
}

/// Scripts without white space: a link ends there where only what is not encoded could go on.
#[test]
fn links_among_ideographs_are_not_divided() {
    let (before, after) = ("字".repeat(1990), "字".repeat(2100));
    for scheme in ["http", "https", "HTTPS"] {
        let link = format!("{scheme}://shop.example/find");
        let text = format!("{before}{link}{after}");
        assert_eq!(lengths(&text)[..2], [1990, 2000], "{scheme}");
        // Nor at the start of the part above buttons, which would begin in it.
        let (before, after) = ("字".repeat(700), "字".repeat(620));
        let sent = requests(&format!("{before}{link}{after}\n%[A](postback:a)"));
        assert_eq!(sent[0]["message"]["text"], format!("{before}{link}"));
    }
}

/// Messenger makes a link of an address without a scheme, too.
#[test]
fn an_address_without_a_scheme_is_not_divided() {
    let words = "word ".repeat(300);
    let link = format!("www.shop.example/find?Q{}", "q".repeat(900));
    assert_eq!(lengths(&format!("{words}{link}")), [1499, 923]);
    let (before, after) = ("字".repeat(1990), "字".repeat(2100));
    let text = format!("{before}www.shop.example/find{after}");
    assert_eq!(lengths(&text)[..2], [1990, 2000]);
    // Within a word it begins nothing, and within a link it is a part of that.
    let word = format!("{}awww.{}", "a".repeat(1990), "b".repeat(20));
    assert_eq!(lengths(&word), [2000, 15]);
    let link = format!("https://www.shop.example/find?Q{}", "q".repeat(900));
    assert_eq!(lengths(&format!("{words}{link}")), [1499, 931]);
}

#[test]
fn a_code_span_that_touches_a_link_is_not_divided() {
    let words = "word ".repeat(360);
    let touching = format!("https://shop.example/`{}`", "a b. ".repeat(100));
    assert_eq!(lengths(&format!("{words}{touching}")), [1799, 523]);
}

/// What is longer than any part is divided where other texts are.
#[test]
fn a_code_span_that_fits_no_part_ends_one_at_a_word() {
    let text = format!("See `{}`", "parameter ".repeat(300));
    let sent = requests(&text);
    let first = sent[0]["message"]["text"].as_str().unwrap();
    assert!(first.ends_with(" parameter"), "{first}");
}

#[test]
fn the_part_above_buttons_begins_in_no_link_or_code_span() {
    let last = |text: &str| {
        let requests = requests(&format!("{text}\n%[A](postback:a)"));
        let last = requests.as_array().unwrap().last().unwrap();
        let text = &last["message"]["attachment"]["payload"]["text"];
        text.as_str().unwrap().to_owned()
    };
    let link = format!("https://shop.example/find?{}", "q".repeat(602));
    let (find, there) = ("Find ".repeat(10), "it there");
    assert_eq!(
        last(&format!("{find}{link} {there}")),
        format!("{link} {there}")
    );
    let words = "word ".repeat(60);
    let code = format!("`{}`", "a b. ".repeat(80));
    assert_eq!(last(&format!("{words}{code} {words}")).len(), 299);
}
