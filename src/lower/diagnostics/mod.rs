//! Every message of the lowering, a function each.

mod feature;

use std::borrow::Cow;

pub(super) use self::feature::{
    checkout_link, list_as_carousel, location_as_reply, missing_checkout_url, ratio_dropped,
    retired_feature, share_dropped,
};
use super::overflow::Fate;
use super::plan::Place;
use super::text::utf16_len;
use crate::diagnostic::{ChangeKind, Code, Diagnostic, Unit, quote};
use crate::span::Span;
use crate::syntax::ast::{Action, Button, Media, MediaKind, Verbatim};

// What cannot be sent.

pub(super) fn currency_not_usd(currency: Verbatim<'_>) -> Diagnostic {
    let message = format!(
        "Messenger takes payments in US dollars only, not in {}, so its source stays in the text",
        quote(currency.value)
    );
    Diagnostic::new(Code::CurrencyNotUsd, currency.span, message)
        .help("give the amount in dollars, as in `$[Buy](9.99)`, or link to a checkout page")
}

pub(super) fn payload_too_long(span: Span, limit: usize, actual: usize) -> Diagnostic {
    let message = format!(
        "the payload has {actual} UTF-16 units, but at most {limit} fit, and a payload is never \
         cut because a program reads it; its source stays in the text"
    );
    Diagnostic::new(Code::PayloadTooLong, span, message)
        .help("send a short key and keep the data on your server")
        .limit(limit, actual, Unit::Utf16)
}

pub(super) fn share_outside_item(span: Span) -> Diagnostic {
    let message =
        "a share button stands only in an item of a carousel or list, so it stays in the text";
    Diagnostic::new(Code::ShareOutsideItem, span, message.to_owned())
        .help("remove it, or link to the page that is to be shared")
}

pub(super) fn default_outside_item(span: Span) -> Diagnostic {
    let message = "`default` makes a link the action of a carousel or list item, and this link is in none, so it stays in the text";
    Diagnostic::new(Code::DefaultOutsideItem, span, message.to_owned())
        .help("remove `{default}` to make it a button")
}

// Items.

pub(super) fn empty_title(item: Span) -> Diagnostic {
    let message = "this item has no title, so its source is sent as text after the others";
    Diagnostic::new(Code::EmptyTitle, item, message.to_owned())
        .help("write the title behind the `#`, as in `# Margherita`; a button with a sigil leaves no words there")
}

pub(super) fn incomplete_item(item: Span) -> Diagnostic {
    let message = "this item has a title and no text, picture or button beside it, which the \
                   platform asks for, so its source is sent as text after the others";
    Diagnostic::new(Code::IncompleteItem, item, message.to_owned()).help(
        "add a line of text, a picture or a button; replies, requests, other media and what a \
             tap on the item opens do not count",
    )
}

pub(super) fn too_many_items(
    item: Span,
    source: &str,
    place: Place,
    limit: usize,
    count: usize,
    fate: Fate,
) -> Diagnostic {
    let kind = place.container().unwrap_or_default();
    let title = source.split(['\n', '\r']).next().unwrap_or_default();
    let message = format!(
        "the item {} {}: a {kind} has at most {limit} items, this one {count}",
        quote(title),
        fate.words()
    );
    Diagnostic::new(Code::TooManyItems, item, message)
        .help(format!("remove items, or begin another {kind}"))
        .limit(limit, count, Unit::Items)
        .change(fate.kind(), source, fate.after(source))
}

pub(super) fn reply_in_item(
    reply: &Button<'_>,
    source: &str,
    place: Place,
    fate: Fate,
) -> Diagnostic {
    let code = match place {
        Place::ListItem => Code::ReplyInList,
        _ => Code::ReplyInCarousel,
    };
    let kind = place.container().unwrap_or_default();
    let message = format!(
        "the reply {} {}: replies and requests stand below a message, not in an item of a {kind}",
        named(reply),
        fate.words()
    );
    Diagnostic::new(code, reply.span, message)
        .help("put it after the closing `:::`, or make it a postback")
        .change(fate.kind(), source, fate.after(source))
}

pub(super) fn extra_media(media: &Media<'_>, source: &str, count: usize, fate: Fate) -> Diagnostic {
    let fate_words = fate.words();
    let message = match media.kind {
        MediaKind::Image => format!("this picture {fate_words}: an item has one, this one {count}"),
        _ => format!("this {fate_words}: an item shows a picture and no other media"),
    };
    let diagnostic = Diagnostic::new(Code::ExtraMedia, media.span, message)
        .help("put it before or after the container, or into an item of its own")
        .change(fate.kind(), source, fate.after(source));
    match media.kind {
        MediaKind::Image => diagnostic.limit(1, count, Unit::Media),
        // Not one too many: an item has none of them.
        _ => diagnostic,
    }
}

pub(super) fn second_default(span: Span) -> Diagnostic {
    let message = "a tap on an item opens one page, and it is another one, so this stays a button";
    Diagnostic::new(Code::SecondDefault, span, message.to_owned())
        .help("remove `{default}` from one of the two")
}

pub(super) fn list_divided(opening: Span, limit: usize, count: usize, parts: usize) -> Diagnostic {
    let message = format!(
        "a list template has at most {limit} items, so this list of {count} is sent as {parts} messages"
    );
    Diagnostic::new(Code::ListDivided, opening, message)
        .help("shorten the list, or use a carousel, which holds more in one message")
        .limit(limit, count, Unit::Items)
}

pub(super) fn list_of_one(opening: Span) -> Diagnostic {
    let message = "a list template has two items or more, so this one is sent as a carousel of one";
    Diagnostic::new(Code::ListOfOne, opening, message.to_owned())
        .help("add an item, or write `:::carousel`")
}

pub(super) fn cover_without_image(opening: Span) -> Diagnostic {
    let message = "a large first item stands over its picture, and this list's has none, so the \
                   list is compact";
    Diagnostic::new(Code::CoverWithoutImage, opening, message.to_owned())
        .help("give the first item a picture, or remove `style=large`")
        .change(ChangeKind::Replaced, "large", "compact")
}

// What does not fit.

pub(super) fn label_too_long(
    span: Span,
    before: &str,
    after: &str,
    limit: usize,
    fate: Fate,
) -> Diagnostic {
    too_long(
        Code::LabelTooLong,
        "label",
        span,
        before,
        after,
        limit,
        fate,
    )
    .help("shorten it")
}

pub(super) fn title_too_long(
    span: Span,
    before: &str,
    after: &str,
    limit: usize,
    fate: Fate,
) -> Diagnostic {
    too_long(
        Code::TitleTooLong,
        "title",
        span,
        before,
        after,
        limit,
        fate,
    )
    .help("shorten it")
}

pub(super) fn subtitle_too_long(
    span: Span,
    before: &str,
    after: &str,
    limit: usize,
    fate: Fate,
) -> Diagnostic {
    too_long(
        Code::SubtitleTooLong,
        "subtitle",
        span,
        before,
        after,
        limit,
        fate,
    )
    .help("shorten it, or write the whole text into a message of its own")
}

fn too_long(
    code: Code,
    thing: &str,
    span: Span,
    before: &str,
    after: &str,
    limit: usize,
    fate: Fate,
) -> Diagnostic {
    let actual = utf16_len(before);
    let message = format!(
        "the {thing} {} {}: a {thing} has at most {limit} UTF-16 units, this one {actual}",
        quote(before),
        fate.cut(after)
    );
    Diagnostic::new(code, span, message)
        .limit(limit, actual, Unit::Utf16)
        .change(ChangeKind::Truncated, before, after)
}

pub(super) fn text_too_long(
    span: Span,
    limit: usize,
    actual: usize,
    text: Cow<'_, str>,
    parts: &[Cow<'_, str>],
    fate: Fate,
) -> Diagnostic {
    let mut message = format!("this text has {actual} UTF-16 units, but at most {limit} fit");
    if fate != Fate::Refused {
        message.push_str(&format!(", so it is divided into {} messages", parts.len()));
    }
    Diagnostic::new(Code::TextTooLong, span, message)
        .help("shorten it, or divide it yourself with a line of `---`")
        .limit(limit, actual, Unit::Utf16)
        .change(ChangeKind::Split, text, parts.join("\n---\n"))
}

pub(super) fn too_many_replies(
    reply: &Button<'_>,
    source: &str,
    line: &str,
    fate: Fate,
    limit: usize,
    count: usize,
) -> Diagnostic {
    let words = match fate {
        Fate::Moved(_) => format!("goes into the text as {}", quote(line)),
        Fate::Dropped | Fate::Refused => fate.words(),
    };
    let message = format!(
        "the reply {} {words}: a section's replies stand on its last message, which has at most {limit}; this section has {count}",
        named(reply)
    );
    Diagnostic::new(Code::TooManyReplies, reply.span, message)
        .help("remove replies, or ask in two steps")
        .limit(limit, count, Unit::Replies)
        .change(
            fate.kind(),
            source,
            if matches!(fate, Fate::Moved(_)) {
                line
            } else {
                ""
            },
        )
}

/// How many buttons a place has at most, and how many it was given.
fn room(place: Place, limit: usize, count: usize) -> String {
    let buttons = if limit == 1 { "button" } else { "buttons" };
    format!("{place} has at most {limit} {buttons}, this one {count}")
}

pub(super) fn too_many_buttons(
    button: &Button<'_>,
    place: Place,
    limit: usize,
    count: usize,
    fate: Fate,
) -> Diagnostic {
    let message = format!(
        "the button {} {}: {}",
        named(button),
        fate.words(),
        room(place, limit, count)
    );
    let help = match place {
        Place::Message => "remove buttons, divide the message with a line of `---`, or use replies",
        Place::CarouselItem => "remove buttons, or make two items of it",
        Place::ListItem => "remove buttons, or use a carousel, whose items have more",
        Place::BelowList => {
            "remove buttons, or put them into the next message with a line of `---`"
        }
    };
    Diagnostic::new(Code::TooManyButtons, button.span, message)
        .help(help)
        .limit(limit, count, Unit::Buttons)
}

pub(super) fn link_written_out(
    button: &Button<'_>,
    place: Place,
    limit: usize,
    count: usize,
    fate: Fate,
) -> Diagnostic {
    let words = match fate {
        Fate::Dropped => "is written out in the text".to_owned(),
        Fate::Moved(_) | Fate::Refused => fate.words(),
    };
    let message = format!(
        "the link {} {words}: {}",
        named(button),
        room(place, limit, count)
    );
    Diagnostic::new(Code::TooManyButtons, button.span, message)
        .help("remove links, or divide the message with a line of `---`")
        .limit(limit, count, Unit::Buttons)
}

pub(super) fn second_buy_button(
    button: &Button<'_>,
    source: &str,
    place: Place,
    count: usize,
    fate: Fate,
) -> Diagnostic {
    let message = format!(
        "the buy button {} {}: {place} has one buy button, this one {count}",
        named(button),
        fate.words()
    );
    let help = if place.is_item() {
        "make two items of it"
    } else {
        "divide the message with a line of `---`"
    };
    Diagnostic::new(Code::SecondBuyButton, button.span, message)
        .help(help)
        .limit(1, count, Unit::Buttons)
        .change(fate.kind(), source, fate.after(source))
}

/// A button's label, and its payload or where it leads.
fn named(button: &Button<'_>) -> String {
    let label = quote(&button.label.value);
    match &button.action {
        Action::Reply { payload, .. } | Action::Postback { payload } => {
            format!("{label} (payload {})", quote(payload))
        }
        Action::Link(link) | Action::Webview { link, .. } => {
            format!("{label} ({})", quote(&link.url))
        }
        Action::Call { number } => format!("{label} ({})", quote(number)),
        _ => label,
    }
}

// What is written in another way.

pub(super) fn mail_link(span: Span, source: &str, written: &str) -> Diagnostic {
    let message = format!(
        "Messenger opens no mail, so the link is written out in the text as {}",
        quote(written)
    );
    Diagnostic::new(Code::MailLink, span, message)
        .help("ask for a message, or link to a page with a form")
        .change(ChangeKind::Replaced, source, written)
}

pub(super) fn placeholder_used(span: Span, placeholder: &str) -> Diagnostic {
    let message = format!(
        "buttons and replies stand on a message, and there is none, so {} is sent with them",
        quote(placeholder)
    );
    Diagnostic::new(Code::PlaceholderUsed, span, message)
        .help("write a text before them")
        .change(ChangeKind::Replaced, "", placeholder)
}

pub(super) fn missing_merchant_name(span: Span, merchant: &str) -> Diagnostic {
    let message = format!(
        "a payment names who is paid, and the options do not say, so it is {}",
        quote(merchant)
    );
    Diagnostic::new(Code::MissingMerchantName, span, message)
        .help("set the merchant name (`--merchant-name` on the command line)")
        .change(ChangeKind::Replaced, "", merchant)
}

pub(super) fn control_character(span: Span, before: &str, after: &str) -> Diagnostic {
    let message = "control characters cannot be sent, so they are removed";
    Diagnostic::new(Code::ControlCharacter, span, message.to_owned())
        .help("remove them from the source")
        .change(ChangeKind::Replaced, before, after)
}

pub(super) fn markup_in_title(span: Span, before: &str, after: &str) -> Diagnostic {
    let message = format!(
        "Messenger shows no markup in titles, so {} becomes {}",
        quote(before),
        quote(after)
    );
    Diagnostic::new(Code::MarkupInTitle, span, message)
        .help("remove the marks")
        .change(ChangeKind::Replaced, before, after)
}

pub(super) fn markdown_as_typed(span: Span, mark: &str) -> Diagnostic {
    let message = format!(
        "Messenger shows Markdown as it is typed, so people will read {mark}; this is said once for a source"
    );
    Diagnostic::new(Code::MarkdownAsTyped, span, message)
        .help("write plain text; for cards with titles use `:::carousel`")
}
