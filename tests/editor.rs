//! What an editor is told of a source: how to colour it, and what may stand at the cursor.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "common/editing.rs"]
mod editing;
#[path = "common/generator.rs"]
mod generator;

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use proptest::prelude::*;

use tapmark::editor::{CompletionKind, TokenKind, complete, tokens};
use tapmark::{Code, Options};

use crate::editing::{hold_completions, hold_tokens};

// What may stand at the cursor.

/// The labels at the `|` of a source.
fn labels(source: &str) -> Vec<&'static str> {
    let (source, offset) = cursor(source);
    let found = complete(&source, offset);
    found.iter().map(|completion| completion.label).collect()
}

fn cursor(source: &str) -> (String, usize) {
    assert_eq!(source.matches('|').count(), 1, "{source}");
    (source.replace('|', ""), source.find('|').unwrap())
}

/// A source once the completion of that label is accepted at its `|`.
fn accepted(source: &str, label: &str) -> String {
    let (mut source, offset) = cursor(source);
    let found = complete(&source, offset);
    let chosen = found.iter().find(|completion| completion.label == label);
    let Some(chosen) = chosen else {
        panic!("{label} is not among {found:?}");
    };
    source.replace_range(chosen.start..chosen.end, &chosen.insert);
    source
}

const MESSAGE: [&str; 9] = [
    "reply",
    "postback",
    "webview",
    "tel",
    "https",
    "location",
    "locationRequest",
    "phone",
    "email",
];
const NONE: [&str; 0] = [];

#[test]
fn a_target_begins_with_what_its_place_allows() {
    assert_eq!(labels("%[A](|"), MESSAGE);
    assert_eq!(labels("[A](|)"), MESSAGE);
    assert_eq!(labels("See %[A](reply:a) or %[B]( |  ) there"), MESSAGE);
    assert_eq!(labels("%[A](<|>)"), MESSAGE);
    assert_eq!(labels("- %[A](|"), MESSAGE);
    // A payment takes an amount, media an address.
    assert_eq!(labels("$[A](|"), NONE);
    assert_eq!(labels("![A](|"), ["https"]);
    assert_eq!(labels("![](|"), ["https"]);

    let item = ["postback", "webview", "tel", "https", "share"];
    assert_eq!(labels(":::carousel\n# T\n%[A](|"), item);
    assert_eq!(labels(":::list\n# T\n%[A](|)\n# U\nx\n:::"), item);
    assert_eq!(labels(":::carousel\n# [A](|"), item);
    // Before the first heading nothing may stand.
    assert_eq!(labels(":::carousel\n%[A](|"), NONE);
    assert_eq!(labels(":::carousel\n    # [A](|"), NONE);
    assert_eq!(labels(":::carousel\n# T\nx\n:::\n%[A](|"), MESSAGE);
    assert_eq!(labels(":::carousel\n# T\nx\n---\n%[A](|"), MESSAGE);

    let menu = ["postback", "webview", "https"];
    assert_eq!(labels(":::menu\n- [A](|"), menu);
    assert_eq!(labels(":::menu\n- Sub\n    * %[A](|)\n:::"), menu);
    assert_eq!(labels(":::ice-breakers\n- [A](|"), ["postback"]);
    // What is no entry is left out.
    assert_eq!(labels(":::menu\n[A](|"), NONE);
    assert_eq!(labels(":::menu\n- [A](postback:a)\n:::\n[A](|"), MESSAGE);
}

#[test]
fn a_typed_word_filters_and_is_replaced() {
    assert_eq!(labels("%[A](rep|"), ["reply"]);
    assert_eq!(labels("%[A](RE|)"), ["reply"]);
    assert_eq!(labels("%[A](p|)"), ["postback", "phone"]);
    assert_eq!(labels("%[A](loc|)"), ["location", "locationRequest"]);
    assert_eq!(labels("%[A](htt|"), ["https"]);
    assert_eq!(labels("%[A](https:/|"), ["https"]);
    assert_eq!(labels("%[A](webview:|"), ["webview"]);
    assert_eq!(labels("%[A](tel:|)"), ["tel"]);
    assert_eq!(labels("%[A](x|"), NONE);
    assert_eq!(accepted("%[A](rep|", "reply"), "%[A](reply:");
    assert_eq!(accepted("%[A](|) b", "webview"), "%[A](webview:https://) b");
    assert_eq!(accepted("%[A](htt|", "https"), "%[A](https://");
    assert_eq!(accepted("%[A](tel:|)", "tel"), "%[A](tel:+)");
    assert_eq!(accepted("%[A](p|ho)", "postback"), "%[A](postback:)");
    // Another keyword before a payload that stands already.
    assert_eq!(labels("%[A](re|play:x)"), ["reply"]);
    assert_eq!(accepted("%[A](re|play:x)", "reply"), "%[A](reply:x)");
    assert_eq!(accepted("%[A](p|:x)", "postback"), "%[A](postback:x)");
    assert_eq!(labels("%[A](w|:x)"), NONE);
    // What is whole needs nothing.
    assert_eq!(labels("%[A](reply:|"), NONE);
    assert_eq!(labels("%[A](reply:x|)"), NONE);
    assert_eq!(labels("%[A](|https://a.example)"), NONE);
    assert_eq!(labels("%[A](email|)"), NONE);
}

#[test]
fn a_line_begins_with_a_directive() {
    let leaves = ["::typing", "::seen", "::location", "::start", "::greeting"];
    let containers = [":::carousel", ":::list", ":::menu", ":::ice-breakers"];
    let all = [&leaves[..], &containers].concat();
    assert_eq!(labels(":|"), all);
    assert_eq!(labels("Hello\n::|\nmore"), all);
    assert_eq!(labels("   :|"), all);
    assert_eq!(labels(":::|"), containers);
    assert_eq!(labels("::s|"), ["::seen", "::start"]);
    assert_eq!(labels("::TY|"), ["::typing"]);
    assert_eq!(labels("::car|"), [":::carousel"]);
    assert_eq!(labels(":::l|"), [":::list"]);
    assert_eq!(labels(":::ice-b|"), [":::ice-breakers"]);
    assert_eq!(labels(":::ty|"), NONE);
    assert_eq!(labels("a :|"), NONE);
    assert_eq!(labels("    ::|"), NONE);
    assert_eq!(labels("\t::|"), NONE);
    assert_eq!(labels("|"), NONE);
    assert_eq!(labels("::|x y"), NONE);
    assert_eq!(labels("::typing|"), NONE);
    let location = "::location[]{lat= long=}";
    assert_eq!(accepted(":|", "::location"), location);
    assert_eq!(
        accepted("a\n::lo|\nb", "::location"),
        format!("a\n{location}\nb")
    );
    assert_eq!(accepted("::sta|", "::start"), "::start{payload=}");
    assert_eq!(accepted("::g|", "::greeting"), "::greeting[]");
    assert_eq!(accepted("::m|", ":::menu"), ":::menu");
    // What it cannot do without stands already.
    assert_eq!(
        accepted("::lo|[x]{lat=1 long=2}", "::location"),
        "::location[x]{lat=1 long=2}"
    );
    assert_eq!(
        accepted("::lo|kation{lat=1}", "::location"),
        "::location{lat=1}"
    );

    // A container is closed before anything else stands at the beginning of a line.
    for container in [":::carousel\n# T\nx\n", ":::list\n", ":::menu\n- A\n"] {
        for colons in [":|", "::|"] {
            assert_eq!(labels(&format!("{container}{colons}")), [":::"]);
        }
        assert_eq!(
            accepted(&format!("{container}:|\n"), ":::"),
            format!("{container}:::\n")
        );
        assert_eq!(labels(&format!("{container}:::|")), NONE);
        assert_eq!(labels(&format!("{container}::t|")), NONE);
        assert_eq!(labels(&format!("{container}:::\n:|")), all);
    }
}

#[test]
fn braces_hold_the_attributes_that_are_not_yet_given() {
    let link = ["height"];
    assert_eq!(labels("[A](https://a.example){|"), link);
    assert_eq!(labels("[A](https://a.example){|}"), link);
    assert_eq!(labels("%[A](reply:a){|}"), ["icon"]);
    assert_eq!(labels("%[A]{|}"), ["icon"]);
    assert_eq!(labels("$[A](5){|"), ["payload"]);
    assert_eq!(labels("![A](https://a.example){|"), ["type"]);
    assert_eq!(labels("%[A](postback:a){|"), NONE);
    assert_eq!(labels("[A](share){|"), NONE);
    let webview = ["height", "fallback", "share"];
    assert_eq!(labels("[A](webview:https://a.example){|"), webview);
    let half = "[A](webview:https://a.example){height=tall |}";
    assert_eq!(labels(half), ["fallback", "share"]);
    let before = "[A](webview:https://a.example){ | share=hide}";
    assert_eq!(labels(before), ["height", "fallback"]);
    assert_eq!(
        labels("[A](webview:https://a.example){share=hide f|"),
        ["fallback"]
    );
    // An item opens a page when it is tapped.
    let item = ":::carousel\n# T\n[A](https://a.example){|";
    assert_eq!(labels(item), ["height", "default"]);
    assert_eq!(labels(":::menu\n- [A](https://a.example){|"), link);

    assert_eq!(labels("::typing{|}"), ["off"]);
    assert_eq!(labels("::location[a [b] c]{|"), ["lat", "long"]);
    assert_eq!(labels("::location{lat=1 l|"), ["long"]);
    assert_eq!(labels("::start{|"), ["payload"]);
    assert_eq!(labels("::greeting[x]{|"), ["locale"]);
    assert_eq!(labels("::seen{|"), NONE);
    assert_eq!(labels(":::carousel{|"), ["ratio"]);
    assert_eq!(labels("::::LIST{|}"), ["style"]);
    assert_eq!(labels(":::menu{input=off |"), ["locale"]);
    assert_eq!(labels(":::ice-breakers{|"), ["locale"]);

    assert_eq!(
        accepted("[A](https://a.example){h|}", "height"),
        "[A](https://a.example){height=}"
    );
    assert_eq!(
        accepted("[A](https://a.example){h|=tall}", "height"),
        "[A](https://a.example){height=tall}"
    );
    assert_eq!(accepted("::typing{o|}", "off"), "::typing{off}");

    for nothing in [
        "A {|",
        "(b){|",
        "[b]{|",
        "[A](b){|",
        "::nothing{|",
        "::typing {|",
        "[A](https://a.example) {|",
        "[A](https://a.example){{|",
        "[A](https://a.example){x=y} |",
        "[A](https://a.example){height=tall}|",
        "%[A](reply:a){icon='a |'}",
        "%[A](reply:a){1 |}",
    ] {
        assert_eq!(labels(nothing), NONE, "{nothing}");
    }
}

#[test]
fn a_closed_set_of_values_is_offered() {
    let heights = ["compact", "tall", "full"];
    assert_eq!(labels("[A](https://a.example){height=|"), heights);
    assert_eq!(labels("[A](https://a.example){height=|}"), heights);
    assert_eq!(labels("[A](https://a.example){height=\"|"), heights);
    assert_eq!(labels("[A](https://a.example){height=T|}"), ["tall"]);
    assert_eq!(labels("[A](webview:https://a.example){share=|}"), ["hide"]);
    assert_eq!(
        labels("![A](https://a.example){type=|}"),
        ["image", "video", "audio", "file"]
    );
    assert_eq!(labels(":::carousel{ratio=|}"), ["horizontal", "square"]);
    assert_eq!(labels(":::list{style=|}"), ["compact", "large"]);
    assert_eq!(labels(":::menu{locale=de_DE input=|}"), ["on", "off"]);
    assert_eq!(labels("::greeting[x]{locale=|}"), ["default"]);
    assert_eq!(labels("::start{payload=|}"), NONE);
    assert_eq!(labels("%[A](reply:a){icon=|}"), NONE);
    assert_eq!(labels("%[A](reply:a){height=|}"), NONE);
    assert_eq!(labels("::typing{off=|}"), NONE);
    assert_eq!(
        accepted(":::carousel{ratio=s|qu}", "square"),
        ":::carousel{ratio=square}"
    );
    assert_eq!(
        accepted(":::list{style='l|'}", "large"),
        ":::list{style='large'}"
    );
    assert_eq!(
        accepted(":::list{style='l|", "large"),
        ":::list{style='large"
    );
}

#[test]
fn nothing_is_offered_elsewhere() {
    for nothing in [
        "|Hello",
        "Hello|",
        "%|[A](reply:a)",
        "%[A|](reply:a)",
        "%[A](reply:a)|",
        "A (|",
        "A](|",
        "\\%[A](|",
        "\\[A](|",
        "`%[A](|)`",
        "```\n%[A](|\n```",
        "```\n::|\n```",
        "~~~\n::|",
        "<!-- %[A](| -->",
        "<!--\n::|\n-->",
        "a <!-- \n --> ::|",
        "%[A] (|",
        "%[](|",
        "%[A](some words |",
        "%[A](p|>)",
        "%[A](<p|)",
        "# ::|",
    ] {
        assert_eq!(labels(nothing), NONE, "{nothing}");
    }
    // But before and behind those.
    assert_eq!(labels("<!--\n:::menu\n--> [A](rep|"), ["reply"]);
    assert_eq!(labels("```\n:::menu\n```\n[A](rep|"), ["reply"]);
    assert_eq!(labels("<!-- a\n[A](rep|"), ["reply"]);
    assert_eq!(labels("`x` [A](rep|"), ["reply"]);
    assert_eq!(labels("` [A](rep|"), ["reply"]);
    assert_eq!(labels("<!-- a --> [A](rep|"), ["reply"]);
}

#[test]
fn any_offset_is_legal() {
    assert!(complete("", 0).is_empty());
    assert!(complete("%[é](", 3).is_empty());
    assert!(complete("%[A](", 6).is_empty());
    assert!(complete("%[A](", usize::MAX).is_empty());
    assert!(!complete("%[A](", 5).is_empty());
    assert!(!complete("\u{FEFF}:", 4).is_empty());
}

#[test]
fn a_completion_says_what_it_is_in_one_line() {
    let completion = &complete("%[A](rep", 8)[0];
    assert_eq!(
        serde_json::to_string(completion).unwrap(),
        concat!(
            r#"{"label":"reply","kind":"keyword","#,
            r#""detail":"Answers with the label; the bot gets the payload","#,
            r#""insert":"reply:","start":5,"end":8}"#
        )
    );
    for (source, kind) in [
        (":", CompletionKind::Directive),
        ("::typing{", CompletionKind::Attribute),
        (":::menu{input=", CompletionKind::Value),
        ("[A](", CompletionKind::Keyword),
    ] {
        for completion in complete(source, source.len()) {
            assert_eq!(completion.kind, kind);
            assert!(!completion.detail.contains('\n') && completion.detail.len() > 5);
            assert!(completion.detail.len() <= 80, "{}", completion.detail);
        }
    }
}

// How a source is coloured.

/// Each line of a source and below it the letters of its tokens; a token begins in upper case.
fn draw(source: &str) -> String {
    let tokens = tokens(source);
    let mut drawn = String::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let letters = line.char_indices().map(|(at, c)| {
            let at = start + at;
            let token = tokens
                .iter()
                .find(|token| (token.start..token.end).contains(&at));
            match token {
                _ if c == '\n' => '\n',
                None => ' ',
                Some(token) if token.start == at => letter(token.kind).to_ascii_uppercase(),
                Some(token) => letter(token.kind),
            }
        });
        let letters: String = letters.collect();
        drawn.push_str(&format!("{}\n{}\n", line.trim_end(), letters.trim_end()));
        start += line.len();
    }
    // Lines without a token.
    drawn.replace("\n\n", "\n")
}

const fn letter(kind: TokenKind) -> char {
    match kind {
        TokenKind::Punctuation => '.',
        TokenKind::Label => 'l',
        TokenKind::Keyword => 'k',
        TokenKind::Payload => 'p',
        TokenKind::Url => 'u',
        TokenKind::Number => 'n',
        TokenKind::Directive => 'd',
        TokenKind::Attribute => 'a',
        TokenKind::Value => 'v',
        TokenKind::Heading => 'h',
        TokenKind::Separator => '-',
        TokenKind::Comment => 'c',
        TokenKind::Code => '`',
        TokenKind::Escape => '\\',
        _ => '?',
    }
}

#[test]
fn buttons_by_their_parts() {
    assert_snapshot!(draw(r#"Well? %[Yes](reply:Y) %[No]{icon=https://a.example/n.png} or %[Here](locationRequest)
See [our *page*](https://a.example/b "Title"), 54%[54]( postback: 5\) 4 ).
$[Buy](US$1,299.00){payload="A B" more} [Call](tel:+1 510 (555) 0100) [Mail](mailto:a@a.example)
[Book](webview:https://a.example/\(b\)){height=tall share='hide' default}
[a](<https://a.example/(> 'Title'){height=full} [b](www.example.com) %[c] (postback:c)) [d]((share)
"#), @r##"
Well? %[Yes](reply:Y) %[No]{icon=https://a.example/n.png} or %[Here](locationRequest)
      ..Lll..Kkkkk.P. ..Ll..Aaaa.Uuuuuuuuuuuuuuuuuuuuuuu.    ..Llll..Kkkkkkkkkkkkkkk.
See [our *page*](https://a.example/b "Title"), 54%[54]( postback: 5\) 4 ).
    .Llllllllll..Uuuuuuuuuuuuuuuuuuu        .     .Ll...Kkkkkkkk. P\\Pp .
$[Buy](US$1,299.00){payload="A B" more} [Call](tel:+1 510 (555) 0100) [Mail](mailto:a@a.example)
..Lll..Nnnnnnnnnnn..Aaaaaaa..Ppp. Aaaa. .Llll..Kkk.Nnnnnnnnnnnnnnnnn. .Llll..Kkkkkk.Uuuuuuuuuuu.
[Book](webview:https://a.example/\(b\)){height=tall share='hide' default}
.Llll..Kkkkkkk.Uuuuuuuuuuuuuuuuuu\\U\\..Aaaaaa.Vvvv Aaaaa..Vvvv. Aaaaaaa.
[a](<https://a.example/(> 'Title'){height=full} [b](www.example.com) %[c] (postback:c)) [d]((share)
.L...Uuuuuuuuuuuuuuuuuuu.        ..Aaaaaa.Vvvv. .L..Uuuuuuuuuuuuuuu. ..L...Kkkkkkkk.P.  .L...Kkkkk.
"##);
}

#[test]
fn labels_and_media() {
    assert_snapshot!(draw(r"%[a \[b\] `c]` <!-- d --> [e]](reply:x) ![A \] pic](https://a.example/i.png){type=image}
[![Alt](https://a.example/i.png) more](https://a.example)![](https://a.example/v.mp4)
"), @r##"
%[a \[b\] `c]` <!-- d --> [e]](reply:x) ![A \] pic](https://a.example/i.png){type=image}
..Ll\\L\\L````LCcccccccccLlll..Kkkkk.P. K.Ll\\Llll..Uuuuuuuuuuuuuuuuuuuuuuu..Aaaa.Vvvvv.
[![Alt](https://a.example/i.png) more](https://a.example)![](https://a.example/v.mp4)
.K.Lll..Uuuuuuuuuuuuuuuuuuuuuuu.Lllll..Uuuuuuuuuuuuuuuuu.K...Uuuuuuuuuuuuuuuuuuuuuuu.
"##);
}

#[test]
fn text_code_and_comments() {
    assert_snapshot!(draw(r"50% off, $5 [x] (y) \%[no](reply:n) and \* but \q
`code %[x](reply:x)` <!-- one
two --> behind it
- ```sh
  %[x](reply:x)
  ```
  ---
# No heading
<!-- alone -->
"), @r##"
50% off, $5 [x] (y) \%[no](reply:n) and \* but \q
                    \\\                 \\
`code %[x](reply:x)` <!-- one
```````````````````` Cccccccc
two --> behind it
ccccccc
- ```sh
```````
  %[x](reply:x)
```````````````
  ```
`````
  ---
  ---
# No heading
<!-- alone -->
Cccccccccccccc
"##);
}

#[test]
fn directives() {
    assert_snapshot!(draw(r#"::typing
  ::TYPING{off}
::location[Our \[old\] shop]{lat=45.5 long=-73.6}
::start{payload='GO ON'}
::greeting[Hi {{user_first_name}}!]{locale=""}
::greeting[Hi {{user_first_name}}!]{locale="en_US"}
"#), @r##"
::typing
..Dddddd
  ::TYPING{off}
  ..Dddddd.Aaa.
::location[Our \[old\] shop]{lat=45.5 long=-73.6}
..Dddddddd.Llll\\Lll\\Lllll..Aaa.Nnnn Aaaa.Nnnnn.
::start{payload='GO ON'}
..Ddddd.Aaaaaaa..Ppppp..
::greeting[Hi {{user_first_name}}!]{locale=""}
::greeting[Hi {{user_first_name}}!]{locale="en_US"}
..Dddddddd.Lllllllllllllllllllllll..Aaaaaa..Vvvvv..
"##);
}

#[test]
fn containers() {
    assert_snapshot!(draw(r"<!-- before -->
:::carousel{ratio=square}
<!-- an item -->
# Pizza \# 1 %[Buy](postback:b)
Good `x`
---
## [Link](https://a.example)
[S](share)
::::
:::menu{locale=default input=off}
<!-- an entry -->
- [Order](postback:O) <!-- one -->
* Account \[1\]
    1. %[Out](postback:OUT)
---
• [P](webview:https://a.example)
:::
:::ice-breakers
- [Q](postback:Q)
:::
"), @r##"
<!-- before -->
Ccccccccccccccc
:::carousel{ratio=square}
...Dddddddd.Aaaaa.Vvvvvv.
<!-- an item -->
Cccccccccccccccc
# Pizza \# 1 %[Buy](postback:b)
HHhhhhhh\\Hhh..Lll..Kkkkkkkk.P.
Good `x`
     ```
---
---
## [Link](https://a.example)
HhH.Llll..Uuuuuuuuuuuuuuuuu.
[S](share)
.L..Kkkkk.
::::
....
:::menu{locale=default input=off}
...Dddd.Aaaaaa.Vvvvvvv Aaaaa.Vvv.
<!-- an entry -->
Ccccccccccccccccc
- [Order](postback:O) <!-- one -->
. .Lllll..Kkkkkkkk.P. Cccccccccccc
* Account \[1\]
. Llllllll\\L\\
    1. %[Out](postback:OUT)
    .. ..Lll..Kkkkkkkk.Ppp.
---
---
• [P](webview:https://a.example)
. .L..Kkkkkkk.Uuuuuuuuuuuuuuuuu.
:::
...
:::ice-breakers
...Dddddddddddd
- [Q](postback:Q)
. .L..Kkkkkkkk.P.
:::
...
"##);
}

#[test]
fn errors_are_text() {
    assert_snapshot!(draw(r"%[A](replay:x) %[B](postback) %[](reply:x) %[C](reply:c
$[D](9,99) [E](javascript:x) \%[F](tel:1) [g](h)
::typing on
::nothing
:::
::location{lat=1}
:::menu
no entry
- ok [A](postback:A)
- [B](postback:B)
"), @r##"
%[A](replay:x) %[B](postback) %[](reply:x) %[C](reply:c
$[D](9,99) [E](javascript:x) \%[F](tel:1) [g](h)
                             \\\
::typing on
::nothing
:::
::location{lat=1}
:::menu
...Dddd
no entry
- ok [A](postback:A)
- [B](postback:B)
. .L..Kkkkkkkk.P.
"##);
}

// What holds for every source.

fn fixtures() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let topics = fs::read_dir(root).unwrap();
    let files = topics.flat_map(|topic| fs::read_dir(topic.unwrap().path()).unwrap());
    let paths = files.map(|file| file.unwrap().path());
    let sources = paths.filter(|path| path.extension().is_some_and(|end| end == "tapmark"));
    let sources: Vec<_> = sources
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    assert!(sources.len() >= 30);
    sources
}

#[test]
fn fixtures_and_their_prefixes_have_tokens() {
    for fixture in fixtures() {
        hold_tokens(&fixture);
        let ends = (0..fixture.len()).filter(|&end| fixture.is_char_boundary(end));
        for end in ends.step_by(1 + fixture.len() / 50) {
            hold_tokens(&fixture[..end]);
        }
    }
}

#[test]
fn completions_of_fixtures_are_known_words() {
    let mut offered = 0;
    for fixture in fixtures() {
        // Every offset of a short fixture, and a hundred of a longer one, each in the whole
        // source and at its end.
        for offset in (0..=fixture.len()).step_by(1 + fixture.len() / 100) {
            let found = complete(&fixture, offset);
            if fixture.is_char_boundary(offset) {
                offered += hold_completions(&fixture, offset);
                offered += hold_completions(&fixture[..offset], offset);
            } else {
                assert!(found.is_empty());
            }
        }
    }
    assert!(offered > 1000, "{offered}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_sources_have_tokens_and_known_words(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        at in any::<prop::sample::Index>(),
    ) {
        let source = generator::source(&bytes);
        hold_tokens(&source);
        let offset = at.index(source.len() + 1);
        if source.is_char_boundary(offset) {
            hold_completions(&source, offset);
            hold_completions(&source[..offset], offset);
            // Beginnings of everything.
            for typed in ["[a](", "%[a](p", "$[a](", "![a](", "{", "%[a]{", "\n:", "\n::s", "{a=", " "] {
                let typed = format!("{}{typed}", &source[..offset]);
                hold_completions(&typed, typed.len());
                let whole = format!("{typed}{}", &source[offset..]);
                hold_completions(&whole, typed.len());
            }
        }
    }
}

/// What is offered in a place is what the compiler takes there.
#[test]
fn a_keyword_is_offered_where_the_compiler_takes_it() {
    let targets = [
        ("reply", "reply:x"),
        ("postback", "postback:x"),
        ("webview", "webview:https://a.example"),
        ("tel", "tel:+15105550100"),
        ("https", "https://a.example"),
        ("location", "location"),
        ("locationRequest", "locationRequest"),
        ("phone", "phone"),
        ("email", "email"),
        ("share", "share"),
    ];
    let misplaced = [
        Code::ReplyInCarousel,
        Code::ReplyInList,
        Code::ShareOutsideItem,
        Code::MisplacedButton,
    ];
    for (before, after) in [
        ("Text %[A](", ")"),
        (":::carousel\n# T\nx\n%[A](", ")\n:::"),
        (":::list\n# T\nx\n# U\nx\n%[A](", ")\n:::"),
        ("::start{payload=x}\n:::menu\n- [A](", ")\n:::"),
        (":::ice-breakers\n- [A](", ")\n:::"),
    ] {
        let taken = targets.iter().filter(|(_, target)| {
            let source = format!("{before}{target}{after}");
            let found = tapmark::check(&source, &Options::default());
            !found.iter().any(|found| misplaced.contains(&found.code))
        });
        let taken: Vec<_> = taken.map(|&(label, _)| label).collect();
        assert_eq!(labels(&format!("{before}|{after}")), taken, "{before}");
    }
}
