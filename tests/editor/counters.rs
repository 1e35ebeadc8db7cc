//! What the counters at the cursor say, and where requests come from.

use tapmark::editor::{Counter, counters, origins};
use tapmark::{Options, Overflow, Target};

/// The counters at the `|` of a source, each as `name used/max`.
fn counted(source: &str) -> Vec<String> {
    counted_for(source, &Options::default())
}

fn counted_for(source: &str, options: &Options) -> Vec<String> {
    assert_eq!(source.matches('|').count(), 1, "{source}");
    let offset = source.find('|').unwrap();
    let found = counters(&source.replace('|', ""), offset, options);
    let show = |Counter {
                    limit, used, max, ..
                }: &Counter| format!("{limit} {used}/{max}");
    found.iter().map(show).collect()
}

const NONE: [&str; 0] = [];

#[test]
fn a_label_is_counted_as_it_is_sent() {
    assert_eq!(
        counted("Hi %[Y|es](reply:Y)"),
        ["reply-title 3/20", "text 2/2000"]
    );
    assert_eq!(counted("Hi %[|Yes]"), ["reply-title 3/20", "text 2/2000"]);
    let button = ["button-title 3/20", "template-text 2/640"];
    assert_eq!(counted("Hi %[Yes|](postback:Y)"), button);
    assert_eq!(
        counted("Hi %[  Y\\|e   s ](postback:Y)")[0],
        "button-title 5/20"
    );
    assert_eq!(counted("Hi %[🍕|](postback:Y)")[0], "button-title 2/20");
    // More than fits is counted whole.
    let long = "%[Add this booking to my calend|ar](https://a.example)";
    assert_eq!(counted(long)[0], "button-title 31/20");
    // The platform draws these.
    assert_eq!(counted("Hi %[Where|](location)"), ["text 2/2000"]);
    assert_eq!(counted("Hi %[Mail|](email)"), ["text 2/2000"]);
    // A location request is a plain reply where there are none.
    let options = Options::builder().target(Target::MESSENGER_2026);
    let place = counted_for("Hi %[Where|](location)", &options.build().unwrap());
    assert_eq!(place, ["reply-title 5/20", "text 2/2000"]);
}

#[test]
fn a_payload_is_counted() {
    assert_eq!(
        counted("Hi %[A](reply:AB|C)"),
        ["payload 3/1000", "text 2/2000"]
    );
    assert_eq!(counted("Hi %[A](post|back:ABC)")[0], "payload 3/1000");
    assert_eq!(
        counted("Hi [A](https://a.exa|mple)"),
        ["template-text 4/640"]
    );
    let buy = "Hi $[Pizza](9.99){payload=PI|ZZA}";
    assert_eq!(counted(buy)[0], "payload 5/1000");
    let price = "Hi $[Pizza](9.9|9){payload=PIZZA}";
    assert_eq!(counted(price), ["element-title 2/80"]);
    // Where nobody can pay, it leads to the checkout page and has no payload.
    let options = Options::builder().target(Target::MESSENGER_2026);
    let options = options.checkout_url("https://shop.example/{amount}");
    let options = options.build().unwrap();
    assert_eq!(counted_for(buy, &options), ["template-text 2/640"]);
    let label = "Hi $[Pi|zza](9.99){payload=PIZZA}";
    let found = ["button-title 5/20", "template-text 2/640"];
    assert_eq!(counted_for(label, &options), found);
    // Without one it stays text, as an address does.
    let options = Options::builder().target(Target::MESSENGER_2026);
    assert_eq!(
        counted_for(label, &options.build().unwrap()),
        ["text 32/2000"]
    );
    assert_eq!(counted("[Wri|te](mailto:a@b.example)"), ["text 19/2000"]);
}

#[test]
fn a_text_is_counted_as_it_is_sent() {
    assert_eq!(counted("|"), NONE);
    assert_eq!(counted("  Hel|lo  "), ["text 5/2000"]);
    assert_eq!(counted("Hello|\n---\nWorld!"), ["text 5/2000"]);
    assert_eq!(counted("Hello\n---\nWorld!|"), ["text 6/2000"]);
    assert_eq!(counted("Hello\n-|--\nWorld!"), NONE);
    // With a button it stands in a template.
    assert_eq!(
        counted("See [us](https://a.example) the|re"),
        ["template-text 12/640"]
    );
    // What has to be divided counts as a whole, whichever part it ends up in.
    let long = format!("{}|", "Pizza and pasta. ".repeat(200).trim());
    assert_eq!(counted(&long), ["text 3399/2000"]);
    let long = format!(
        "|{} %[A](postback:A)",
        "Pizza and pasta. ".repeat(200).trim()
    );
    assert_eq!(counted(&long), ["template-text 3399/640"]);
    // The placeholder is not what somebody writes.
    assert_eq!(counted("%[Y|es](reply:Y)"), ["reply-title 3/20"]);
    assert_eq!(counted("%[Yes](reply:Y) |%[No](postback:N)"), NONE);
}

#[test]
fn of_several_texts_the_one_at_the_cursor_is_counted() {
    let pictures = "On|e ![](https://a.example/a.jpg) and two ![](https://a.example/b.jpg) three";
    assert_eq!(counted(pictures), ["text 3/2000"]);
    let pictures = "One ![](https://a.example/a.jpg) and two ![](https://a.example/b.jpg) thre|e";
    assert_eq!(counted(pictures), ["text 5/2000"]);
    let pictures = "One ![](https://a.example/a.jpg) a|nd two ![](https://a.example/b.jpg) three";
    assert_eq!(counted(pictures), ["text 7/2000"]);
    // Further buttons stand on the placeholder.
    let options = Options::builder().overflow(Overflow::Split);
    let buttons = "Hel|lo %[1](postback:1) %[2](postback:2) %[3](postback:3) %[4](postback:4)";
    let found = counted_for(buttons, &options.build().unwrap());
    assert_eq!(found, ["template-text 5/640"]);
}

#[test]
fn a_card_has_a_title_and_a_subtitle() {
    let card = "![](https://a.example/a.jpg)\nFresh pizza|\nToday\n%[Order](postback:O)";
    assert_eq!(
        counted(card),
        ["element-title 11/80", "element-subtitle 5/80"]
    );
    let items = ":::carousel\n# One\nfirst\n# Second|\n![](https://a.example/a.jpg)\n:::";
    assert_eq!(counted(items), ["element-title 6/80"]);
    let items = ":::carousel\n# One\nfirst %[A](postback:A|A)\n# Second\nsecond\n:::";
    let all = [
        "payload 2/1000",
        "element-title 3/80",
        "element-subtitle 5/80",
    ];
    assert_eq!(counted(items), all);
    let long = "x".repeat(81);
    let items = format!(":::carousel\n# {long}|\n{long}y\n:::");
    assert_eq!(
        counted(&items),
        ["element-title 81/80", "element-subtitle 82/80"]
    );
    // An item that cannot be a card is sent as it is written.
    assert_eq!(counted(":::carousel\n# On|e\n:::"), ["text 5/2000"]);
    // One that is not sent has no fields.
    let items: String = (0..10).map(|item| format!("# {item}\nx\n")).collect();
    let items = format!(":::carousel\n{items}# Ele|ven\nx\n:::");
    assert_eq!(counted(&items), NONE);
    // What is sold is the title of its card.
    let found = ["button-title 5/20", "element-title 5/80"];
    assert_eq!(counted("$[Pi|zza](9.99)"), found);
}

#[test]
fn the_profile_is_counted() {
    assert_eq!(counted("::greeting[Hel|lo]"), ["greeting 5/160"]);
    assert_eq!(counted("::start{payload=G|O}"), ["payload 2/1000"]);
    let menu = "::start{payload=GO}\n:::menu\n- Piz|zas\n  - [All](postback:ALL)\n:::";
    assert_eq!(counted(menu), ["menu-title 6/30"]);
    let menu = "::start{payload=GO}\n:::menu\n- Pizzas\n  - [A|ll](postback:ALL)\n:::";
    assert_eq!(counted(menu), ["menu-title 3/30"]);
    // What stands beside the button is none of its fields.
    let menu = "::start{payload=GO}\n:::menu\n- [All](postback:ALL) <!-- to|day -->\n:::";
    assert_eq!(counted(menu), NONE);
    assert_eq!(
        counted(":::ice-breakers\n- [Wh|o?](postback:WHO)\n:::"),
        NONE
    );
}

#[test]
fn the_numbers_are_those_of_the_target() {
    let options = |target| Options::builder().target(target).build().unwrap();
    let list = ":::list\n# One\nfirs|t\n# Two\nsecond\n:::";
    for target in Target::ALL {
        let found = counted_for(list, &options(target));
        assert_eq!(found, ["element-title 3/80", "element-subtitle 5/80"]);
    }
}

/// What each request comes from, with its items.
fn sources(source: &str, options: &Options) -> Vec<(String, Vec<String>)> {
    let slice = |span: &tapmark::Span| span.slice(source).to_owned();
    let found = origins(source, options).into_iter();
    found
        .map(|origin| {
            (
                slice(&origin.span),
                origin.items.iter().map(slice).collect(),
            )
        })
        .collect()
}

#[test]
fn each_request_has_an_origin() {
    let source =
        "Hi\n::typing\n:::carousel\n# A\na\n# B\n# C\nc\n:::\n%[R](reply:R)\n---\n%[S](reply:S)";
    let found = sources(source, &Options::default());
    let container = ":::carousel\n# A\na\n# B\n# C\nc";
    let item = |item: &str| item.to_owned();
    assert_eq!(
        found,
        [
            (item("Hi"), vec![]),
            (item("::typing"), vec![]),
            // An item in error is sent as text behind its container.
            (item(container), vec![item("# A\na"), item("# C\nc")]),
            (item(container), vec![]),
            (item("%[S](reply:S)"), vec![]),
        ]
    );
    // All the replies of a section stand on one message.
    let replies = "%[R](reply:R)\n::typing\n%[S](reply:S)";
    let found = sources(replies, &Options::default());
    assert_eq!(
        found,
        [(item("::typing"), vec![]), (item(replies), vec![]),]
    );
}

#[test]
fn several_requests_can_have_one_origin() {
    let options = Options::builder()
        .overflow(Overflow::Split)
        .build()
        .unwrap();
    // The words of a label that is cut go into the text, for which the section is lowered again.
    let source = "%[1](postback:1) %[2](postback:2) %[3](postback:3) %[Four and many more words](postback:4)\n---\nHi";
    let found = sources(source, &options);
    let first = source.lines().next().unwrap();
    let places: Vec<_> = found.iter().map(|(place, _)| &**place).collect();
    assert_eq!(places, [first, first, "Hi"]);

    let cards: String = (0..12).map(|item| format!("# {item}\nx\n")).collect();
    let found = sources(&format!(":::list\n{cards}:::"), &options);
    let items: Vec<_> = found.iter().map(|(_, items)| items.len()).collect();
    assert_eq!(items, [4, 3, 3, 2]);
}
