//! Options as JavaScript hands them over: what is read, and what is refused in which words.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use tapmark::{MessagingType, Overflow, Target, UserInfo};
use tapmark_web::read_options;

/// Options as js/options.ts writes them.
fn written(options: &[(&str, &[&str])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (name, values) in options {
        bytes.push(0xFE);
        bytes.extend(name.as_bytes());
        for value in *values {
            bytes.push(0xFF);
            bytes.extend(value.as_bytes());
        }
    }
    bytes
}

fn refusal(options: &[(&str, &[&str])]) -> String {
    read_options(&written(options)).unwrap_err()
}

#[track_caller]
fn refused(name: &str, values: &[&str], why: &str) {
    assert_eq!(refusal(&[(name, values)]), why);
}

#[test]
fn every_option_arrives() {
    let given = read_options(&written(&[
        ("target", &["messenger-2018"]),
        ("overflow", &["split"]),
        ("recipient", &["12\"34"]),
        ("placeholder", &["👉"]),
        ("merchantName", &["Café \\ Bar"]),
        ("checkoutUrl", &["https://a.example/{label}"]),
        ("messagingType", &["MESSAGE_TAG"]),
        ("tag", &["TICKET_UPDATE"]),
        ("requestedUserInfo", &["contact_email", "shipping_address"]),
        ("testPayment", &["true"]),
    ]));
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
        .build();
    assert_eq!(given.unwrap(), options.unwrap());
    let none = tapmark::Options::default();
    assert_eq!(read_options(b"").unwrap(), none);
    let test = read_options(&written(&[("testPayment", &["false"])]));
    assert_eq!(test.unwrap(), none);
}

#[test]
fn options_for_today_s_target_arrive() {
    let given = read_options(&written(&[
        ("target", &["messenger-2026"]),
        ("checkoutUrl", &["https://a.example/{amount}"]),
    ]));
    let options = tapmark::Options::builder()
        .target(Target::MESSENGER_2026)
        .checkout_url("https://a.example/{amount}")
        .build();
    assert_eq!(given.unwrap(), options.unwrap());
}

#[test]
fn what_is_refused_is_named() {
    refused(
        "target",
        &["messenger"],
        r#"options.target is "messenger"; there are messenger-2018, messenger-2026"#,
    );
    refused(
        "overflow",
        &["cut"],
        r#"options.overflow is "cut"; there are truncate, split, reject"#,
    );
    refused(
        "messagingType",
        &["response"],
        r#"options.messagingType is "response"; there are RESPONSE, UPDATE, MESSAGE_TAG"#,
    );
    refused(
        "requestedUserInfo",
        &["contact_name", "contact_fax"],
        "options.requestedUserInfo is \"contact_fax\"; there are shipping_address, contact_name, \
         contact_phone, contact_email",
    );
    refused(
        "requestedUserInfo",
        &[""],
        "options.requestedUserInfo is \"\"; there are shipping_address, contact_name, \
         contact_phone, contact_email",
    );
    // Which ones there are, JavaScript says, that lets no other through.
    refused("tone", &["warm"], "options.tone is no option");
}

#[test]
fn what_the_builder_refuses_is_named() {
    refused(
        "recipient",
        &[" "],
        "options.recipient: the recipient is blank",
    );
    refused(
        "merchantName",
        &["a\nb"],
        "options.merchantName: the merchant name holds control characters",
    );
    refused(
        "placeholder",
        &[&"a".repeat(81)],
        "options.placeholder: the placeholder has 81 UTF-16 units; at most 80 fit",
    );
    refused(
        "requestedUserInfo",
        &[],
        "options.requestedUserInfo: the requested user info is blank",
    );
    refused(
        "requestedUserInfo",
        &["contact_name", "contact_name"],
        "options.requestedUserInfo: the requested user info holds something twice",
    );
    refused(
        "messagingType",
        &["MESSAGE_TAG"],
        "options.tag: the messaging type MESSAGE_TAG needs a tag",
    );
    refused(
        "tag",
        &["TICKET_UPDATE"],
        "options.tag: a tag goes with the messaging type MESSAGE_TAG alone",
    );
    let sale = refusal(&[("messagingType", &["MESSAGE_TAG"]), ("tag", &["SALE"])]);
    assert!(
        sale.starts_with(r#"options.tag: messenger-2018 has no tag "SALE"; it has "#),
        "{sale}"
    );
    for url in ["ftp://a.example", "https://a.example/{price}"] {
        let why = refusal(&[("checkoutUrl", &[url])]);
        let beginning = "options.checkoutUrl: the checkout URL ";
        assert!(why.starts_with(beginning), "{why}");
    }
}

/// Whatever arrives, nothing panics.
#[test]
fn what_nobody_writes_is_read_or_refused() {
    for bytes in [
        &b"a"[..],
        b"\xFF",
        b"\xFE",
        b"\xFEtag",
        b"\xFEtag\xFF\x80",
        b"\xFE\x80\xFF",
    ] {
        let _ = read_options(bytes);
    }
}
