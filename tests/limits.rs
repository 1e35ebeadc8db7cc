//! Every limit of every target at one less, at itself and at one more, taken from its table.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use tapmark::{ChangeKind, Code, Diagnostic, Options, Overflow, Severity, Target, compile};

fn diagnostics(source: &str, target: &'static Target, mode: Overflow) -> Vec<Diagnostic> {
    let options = Options::builder().target(target).overflow(mode);
    compile(source, &options.build().unwrap()).diagnostics
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
            ],
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
                    let found = diagnostics(&source(row.max + 1), target, mode);
                    let said = found.iter().find(|found| found.code.as_str() == code);
                    let said = said.unwrap_or_else(|| panic!("{place}: nothing is said"));
                    let limit = said.limit.expect("the limit");
                    assert_eq!((limit.max, limit.actual), (row.max, row.max + 1), "{place}");
                    check_mode(said, mode, &place);
                }
            }
        }
    }
}

/// What does not fit is an error in mode `reject` alone, and dropped in every mode but `split`.
fn check_mode(said: &Diagnostic, mode: Overflow, place: &str) {
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
    if mode == Overflow::Split {
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
