//! Requests to the Send API.

use super::Json;
use super::object::{names, object};
use crate::messenger::{
    ActionRequest, AspectRatio, Attachment, Button, Content, DefaultAction, Element, HeightRatio,
    Media, Message, MessageRequest, MessagingType, PaymentSummary, Price, QuickReply, Recipient,
    Request, SenderAction, ShareButton, Template, TopElementStyle, UserInfo, WebUrl,
};

names!(MessagingType { Response = "RESPONSE", Update = "UPDATE", MessageTag = "MESSAGE_TAG", });
names!(SenderAction { TypingOn = "typing_on", TypingOff = "typing_off", MarkSeen = "mark_seen", });
names!(AspectRatio { Horizontal = "horizontal", Square = "square", });
names!(TopElementStyle { Compact = "compact", Large = "large", });
names!(HeightRatio { Compact = "compact", Tall = "tall", Full = "full", });
names!(ShareButton { Hide = "hide", });
names!(UserInfo {
    ShippingAddress = "shipping_address",
    ContactName = "contact_name",
    ContactPhone = "contact_phone",
    ContactEmail = "contact_email",
});

impl Json for Request<'_> {
    fn write_json(&self, out: &mut String) {
        match self {
            Self::Message(request) => request.write_json(out),
            Self::Action(request) => request.write_json(out),
        }
    }
}

impl Json for MessageRequest<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "recipient"?: &self.recipient,
            "messaging_type": &self.messaging_type,
            "tag"?: &self.tag,
            "message": &self.message,
        );
    }
}

impl Json for ActionRequest<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out, "recipient"?: &self.recipient, "sender_action": &self.sender_action);
    }
}

impl Json for Recipient<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out, "id": &self.id);
    }
}

impl Json for Message<'_> {
    fn write_json(&self, out: &mut String) {
        let replies = &self.quick_replies;
        match &self.content {
            Content::Text(text) => object!(out, "text": text, "quick_replies"?: replies),
            Content::Attachment(attachment) => {
                object!(out, "attachment": attachment, "quick_replies"?: replies);
            }
        }
    }
}

impl Json for Attachment<'_> {
    fn write_json(&self, out: &mut String) {
        match self {
            Self::Image(media) => object!(out, "type" = "image", "payload": media),
            Self::Video(media) => object!(out, "type" = "video", "payload": media),
            Self::Audio(media) => object!(out, "type" = "audio", "payload": media),
            Self::File(media) => object!(out, "type" = "file", "payload": media),
            Self::Template(template) => object!(out, "type" = "template", "payload": template),
        }
    }
}

impl Json for Media<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out, "url": &self.url);
    }
}

impl Json for QuickReply<'_> {
    fn write_json(&self, out: &mut String) {
        match self {
            Self::Text {
                title,
                payload,
                image_url,
            } => object!(out,
                "content_type" = "text",
                "title": title,
                "payload": payload,
                "image_url"?: image_url,
            ),
            Self::Location => object!(out, "content_type" = "location"),
            Self::UserPhoneNumber => object!(out, "content_type" = "user_phone_number"),
            Self::UserEmail => object!(out, "content_type" = "user_email"),
        }
    }
}

impl Json for Template<'_> {
    fn write_json(&self, out: &mut String) {
        match self {
            Self::Button { text, buttons } => {
                object!(out, "template_type" = "button", "text": text, "buttons": buttons);
            }
            Self::Generic {
                image_aspect_ratio,
                elements,
            } => object!(out,
                "template_type" = "generic",
                "image_aspect_ratio"?: image_aspect_ratio,
                "elements": elements,
            ),
            Self::List {
                top_element_style,
                elements,
                buttons,
            } => object!(out,
                "template_type" = "list",
                "top_element_style": top_element_style,
                "elements": elements,
                "buttons"?: buttons,
            ),
        }
    }
}

impl Json for Element<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "title": &self.title,
            "subtitle"?: &self.subtitle,
            "image_url"?: &self.image_url,
            "default_action"?: &self.default_action,
            "buttons"?: &self.buttons,
        );
    }
}

impl Json for Button<'_> {
    fn write_json(&self, out: &mut String) {
        match self {
            Self::WebUrl(button) => write_web_url(button, out),
            Self::Postback { title, payload } => {
                object!(out, "type" = "postback", "title": title, "payload": payload);
            }
            Self::PhoneNumber { title, payload } => {
                object!(out, "type" = "phone_number", "title": title, "payload": payload);
            }
            Self::Payment(payment) => object!(out,
                "type" = "payment",
                "title": &payment.title,
                "payload": &payment.payload,
                "payment_summary": &payment.payment_summary,
            ),
            Self::ElementShare => object!(out, "type" = "element_share"),
        }
    }
}

/// A button that opens a page, and the entry of a menu that does.
pub(super) fn write_web_url(button: &WebUrl<'_>, out: &mut String) {
    object!(out,
        "type" = "web_url",
        "title": &button.title,
        "url": &button.url,
        "webview_height_ratio"?: &button.webview_height_ratio,
        "messenger_extensions"?: &button.messenger_extensions,
        "fallback_url"?: &button.fallback_url,
        "webview_share_button"?: &button.webview_share_button,
    );
}

impl Json for DefaultAction<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "type" = "web_url",
            "url": &self.url,
            "webview_height_ratio"?: &self.webview_height_ratio,
            "messenger_extensions"?: &self.messenger_extensions,
            "fallback_url"?: &self.fallback_url,
            "webview_share_button"?: &self.webview_share_button,
        );
    }
}

impl Json for PaymentSummary<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "currency": self.currency,
            "payment_type": self.payment_type,
            "is_test_payment"?: &self.is_test_payment,
            "merchant_name": &self.merchant_name,
            "requested_user_info": &self.requested_user_info,
            "price_list": &self.price_list,
        );
    }
}

impl Json for Price<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out, "label": &self.label, "amount": &self.amount);
    }
}
