//! Sources of every kind from a string of bytes: well-formed, almost well-formed, hostile. The
//! same bytes give the same source, in a property and in a fuzz target.

/// Reads choices off bytes; when they run out, every choice is the first one.
struct Choices<'b> {
    bytes: std::slice::Iter<'b, u8>,
    /// Numbers the words, so that each stands once.
    words: usize,
}

impl Choices<'_> {
    fn below(&mut self, count: usize) -> usize {
        let byte = self.bytes.next().copied().unwrap_or_default();
        usize::from(byte) % count
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }

    fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == count - 1
    }

    fn more(&self) -> bool {
        self.bytes.len() > 0
    }

    /// A word that stands nowhere else: a letter of some script, a number, a letter.
    fn word(&mut self) -> String {
        self.words += 1;
        let letter = self.pick(&["w", "é", "日", "م", "w", "w"]);
        format!("{letter}{}x", self.words)
    }

    fn words(&mut self, most: usize) -> String {
        let count = 1 + self.below(most);
        let words: Vec<_> = (0..count).map(|_| self.word()).collect();
        words.join(self.pick(&[" ", " ", " ", "  "]))
    }
}

/// How much of a source is as the language has it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    WellFormed,
    Almost,
    Hostile,
}

/// A source of the kind that the first byte says.
pub(crate) fn source(bytes: &[u8]) -> String {
    let mut choices = Choices {
        bytes: bytes.iter(),
        words: 0,
    };
    let kind = match choices.below(3) {
        0 => Kind::WellFormed,
        1 => Kind::Almost,
        _ => Kind::Hostile,
    };
    let mut source = String::new();
    while choices.more() {
        block(&mut choices, kind, &mut source);
        let end = choices.pick(&["\n", "\n", "\n\n", "\r\n"]);
        source.push_str(end);
    }
    source
}

fn block(choices: &mut Choices<'_>, kind: Kind, out: &mut String) {
    match choices.below(19) {
        0 => out.push_str("---"),
        1 => out.push_str(choices.pick(&["::typing", "::seen", "::typing{off}"])),
        2 => {
            let words = choices.words(3);
            out.push_str(&format!("::location[{words}]{{lat=45.5 long=-73.6}}"));
        }
        3 | 4 => container(choices, kind, out),
        5 => {
            let words = choices.words(3);
            out.push_str(&format!("```\n%[{words}](reply:code)\n```"));
        }
        6 => {
            let text = choices.words(6).repeat(40);
            out.push_str(&text);
        }
        7 => leaf_of_profile(choices, out),
        8 => entries(choices, kind, out),
        9 => many_replies(choices, out),
        _ => line(choices, kind, out),
    }
}

/// About as many replies as a message takes: lines of any parts seldom have that many.
fn many_replies(choices: &mut Choices<'_>, out: &mut String) {
    for _ in 0..10 + choices.below(6) {
        let label = choices.words(4);
        let word = choices.word();
        out.push_str(&format!("%[{label}](reply:{word}) "));
    }
}

fn leaf_of_profile(choices: &mut Choices<'_>, out: &mut String) {
    let word = choices.word();
    let words = choices.words(30);
    let locale = choices.pick(&LOCALES);
    let leaf = match choices.below(5) {
        0 | 1 => format!("::start{{payload={word}}}"),
        2 => format!("::greeting[{words}]"),
        3 => format!("::greeting[Hi {{{{user_first_name}}}}, {words}]{{locale=default}}"),
        _ => format!("::greeting[{words}]{{locale={locale}}}"),
    };
    out.push_str(&leaf);
}

const LOCALES: [&str; 6] = ["default", "de_DE", "fr_FR", "ja_JP", "DEFAULT", "es"];

/// A menu or ice breakers: entries, some of them below others, some of them none.
fn entries(choices: &mut Choices<'_>, kind: Kind, out: &mut String) {
    let locale = choices.pick(&LOCALES);
    let opening = choices.pick(&[":::menu", ":::ice-breakers", ":::menu", ":::MENU"]);
    out.push_str(opening);
    match choices.below(3) {
        0 => {}
        1 => out.push_str(&format!("{{locale={locale}}}")),
        _ if opening == ":::ice-breakers" => {}
        _ => out.push_str("{input=off}"),
    }
    let mut depth = 0;
    for _ in 0..choices.below(16) {
        let indentation = choices.pick(&["  ", "    ", "  "]).repeat(depth);
        let marker = choices.pick(&["-", "-", "*", "1.", "+"]);
        out.push_str(&format!("\n{indentation}{marker} "));
        let words = choices.words(4);
        let word = choices.word();
        match choices.below(8) {
            0 | 1 => {
                out.push_str(&words);
                depth += 1;
                continue;
            }
            2 | 3 => out.push_str(&format!("[{words}](postback:{word})")),
            4 => out.push_str(&format!(
                "%[{words}](https://a.example/{word}){{height=tall}}"
            )),
            5 => out.push_str(&format!("[{words}](webview:https://a.example/{word})")),
            6 => line(choices, kind, out),
            _ => out.push_str(&part(choices)),
        }
        depth = depth.saturating_sub(choices.below(3));
    }
    if kind == Kind::WellFormed || !choices.one_in(8) {
        out.push_str("\n:::");
    }
}

fn container(choices: &mut Choices<'_>, kind: Kind, out: &mut String) {
    out.push_str(choices.pick(&[
        ":::carousel",
        ":::list",
        ":::carousel{ratio=square}",
        ":::list{style=large}",
        ":::list{style=compact}",
    ]));
    for _ in 0..=choices.below(12) {
        let title = choices.words(4);
        match choices.below(4) {
            0 => out.push_str(&format!(
                "\n# [{title}](https://a.example/{})",
                choices.word()
            )),
            1 => out.push_str(&format!("\n## **{title}**")),
            _ => out.push_str(&format!("\n# {title}")),
        }
        for _ in 0..choices.below(3) {
            out.push('\n');
            line(choices, kind, out);
        }
        if choices.one_in(6) {
            out.push_str("\n---");
        }
    }
    if kind == Kind::WellFormed || !choices.one_in(8) {
        out.push_str("\n:::");
    }
}

fn line(choices: &mut Choices<'_>, kind: Kind, out: &mut String) {
    out.push_str(choices.pick(&["", "", "", "- ", "1. ", "  "]));
    for _ in 0..=choices.below(5) {
        let part = match kind {
            Kind::Almost if choices.one_in(3) => slip(choices),
            Kind::Hostile if choices.one_in(2) => hostile(choices),
            _ => part(choices),
        };
        out.push_str(&part);
        out.push_str(choices.pick(&[" ", " ", ". ", ": ", ", ", ""]));
    }
}

fn part(choices: &mut Choices<'_>) -> String {
    let label = choices.words(6);
    let word = choices.word();
    match choices.below(18) {
        0 => format!("%[{label}](reply:{word})"),
        1 => format!("%[{label}](postback:{word})"),
        2 => format!("[{label}](https://a.example/{word})"),
        3 => format!("%[{label}](https://a.example/{word}){{height=tall}}"),
        4 => format!("[{label}](tel:+1510555{:04})", choices.words),
        5 => format!("$[{label}]({}.50)", choices.words),
        6 => format!("![{label}](https://a.example/{word}.png)"),
        7 => format!("![](https://a.example/{word}.mp4)"),
        8 => format!("%[{label}]"),
        9 => format!("%[{label}](location)"),
        10 => format!("[{label}](webview:https://a.example/{word})"),
        11 => format!("[{label}](mailto:{word}@a.example)"),
        12 => format!("[![{label}](https://a.example/{word}.png)](https://a.example/)"),
        13 => format!("[{label}](https://a.example/{word}){{default}}"),
        14 => format!("[{label}](share)"),
        15 => format!("`{label}`"),
        16 => format!("<!-- {} -->", "note"),
        _ => label,
    }
}

fn slip(choices: &mut Choices<'_>) -> String {
    let label = choices.words(2);
    let word = choices.word();
    match choices.below(20) {
        0 => format!("%[{label}] (postback:{word})"),
        1 => format!("%[{label}](replay:{word})"),
        2 => format!("%[{label}](postback)"),
        3 => format!("%[](reply:{word})"),
        4 => format!("%[{label}]()"),
        5 => format!("%[{label}](postback:{word}]"),
        6 => format!("%[{label}](postback:{word}))"),
        7 => format!("%[{label}]((https://a.example/{word})"),
        8 => format!("%[{label}](a.example/{word})"),
        9 => format!("$[{label}]"),
        10 => format!("%[{label}](some {word})"),
        11 => format!("%[**{label}**](reply:{word})"),
        12 => format!("[{label}](https://a.example/{word} \"{label}\")"),
        13 => format!("%[{label}"),
        14 => format!("%[{label}](reply:{word}"),
        15 => format!("%[{label}]（reply:{word}）"),
        16 => format!("%[{label}](reply:{word}）"),
        17 => format!("%[{label}](postback：{word})"),
        18 => format!("%[{label}](+1 510 555 0100)"),
        _ => format!("$[{label}](9,99)"),
    }
}

fn hostile(choices: &mut Choices<'_>) -> String {
    let piece = choices.pick(&[
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
        "{",
        "}",
        "\\",
        "`",
        "``",
        "<!--",
        "-->",
        "%",
        "$",
        "!",
        "*",
        "**",
        "_",
        "#",
        "|",
        "\n# ",
        "\n:::\n",
        "\n---\n",
        "\n~~~\n",
        "\t",
        "\r",
        "\u{0}",
        "\u{7}",
        "\u{200B}",
        "\u{2800}",
        "\u{202E}",
        "\u{FEFF}",
        "👩‍👩‍👧‍👦",
        "👉",
        "1️⃣",
        "{x",
        "{default}",
        "(share)",
        "javascript:",
        "data:",
        "\\[",
        "&((",
        "))&",
    ]);
    if choices.one_in(3) {
        let word = choices.word();
        format!("{piece}{word}")
    } else {
        piece.to_owned()
    }
}
