//! Families of sources that a careless parser chokes on: each is one thing, as often as asked for.

/// A name, and the source of about `size` bytes.
pub(crate) fn families(size: usize) -> impl Iterator<Item = (String, String)> {
    let repeated = REPEATED.iter().map(move |unit| {
        let source = unit.repeat(size / unit.len());
        (format!("{unit:?} repeated"), source)
    });
    // As many openings as closings, so that every one of them finds its partner.
    let nested = NESTED.iter().map(move |(open, close)| {
        let depth = size / (open.len() + close.len());
        let source = open.repeat(depth) + &close.repeat(depth);
        (format!("{open:?} … {close:?} nested"), source)
    });
    // The first half is looked for in what becomes of the second.
    let halves = HALVES.iter().map(move |(first, second)| {
        let half = size / 2;
        let source = first.repeat(half / first.len()) + &second.repeat(half / second.len());
        (format!("{first:?}, then {second:?}"), source)
    });
    // Containers that are never closed, and what stands in one.
    let contained = CONTAINED.iter().map(move |unit| {
        let source = ":::carousel\n# A\n".to_owned() + &unit.repeat(size / unit.len());
        (format!("{unit:?} in a carousel"), source)
    });
    // Separators that all look for the one heading.
    let ruled = RULES.iter().map(move |unit| {
        let rules = unit.repeat(size / unit.len());
        let source = ":::carousel\n# A\n".to_owned() + &rules + "# B\nb\n:::";
        (format!("{unit:?} between two items"), source)
    });
    let listed = LISTED.iter().map(move |unit| {
        let source = "::start{payload=A}\n:::menu\n".to_owned() + &unit.repeat(size / unit.len());
        (format!("{unit:?} in a menu"), source)
    });
    // One entry, with a slip behind the other.
    let slips = SLIPS.iter().map(move |unit| {
        let source = "::start{payload=A}\n:::menu\n- ".to_owned() + &unit.repeat(size / unit.len());
        (format!("{unit:?} repeated in an entry"), source)
    });
    // Each entry below the one before it.
    let deep = (0..).map(|depth| "  ".repeat(depth) + "- a\n");
    let mut deepest = "::start{payload=A}\n:::menu\n".to_owned();
    for entry in deep {
        if deepest.len() + entry.len() > size {
            break;
        }
        deepest.push_str(&entry);
    }
    let deepest = [("the deepest menu".to_owned(), deepest)];
    let profile = listed.chain(slips).chain(deepest);
    let rest = repeated.chain(nested).chain(halves);
    rest.chain(contained).chain(ruled).chain(profile)
}

const REPEATED: [&str; 60] = [
    "[",
    "]",
    "%[",
    "$[",
    "![",
    "](",
    "[](",
    "%[a](",
    "%[a](<",
    "%[a](reply：",
    "%[a]（",
    "%[a]（reply:b",
    "%[a](reply:b){",
    "%[a](reply:b){x=y ",
    "`",
    "`` ` ",
    "\\",
    "\\%[",
    "<!--",
    "<!-- -->",
    "<!--\n---\n",
    "(",
    ")",
    "((",
    "[a](b ",
    "%[a]((reply:b) ",
    "%[a",
    "%[a] ",
    "[a](https://a.example) ",
    "字https://字www.",
    "see [a](https://a.example) here. ",
    "%[a](reply:b)",
    "$[a](1)",
    "$[a]",
    "![](https://a.example/a.png)",
    "\n",
    "\r",
    "\r\n",
    "- ",
    "- [a](https://a.example)\n",
    "::typing\n",
    "::typing[",
    "::typing <!-- a --> <!-- b -->\n",
    "::start{payload=a}\n",
    "::greeting[a]\n",
    ":::x\n",
    "::carousel\n# a\n---\n",
    "---\n",
    "# a\n",
    "```\n",
    "~~~\n",
    "é\u{301}",
    "\u{301}",
    "👩\u{200D}",
    "{",
    "a ",
    "a. ",
    "\u{2800}",
    "**a",
    "&((",
];

const NESTED: [(&str, &str); 14] = [
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
    ("[a](reply=", ")"),
    ("%[a]（", "）"),
    ("[", "%[a](reply:b)](x"),
];

const HALVES: [(&str, &str); 4] = [
    ("::greeting[", "<!--["),
    ("::greeting[\\<!--[", "-->"),
    ("**%[a](reply:b)**\n", "a_b\n"),
    ("# 👉%[a](reply:b)\n", "a_b\n"),
];

const RULES: [&str; 2] = ["---\n", "---\n<!-- a -->\n"];

const LISTED: [&str; 9] = [
    "- a\n",
    "- [a](postback:b)\n",
    "- a\n  - [a](postback:b)\n",
    "- a\n  - b\n    - c\n      - d\n        - [a](postback:b)\n",
    "- [a](postback:b)\n  - [a](postback:b)\n",
    "x\n",
    "---\n- a\n",
    ":::menu{locale=en_US}\n- [a](postback:b)\n",
    ":::ice-breakers\n- [a](postback:b)\n",
];

const SLIPS: [&str; 3] = [
    "%[a](replay:b) ",
    "%[a] (postback:b) ",
    "%[a](replay:b){a='b' ",
];

const CONTAINED: [&str; 11] = [
    "# A\n",
    "# A\nx\n",
    "---\n",
    "# A\n---\n",
    "---\n<!-- a -->\n",
    "---\n<!-- a\n",
    ":::carousel\n",
    "# A\nx\n:::list\n",
    "#",
    "# [a](https://a.example)\n",
    "%[a](https://a.example){default}\n",
];
