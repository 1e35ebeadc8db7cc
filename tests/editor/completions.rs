//! What may stand at the cursor.

use tapmark::editor::{CompletionKind, complete};
use tapmark::{Code, Options};

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
    assert_eq!(labels(":::carousel\n# Or [A](|"), item);
    // What is the whole of a heading opens its item.
    assert_eq!(labels(":::carousel\n# [A](|"), ["webview", "tel", "https"]);
    assert_eq!(
        labels(":::carousel\n## %[A](|)"),
        ["webview", "tel", "https"]
    );
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
    assert_eq!(labels(":::menu\n- ![A](|"), NONE);
    // Content has no buttons.
    assert_eq!(labels("::greeting[See %[A](|)]"), NONE);
    assert_eq!(labels("::location[%[A](|)]{lat=1 long=2}"), NONE);
    assert_eq!(labels("::nothing %[A](|)"), MESSAGE);
    assert_eq!(labels(":::menu\n- [A](postback:a)\n:::\n[A](|"), MESSAGE);
}

/// What stands behind a directive's name already has to be something that the directive takes.
#[test]
fn a_directive_takes_what_follows_its_name() {
    assert_eq!(labels("::l|"), ["::location", ":::list"]);
    assert_eq!(labels("::l|ocation[Shop]{lat=1 long=2}"), NONE);
    assert_eq!(labels("::s|"), ["::seen", "::start"]);
    assert_eq!(labels("::s|tart{payload=GO}"), NONE);
    assert_eq!(labels("::|[Shop]"), ["::location", "::greeting"]);
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
    assert_eq!(labels("%[A](<re|play:x>)"), ["reply"]);
    // Not closed, the angle bracket would be part of it.
    assert_eq!(labels("%[A](<re|play:x)"), NONE);
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
