//! Every kind of diagnostic: its name, its severity, and its explanation.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::strings;

use super::Severity;

macro_rules! codes {
    ($($variant:ident = $name:literal, $severity:ident;)+) => {
        /// The kind of a diagnostic: a stable name such as `label-too-long`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[non_exhaustive]
        pub enum Code {
            $(
                #[doc = explanation!($name)]
                #[cfg_attr(feature = "typescript", ts(rename = $name))]
                $variant,
            )+
        }

        impl Code {
            /// Every code, in the order of the stages that report them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable kebab-case name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The severity it is reported with; but see [`Code::is_overflow`].
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// What it means, why the rule exists, an example and its cure, in Markdown.
            #[must_use]
            pub const fn explanation(self) -> &'static str {
                match self { $(Self::$variant => explanation!($name),)+ }
            }
        }
    };
}

/// A code is explained in one file, which is its documentation here too.
macro_rules! explanation {
    ($name:literal) => {
        include_str!(concat!("../../grammar/diagnostics/", $name, ".md"))
    };
}

codes! {
    // Before the stages, where a string of UTF-16 comes in.

    LoneSurrogate = "lone-surrogate", Warning;

    // Stage 1, the syntax.

    UnclosedComment = "unclosed-comment", Error;
    UnknownDirective = "unknown-directive", Error;
    MalformedDirective = "malformed-directive", Error;
    StrayContainerEnd = "stray-container-end", Error;
    UnclosedContainer = "unclosed-container", Error;
    EmptyContainer = "empty-container", Error;
    ContentBeforeHeading = "content-before-heading", Error;
    HeadingWithoutSpace = "heading-without-space", Note;
    LeafInContainer = "leaf-in-container", Error;
    NotAnEntry = "not-an-entry", Error;
    SeparatorInContainer = "separator-in-container", Note;
    InvalidCoordinate = "invalid-coordinate", Error;
    UnknownAttribute = "unknown-attribute", Warning;
    DuplicateAttribute = "duplicate-attribute", Warning;
    InvalidAttribute = "invalid-attribute", Error;
    MalformedAttributes = "malformed-attributes", Warning;
    EmptyLabel = "empty-label", Error;
    UnclosedLabel = "unclosed-label", Error;
    EmphasisInLabel = "emphasis-in-label", Note;
    EmptyTarget = "empty-target", Error;
    UnclosedTarget = "unclosed-target", Error;
    WrongOpener = "wrong-opener", Error;
    WrongCloser = "wrong-closer", Error;
    SpaceBeforeTarget = "space-before-target", Warning;
    DoubledParenthesis = "doubled-parenthesis", Warning;
    MissingPayload = "missing-payload", Error;
    MisspeltTarget = "misspelt-target", Error;
    UnknownTarget = "unknown-target", Error;
    UnknownScheme = "unknown-scheme", Error;
    MissingScheme = "missing-scheme", Warning;
    NotAButton = "not-a-button", Note;
    InvalidUrl = "invalid-url", Error;
    SpaceInUrl = "space-in-url", Error;
    InsecureUrl = "insecure-url", Error;
    LinkTitle = "link-title", Note;
    MisleadingLabel = "misleading-label", Warning;
    InvalidPhoneNumber = "invalid-phone-number", Error;
    MissingCountryCode = "missing-country-code", Error;
    TrunkPrefix = "trunk-prefix", Error;
    MissingAmount = "missing-amount", Error;
    InvalidAmount = "invalid-amount", Error;
    AmountOutOfRange = "amount-out-of-range", Error;
    WhatsappTemplate = "whatsapp-template", Note;

    // Stage 2, the lowering.

    CurrencyNotUsd = "currency-not-usd", Error;
    PayloadTooLong = "payload-too-long", Error;
    ShareOutsideItem = "share-outside-item", Error;
    DefaultOutsideItem = "default-outside-item", Error;
    MissingCheckoutUrl = "missing-checkout-url", Error;
    EmptyTitle = "empty-title", Error;
    IncompleteItem = "incomplete-item", Error;
    TooManyItems = "too-many-items", Warning;
    ReplyInCarousel = "reply-in-carousel", Warning;
    ReplyInList = "reply-in-list", Warning;
    ExtraMedia = "extra-media", Warning;
    SecondDefault = "second-default", Warning;
    ListDivided = "list-divided", Note;
    ListOfOne = "list-of-one", Note;
    CoverWithoutImage = "cover-without-image", Warning;
    LabelTooLong = "label-too-long", Warning;
    TitleTooLong = "title-too-long", Warning;
    SubtitleTooLong = "subtitle-too-long", Warning;
    TextTooLong = "text-too-long", Warning;
    TooManyReplies = "too-many-replies", Warning;
    TooManyButtons = "too-many-buttons", Warning;
    SecondBuyButton = "second-buy-button", Warning;
    MailLink = "mail-link", Warning;
    PlaceholderUsed = "placeholder-used", Warning;
    MissingMerchantName = "missing-merchant-name", Warning;
    ControlCharacter = "control-character", Warning;
    MarkupInTitle = "markup-in-title", Note;
    MarkdownAsTyped = "markdown-as-typed", Note;
    RetiredFeature = "retired-feature", Note;
    UnavailableFeature = "unavailable-feature", Warning;

    // Stage 2, the profile.

    SecondStart = "second-start", Error;
    DuplicateLocale = "duplicate-locale", Error;
    MissingDefaultLocale = "missing-default-locale", Error;
    MenuWithoutStart = "menu-without-start", Error;
    MisplacedButton = "misplaced-button", Error;
    EmptySubmenu = "empty-submenu", Error;
    NestedEntries = "nested-entries", Error;
    SubmenuFlattened = "submenu-flattened", Warning;
    TooManyEntries = "too-many-entries", Warning;
    GreetingTooLong = "greeting-too-long", Warning;
    ProfileLeftOut = "profile-left-out", Note;
    NoProfile = "no-profile", Note;
}

impl Code {
    /// The code of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
    }

    /// Whether it says that something does not fit: what becomes of it depends on the mode of
    /// [`Overflow`](crate::Overflow), and is an error in mode `reject`.
    #[must_use]
    pub const fn is_overflow(self) -> bool {
        matches!(
            self,
            Self::TooManyItems
                | Self::ReplyInCarousel
                | Self::ReplyInList
                | Self::ExtraMedia
                | Self::LabelTooLong
                | Self::TitleTooLong
                | Self::SubtitleTooLong
                | Self::TextTooLong
                | Self::TooManyReplies
                | Self::TooManyButtons
                | Self::SecondBuyButton
                | Self::SubmenuFlattened
                | Self::TooManyEntries
                | Self::GreetingTooLong
        )
    }

    /// What it means, in one sentence: the first of its explanation.
    #[must_use]
    pub fn summary(self) -> &'static str {
        let sentence = self.explanation().lines().nth(2).unwrap_or_default();
        strings::find(sentence, ": ").map_or(sentence, |colon| &sentence[colon + 2..])
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
