//! The promises, as properties: any source, no panic, every limit kept, nothing lost.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "common/generator.rs"]
mod generator;
#[path = "common/judge.rs"]
mod judge;
#[path = "common/promises.rs"]
mod promises;
#[path = "common/schema.rs"]
mod schema;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_json::Value;
use tapmark::{
    ChangeKind, Code, Compilation, Diagnostic, MessagingType, Options, Overflow, Target, UserInfo,
};

/// What a checkout can ask for.
const INFO: [UserInfo; 4] = [
    UserInfo::ShippingAddress,
    UserInfo::ContactName,
    UserInfo::ContactPhone,
    UserInfo::ContactEmail,
];

/// Compiles, and holds the outcome against every promise that is independent of the source.
fn judged(source: &str) -> Compilation<'static> {
    promises::hold(source, &Options::default())
}

fn fixtures() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let topics = fs::read_dir(root)
        .unwrap()
        .map(|topic| topic.unwrap().path());
    let files = topics.flat_map(|topic| fs::read_dir(topic).unwrap());
    let paths = files.map(|file| file.unwrap().path());
    let sources = paths.filter(|path| path.extension().is_some_and(|end| end == "tapmark"));
    sources
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn prefixes_of_every_fixture_keep_the_promises() {
    let mut fixtures = fixtures();
    assert!(fixtures.len() >= 30);
    // In labels without a word what is in error looks like an ornament.
    fixtures
        .push("How was it?\n%[👍](reply:UP) %[👎](reply:DOWN){icon=https://a.b/c.png}".to_owned());
    for fixture in fixtures {
        let ends = (0..=fixture.len()).filter(|&end| fixture.is_char_boundary(end));
        // Every one of a short fixture, and some fifty of a longer one.
        for end in ends.step_by(1 + fixture.len() / 50) {
            let source = &fixture[..end];
            errors_stay(source, &judged(source));
        }
    }
}

/// What a diagnostic says stays in the text does, where nothing else changes texts.
fn errors_stay(source: &str, compilation: &Compilation<'_>) {
    let diagnostics = &compilation.diagnostics;
    let is_cut = |found: &Diagnostic| {
        let change = found.change.as_ref();
        change.is_some_and(|change| change.kind != ChangeKind::Replaced)
    };
    if source.contains(|c: char| c.is_control() && c != '\n') || diagnostics.iter().any(is_cut) {
        return;
    }
    let requests = serde_json::to_value(&compilation.requests).unwrap();
    let sent = texts(&requests);
    for diagnostic in diagnostics {
        if diagnostic.message.contains("stays in the text") {
            let said = diagnostic.span.span().slice(source);
            let stays = sent.iter().any(|text| text.contains(said.trim()));
            assert!(stays, "{source:?}: {diagnostic:?}\n{sent:#?}");
        }
    }
}

/// Every string of a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// What stands behind the mark of a heading may show nothing.
#[test]
fn a_title_shows_something() {
    for blank in ["\u{2800}", "\u{3164}", "\u{200B}", "**\u{2800}**"] {
        judged(&format!(
            "![](https://a.example/a.png)\n# {blank}\n%[Go](postback:GO)"
        ));
        judged(&format!("# {blank}\n$[Buy](9.99)"));
    }
}

/// What was looked for in vain up to the end of the source is said once.
#[test]
fn a_comment_without_end_is_one_for_all_sections() {
    let compilation = judged("<!-- One\n\n---\n\n<!-- Two");
    assert_eq!(compilation.diagnostics.len(), 1);
}

/// Places and pointers count from the beginning of a source, whatever is compiled section by section.
#[test]
fn every_fixture_keeps_the_promises_as_a_second_section() {
    for fixture in fixtures() {
        let source = format!("Hello\n\n---\n\n{fixture}");
        for target in Target::ALL {
            for &overflow in Overflow::ALL {
                let builder = Options::builder().target(target).overflow(overflow);
                promises::hold(&source, &builder.build().unwrap());
            }
        }
    }
}

/// A target and what happens to what does not fit.
fn mode() -> impl Strategy<Value = (&'static Target, Overflow)> {
    let targets = prop::sample::select(Target::ALL.to_vec());
    (targets, prop::sample::select(Overflow::ALL.to_vec()))
}

/// Pieces of shorthand, whole and broken, and what stands between them.
fn fragment() -> impl Strategy<Value = String> {
    let pieces = [
        "%[Yes](reply:Y)",
        "%[No](postback:N)",
        "[site](https://a.example/b)",
        "$[Buy](9.99)",
        "$[Buy](9.99 EUR)",
        "![](https://a.example/i.png)",
        "![v](https://a.example/v.mp4)",
        "[call](tel:+1 510 555 0100)",
        "%[here](location)",
        "%[bare]",
        "[w](webview:https://a.example)",
        "[![alt](https://a.example/i.png)](https://a.example/p)",
        "{height=tall}",
        "{icon=https://a.example/i.png}",
        "{default}",
        "{x",
        "[1](https://a.example/1)",
        "[mail](mailto:a@a.example)",
        "(share)",
        "<!-- c -->",
        "<!--",
        "-->",
        "---\n",
        "\n---\n",
        "::typing\n",
        "::seen\n",
        "::location[x]{lat=1 long=2}\n",
        ":::x\n",
        "\n::start{payload=GO}\n",
        "\n::start\n",
        "\n::greeting[Hi {{user_first_name}}!]\n",
        "\n::greeting[Salut]{locale=fr_FR}\n",
        "\n::greeting[Salut]{locale=fr-FR}\n",
        "\n:::menu\n",
        "\n:::menu{locale=en_US input=off}\n",
        "\n:::ice-breakers\n",
        "\n- Sub\n",
        "\n  - Sub\n",
        "\n    - [Deep](postback:D)\n",
        "\n      - [Deeper](https://a.example/d)\n",
        "\n- [Entry](postback:E)\n",
        "\n:::carousel\n",
        "\n:::carousel{ratio=square}\n",
        "\n:::list\n",
        "\n:::list{style=large}\n",
        "\n:::\n",
        "\n# Title\n",
        "\n# Title\ntext\n",
        "\n# Title\n%[Yes](postback:Y)\n",
        "\n# [Link](https://a.example/l)\n",
        "\n## **Bold**\n",
        "\n#\n",
        "[d](https://a.example/d){default}",
        "[s](share)",
        "**bold**",
        "|---|---|\n",
        "```\n",
        "~~~\n",
        "`",
        "``",
        "\\",
        "\\[",
        "\\%[",
        "[",
        "]",
        "(",
        ")",
        "%[",
        "$[",
        "![",
        "](",
        "(<",
        ">)",
        "%",
        "$",
        "!",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "  ",
        "- ",
        "1. ",
        ". ",
        ", ",
        ": ",
        "👉",
        "👩‍👩‍👧‍👦",
        "1️⃣",
        "word",
        "54%",
        "**",
        "*",
        "#",
        "# ",
        "&((",
        "\u{0}",
        "\u{7}",
        "\u{200B}",
        "\u{2800}",
        "\u{202E}",
        "\u{FEFF}",
        "é",
        "日本語",
        "مرحبا",
        "(%[a](reply:b))",
        "\"",
        "'",
        "tel:",
        "reply:",
        "https://",
        "javascript:",
        "A label that is much longer than twenty units",
        "a%[b]c",
    ];
    let piece = prop::sample::select(pieces.to_vec()).prop_map(str::to_owned);
    let long = (1_usize..900).prop_map(|length| "lorem ".repeat(length));
    prop_oneof![20 => piece, 3 => any::<char>().prop_map(String::from), 1 => long]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shorthand_of_any_kind_keeps_the_promises(
        fragments in prop::collection::vec(fragment(), 0..40),
    ) {
        judged(&fragments.concat());
    }

    /// Whatever the builder accepts keeps the promises; what it refuses is refused with a reason.
    #[test]
    fn options_of_any_kind_keep_the_promises(
        fragments in prop::collection::vec(fragment(), 0..12),
        placeholder in "\\PC{0,90}",
        merchant in prop::option::of(".{0,90}"),
        recipient in prop::option::of(".{0,5}"),
        tag in prop::option::of(prop::sample::select(vec!["TICKET_UPDATE", "HUMAN_AGENT", "SALE"])),
        info in prop::collection::vec(prop::sample::select(INFO.to_vec()), 0..4),
        test_payment in any::<bool>(),
        checkout in prop::option::of("(https://a\\.example/)?(\\{label\\}|\\{x\\}|\\PC){0,5}"),
        (target, mode) in mode(),
    ) {
        // A buy button, which shows what a checkout asks for.
        let source = format!("{}\n$[Buy](9.99)", fragments.concat());
        let mut builder = Options::builder()
            .target(target)
            .overflow(mode)
            .placeholder(placeholder)
            .requested_user_info(info)
            .test_payment(test_payment);
        if let Some(merchant) = merchant {
            builder = builder.merchant_name(merchant);
        }
        if let Some(checkout) = checkout {
            builder = builder.checkout_url(checkout);
        }
        if let Some(recipient) = recipient {
            builder = builder.recipient(recipient);
        }
        if let Some(tag) = tag {
            builder = builder.tag(tag).messaging_type(MessagingType::MessageTag);
        }
        match builder.build() {
            Ok(options) => {
                drop(promises::hold(&source, &options));
                // A source of nothing but text is sent without a tree.
                drop(promises::hold("Hello", &options));
            }
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    #[test]
    fn bytes_of_any_kind_keep_the_promises(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        judged(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn sources_of_any_kind_keep_the_promises(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        (target, mode) in mode(),
    ) {
        let options = Options::builder().target(target).overflow(mode);
        let options = options.checkout_url("https://a.example/{label}").build().unwrap();
        promises::hold(&generator::source(&bytes), &options);
    }

    /// The order of sections is the order of requests: each gives what it gives alone, after what
    /// the sections before it give.
    #[test]
    fn sections_follow_each_other(
        sections in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..60), 2..6),
    ) {
        // The first byte asks for a source without slips, in which no fence, comment or container
        // is left open: a separator behind it ends a section. The blank line is for a byte order
        // mark, which is one at the beginning of a source alone.
        let sections: Vec<_> = sections
            .iter()
            .map(|bytes| format!("\n{}", generator::source(&[&[0], &bytes[..]].concat())))
            .collect();
        let alone = sections.iter().flat_map(|section| judged(section).requests);
        let together = judged(&sections.join("---\n")).requests;
        prop_assert_eq!(together, alone.collect::<Vec<_>>());
    }

    /// Containers with items of every kind, up to more than are sent.
    #[test]
    fn containers_keep_the_promises(
        opening in prop::sample::select(vec![":::carousel", ":::list", ":::list{style=large}"]),
        items in prop::collection::vec(
            ("[a-z*]{0,90}", prop::collection::vec(fragment(), 0..6)),
            0..14,
        ),
        after in prop::collection::vec(fragment(), 0..4),
    ) {
        let mut source = format!("{opening}\n");
        for (title, fragments) in items {
            source.push_str(&format!("# {title}\n{}\n", fragments.concat()));
        }
        judged(&format!("{source}:::\n{}", after.concat()));
    }

    /// Menus and ice breakers with entries of every kind, as deep as they come.
    #[test]
    fn entries_keep_the_promises(
        opening in prop::sample::select(vec![
            ":::menu", ":::menu{input=off}", ":::menu{locale=en_US}", ":::ice-breakers",
        ]),
        entries in prop::collection::vec(
            (0_usize..5, prop::sample::select(vec!["-", "*", "1.", ""]), prop_oneof![
                "[a-z]{0,40}",
                "\\[[a-z ]{0,40}\\]\\(postback:[A-Z]{1,5}\\)",
                "%\\[[a-z ]{1,9}\\]\\(https://a\\.example/[a-z]{1,5}\\)",
                fragment(),
            ]),
            0..24,
        ),
        start in prop::sample::select(vec!["", "::start{payload=GO}\n"]),
        (target, mode) in mode(),
    ) {
        let options = Options::builder().target(target).overflow(mode).build().unwrap();
        let mut source = format!("{start}{opening}\n");
        for (depth, mark, entry) in entries {
            source.push_str(&format!("{}{mark} {entry}\n", "  ".repeat(depth)));
        }
        promises::hold(&source, &options);
        promises::hold(&format!("{source}:::\n{source}:::\n"), &options);
    }

    /// Every word, label, payload and URL is in the requests or in a diagnostic.
    #[test]
    fn nothing_is_lost(parts in prop::collection::vec(0_usize..20, 1..40)) {
        let mut source = String::new();
        let mut kept = Vec::new();
        let mut keep = |kind: &str, index: usize| {
            let token = format!("{kind}{index}x");
            kept.push(token.clone());
            token
        };
        for (index, part) in parts.into_iter().enumerate() {
            let piece = match part {
                0 => format!("%[{}](reply:{})", keep("label", index), keep("payload", index)),
                1 => format!("%[{}](postback:{}) ", keep("label", index), keep("payload", index)),
                2 => format!("[{}](https://a.example/{})", keep("label", index), keep("path", index)),
                3 => format!("$[{}](1{index}.50)", keep("label", index)),
                4 => format!("![](https://a.example/{}.png)", keep("image", index)),
                5 => format!("%[{}](webview:https://a.example/{})", keep("label", index), keep("path", index)),
                6 => format!("[{}](mailto:{}@a.example)", keep("label", index), keep("mail", index)),
                7 => format!("%[{}]", keep("label", index)),
                8 => format!("{}. ", keep("word", index)),
                9 => format!(" {} ", keep("word", index).repeat(60)),
                10 => "\n".to_owned(),
                11 => "\n\n- ".to_owned(),
                12 => format!("`{}`", keep("code", index)),
                13 => "\n:::carousel\n".to_owned(),
                14 => "\n:::list\n".to_owned(),
                15 => "\n:::\n".to_owned(),
                16 => format!("\n# {}\n", keep("title", index)),
                17 => format!("\n# [{}](https://a.example/{})\n", keep("title", index), keep("page", index)),
                18 => "\n---\n".to_owned(),
                _ => format!("%[{}](nonsense {})", keep("label", index), keep("target", index)),
            };
            source.push_str(&piece);
        }
        let mut compilation = judged(&source);
        // What is said of a divided text repeats it, and would hide that something is lost.
        compilation.diagnostics.retain(|found| found.code != Code::TextTooLong);
        let written = serde_json::to_string(&compilation).unwrap();
        for token in kept {
            prop_assert!(written.contains(&token), "{token} is lost\n{source}\n{written}");
        }
    }
}
