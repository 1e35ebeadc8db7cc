//! Options as JavaScript gives them: an object, as JSON.

use serde::Deserialize;
use tapmark::{MessagingType, OptionsError, Overflow, Target, UserInfo};

/// What a compilation is for. What is not set keeps its default.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    target: Option<String>,
    overflow: Option<String>,
    recipient: Option<String>,
    placeholder: Option<String>,
    merchant_name: Option<String>,
    checkout_url: Option<String>,
    messaging_type: Option<String>,
    tag: Option<String>,
    requested_user_info: Option<Vec<String>>,
    test_payment: Option<bool>,
}

/// Calls the compiler with the options of that JSON, or with the defaults.
pub(crate) fn with<T>(
    json: Option<String>,
    run: impl FnOnce(&tapmark::Options) -> T,
) -> Result<T, String> {
    match json {
        None => Ok(run(&tapmark::Options::default())),
        Some(json) => Ok(run(&parse(&json)?)),
    }
}

/// The target of that name.
pub(crate) fn target(argument: &str, name: &str) -> Result<&'static Target, String> {
    Target::from_name(name).ok_or_else(|| {
        let names: Vec<_> = Target::ALL.iter().map(|target| target.name).collect();
        format!("{argument} is {name:?}; there are {}", names.join(", "))
    })
}

fn parse(json: &str) -> Result<tapmark::Options, String> {
    let options: Options =
        serde_json::from_str(json).map_err(|error| format!("options: {error}"))?;
    let mut builder = tapmark::Options::builder();
    if let Some(name) = &options.target {
        builder = builder.target(target("options.target", name)?);
    }
    if let Some(name) = &options.overflow {
        let mode = Overflow::from_name(name);
        builder = builder.overflow(mode.ok_or("options.overflow is none")?);
    }
    if let Some(value) = options.recipient {
        builder = builder.recipient(value);
    }
    if let Some(value) = options.placeholder {
        builder = builder.placeholder(value);
    }
    if let Some(value) = options.merchant_name {
        builder = builder.merchant_name(value);
    }
    if let Some(value) = options.checkout_url {
        builder = builder.checkout_url(value);
    }
    if let Some(value) = options.messaging_type {
        builder = builder.messaging_type(match &*value {
            "RESPONSE" => MessagingType::Response,
            "UPDATE" => MessagingType::Update,
            "MESSAGE_TAG" => MessagingType::MessageTag,
            _ => return Err("options.messagingType is none".to_owned()),
        });
    }
    if let Some(value) = options.tag {
        builder = builder.tag(value);
    }
    if let Some(values) = options.requested_user_info {
        let mut info = Vec::new();
        for value in values {
            info.push(match &*value {
                "shipping_address" => UserInfo::ShippingAddress,
                "contact_name" => UserInfo::ContactName,
                "contact_phone" => UserInfo::ContactPhone,
                "contact_email" => UserInfo::ContactEmail,
                _ => return Err("options.requestedUserInfo is none".to_owned()),
            });
        }
        builder = builder.requested_user_info(info);
    }
    if let Some(value) = options.test_payment {
        builder = builder.test_payment(value);
    }
    builder
        .build()
        .map_err(|error: OptionsError| format!("options: {error}"))
}
