//! Every kind of diagnostic: its name, its severity, and what it means in a line.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Severity;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)+) => {
        /// The kind of a diagnostic: a stable name such as `label-too-long`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// Every code, in the order of the stages that report them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable kebab-case name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The severity it is reported with.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }
        }
    };
}

codes! {
    // Stage 1, the syntax.

    /// A comment has no `-->`.
    UnclosedComment = "unclosed-comment", Error;
    /// No directive has this name.
    UnknownDirective = "unknown-directive", Error;
    /// A known directive is followed by something that is not part of it, or lacks something.
    MalformedDirective = "malformed-directive", Error;
    /// A `:::` closes nothing.
    StrayContainerEnd = "stray-container-end", Error;
    /// A container has no `:::` at its end.
    UnclosedContainer = "unclosed-container", Error;
    /// A container has no items.
    EmptyContainer = "empty-container", Error;
    /// Something in a container belongs to no item, because no heading stands before it.
    ContentBeforeHeading = "content-before-heading", Error;
    /// A directive of one line inside a container.
    LeafInContainer = "leaf-in-container", Error;
    /// A line of `---` between the items of a container was left out.
    SeparatorInContainer = "separator-in-container", Note;
    /// A coordinate of `::location` is not one.
    InvalidCoordinate = "invalid-coordinate", Error;
    /// An attribute has no meaning where it stands.
    UnknownAttribute = "unknown-attribute", Warning;
    /// An attribute is given twice.
    DuplicateAttribute = "duplicate-attribute", Warning;
    /// An attribute's value is none of those it takes.
    InvalidAttribute = "invalid-attribute", Error;
    /// Braces after a button do not read as attributes.
    MalformedAttributes = "malformed-attributes", Warning;
    /// A button or a reply has no label.
    EmptyLabel = "empty-label", Error;
    /// A label has no `]`.
    UnclosedLabel = "unclosed-label", Error;
    /// Emphasis around a whole label was removed.
    EmphasisInLabel = "emphasis-in-label", Note;
    /// A target is empty.
    EmptyTarget = "empty-target", Error;
    /// A target has no `)`.
    UnclosedTarget = "unclosed-target", Error;
    /// A target is closed by another character than `)`.
    WrongCloser = "wrong-closer", Error;
    /// White space between label and target.
    SpaceBeforeTarget = "space-before-target", Warning;
    /// A parenthesis of a target is doubled.
    DoubledParenthesis = "doubled-parenthesis", Warning;
    /// A reply or postback has no payload.
    MissingPayload = "missing-payload", Error;
    /// A target is nearly a keyword or a scheme.
    MisspeltTarget = "misspelt-target", Error;
    /// A target is no target: prose, code, a bare address.
    UnknownTarget = "unknown-target", Error;
    /// A target's scheme is not one that Messenger carries.
    UnknownScheme = "unknown-scheme", Error;
    /// A web address without a scheme was completed.
    MissingScheme = "missing-scheme", Warning;
    /// Brackets that look like a button are plain text.
    NotAButton = "not-a-button", Note;
    /// A URL that is not one, or hides something.
    InvalidUrl = "invalid-url", Error;
    /// A raw space in a URL.
    SpaceInUrl = "space-in-url", Error;
    /// A URL must be https.
    InsecureUrl = "insecure-url", Error;
    /// A Markdown link title was removed.
    LinkTitle = "link-title", Note;
    /// A label names another host than its link opens.
    MisleadingLabel = "misleading-label", Warning;
    /// A telephone number that cannot be dialled.
    InvalidPhoneNumber = "invalid-phone-number", Error;
    /// A telephone number without country code.
    MissingCountryCode = "missing-country-code", Error;
    /// A telephone number with a prefix that is dialled only within a country.
    TrunkPrefix = "trunk-prefix", Error;
    /// A buy button has no amount.
    MissingAmount = "missing-amount", Error;
    /// An amount is not a number of dollars and cents.
    InvalidAmount = "invalid-amount", Error;
    /// An amount is outside 0.01 to 999999.99.
    AmountOutOfRange = "amount-out-of-range", Error;
    /// WhatsApp's template syntax is plain text on Messenger.
    WhatsappTemplate = "whatsapp-template", Note;

    // Stage 2, the lowering.

    /// An amount in another currency than US dollars.
    CurrencyNotUsd = "currency-not-usd", Error;
    /// A payload is longer than the target takes.
    PayloadTooLong = "payload-too-long", Error;
    /// A share button outside a carousel or list item.
    ShareOutsideItem = "share-outside-item", Error;
    /// `{default}` outside a carousel or list item.
    DefaultOutsideItem = "default-outside-item", Error;
    /// An item has no title.
    EmptyTitle = "empty-title", Error;
    /// An item has a title and nothing else.
    IncompleteItem = "incomplete-item", Error;
    /// More items than a carousel or list takes.
    TooManyItems = "too-many-items", Warning;
    /// A reply or request inside a carousel's item was dropped.
    ReplyInCarousel = "reply-in-carousel", Warning;
    /// A reply or request inside a list's item was dropped.
    ReplyInList = "reply-in-list", Warning;
    /// A second picture, or other media, inside an item was dropped.
    ExtraMedia = "extra-media", Warning;
    /// A second `{default}` in one item stays a button.
    SecondDefault = "second-default", Warning;
    /// A list is sent as several list templates.
    ListDivided = "list-divided", Note;
    /// A list of one item is sent as a carousel.
    ListOfOne = "list-of-one", Note;
    /// A large first item needs a picture, so it is compact.
    CoverWithoutImage = "cover-without-image", Warning;
    /// A button or reply title was cut.
    LabelTooLong = "label-too-long", Warning;
    /// An element title was cut.
    TitleTooLong = "title-too-long", Warning;
    /// An element subtitle was cut.
    SubtitleTooLong = "subtitle-too-long", Warning;
    /// A text was divided into several messages.
    TextTooLong = "text-too-long", Warning;
    /// More quick replies than a message takes.
    TooManyReplies = "too-many-replies", Warning;
    /// More buttons than a message takes.
    TooManyButtons = "too-many-buttons", Warning;
    /// A second buy button in one message.
    SecondBuyButton = "second-buy-button", Warning;
    /// An e-mail link was written out in the text.
    MailLink = "mail-link", Warning;
    /// The placeholder carries buttons or replies that had nothing to stand on.
    PlaceholderUsed = "placeholder-used", Warning;
    /// A payment carries the stand-in for a merchant's name.
    MissingMerchantName = "missing-merchant-name", Warning;
    /// Control characters were removed.
    ControlCharacter = "control-character", Warning;
    /// Markup around a card's title was removed.
    MarkupInTitle = "markup-in-title", Note;
    /// Markdown that Messenger shows as it is typed.
    MarkdownAsTyped = "markdown-as-typed", Note;
    /// Today's platform no longer accepts what the target does.
    RetiredFeature = "retired-feature", Note;
}

impl Code {
    /// The code of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.as_str() == name)
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
