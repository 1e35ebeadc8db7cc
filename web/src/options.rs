//! Options as JavaScript gives them: a flat list of names and values.

use std::str;

use tapmark::{MessagingType, OptionsBuilder, OptionsError, Overflow, Target, UserInfo, literal};

/// Stands before the name of each option. In UTF-8 this byte is nowhere.
const OPTION: u8 = 0xFE;

/// Stands before each of its values. Nor is this one.
const VALUE: u8 = 0xFF;

/// What a compilation is for. What is left out keeps its default.
#[derive(Debug, Default)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(rename_all = "camelCase", optional_fields)
)]
#[allow(
    clippy::module_name_repetitions,
    reason = "it is what the package calls it"
)]
pub struct Options {
    /// The platform to compile for. Default: `messenger-2018`.
    #[cfg_attr(feature = "typescript", ts(optional, type = "TargetName"))]
    target: Option<&'static Target>,
    /// What happens to what does not fit. Default: `truncate`.
    overflow: Option<Overflow>,
    /// The page-scoped id of who gets the messages. Default: none, and no `recipient` is written.
    recipient: Option<String>,
    /// The text that carries buttons and replies which have nothing else to stand on, at most 80
    /// UTF-16 code units. Default: `👇`.
    placeholder: Option<String>,
    /// Who is paid, at most 80 UTF-16 code units. Default: `Merchant`, with a warning where a payment
    /// is made.
    merchant_name: Option<String>,
    /// Where buy buttons lead on a target without payment buttons: an `http` or `https` URL in which
    /// `{amount}` (as in `9.99`), `{currency}` and `{label}` are filled in, percent-encoded. Default:
    /// none, and there a buy button is an error.
    ///
    /// Whoever gets such a link can change it: the server must look up the price by itself.
    checkout_url: Option<String>,
    /// Why the messages are sent. Default: `RESPONSE`.
    messaging_type: Option<MessagingType>,
    /// The message tag, one of the target's. It goes with the messaging type `MESSAGE_TAG`, which
    /// cannot do without one. Default: none.
    tag: Option<String>,
    /// What a checkout asks the person for. Default: `contact_name`.
    requested_user_info: Option<Vec<UserInfo>>,
    /// Whether payments are tests, in which no money moves. Default: no.
    test_payment: Option<bool>,
}

const MESSAGING_TYPES: [(&str, MessagingType); 3] = [
    ("RESPONSE", MessagingType::Response),
    ("UPDATE", MessagingType::Update),
    ("MESSAGE_TAG", MessagingType::MessageTag),
];

const USER_INFO: [(&str, UserInfo); 4] = [
    ("shipping_address", UserInfo::ShippingAddress),
    ("contact_name", UserInfo::ContactName),
    ("contact_phone", UserInfo::ContactPhone),
    ("contact_email", UserInfo::ContactEmail),
];

/// The target of that name, where an argument has it.
pub(crate) fn target(argument: &str, name: &str) -> Result<&'static Target, String> {
    let names = || Target::ALL.iter().map(|target| target.name).collect();
    Target::from_name(name).ok_or_else(|| none_of(argument, name, names()))
}

/// What is said of a word that is none of those that may stand there.
fn none_of(argument: &str, given: &str, names: Vec<&str>) -> String {
    let mut said = argument.to_owned() + " is " + &literal(given) + "; there are ";
    for (index, name) in names.into_iter().enumerate() {
        said.push_str(if index > 0 { ", " } else { "" });
        said.push_str(name);
    }
    said
}

/// Reads options: the byte [`OPTION`] and a name, the byte [`VALUE`] and a value, and so on.
///
/// That a name is one, and a value of its type, JavaScript has seen to.
///
/// # Errors
///
/// When a value is none of those that there are, or the [builder](OptionsBuilder) refuses it.
pub fn read(bytes: &[u8]) -> Result<tapmark::Options, String> {
    let mut options = Options::default();
    for option in bytes.split(|&byte| byte == OPTION).skip(1) {
        let parts = option.split(|&byte| byte == VALUE);
        let mut parts = parts.map(|part| str::from_utf8(part).unwrap_or_default());
        options.set(parts.next().unwrap_or_default(), parts)?;
    }
    let built = options.into_builder().build();
    built.map_err(|error| "options.".to_owned() + &key_of(&error) + ": " + &error.message())
}

impl Options {
    fn set<'v>(
        &mut self,
        key: &str,
        mut values: impl Iterator<Item = &'v str>,
    ) -> Result<(), String> {
        let argument = &("options.".to_owned() + key);
        if key == "requestedUserInfo" {
            let info = values.map(|name| named(argument, name, &USER_INFO));
            self.requested_user_info = Some(info.collect::<Result<_, _>>()?);
            return Ok(());
        }
        let value = values.next().unwrap_or_default();
        let string = || Some(value.to_owned());
        match key {
            "target" => self.target = Some(target(argument, value)?),
            "overflow" => {
                let names = || Overflow::ALL.iter().map(|mode| mode.name()).collect();
                let mode = Overflow::from_name(value);
                self.overflow = Some(mode.ok_or_else(|| none_of(argument, value, names()))?);
            }
            "recipient" => self.recipient = string(),
            "placeholder" => self.placeholder = string(),
            "merchantName" => self.merchant_name = string(),
            "checkoutUrl" => self.checkout_url = string(),
            "messagingType" => {
                self.messaging_type = Some(named(argument, value, &MESSAGING_TYPES)?);
            }
            "tag" => self.tag = string(),
            "testPayment" => self.test_payment = Some(value == "true"),
            _ => return Err(argument.to_owned() + " is no option"),
        }
        Ok(())
    }

    fn into_builder(self) -> OptionsBuilder {
        /// Sets what is given; every option is named here, or this does not compile.
        macro_rules! build {
            ($($name:ident),+) => {{
                let Self { $($name),+ } = self;
                let builder = tapmark::Options::builder();
                $(let builder = match $name {
                    Some(value) => builder.$name(value),
                    None => builder,
                };)+
                builder
            }};
        }
        build!(
            target,
            overflow,
            recipient,
            placeholder,
            merchant_name,
            checkout_url,
            messaging_type,
            tag,
            requested_user_info,
            test_payment
        )
    }
}

fn named<T: Copy>(argument: &str, given: &str, known: &[(&str, T)]) -> Result<T, String> {
    let found = known.iter().find(|(name, _)| *name == given);
    let names = || known.iter().map(|(name, _)| *name).collect();
    found
        .map(|&(_, value)| value)
        .ok_or_else(|| none_of(argument, given, names()))
}

/// The option that the builder refused.
fn key_of(error: &OptionsError) -> String {
    let mut words = error.option().split(' ');
    let mut key = words.next().unwrap_or_default().to_owned();
    for word in words {
        let (first, rest) = word.split_at(1);
        key.push_str(&first.to_ascii_uppercase());
        key.push_str(rest);
    }
    key
}
