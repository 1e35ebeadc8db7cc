//! A source that is nothing but text, when it is sent as it stands and nothing is to be said of it.

use std::borrow::Cow;

use super::controls::Controls;
use super::markdown::has_mark;
use super::push::message_request;
use crate::messenger::{Content, MessagingType, Request};
use crate::options::Options;
use crate::strings;
use crate::syntax::is_blank;

/// The request of a source that is this text; `None` when more is to be done, or there is none.
#[inline]
pub(crate) fn only_text<'a>(text: &'a str, options: &'a Options) -> Option<Request<'a>> {
    let text = strings::trimmed(text);
    let controls = Controls::of(text);
    let as_it_stands = text.len() <= options.target.limits.text.max
        && options.messaging_type != MessagingType::MessageTag
        && !(controls.unsent || controls.returns)
        && !has_mark(text)
        && !is_blank(text);
    as_it_stands.then(|| message_request(options, Content::Text(Cow::Borrowed(text))))
}
