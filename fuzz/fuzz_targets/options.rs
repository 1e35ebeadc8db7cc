//! Options from a number: each builder option at its default and at other values.

use tapmark::{MessagingType, Options, Overflow, Target, UserInfo};

/// What a checkout may ask for; the first is the default.
const INFO: [&[UserInfo]; 4] = [
    &[UserInfo::ContactName],
    &[UserInfo::ShippingAddress],
    &[UserInfo::ContactPhone, UserInfo::ContactEmail],
    &[
        UserInfo::ShippingAddress,
        UserInfo::ContactName,
        UserInfo::ContactPhone,
        UserInfo::ContactEmail,
    ],
];

/// Zero gives the defaults.
pub(crate) fn options(number: u16) -> Options {
    let mut rest = usize::from(number);
    let mut below = |count: usize| {
        let choice = rest % count;
        rest /= count;
        choice
    };
    let mut builder = Options::builder()
        .test_payment(below(2) == 1)
        .requested_user_info(INFO[below(INFO.len())]);
    match below(3) {
        0 => {}
        1 => builder = builder.merchant_name("Pizza Example"),
        // As long as it may be, of characters that count two.
        _ => builder = builder.merchant_name("\u{1F355}".repeat(Options::MAX_NAME / 2)),
    }
    if below(2) == 1 {
        builder = builder.recipient("1234");
    }
    if below(2) == 1 {
        builder = builder.checkout_url("https://pay.example/?{label}={amount}&in={currency}");
    }
    if below(2) == 1 {
        builder = builder.placeholder("\u{1F449}".repeat(Options::MAX_NAME / 2));
    }
    let target = Target::ALL[below(Target::ALL.len())];
    builder = builder
        .target(target)
        .overflow(Overflow::ALL[below(Overflow::ALL.len())]);
    match below(3) {
        0 => builder = builder.messaging_type(MessagingType::Response),
        1 => builder = builder.messaging_type(MessagingType::Update),
        _ => {
            builder = builder
                .messaging_type(MessagingType::MessageTag)
                .tag(target.tags[below(target.tags.len())]);
        }
    }
    builder.build().expect("each of these values is accepted")
}
