//! 400 KB of what a careless parser chokes on. There is no clock here: a quadratic one would need
//! minutes, and whoever waits notices. Ratios are measured by instruction counts, see
//! `CONTRIBUTING.md`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "common/judge.rs"]
mod judge;

use tapmark::Options;

#[test]
fn repeated_openings_compile() {
    let units = [
        "[",
        "]",
        "%[",
        "$[",
        "![",
        "](",
        "[](",
        "%[a](",
        "%[a](<",
        "%[a](reply:b){",
        "`",
        "`` ` ",
        "\\",
        "<!--",
        "<!-- -->",
        "(",
        ")",
        "((",
        "[a](b ",
        "%[a",
        "%[a] ",
        "[a](https://a.example) ",
        "%[a](reply:b)",
        "$[a](1)",
        "![](https://a.example/a.png)",
        "\n",
        "\r",
        "- ",
        "::typing\n",
        "::typing[",
        "---\n",
        "```\n",
        "~~~\n",
        "é\u{301}",
        "\u{301}",
        "👩\u{200D}",
        "{",
        "a ",
        "a. ",
        "\u{2800}",
        "\u{1}",
        "[1](https://a.example)",
        "(%[a](reply:b))",
        "&((",
        "👉 %[a](reply:b)\n",
    ];
    let repeated = units.map(|unit| unit.repeat(400_000 / unit.len()));
    // Nested: as many openings as closings, so that every one of them finds its partner.
    let pairs = [
        ("[", "]"),
        ("(", ")"),
        ("[a](", ")"),
        ("[a]((", "))"),
        ("%[a] (", ")"),
        ("%[a](", ")"),
        ("![x", "](https://a.example)"),
        ("[![x](https://a.example)", "](https://a.example)"),
        ("[", "](location)"),
        ("[a](https://b.example", ")"),
        ("[a](<", ">)"),
        ("[", "%[a](reply:b)](x"),
    ];
    let nested = pairs.map(|(open, close)| {
        let depth = 200_000 / (open.len() + close.len());
        open.repeat(depth) + &close.repeat(depth)
    });
    // The first half is looked for in what is shown of the second.
    let pairs = [
        ("**%[a](reply:b)**\n", "a_b\n"),
        ("# 👉%[a](reply:b)\n", "a_b\n"),
    ];
    let halves = pairs.map(|(first, second)| {
        first.repeat(200_000 / first.len()) + &second.repeat(200_000 / second.len())
    });
    // Containers that are never closed, and what stands in one.
    let units = [
        "# A\n",
        "# A\nx\n",
        "---\n",
        "# A\n---\n",
        ":::carousel\n",
        "# A\nx\n:::list\n",
        "#",
        "# [a](https://a.example)\n",
        "%[a](https://a.example){default}\n",
    ];
    let contained =
        units.map(|unit| ":::carousel\n# A\n".to_owned() + &unit.repeat(400_000 / unit.len()));
    for source in repeated
        .into_iter()
        .chain(nested)
        .chain(halves)
        .chain(contained)
    {
        let compilation = tapmark::compile(&source, &Options::default());
        let requests = serde_json::to_value(&compilation.requests).unwrap();
        let faults = judge::faults(&requests);
        assert!(
            faults.is_empty(),
            "{:?}: {:?}",
            source.chars().take(20).collect::<String>(),
            faults.first()
        );
    }
}
