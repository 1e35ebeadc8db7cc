//! One button of a template.

use std::borrow::Cow;

use super::{Lowering, diagnostics};
use crate::messenger::{Button, HeightRatio, ShareButton, WebUrl};
use crate::syntax::ast::{self, Action, Height};

impl<'a> Lowering<'a> {
    /// Lowers a button of a message; `None` for what is no button there.
    pub(super) fn button(
        &mut self,
        button: &'a ast::Button<'a>,
        pointer: impl FnOnce() -> String,
    ) -> Option<Button<'a>> {
        self.report_retired_button(button);
        let span = button.label.span;
        let limit = self.target.button_title;
        let (title, cut) = self.cut(&button.label.value, limit, |before, after, limit| {
            diagnostics::label_too_long(span, before, after, limit)
        });
        self.point(cut, || pointer() + "/title");
        Some(match &button.action {
            Action::Postback { payload } => Button::Postback {
                title,
                payload: self.clean(payload),
            },
            Action::Call { number } => Button::PhoneNumber {
                title,
                payload: Cow::Borrowed(number),
            },
            Action::Link(link) => Button::WebUrl(WebUrl {
                title,
                url: Cow::Borrowed(&link.url),
                webview_height_ratio: link.height.map(height_ratio),
                messenger_extensions: false,
                fallback_url: None,
                webview_share_button: None,
            }),
            Action::Webview {
                link,
                fallback,
                hide_share,
            } => Button::WebUrl(WebUrl {
                title,
                url: Cow::Borrowed(&link.url),
                webview_height_ratio: link.height.map(height_ratio),
                messenger_extensions: true,
                fallback_url: fallback.as_deref().map(Cow::Borrowed),
                webview_share_button: hide_share.then_some(ShareButton::Hide),
            }),
            Action::Buy { amount, payload } => {
                Button::Payment(self.payment(button, title, amount.cents?, payload.as_deref()))
            }
            Action::Reply { .. }
            | Action::LocationRequest
            | Action::Phone
            | Action::Email
            | Action::Share
            | Action::Mail { .. } => return None,
        })
    }
}

const fn height_ratio(height: Height) -> HeightRatio {
    match height {
        Height::Compact => HeightRatio::Compact,
        Height::Tall => HeightRatio::Tall,
        Height::Full => HeightRatio::Full,
    }
}
