//! The buttons of a template.

use std::borrow::Cow;

use super::overflow::Cut;
use super::target::Feature;
use super::{Lowering, diagnostics};
use crate::messenger::{Button, HeightRatio, ShareButton, WebUrl};
use crate::options::Options;
use crate::syntax::ast::{self, Action, Height};
use crate::template::Arg::{Count, Word};
use crate::template::fill;

impl<'a> Lowering<'a> {
    /// Buttons whose list has that pointer.
    pub(super) fn lower_buttons(
        &mut self,
        buttons: &[&'a ast::Button<'a>],
        list: &dyn Fn() -> String,
    ) -> Vec<Button<'a>> {
        let mut lowered = Vec::with_capacity(buttons.len());
        for (index, button) in buttons.iter().enumerate() {
            lowered.extend(self.button(button, &|| fill("{}/{}", &[Word(&list()), Count(index)])));
        }
        lowered
    }

    /// Lowers a button of a message; `None` for what is no button there.
    pub(super) fn button(
        &mut self,
        button: &'a ast::Button<'a>,
        pointer: &dyn Fn() -> String,
    ) -> Option<Button<'a>> {
        self.report_retired_button(button);
        if button.action == Action::Share {
            return Some(Button::ElementShare);
        }
        let span = button.label.span;
        let limit = self.limits.button_title.max;
        let report = &|cut: Cut<'_>| diagnostics::label_too_long(span, cut);
        let (title, cut) = self.cut(self.clean(button.label.value), limit, report);
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
            Action::Link(_) | Action::Webview { .. } => {
                Button::WebUrl(web_url(title, &button.action)?)
            }
            Action::Buy { amount, payload } if self.target.has(Feature::Buy) => {
                let payment =
                    self.payment(button, title, amount.cents?, payload.as_deref(), pointer);
                Button::Payment(Box::new(payment))
            }
            Action::Buy { amount, .. } => {
                let url = self.checkout_url(button, amount.cents?, pointer)?;
                Button::WebUrl(WebUrl::new(title, Cow::Owned(url)))
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

/// The limit of a button's label; `None` when the platform draws the label, or there is no button.
pub(crate) fn label_limit(action: &Action<'_>, options: &Options) -> Option<&'static str> {
    let has = |feature| options.target.has(feature);
    match action {
        Action::LocationRequest if has(Feature::LocationReply) => None,
        Action::Phone | Action::Email | Action::Share | Action::Mail { .. } => None,
        Action::Buy { .. } if !has(Feature::Buy) && options.checkout_url.is_none() => None,
        // The card opens it.
        Action::Link(link) | Action::Webview { link, .. } if link.default => None,
        Action::Reply { .. } | Action::LocationRequest => Some("reply-title"),
        _ => Some("button-title"),
    }
}

/// The payload that the author gave, if the target sends one.
pub(crate) fn given_payload<'s>(action: &Action<'s>, options: &Options) -> Option<&'s str> {
    match *action {
        Action::Reply { payload, .. } | Action::Postback { payload } => Some(payload),
        Action::Buy { payload, .. } => payload.filter(|_| options.target.has(Feature::Buy)),
        _ => None,
    }
}

/// The page that an action opens; `None` when it opens none.
pub(super) fn web_url<'a>(title: Cow<'a, str>, action: &'a Action<'a>) -> Option<WebUrl<'a>> {
    let (link, fallback, hide_share, messenger_extensions) = match action {
        Action::Link(link) => (link, None, false, false),
        Action::Webview {
            link,
            fallback,
            hide_share,
        } => (link, fallback.as_deref(), *hide_share, true),
        _ => return None,
    };
    Some(WebUrl {
        title,
        url: Cow::Borrowed(link.url),
        webview_height_ratio: link.height.map(height_ratio),
        messenger_extensions,
        fallback_url: fallback.map(Cow::Borrowed),
        webview_share_button: hide_share.then_some(ShareButton::Hide),
    })
}

const fn height_ratio(height: Height) -> HeightRatio {
    match height {
        Height::Compact => HeightRatio::Compact,
        Height::Tall => HeightRatio::Tall,
        Height::Full => HeightRatio::Full,
    }
}
