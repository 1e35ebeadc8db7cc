//! Every limit of every target at one less, at itself and at one more, taken from its table.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use serde_json::Value;
use tapmark::messenger::MenuItem;
use tapmark::{
    ChangeKind, Code, Diagnostic, Options, Overflow, ProfileCompilation, Severity, Target, compile,
    compile_profile,
};

fn diagnostics(source: &str, target: &'static Target, mode: Overflow) -> Vec<Diagnostic> {
    let options = options(target, mode);
    match is_of_profile(source) {
        true => compile_profile(source, &options).diagnostics,
        false => compile(source, &options).diagnostics,
    }
}

fn options(target: &'static Target, mode: Overflow) -> Options {
    let options = Options::builder().target(target).overflow(mode);
    options.build().unwrap()
}

/// A source for the profile begins with its start button, as every menu needs one.
const START: &str = "::start{payload=A}\n";

fn is_of_profile(source: &str) -> bool {
    source.starts_with(START)
}

/// Makes a source with as many units, or things, as it is told.
type Source = fn(usize) -> String;

/// What a row of the table bounds: sources with that many, and the code that says there are too
/// many. A row that is missing here fails the test.
fn bounded(row: &str) -> (&'static str, Vec<Source>) {
    match row {
        "text" => ("text-too-long", vec![|n| "a".repeat(n), |n| half_emoji(n)]),
        "template-text" => (
            "text-too-long",
            vec![|n| format!("{}\n%[A](postback:a)", "a".repeat(n)), |n| {
                format!("::location[{}]{{lat=1 long=2}}", "a".repeat(n))
            }],
        ),
        "replies" => (
            "too-many-replies",
            vec![
                |n| format!("Hi {}", "%[A](reply:a) ".repeat(n)),
                |n| format!("Hi {}", "%[A] ".repeat(n)),
                |n| format!("Hi %[A](phone) {}", "%[B](email) ".repeat(n - 1)),
            ],
        ),
        "reply-title" => (
            "label-too-long",
            vec![|n| format!("Hi %[{}](reply:a)", "é".repeat(n)), |n| {
                format!("Hi %[{}]", half_emoji(n))
            }],
        ),
        "buttons" => (
            "too-many-buttons",
            vec![|n| format!("Hi {}", POSTBACK.repeat(n)), |n| {
                format!(":::carousel\n# One\n{}\n:::", POSTBACK.repeat(n))
            }],
        ),
        "button-title" => (
            "label-too-long",
            vec![
                |n| format!("Hi %[{}](postback:a)", "é".repeat(n)),
                |n| format!("Hi %[{}](tel:+15105550100)", half_emoji(n)),
                |n| {
                    let label = "é".repeat(n);
                    format!(":::carousel\n# One\n%[{label}](https://a.example)\n:::")
                },
            ],
        ),
        "element-title" => (
            "title-too-long",
            vec![
                |n| format!(":::carousel\n# {}\ntext\n:::", "t".repeat(n)),
                |n| format!(":::carousel\n# {}\ntext\n:::", half_emoji(n)),
                |n| format!("![{}](https://a.example/a.png) {POSTBACK}", "t".repeat(n)),
            ],
        ),
        "element-subtitle" => (
            "subtitle-too-long",
            vec![
                |n| format!(":::carousel\n# One\n{}\n:::", "s".repeat(n)),
                |n| format!(":::carousel\n# One\n{}\n:::", half_emoji(n)),
            ],
        ),
        "items" => (
            "too-many-items",
            vec![
                |n| items(":::carousel", n),
                |n| items(":::list", n),
                // Items in error are not counted.
                |n| items(":::carousel\n# Broken", n),
            ],
        ),
        "list-items" => ("list-divided", vec![|n| items(":::list", n)]),
        "list-item-buttons" => (
            "too-many-buttons",
            vec![|n| format!(":::list\n# One\n{}\n# Two\ntext\n:::", POSTBACK.repeat(n))],
        ),
        "list-buttons" => (
            "too-many-buttons",
            vec![|n| items(":::list", 2) + &POSTBACK.repeat(n)],
        ),
        "payload" => (
            "payload-too-long",
            vec![
                |n| format!("Hi %[A](reply:{})", "p".repeat(n)),
                |n| format!("Hi %[A](postback:{})", half_emoji(n)),
                |n| {
                    format!(
                        ":::carousel\n# One\ntext %[A](postback:{})\n:::",
                        "p".repeat(n)
                    )
                },
                |n| menu(&format!("- [A](postback:{})\n", half_emoji(n))),
            ],
        ),
        "menu-items" => (
            "too-many-entries",
            vec![|n| menu(&entries("", n)), |n| {
                menu(&format!("- [A](tel:+15105550100)\n{}", entries("", n)))
            }],
        ),
        "submenu-items" => (
            "too-many-entries",
            vec![
                |n| menu(&format!("- B\n{}", entries("  ", n))),
                // The limit of a submenu is the same on every level.
                |n| menu(&format!("- B\n  - C\n{}", entries("    ", n))),
            ],
        ),
        "menu-levels" => ("submenu-flattened", vec![|n| menu(&nested(n))]),
        "menu-title" => (
            "label-too-long",
            vec![
                |n| menu(&format!("- [{}](postback:a)\n", "é".repeat(n))),
                |n| menu(&format!("- [{}](https://a.example)\n", half_emoji(n))),
            ],
        ),
        "greeting" => (
            "greeting-too-long",
            vec![|n| format!("{START}::greeting[{}]", "é".repeat(n)), |n| {
                format!(
                    "{START}::greeting[{}]{{locale=fr_FR}}\n::greeting[a]",
                    half_emoji(n)
                )
            }],
        ),
        "ice-breakers" => (
            "too-many-entries",
            vec![|n| format!("{START}:::ice-breakers\n{}:::", entries("", n))],
        ),
        row => panic!("no source is made for the limit {row}"),
    }
}

const POSTBACK: &str = "%[A](postback:a) ";

/// That many UTF-16 units, most of them halves of emoji.
fn half_emoji(units: usize) -> String {
    "a".repeat(units % 2) + &"🍕".repeat(units / 2)
}

/// A container with that many complete items.
fn items(opening: &str, count: usize) -> String {
    let items: Vec<_> = (1..=count).map(|n| format!("# Item {n}\ntext\n")).collect();
    format!("{opening}\n{}:::\n", items.concat())
}

/// A menu with these lines.
fn menu(entries: &str) -> String {
    format!("{START}:::menu\n{entries}:::\n")
}

/// That many entries on one level.
fn entries(indent: &str, count: usize) -> String {
    format!("{indent}- [A](postback:a)\n").repeat(count)
}

/// An entry in menus in menus, that many with the outermost.
fn nested(levels: usize) -> String {
    let titles = (1..levels).map(|level| format!("{}- L{level}\n", "  ".repeat(level)));
    titles.collect::<String>() + &entries(&"  ".repeat(levels), 1)
}

#[test]
fn one_more_than_the_limit_is_said_and_no_less() {
    for target in Target::ALL {
        for &mode in Overflow::ALL {
            for row in target.limits.rows() {
                let (code, sources) = bounded(row.name);
                for (index, source) in sources.iter().enumerate() {
                    let place = format!("{target}, {}, {}, source {index}", mode.name(), row.name);
                    for count in [row.max - 1, row.max] {
                        let found = diagnostics(&source(count), target, mode);
                        let said = found.iter().any(|found| found.code.as_str() == code);
                        assert!(!said, "{place}, {count}: {found:?}");
                    }
                    let source = source(row.max + 1);
                    let found = diagnostics(&source, target, mode);
                    let said = found.iter().find(|found| found.code.as_str() == code);
                    let said = said.unwrap_or_else(|| panic!("{place}: nothing is said"));
                    let limit = said.limit.expect("the limit");
                    assert_eq!((limit.max, limit.actual), (row.max, row.max + 1), "{place}");
                    check_mode(said, mode, is_of_profile(&source), &place);
                }
            }
        }
    }
}

/// What does not fit is an error in mode `reject` alone, and dropped in every mode but `split`, in
/// which a profile still has no text to put it into.
fn check_mode(said: &Diagnostic, mode: Overflow, of_profile: bool, place: &str) {
    if !said.code.is_overflow() {
        return assert_eq!(said.severity, said.code.severity(), "{place}");
    }
    let severity = match mode {
        Overflow::Reject => Severity::Error,
        _ => Severity::Warning,
    };
    assert_eq!(said.severity, severity, "{place}");
    let change = said.change.as_ref().expect("a change");
    assert!(!change.before.is_empty(), "{place}");
    if mode == Overflow::Split && !of_profile {
        assert_ne!(change.kind, ChangeKind::Dropped, "{place}");
    }
}

/// A text that fits no card is not cut to make one: nothing is said, and no card is sent.
#[test]
fn a_text_makes_a_card_up_to_the_limits_of_its_title_and_subtitle() {
    for target in Target::ALL {
        let is_card = |title: usize, subtitle: usize| {
            let (title, subtitle) = ("t".repeat(title), "s".repeat(subtitle));
            let source = format!("![](https://a.example/a.png)\n{title}\n{subtitle}\n{POSTBACK}");
            let options = Options::builder().target(target).build().unwrap();
            let requests = compile(&source, &options).requests;
            let sent = serde_json::to_value(requests).unwrap();
            sent[0]["message"]["attachment"]["payload"]["template_type"] == "generic"
        };
        let (title, subtitle) = (
            target.limits.element_title.max,
            target.limits.element_subtitle.max,
        );
        for less in [1, 0] {
            assert!(is_card(title - less, 5), "{target}");
            assert!(is_card(5, subtitle - less), "{target}");
        }
        assert!(!is_card(title + 1, 5), "{target}");
        assert!(!is_card(5, subtitle + 1), "{target}");
    }
}

#[test]
fn payloads_of_payments_have_the_limit_of_others() {
    let limit = Target::MESSENGER_2018.limits.payload.max;
    for (length, over) in [(limit - 1, false), (limit, false), (limit + 1, true)] {
        let source = format!("Hi $[A](5){{payload={}}}", "p".repeat(length));
        let found = diagnostics(&source, Target::MESSENGER_2018, Overflow::Truncate);
        let said = found.iter().any(|found| found.code == Code::PayloadTooLong);
        assert_eq!(said, over, "at {length}");
    }
}

fn profile(source: &str, target: &'static Target) -> ProfileCompilation<'static> {
    compile_profile(source, &options(target, Overflow::default()))
}

/// Compiles the profile of each size around the limit; only the last is over it, by one, and what
/// is sent then is as much as fits.
fn around_in_profile(
    target: &'static Target,
    limit: usize,
    source: impl Fn(usize) -> String,
    code: &str,
    (place, size): (&str, fn(&Value) -> usize),
) {
    // No menu has less than one level.
    for number in [limit - 1, limit, limit + 1]
        .into_iter()
        .filter(|&it| it > 0)
    {
        let compilation = profile(&source(number), target);
        let said = compilation.diagnostics.iter();
        let said = said.filter(|found| found.severity > Severity::Note);
        let said: Vec<_> = said.collect();
        let codes: Vec<_> = said.iter().map(|found| found.code.as_str()).collect();
        let body = serde_json::to_value(&compilation.profile).unwrap();
        let sent = body.pointer(place).map_or(0, size);
        let origin = format!("{target}, {place} at {number}");
        if number <= limit {
            assert_eq!((codes, sent), (vec![], number), "{origin}");
        } else {
            assert_eq!((codes, sent), (vec![code], limit), "{origin}");
            let found = said[0].limit.unwrap();
            assert_eq!((found.max, found.actual), (limit, number), "{origin}");
        }
    }
}

fn units(value: &Value) -> usize {
    value.as_str().unwrap().encode_utf16().count()
}

fn count(value: &Value) -> usize {
    value.as_array().unwrap().len()
}

/// Where the entries of a menu are sent.
const MENU: &str = "/persistent_menu/0/call_to_actions";

#[test]
fn entries_of_menus_submenus_and_ice_breakers() {
    for (target, numbers) in [
        (Target::MESSENGER_2018, (3, 5, 4)),
        (Target::MESSENGER_2026, (20, 0, 4)),
    ] {
        let limits = &target.limits;
        let (items, below) = (limits.menu_items.max, limits.submenu_items.max);
        let questions = limits.ice_breakers.max;
        assert_eq!((items, below, questions), numbers, "{target}");
        let around = |limit, source: fn(usize) -> String, place: &str| {
            around_in_profile(target, limit, source, "too-many-entries", (place, count));
        };
        around(items, |n| menu(&entries("", n)), MENU);
        around(
            questions,
            |n| format!(":::ice-breakers\n{}:::", entries("", n)),
            "/ice_breakers/0/call_to_actions",
        );
        if below > 0 {
            around(
                below,
                |n| menu(&format!("- B\n{}", entries("  ", n))),
                &format!("{MENU}/0/call_to_actions"),
            );
            around(
                below,
                |n| menu(&format!("- B\n  - C\n{}", entries("    ", n))),
                &format!("{MENU}/0/call_to_actions/0/call_to_actions"),
            );
        }
    }
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
    for (target, number) in [(Target::MESSENGER_2018, 3), (Target::MESSENGER_2026, 1)] {
        let limit = target.limits.menu_levels.max;
        assert_eq!(limit, number, "{target}");
        let source = |n| menu(&nested(n));
        around_in_profile(target, limit, source, "submenu-flattened", (MENU, levels));
    }
}

#[test]
fn titles_of_menus_and_greetings() {
    let text = |length: usize| "é".repeat(length);
    let title = format!("{MENU}/0/title");
    for &target in Target::ALL {
        let limits = &target.limits;
        let numbers = (limits.menu_title.max, limits.greeting.max);
        assert_eq!(numbers, (30, 160), "{target}");
        around_in_profile(
            target,
            limits.menu_title.max,
            |n| menu(&format!("- [{}](postback:a)\n", text(n))),
            "label-too-long",
            (&title, units),
        );
        if limits.menu_levels.max > 1 {
            around_in_profile(
                target,
                limits.menu_title.max,
                |n| menu(&format!("- {}\n  - [A](postback:a)\n", text(n))),
                "label-too-long",
                (&title, units),
            );
        }
        around_in_profile(
            target,
            limits.greeting.max,
            |n| format!("::greeting[{}]", text(n)),
            "greeting-too-long",
            ("/greeting/0/text", units),
        );
    }
}

#[test]
fn payloads_of_the_profile() {
    let forms = [
        "::start{payload={}}",
        "::start{payload=A}\n:::menu\n- [A](postback:{})\n- [B](postback:b)\n:::",
        ":::ice-breakers\n- [A](postback:{})\n:::",
    ];
    for &target in Target::ALL {
        let limit = target.limits.payload.max;
        for form in forms {
            for (length, over) in [(limit - 1, false), (limit, false), (limit + 1, true)] {
                let payload = "p".repeat(length);
                let compilation = profile(&form.replace("{}", &payload), target);
                let mut said = compilation.diagnostics.iter();
                let said = said.any(|found| found.code == Code::PayloadTooLong);
                let body = serde_json::to_string(&compilation.profile).unwrap();
                let sent = body.contains(&payload);
                assert_eq!((said, sent), (over, !over), "{target}, {form} at {length}");
            }
        }
    }
}

/// A greeting is not cut inside a name that the platform fills in.
#[test]
fn a_greeting_does_not_end_in_half_a_name() {
    for &target in Target::ALL {
        for before in 100..=170 {
            let text = "a".repeat(before);
            let source = format!("::greeting[{text} {{{{user_first_name}}}} {text}]");
            let sent = profile(&source, target).profile.unwrap().greeting[0]
                .text
                .to_string();
            assert!(sent.encode_utf16().count() <= target.limits.greeting.max);
            let whole = sent.matches("{{user_first_name}}").count();
            assert_eq!(sent.matches("{{").count(), whole, "{sent}");
            // A `{` alone is no half of a name that anyone would miss.
            assert!(sent.ends_with('…'));
        }
    }
}

/// Entries that leave their submenus count where they are put.
#[test]
fn a_flat_menu_takes_the_entries_of_every_submenu() {
    let source = |below: usize| {
        let below = entries("    ", below);
        menu(&format!(
            "- [B](postback:b)\n- C\n  - D\n{below}- E\n  - [F](https://a.example)\n"
        ))
    };
    for (below, codes) in [
        (18, vec!["submenu-flattened"; 3]),
        (
            19,
            [vec!["submenu-flattened"; 3], vec!["too-many-entries"]].concat(),
        ),
    ] {
        let compilation = profile(&source(below), Target::MESSENGER_2026);
        let said = compilation.diagnostics.iter();
        let said: Vec<_> = said.map(|found| found.code.as_str()).collect();
        assert_eq!(said, codes);
        let menu = &compilation.profile.unwrap().persistent_menu[0];
        assert_eq!(menu.call_to_actions.len(), 20);
        let nested = |item: &MenuItem<'_>| matches!(item, MenuItem::Nested { .. });
        assert!(!menu.call_to_actions.iter().any(nested));
    }
}
