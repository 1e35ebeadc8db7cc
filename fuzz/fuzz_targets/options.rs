//! Options from a byte.

use tapmark::{MessagingType, Options};

pub(crate) fn options(choice: u8) -> Options {
    let mut builder = Options::builder().test_payment(choice & 1 != 0);
    if choice & 2 != 0 {
        builder = builder.merchant_name("Pizza Example");
    }
    if choice & 4 != 0 {
        builder = builder.recipient("1234");
    }
    if choice & 8 != 0 {
        // As long as it may be, of characters that count two.
        builder = builder.placeholder("\u{1F449}".repeat(Options::MAX_NAME / 2));
    }
    if choice & 16 != 0 {
        builder = builder
            .messaging_type(MessagingType::MessageTag)
            .tag("TICKET_UPDATE");
    }
    builder.build().expect("each of these values is accepted")
}
