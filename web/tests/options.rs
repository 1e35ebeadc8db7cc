//! Options as JavaScript hands them over: what is read, and what is refused in which words.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use tapmark::{MessagingType, Overflow, Target, UserInfo};
use tapmark_web::{check, compile, compile_many, compile_profile};

fn refusal(options: &str) -> String {
    compile("Hi", Some(options.to_owned()), None).unwrap_err()
}

#[track_caller]
fn refused(options: &str, why: &str) {
    assert_eq!(refusal(options), why);
    for same in [check, compile_profile] {
        assert_eq!(same("Hi", Some(options.to_owned()), None).unwrap_err(), why);
    }
    let many = compile_many(Vec::new(), Some(options.to_owned()));
    assert_eq!(many.unwrap_err(), why);
}

#[test]
fn every_option_arrives() {
    let json = r#" { "target" : "messenger-2018", "overflow": "split", "recipient":"12\"34",
        "placeholder":"\ud83d\udc49","merchantName":"Caf\u00e9 \\ Bar",
        "checkoutUrl":"https:\/\/a.example\/{label}","messagingType":"MESSAGE_TAG",
        "tag":"TICKET_UPDATE","requestedUserInfo":[ "contact_email" , "shipping_address" ],
        "testPayment":true } "#;
    let options = tapmark::Options::builder()
        .target(Target::MESSENGER_2018)
        .overflow(Overflow::Split)
        .recipient("12\"34")
        .placeholder("👉")
        .merchant_name("Café \\ Bar")
        .checkout_url("https://a.example/{label}")
        .messaging_type(MessagingType::MessageTag)
        .tag("TICKET_UPDATE")
        .requested_user_info([UserInfo::ContactEmail, UserInfo::ShippingAddress])
        .test_payment(true)
        .build()
        .unwrap();
    let source = "$[Buy](9.99) %[Yes, I would like that very much](reply:Y)\n---\n%[A](reply:A)";
    let expected = serde_json::to_string(&tapmark::compile(source, &options)).unwrap();
    let compiled = || compile(source, Some(json.to_owned()), None).unwrap();
    assert_eq!(compiled(), expected);
    // The second time they are known, and other ones between are others.
    assert_eq!(compiled(), expected);
    assert_ne!(compile(source, None, None).unwrap(), expected);
    assert_ne!(
        compile(source, Some("{}".to_owned()), None).unwrap(),
        expected
    );
    assert_eq!(compiled(), expected);
}

#[test]
fn options_for_today_s_target_arrive() {
    let json = r#"{"target":"messenger-2026","checkoutUrl":"https://a.example/{amount}"}"#;
    let compiled = compile("$[Buy](9.99)", Some(json.to_owned()), None).unwrap();
    assert!(compiled.contains("https://a.example/9.99"), "{compiled}");
}

#[test]
fn what_is_refused_is_named() {
    refused(
        r#"{"target":"messenger"}"#,
        r#"options.target is "messenger"; there are messenger-2018, messenger-2026"#,
    );
    refused(
        r#"{"overflow":"cut"}"#,
        r#"options.overflow is "cut"; there are truncate, split, reject"#,
    );
    refused(
        r#"{"messagingType":"response"}"#,
        r#"options.messagingType is "response"; there are RESPONSE, UPDATE, MESSAGE_TAG"#,
    );
    refused(
        r#"{"requestedUserInfo":["contact_name","contact_fax"]}"#,
        "options.requestedUserInfo is \"contact_fax\"; there are shipping_address, contact_name, \
         contact_phone, contact_email",
    );
    refused(
        r#"{"merchant_name":"A"}"#,
        "options.merchant_name is no option; there are target, overflow, recipient, placeholder, \
         merchantName, checkoutUrl, messagingType, tag, requestedUserInfo, testPayment",
    );
}

#[test]
fn a_value_of_another_type_is_named() {
    for (value, words) in [
        ("7", "a number"),
        ("-1.5e3", "a number"),
        ("null", "null"),
        ("true", "true or false"),
        ("[]", "a list"),
        (r#"["a"]"#, "a list"),
        ("[1]", "a list that holds other things than strings"),
        (
            r#"["a]",{"b":[]}]"#,
            "a list that holds other things than strings",
        ),
        ("{}", "an object"),
        (r#"{"a":"}"}"#, "an object"),
    ] {
        let json = format!(r#"{{"recipient":"1","tag":{value},"placeholder":"a"}}"#);
        refused(&json, &format!("options.tag must be a string, not {words}"));
    }
    refused(
        r#"{"testPayment":"yes"}"#,
        "options.testPayment must be true or false, not a string",
    );
    refused(
        r#"{"requestedUserInfo":"contact_name"}"#,
        "options.requestedUserInfo must be a list of strings, not a string",
    );
}

#[test]
fn what_the_builder_refuses_is_named() {
    refused(
        r#"{"recipient":" "}"#,
        "options.recipient: the recipient is blank",
    );
    refused(
        r#"{"merchantName":"a\nb"}"#,
        "options.merchantName: the merchant name holds control characters",
    );
    refused(
        &format!(r#"{{"placeholder":"{}"}}"#, "a".repeat(81)),
        "options.placeholder: the placeholder has 81 UTF-16 units; at most 80 fit",
    );
    refused(
        r#"{"requestedUserInfo":[]}"#,
        "options.requestedUserInfo: the requested user info is blank",
    );
    refused(
        r#"{"requestedUserInfo":["contact_name","contact_name"]}"#,
        "options.requestedUserInfo: the requested user info holds something twice",
    );
    refused(
        r#"{"messagingType":"MESSAGE_TAG"}"#,
        "options.tag: the messaging type MESSAGE_TAG needs a tag",
    );
    refused(
        r#"{"tag":"TICKET_UPDATE"}"#,
        "options.tag: a tag goes with the messaging type MESSAGE_TAG alone",
    );
    let sale = refusal(r#"{"messagingType":"MESSAGE_TAG","tag":"SALE"}"#);
    assert!(
        sale.starts_with(r#"options.tag: messenger-2018 has no tag "SALE"; it has "#),
        "{sale}"
    );
    for url in ["ftp://a.example", "https://a.example/{price}"] {
        let why = refusal(&format!(r#"{{"checkoutUrl":"{url}"}}"#));
        let beginning = "options.checkoutUrl: the checkout URL ";
        assert!(why.starts_with(beginning), "{why}");
    }
}

/// Every beginning of JSON, and JSON with anything else in any place: no panic.
#[test]
fn what_is_no_object_is_refused() {
    let json = r#"{"requestedUserInfo":["contact_name"],"tag":"\ud83d\udc49\ud83d\u12","a":[{}]}"#;
    for end in 0..json.len() {
        assert_eq!(refusal(&json[..end]), "options must be an object");
        for wrong in ["{", "}", "[", "]", "\"", "\\", ",", ":", "\\u", "é"] {
            let changed = format!("{}{wrong}{}", &json[..end], &json[end..]);
            refusal(&changed);
        }
    }
    for json in ["[]", "null", "7", "\"a\"", "{} {}", "{,}", "{\"a\":}"] {
        assert_eq!(refusal(json), "options must be an object", "{json}");
    }
    let deep = format!(
        r#"{{"tag":{}{}}}"#,
        "[".repeat(200_000),
        "]".repeat(200_000)
    );
    let why = "options.tag must be a string, not a list that holds other things than strings";
    assert_eq!(refusal(&deep), why);
}

#[test]
fn half_of_a_surrogate_pair_becomes_the_replacement_character() {
    for (written, read) in [
        (r"\ud83d", "\u{FFFD}"),
        (r"\udc49\ud83d", "\u{FFFD}\u{FFFD}"),
        (r"\ud83d\ud83d\udc49", "\u{FFFD}👉"),
        (r"\ud83dx", "\u{FFFD}x"),
        (r"\ud83d\n", "\u{FFFD}\n"),
        (r"\ud83d\u0041", "\u{FFFD}A"),
    ] {
        let json = format!(r#"{{"messagingType":"MESSAGE_TAG","tag":"{written}"}}"#);
        let beginning = format!("options.tag: messenger-2018 has no tag {read:?}");
        assert!(refusal(&json).starts_with(&beginning), "{}", refusal(&json));
    }
}
