//! Every limit of the target, at one less, at itself and at one more.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use serde_json::Value;
use tapmark::messenger::MenuItem;
use tapmark::{Limits, Options, ProfileCompilation, Severity, Target, compile, compile_profile};

const LIMITS: Limits = Target::MESSENGER_2018.limits;

/// The requests, and the codes of the diagnostics that are no notes.
fn outcome(source: &str) -> (Value, Vec<&'static str>) {
    let options = Options::builder().merchant_name("Test").build().unwrap();
    let compilation = compile(source, &options);
    let found = compilation.diagnostics.iter();
    let codes = found
        .filter(|found| found.severity > Severity::Note)
        .map(|found| found.code.as_str());
    (
        serde_json::to_value(&compilation.requests).unwrap(),
        codes.collect(),
    )
}

/// Compiles the source of each length around the limit; only the last is over it.
fn around(limit: usize, source: impl Fn(usize) -> String, code: &str) {
    for length in [limit - 1, limit] {
        assert_eq!(
            outcome(&source(length)).1,
            Vec::<&str>::new(),
            "at {length}"
        );
    }
    assert_eq!(outcome(&source(limit + 1)).1, [code], "at {}", limit + 1);
}

#[test]
fn titles_of_replies_and_buttons() {
    let label = |length: usize| "é".repeat(length);
    around(
        LIMITS.reply_title.max,
        |n| format!("Hi %[{}](reply:a)", label(n)),
        "label-too-long",
    );
    around(
        LIMITS.button_title.max,
        |n| format!("Hi %[{}](postback:a)", label(n)),
        "label-too-long",
    );
}

#[test]
fn counts_of_replies_and_buttons() {
    let many = |form: &str, count: usize| format!("Hi {}", form.repeat(count));
    around(
        LIMITS.replies.max,
        |n| many("%[A](reply:a) ", n),
        "too-many-replies",
    );
    around(
        LIMITS.buttons.max,
        |n| many("%[A](postback:a) ", n),
        "too-many-buttons",
    );
}

#[test]
fn payloads() {
    let payload = |length: usize| "p".repeat(length);
    let limit = LIMITS.payload.max;
    around(
        limit,
        |n| format!("Hi %[A](reply:{})", payload(n)),
        "payload-too-long",
    );
    for form in ["Hi %[A](postback:{})", "Hi $[A](5){payload={}}"] {
        for (length, over) in [(limit - 1, false), (limit, false), (limit + 1, true)] {
            let (_, codes) = outcome(&form.replace("{}", &payload(length)));
            assert_eq!(
                codes.contains(&"payload-too-long"),
                over,
                "{form} at {length}"
            );
        }
    }
}

#[test]
fn texts() {
    around(LIMITS.text.max, |n| "a".repeat(n), "text-too-long");
    let above_buttons = |n| format!("{}\n%[A](postback:a)", "a".repeat(n));
    around(LIMITS.template_text.max, above_buttons, "text-too-long");
}

#[test]
fn titles_and_subtitles_of_cards() {
    let is_card = |title: usize, subtitle: usize| {
        let (title, subtitle) = ("t".repeat(title), "s".repeat(subtitle));
        let source = format!("![](https://a.example/a.png)\n{title}\n{subtitle}\n%[A](postback:a)");
        let (requests, _) = outcome(&source);
        requests[0]["message"]["attachment"]["payload"]["template_type"] == "generic"
    };
    for (length, fits) in [(79, true), (80, true), (81, false)] {
        assert_eq!(is_card(length, 5), fits, "title of {length}");
        assert_eq!(is_card(5, length), fits, "subtitle of {length}");
    }
    assert_eq!(
        (LIMITS.element_title.max, LIMITS.element_subtitle.max),
        (80, 80)
    );
}

/// A container with that many complete items.
fn items(opening: &str, count: usize) -> String {
    let items: Vec<_> = (1..=count).map(|n| format!("# Item {n}\ntext\n")).collect();
    format!("{opening}\n{}:::\n", items.concat())
}

#[test]
fn items_of_carousels_and_lists() {
    for opening in [":::carousel", ":::list"] {
        around(LIMITS.items.max, |n| items(opening, n), "too-many-items");
    }
    // Items in error are not counted.
    let source = items(":::carousel", LIMITS.items.max).replace("# Item 3\ntext", "# Item 3");
    let eleven = source.replace("\n:::", "\n# Item 11\ntext\n:::");
    assert_eq!(outcome(&eleven).1, ["incomplete-item"]);
}

/// The template and the number of elements of each request.
fn templates(source: &str) -> Vec<(String, usize)> {
    let (requests, _) = outcome(source);
    let requests = requests.as_array().unwrap().iter();
    let payloads = requests.map(|request| &request["message"]["attachment"]["payload"]);
    let shape = |payload: &Value| {
        let kind = payload["template_type"].as_str().unwrap().to_owned();
        (kind, payload["elements"].as_array().unwrap().len())
    };
    payloads.map(shape).collect()
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
        assert_eq!(templates(&items(":::list", count)), expected);
    }
}

#[test]
fn buttons_of_items_and_below_lists() {
    let buttons = |count: usize| "%[A](postback:a) ".repeat(count);
    let item = |opening: &str, count| {
        format!(
            "{opening}\n# One\ntext {}\n# Two\ntext\n:::",
            buttons(count)
        )
    };
    around(
        LIMITS.buttons.max,
        |n| item(":::carousel", n),
        "too-many-buttons",
    );
    around(
        LIMITS.list_item_buttons.max,
        |n| item(":::list", n),
        "too-many-buttons",
    );
    around(
        LIMITS.list_buttons.max,
        |n| items(":::list", 2) + &buttons(n),
        "too-many-buttons",
    );
}

#[test]
fn titles_and_subtitles_of_items() {
    let item = |title: usize, subtitle: usize| {
        let (title, subtitle) = ("t".repeat(title), "s".repeat(subtitle));
        format!(":::carousel\n# {title}\n{subtitle}\n:::")
    };
    around(LIMITS.element_title.max, |n| item(n, 1), "title-too-long");
    around(
        LIMITS.element_subtitle.max,
        |n| item(1, n),
        "subtitle-too-long",
    );
}

/// Where the parts of a text end.
fn lengths(text: &str) -> Vec<usize> {
    let (requests, _) = outcome(text);
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
        let (requests, _) = outcome(&format!("{text}\n%[A](postback:a)"));
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

fn profile(source: &str) -> ProfileCompilation<'static> {
    compile_profile(
        &format!("::start{{payload=A}}\n{source}"),
        &Options::default(),
    )
}

/// Compiles the profile of each size around the limit; only the last is over it, by one, and what
/// is sent then is as much as fits.
fn around_in_profile(
    limit: usize,
    source: impl Fn(usize) -> String,
    code: &str,
    place: &str,
    size: fn(&Value) -> usize,
) {
    for number in [limit - 1, limit, limit + 1] {
        let compilation = profile(&source(number));
        let said = compilation.diagnostics.iter();
        let said = said.filter(|found| found.severity > Severity::Note);
        let said: Vec<_> = said.collect();
        let codes: Vec<_> = said.iter().map(|found| found.code.as_str()).collect();
        let body = serde_json::to_value(&compilation.profile).unwrap();
        let sent = body.pointer(place).map_or(0, size);
        if number <= limit {
            assert_eq!((codes, sent), (vec![], number), "{place} at {number}");
        } else {
            assert_eq!((codes, sent), (vec![code], limit), "{place} at {number}");
            let found = said[0].limit.unwrap();
            assert_eq!((found.max, found.actual), (limit, number), "{place}");
        }
    }
}

fn units(value: &Value) -> usize {
    value.as_str().unwrap().encode_utf16().count()
}

fn count(value: &Value) -> usize {
    value.as_array().unwrap().len()
}

#[test]
fn entries_of_menus_submenus_and_ice_breakers() {
    let entries = |indent: &str, count| format!("{indent}- [A](postback:a)\n").repeat(count);
    let menu = "/persistent_menu/0/call_to_actions";
    around_in_profile(
        LIMITS.menu_items.max,
        |n| format!(":::menu\n{}:::", entries("", n)),
        "too-many-entries",
        menu,
        count,
    );
    around_in_profile(
        LIMITS.submenu_items.max,
        |n| format!(":::menu\n- B\n{}:::", entries("  ", n)),
        "too-many-entries",
        &format!("{menu}/0/call_to_actions"),
        count,
    );
    // The limit of a submenu is the same on every level.
    around_in_profile(
        LIMITS.submenu_items.max,
        |n| format!(":::menu\n- B\n  - C\n{}:::", entries("    ", n)),
        "too-many-entries",
        &format!("{menu}/0/call_to_actions/0/call_to_actions"),
        count,
    );
    around_in_profile(
        LIMITS.ice_breakers.max,
        |n| format!(":::ice-breakers\n{}:::", entries("", n)),
        "too-many-entries",
        "/ice_breakers/0/call_to_actions",
        count,
    );
    assert_eq!(
        (
            LIMITS.menu_items.max,
            LIMITS.submenu_items.max,
            LIMITS.ice_breakers.max
        ),
        (3, 5, 4)
    );
}

/// How many levels a menu has.
fn levels(entries: &Value) -> usize {
    let levels = entries.as_array().unwrap().iter().map(|entry| {
        let inner = entry.get("call_to_actions");
        inner.map_or(0, levels)
    });
    1 + levels.max().unwrap_or_default()
}

#[test]
fn levels_of_menus() {
    let menu = |depth: usize| {
        let titles = (1..depth).map(|level| format!("{}- L{level}\n", "  ".repeat(level)));
        let titles: String = titles.collect();
        format!(
            ":::menu\n{titles}{}- [A](postback:a)\n:::",
            "  ".repeat(depth)
        )
    };
    around_in_profile(
        LIMITS.menu_levels.max,
        menu,
        "submenu-flattened",
        "/persistent_menu/0/call_to_actions",
        levels,
    );
    assert_eq!(LIMITS.menu_levels.max, 3);
}

#[test]
fn titles_of_menus_and_greetings() {
    let text = |length: usize| "é".repeat(length);
    let menu = "/persistent_menu/0/call_to_actions/0";
    around_in_profile(
        LIMITS.menu_title.max,
        |n| format!(":::menu\n- [{}](postback:a)\n:::", text(n)),
        "label-too-long",
        &format!("{menu}/title"),
        units,
    );
    around_in_profile(
        LIMITS.menu_title.max,
        |n| format!(":::menu\n- {}\n  - [A](postback:a)\n:::", text(n)),
        "label-too-long",
        &format!("{menu}/title"),
        units,
    );
    around_in_profile(
        LIMITS.greeting.max,
        |n| format!("::greeting[{}]", text(n)),
        "greeting-too-long",
        "/greeting/0/text",
        units,
    );
    assert_eq!((LIMITS.menu_title.max, LIMITS.greeting.max), (30, 160));
}

#[test]
fn payloads_of_the_profile() {
    let limit = LIMITS.payload.max;
    let forms = [
        ("::start{payload={}}", "payload-too-long"),
        (
            ":::menu\n- [A](postback:{})\n- [B](postback:b)\n:::",
            "payload-too-long",
        ),
        (
            ":::ice-breakers\n- [A](postback:{})\n:::",
            "payload-too-long",
        ),
    ];
    for (form, code) in forms {
        for (length, over) in [(limit - 1, false), (limit, false), (limit + 1, true)] {
            let payload = "p".repeat(length);
            let source = form.replace("{}", &payload);
            let source = match form.starts_with("::start") {
                true => source,
                false => format!("::start{{payload=A}}\n{source}"),
            };
            let compilation = compile_profile(&source, &Options::default());
            let mut said = compilation.diagnostics.iter();
            let said = said.any(|found| found.code.as_str() == code);
            let body = serde_json::to_string(&compilation.profile).unwrap();
            assert_eq!(
                (said, body.contains(&payload)),
                (over, !over),
                "{form} at {length}"
            );
        }
    }
}

/// A greeting is not cut inside a name that the platform fills in.
#[test]
fn a_greeting_does_not_end_in_half_a_name() {
    let greeting = |before: usize| {
        let text = "a".repeat(before);
        let source = format!("::greeting[{text} {{{{user_first_name}}}} {text}]");
        let compilation = compile_profile(&source, &Options::default());
        compilation.profile.unwrap().greeting[0].text.to_string()
    };
    for before in 100..=170 {
        let sent = greeting(before);
        assert!(sent.encode_utf16().count() <= LIMITS.greeting.max);
        let whole = sent.matches("{{user_first_name}}").count();
        assert_eq!(sent.matches("{{").count(), whole, "{sent}");
        // A `{` alone is no half of a name that anyone would miss.
        assert!(sent.ends_with('…'));
    }
}

/// The lowering knows no number but the target's: a menu of one level and 20 entries.
#[test]
fn a_flat_menu_takes_the_entries_of_every_submenu() {
    let mut flat = *Target::MESSENGER_2018;
    flat.limits.menu_items.max = 20;
    flat.limits.menu_levels.max = 1;
    let options = Options::builder().target(Box::leak(Box::new(flat)));
    let options = options.build().unwrap();
    let menu = |below: usize| {
        let entries = "    - [A](postback:a)\n".repeat(below);
        format!(
            "::start{{payload=A}}\n:::menu\n- [B](postback:b)\n- C\n  - D\n{entries}- E\n  - [F](https://a.example)\n:::"
        )
    };
    for (below, codes) in [
        (18, vec!["submenu-flattened"; 3]),
        (
            19,
            [vec!["submenu-flattened"; 3], vec!["too-many-entries"]].concat(),
        ),
    ] {
        let compilation = compile_profile(&menu(below), &options);
        let said = compilation.diagnostics.iter();
        let said: Vec<_> = said.map(|found| found.code.as_str()).collect();
        assert_eq!(said, codes);
        let menu = &compilation.profile.unwrap().persistent_menu[0];
        assert_eq!(menu.call_to_actions.len(), 20);
        let nested = |item: &MenuItem<'_>| matches!(item, MenuItem::Nested { .. });
        assert!(!menu.call_to_actions.iter().any(nested));
    }
}
