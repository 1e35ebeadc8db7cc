//! What a compilation is for: the target, and what the source does not say.

mod error;

pub use self::error::OptionsError;
use crate::lower::target::Target;
use crate::lower::{checkout, target, text::utf16_len};
use crate::messenger::{MessagingType, UserInfo};
use crate::syntax::is_blank;

/// What happens to what does not fit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(rename_all = "lowercase")
)]
#[non_exhaustive]
pub enum Overflow {
    /// Long texts are divided, labels and titles are cut, further buttons and replies dropped.
    #[default]
    Truncate,
    /// Nothing is dropped or only cut: the rest goes into more messages, the full words into the
    /// text.
    Split,
    /// As truncated, but each change is an error: for checks.
    Reject,
}

impl Overflow {
    /// Every mode.
    pub const ALL: &'static [Self] = &[Self::Truncate, Self::Split, Self::Reject];

    /// The mode of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|mode| mode.name() == name)
    }

    /// The name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Truncate => "truncate",
            Self::Split => "split",
            Self::Reject => "reject",
        }
    }
}

/// What a compilation is for. Made by a [builder](Options::builder), which refuses nonsense.
///
/// ```
/// use tapmark::Options;
///
/// let options = Options::builder().recipient("1234").merchant_name("Pizza Example").build()?;
/// let compilation = tapmark::compile("$[Buy](9.99)", &options);
/// let json = serde_json::to_string(&compilation.requests[0]).unwrap();
/// assert!(json.starts_with(r#"{"recipient":{"id":"1234"},"messaging_type":"RESPONSE","#));
/// # Ok::<(), tapmark::OptionsError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    pub(crate) target: &'static Target,
    pub(crate) overflow: Overflow,
    pub(crate) recipient: Option<String>,
    pub(crate) placeholder: String,
    pub(crate) merchant_name: Option<String>,
    pub(crate) checkout_url: Option<String>,
    pub(crate) messaging_type: MessagingType,
    pub(crate) tag: Option<String>,
    pub(crate) requested_user_info: Vec<UserInfo>,
    pub(crate) test_payment: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            target: &target::MESSENGER_2018,
            overflow: Overflow::Truncate,
            recipient: None,
            placeholder: "👇".to_owned(),
            merchant_name: None,
            checkout_url: None,
            messaging_type: MessagingType::Response,
            tag: None,
            requested_user_info: vec![UserInfo::ContactName],
            test_payment: false,
        }
    }
}

impl Options {
    /// The longest placeholder and merchant name, in UTF-16 code units: a placeholder may become
    /// an element's title, and a name stands beside one.
    pub const MAX_NAME: usize = 80;

    /// A builder with the defaults.
    pub fn builder() -> OptionsBuilder {
        OptionsBuilder {
            options: Self::default(),
        }
    }

    /// The platform that is compiled for.
    #[must_use]
    pub const fn target(&self) -> &'static Target {
        self.target
    }
}

/// Builds [`Options`]. What is not set keeps its default.
#[derive(Clone, Debug)]
#[must_use]
#[non_exhaustive]
pub struct OptionsBuilder {
    options: Options,
}

impl OptionsBuilder {
    /// The platform to compile for. Default: [`Target::MESSENGER_2018`].
    pub const fn target(mut self, target: &'static Target) -> Self {
        self.options.target = target;
        self
    }

    /// What happens to what does not fit. Default: [`Overflow::Truncate`].
    pub const fn overflow(mut self, overflow: Overflow) -> Self {
        self.options.overflow = overflow;
        self
    }

    /// The page-scoped id of who gets the messages. Default: none, and no `recipient` is written.
    pub fn recipient(mut self, id: impl Into<String>) -> Self {
        self.options.recipient = Some(id.into());
        self
    }

    /// The text that carries buttons and replies which have nothing else to stand on, at most
    /// [`Options::MAX_NAME`] UTF-16 code units. Default: `👇`.
    pub fn placeholder(mut self, placeholder: impl Into<String>) -> Self {
        self.options.placeholder = placeholder.into();
        self
    }

    /// Who is paid, at most [`Options::MAX_NAME`] UTF-16 code units. Default: `Merchant`, with a
    /// warning where a payment is made.
    pub fn merchant_name(mut self, name: impl Into<String>) -> Self {
        self.options.merchant_name = Some(name.into());
        self
    }

    /// Where buy buttons lead on a target without payment buttons: an `http` or `https` URL in
    /// which `{amount}` (as in `9.99`), `{currency}` and `{label}` are filled in, percent-encoded.
    /// Default: none, and there a buy button is an error.
    ///
    /// Whoever gets such a link can change it: the server must look up the price by itself.
    ///
    /// ```
    /// use tapmark::{Options, Target};
    ///
    /// let options = Options::builder()
    ///     .target(Target::MESSENGER_2026)
    ///     .checkout_url("https://shop.example/pay?item={label}&price={amount}")
    ///     .build()?;
    /// let compilation = tapmark::compile("Tea $[Green tea](4.50)", &options);
    /// let json = serde_json::to_string(&compilation.requests[0]).unwrap();
    /// assert!(json.contains("https://shop.example/pay?item=Green%20tea&price=4.50"));
    /// # Ok::<(), tapmark::OptionsError>(())
    /// ```
    pub fn checkout_url(mut self, template: impl Into<String>) -> Self {
        self.options.checkout_url = Some(template.into());
        self
    }

    /// Why the messages are sent. Default: [`MessagingType::Response`].
    pub const fn messaging_type(mut self, messaging_type: MessagingType) -> Self {
        self.options.messaging_type = messaging_type;
        self
    }

    /// The message tag, one of the target's. It goes with [`MessagingType::MessageTag`], which
    /// cannot do without one. Default: none.
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.options.tag = Some(tag.into());
        self
    }

    /// What a checkout asks the person for. Default: [`UserInfo::ContactName`].
    pub fn requested_user_info(mut self, info: impl Into<Vec<UserInfo>>) -> Self {
        self.options.requested_user_info = info.into();
        self
    }

    /// Whether payments are tests, in which no money moves. Default: no.
    pub const fn test_payment(mut self, test: bool) -> Self {
        self.options.test_payment = test;
        self
    }

    /// The options.
    ///
    /// # Errors
    ///
    /// When a value is blank, too long or holds control characters, when the checkout URL is none
    /// or has a field that is not known, when the target has no such tag, when a tag is given
    /// without its messaging type or the reverse, or when a checkout asks for nothing, or for one
    /// thing twice.
    pub fn build(self) -> Result<Options, OptionsError> {
        let options = self.options;
        check("placeholder", &options.placeholder)?;
        if let Some(name) = &options.merchant_name {
            check("merchant name", name)?;
        }
        if let Some(template) = &options.checkout_url {
            checkout::check(template)?;
        }
        if let Some(recipient) = &options.recipient {
            check_shown("recipient", recipient)?;
        }
        if options.requested_user_info.is_empty() {
            return Err(OptionsError::Blank("requested user info"));
        }
        let info = &options.requested_user_info;
        if (1..info.len()).any(|index| info[..index].contains(&info[index])) {
            return Err(OptionsError::Repeated("requested user info"));
        }
        match (options.messaging_type, &options.tag) {
            (MessagingType::MessageTag, None) => return Err(OptionsError::MissingTag),
            (MessagingType::MessageTag, Some(tag)) => {
                if !options.target.tags.contains(&tag.as_str()) {
                    return Err(OptionsError::UnknownTag {
                        tag: tag.clone(),
                        target: options.target,
                    });
                }
            }
            (_, Some(_)) => return Err(OptionsError::TagWithoutType),
            (_, None) => {}
        }
        Ok(options)
    }
}

fn check_shown(name: &'static str, value: &str) -> Result<(), OptionsError> {
    if is_blank(value) {
        return Err(OptionsError::Blank(name));
    }
    if value.chars().any(char::is_control) {
        return Err(OptionsError::Control(name));
    }
    Ok(())
}

fn check(name: &'static str, value: &str) -> Result<(), OptionsError> {
    check_shown(name, value)?;
    let length = utf16_len(value);
    if length > Options::MAX_NAME {
        return Err(OptionsError::TooLong { name, length });
    }
    Ok(())
}
