//! From requests that borrow the source to requests that stand alone.

use std::borrow::Cow;

use super::{
    ActionRequest, Attachment, Button, Content, DefaultAction, Element, GetStarted, Greeting,
    IceBreaker, IceBreakers, Media, Menu, MenuItem, Message, MessageRequest, Payment,
    PaymentSummary, Price, Profile, QuickReply, Recipient, Request, Template, WebUrl,
};

/// A value that borrows, made into one that owns.
trait IntoOwned {
    type Owned;
    fn into_owned(self) -> Self::Owned;
}

impl IntoOwned for Cow<'_, str> {
    type Owned = Cow<'static, str>;
    fn into_owned(self) -> Cow<'static, str> {
        Cow::Owned(Cow::into_owned(self))
    }
}

impl<T: IntoOwned> IntoOwned for Option<T> {
    type Owned = Option<T::Owned>;
    fn into_owned(self) -> Self::Owned {
        self.map(T::into_owned)
    }
}

impl<T: IntoOwned> IntoOwned for Vec<T> {
    type Owned = Vec<T::Owned>;
    fn into_owned(self) -> Self::Owned {
        self.into_iter().map(T::into_owned).collect()
    }
}

/// Names each struct once, with the fields that borrow and those that do not.
macro_rules! into_owned {
    ($($name:ident { $($borrowed:ident),+ ; $($plain:ident),* })+) => {$(
        impl IntoOwned for $name<'_> {
            type Owned = $name<'static>;
            fn into_owned(self) -> Self::Owned {
                $name {
                    $($borrowed: IntoOwned::into_owned(self.$borrowed),)+
                    $($plain: self.$plain,)*
                }
            }
        }
    )+};
}

into_owned! {
    MessageRequest { recipient, tag, message; messaging_type }
    ActionRequest { recipient; sender_action }
    Recipient { id; }
    Message { content, quick_replies; }
    Media { url; }
    Element { title, subtitle, image_url, default_action, buttons; }
    DefaultAction { url, fallback_url; webview_height_ratio, messenger_extensions, webview_share_button }
    WebUrl { title, url, fallback_url; webview_height_ratio, messenger_extensions, webview_share_button }
    Payment { title, payload, payment_summary; }
    PaymentSummary { merchant_name, price_list; currency, payment_type, is_test_payment, requested_user_info }
    Price { label; amount }
    GetStarted { payload; }
    Greeting { locale, text; }
    Menu { locale, call_to_actions; composer_input_disabled }
    IceBreakers { call_to_actions, locale; }
    IceBreaker { question, payload; }
}

impl Request<'_> {
    /// The same request, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Request<'static> {
        match self {
            Self::Message(request) => Request::Message(IntoOwned::into_owned(request)),
            Self::Action(request) => Request::Action(IntoOwned::into_owned(request)),
        }
    }
}

impl Profile<'_> {
    /// The same body, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> Profile<'static> {
        Profile {
            get_started: self.get_started.into_owned(),
            greeting: self.greeting.into_owned(),
            persistent_menu: self.persistent_menu.into_owned(),
            ice_breakers: self.ice_breakers.into_owned(),
        }
    }
}

// As deep as the target's menus are, whatever the source says.
impl IntoOwned for MenuItem<'_> {
    type Owned = MenuItem<'static>;
    fn into_owned(self) -> Self::Owned {
        match self {
            Self::WebUrl(button) => MenuItem::WebUrl(button.into_owned()),
            Self::Postback { title, payload } => MenuItem::Postback {
                title: IntoOwned::into_owned(title),
                payload: IntoOwned::into_owned(payload),
            },
            Self::Nested {
                title,
                call_to_actions,
            } => MenuItem::Nested {
                title: IntoOwned::into_owned(title),
                call_to_actions: call_to_actions.into_owned(),
            },
        }
    }
}

impl IntoOwned for Content<'_> {
    type Owned = Content<'static>;
    fn into_owned(self) -> Self::Owned {
        match self {
            Self::Text(text) => Content::Text(IntoOwned::into_owned(text)),
            Self::Attachment(attachment) => Content::Attachment(attachment.into_owned()),
        }
    }
}

impl IntoOwned for Attachment<'_> {
    type Owned = Attachment<'static>;
    fn into_owned(self) -> Self::Owned {
        match self {
            Self::Image(media) => Attachment::Image(media.into_owned()),
            Self::Video(media) => Attachment::Video(media.into_owned()),
            Self::Audio(media) => Attachment::Audio(media.into_owned()),
            Self::File(media) => Attachment::File(media.into_owned()),
            Self::Template(template) => Attachment::Template(template.into_owned()),
        }
    }
}

impl IntoOwned for Template<'_> {
    type Owned = Template<'static>;
    fn into_owned(self) -> Self::Owned {
        match self {
            Self::Button { text, buttons } => Template::Button {
                text: IntoOwned::into_owned(text),
                buttons: buttons.into_owned(),
            },
            Self::Generic {
                image_aspect_ratio,
                elements,
            } => Template::Generic {
                image_aspect_ratio,
                elements: elements.into_owned(),
            },
            Self::List {
                top_element_style,
                elements,
                buttons,
            } => Template::List {
                top_element_style,
                elements: elements.into_owned(),
                buttons: buttons.into_owned(),
            },
        }
    }
}

impl IntoOwned for Button<'_> {
    type Owned = Button<'static>;
    fn into_owned(self) -> Self::Owned {
        match self {
            Self::WebUrl(button) => Button::WebUrl(button.into_owned()),
            Self::Payment(button) => Button::Payment(Box::new((*button).into_owned())),
            Self::ElementShare => Button::ElementShare,
            Self::Postback { title, payload } => Button::Postback {
                title: IntoOwned::into_owned(title),
                payload: IntoOwned::into_owned(payload),
            },
            Self::PhoneNumber { title, payload } => Button::PhoneNumber {
                title: IntoOwned::into_owned(title),
                payload: IntoOwned::into_owned(payload),
            },
        }
    }
}

impl IntoOwned for QuickReply<'_> {
    type Owned = QuickReply<'static>;
    fn into_owned(self) -> Self::Owned {
        match self {
            Self::Text {
                title,
                payload,
                image_url,
            } => QuickReply::Text {
                title: IntoOwned::into_owned(title),
                payload: IntoOwned::into_owned(payload),
                image_url: image_url.into_owned(),
            },
            Self::Location => QuickReply::Location,
            Self::UserPhoneNumber => QuickReply::UserPhoneNumber,
            Self::UserEmail => QuickReply::UserEmail,
        }
    }
}
