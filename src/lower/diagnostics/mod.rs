//! Every message of the lowering, a function each.

mod feature;
mod overflow;

pub(super) use self::feature::{
    checkout_link, list_as_carousel, location_as_reply, missing_checkout_url, ratio_dropped,
    retired_feature, share_dropped,
};
pub(super) use self::overflow::{
    extra_media, label_too_long, link_written_out, reply_in_item, second_buy_button,
    subtitle_too_long, text_too_long, title_too_long, too_many_buttons, too_many_items,
    too_many_replies,
};
use crate::diagnostic::{ChangeKind, Code, Finding, Unit};
use crate::span::Span;
use crate::syntax::ast::Verbatim;
use crate::template::Arg::{Count, Quoted, Word};

// What cannot be sent.

pub(super) fn currency_not_usd(currency: Verbatim<'_>) -> Finding {
    let message =
        "Messenger takes payments in US dollars only, not in {}, so its source stays in the text";
    Finding::with(
        Code::CurrencyNotUsd,
        currency.span,
        message,
        &[Quoted(currency.value)],
    )
    .help("give the amount in dollars, as in `$[Buy](9.99)`, or link to a checkout page")
}

pub(super) fn payload_too_long(span: Span, limit: usize, actual: usize) -> Finding {
    let message = "the payload has {} UTF-16 units, but at most {} fit, and a payload is never \
         cut because a program reads it; its source stays in the text";
    Finding::with(
        Code::PayloadTooLong,
        span,
        message,
        &[Count(actual), Count(limit)],
    )
    .help("send a short key and keep the data on your server")
    .limit(limit, actual, Unit::Utf16)
}

pub(super) fn share_outside_item(span: Span) -> Finding {
    let message =
        "a share button stands only in an item of a carousel or list, so it stays in the text";
    Finding::new(Code::ShareOutsideItem, span, message)
        .help("remove it, or link to the page that is to be shared")
}

pub(super) fn default_outside_item(span: Span) -> Finding {
    let message = "`default` makes a link the action of a carousel or list item, and this link is in none, so it stays in the text";
    Finding::new(Code::DefaultOutsideItem, span, message)
        .help("remove `{default}` to make it a button")
}

// Items.

pub(super) fn empty_title(item: Span) -> Finding {
    let message = "this item has no title, so its source is sent as text after the others";
    Finding::new(Code::EmptyTitle, item, message).help(
        "write the title behind the `#`, as in `# Margherita`; replies, and buttons with a sigil, leave no words there",
    )
}

pub(super) fn incomplete_item(item: Span) -> Finding {
    let message = "this item has a title and no text, picture or button to send beside it, which the \
                   platform asks for, so its source is sent as text after the others";
    Finding::new(Code::IncompleteItem, item, message).help(
        "add a line of text, a picture or a button; replies, requests, other media, what a tap on \
             the item opens and what the target does not take do not count",
    )
}

pub(super) fn second_default(span: Span) -> Finding {
    let message =
        "a tap on an item opens one page, which an earlier link has taken, so this stays a button";
    Finding::new(Code::SecondDefault, span, message).help("remove `{default}` from one of the two")
}

pub(super) fn list_divided(opening: Span, limit: usize, count: usize, parts: usize) -> Finding {
    let message = "a list template has at most {} items, so this list of {} is sent as {} messages";
    Finding::with(
        Code::ListDivided,
        opening,
        message,
        &[Count(limit), Count(count), Count(parts)],
    )
    .help("shorten the list, or use a carousel, which holds more in one message")
    .limit(limit, count, Unit::Items)
}

pub(super) fn list_of_one(opening: Span) -> Finding {
    let message = "a list template has two items or more, so this one is sent as a carousel of one";
    Finding::new(Code::ListOfOne, opening, message).help("add an item, or write `:::carousel`")
}

pub(super) fn cover_without_image(opening: Span) -> Finding {
    let message = "a large first item stands over its picture, and this list's has none, so the \
                   list is compact";
    Finding::new(Code::CoverWithoutImage, opening, message)
        .help("give the first item a picture, or remove `style=large`")
        .change(ChangeKind::Replaced, "large", "compact")
}

// What is written in another way.

pub(super) fn mail_link(span: Span, source: &str, written: &str) -> Finding {
    let message = "Messenger opens no mail, so the link is written out in the text as {}";
    Finding::with(Code::MailLink, span, message, &[Quoted(written)])
        .help("ask for a message, or link to a page with a form")
        .change(ChangeKind::Replaced, source, written)
}

pub(super) fn placeholder_used(span: Span, placeholder: &str) -> Finding {
    let message =
        "buttons and replies stand on a message, and there is none, so {} is sent with them";
    placeholder_for(span, placeholder, message, "write a text before them")
}

pub(super) fn placeholder_as_title(picture: Span, placeholder: &str) -> Finding {
    let message = "a card has a title, and neither a text nor the picture gives one, so it is {}";
    let help = "write a text, or say what the picture shows, as in `![A pizza](…)`";
    placeholder_for(picture, placeholder, message, help)
}

fn placeholder_for(span: Span, placeholder: &str, message: &str, help: &str) -> Finding {
    Finding::with(Code::PlaceholderUsed, span, message, &[Quoted(placeholder)])
        .help(help)
        .change(ChangeKind::Replaced, "", placeholder)
}

pub(super) fn missing_merchant_name(span: Span, merchant: &str) -> Finding {
    let message = "a payment names who is paid, and the options do not say, so it is {}";
    Finding::with(
        Code::MissingMerchantName,
        span,
        message,
        &[Quoted(merchant)],
    )
    .help("set the merchant name (`--merchant-name` on the command line)")
    .change(ChangeKind::Replaced, "", merchant)
}

pub(super) fn control_character(span: Span, before: &str, after: &str) -> Finding {
    let message = "control characters cannot be sent, so they are removed";
    Finding::new(Code::ControlCharacter, span, message)
        .help("remove them from the source")
        .change(ChangeKind::Replaced, before, after)
}

pub(super) fn markup_in_title(span: Span, before: &str, after: &str) -> Finding {
    let message = "Messenger shows no markup in titles, so {} becomes {}";
    Finding::with(
        Code::MarkupInTitle,
        span,
        message,
        &[Quoted(before), Quoted(after)],
    )
    .help("remove the marks")
    .change(ChangeKind::Replaced, before, after)
}

pub(super) fn markdown_as_typed(span: Span, mark: &str) -> Finding {
    let message = "Messenger shows Markdown as it is typed, so people will read {}; this is said once for a source";
    Finding::with(Code::MarkdownAsTyped, span, message, &[Word(mark)])
        .help("write plain text; for cards with titles use `:::carousel`")
}
