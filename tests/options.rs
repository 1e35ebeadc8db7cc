//! Options: what the builder refuses, and in which words.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use tapmark::{MessagingType, Options, OptionsBuilder, Target, UserInfo, compile};

#[track_caller]
fn refused(builder: OptionsBuilder, why: &str) {
    assert_eq!(builder.build().unwrap_err().to_string(), why);
}

#[test]
fn nonsense_is_refused_with_a_reason() {
    let options = Options::builder;
    refused(options().recipient(" "), "the recipient is blank");
    refused(
        options().merchant_name("a\nb"),
        "the merchant name holds control characters",
    );
    refused(
        options().placeholder("👇".repeat(41)),
        "the placeholder has 82 UTF-16 units; at most 80 fit",
    );
    refused(
        options().requested_user_info([]),
        "the requested user info is blank",
    );
    refused(
        options().requested_user_info([UserInfo::ContactName, UserInfo::ContactName]),
        "the requested user info holds something twice",
    );
    refused(
        options().messaging_type(MessagingType::MessageTag),
        "the messaging type MESSAGE_TAG needs a tag",
    );
    refused(
        options().tag("TICKET_UPDATE"),
        "a tag goes with the messaging type MESSAGE_TAG alone",
    );
    let unknown = options()
        .messaging_type(MessagingType::MessageTag)
        .tag("SALE");
    let why = unknown.build().unwrap_err().to_string();
    let beginning = format!("{} has no tag \"SALE\"; it has ", Target::MESSENGER_2018);
    assert!(why.starts_with(&beginning), "{why}");
}

#[test]
fn a_checkout_asks_for_what_the_options_say() {
    let options = Options::builder()
        .requested_user_info([UserInfo::ContactEmail, UserInfo::ShippingAddress])
        .build()
        .unwrap();
    let compilation = compile("$[Buy](9.99)", &options);
    // Nobody said who is paid.
    assert!(compilation.has_warnings());
    let requests = serde_json::to_string(&compilation.requests).unwrap();
    assert!(requests.contains(r#""requested_user_info":["contact_email","shipping_address"]"#));
}
