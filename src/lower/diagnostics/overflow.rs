//! What is said of what does not fit: the mode decides what becomes of it, and so the words.

use std::borrow::Cow;

use crate::diagnostic::{ChangeKind, Code, Diagnostic, Unit, quote};
use crate::lower::overflow::{Cut, Excess, Fate};
use crate::lower::plan::Place;
use crate::lower::text::utf16_len;
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::{Action, Button, Media, MediaKind};

impl Cut<'_> {
    /// Says that a `thing` is cut.
    fn say(self, code: Code, thing: &str, span: Span) -> Diagnostic {
        let (actual, limit) = (utf16_len(self.before), self.limit);
        let message = format!(
            "the {thing} {} {}: a {thing} has at most {limit} UTF-16 units, this one {actual}",
            quote(self.before),
            self.fate.cut(self.before, self.after)
        );
        Diagnostic::new(code, span, message)
            .limit(limit, actual, Unit::Utf16)
            .change(ChangeKind::Truncated, self.before, self.after)
    }
}

impl Excess {
    /// Says what becomes of one of them, and why.
    fn say(&self, span: Span, words: &str) -> Diagnostic {
        let Self {
            place,
            limit,
            count,
            ..
        } = *self;
        let buttons = if limit == 1 { "button" } else { "buttons" };
        let message = format!("{words}: {place} has at most {limit} {buttons}, this one {count}");
        Diagnostic::new(Code::TooManyButtons, span, message).limit(limit, count, Unit::Buttons)
    }
}

pub(in crate::lower) fn too_many_items(
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

pub(in crate::lower) fn reply_in_item(
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

pub(in crate::lower) fn extra_media(
    media: &Media<'_>,
    source: &str,
    count: usize,
    fate: Fate,
) -> Diagnostic {
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

pub(in crate::lower) fn label_too_long(span: Span, cut: Cut<'_>) -> Diagnostic {
    cut.say(Code::LabelTooLong, "label", span)
        .help("shorten it")
}

pub(in crate::lower) fn title_too_long(span: Span, cut: Cut<'_>) -> Diagnostic {
    cut.say(Code::TitleTooLong, "title", span)
        .help("shorten it")
}

pub(in crate::lower) fn subtitle_too_long(span: Span, cut: Cut<'_>) -> Diagnostic {
    cut.say(Code::SubtitleTooLong, "subtitle", span)
        .help("shorten it, or write the whole text into a message of its own")
}

pub(in crate::lower) fn text_too_long(
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
        .change(ChangeKind::Split, text, strings::join(parts, "\n---\n"))
}

pub(in crate::lower) fn too_many_replies(
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
        .change(fate.kind(), source, fate.after(line))
}

pub(in crate::lower) fn too_many_buttons(button: &Button<'_>, excess: &Excess) -> Diagnostic {
    let words = format!("the button {} {}", named(button), excess.fate.words());
    excess.say(button.span, &words).help(match excess.place {
        Place::Message => "remove buttons, divide the message with a line of `---`, or use replies",
        Place::CarouselItem => "remove buttons, or make two items of it",
        Place::ListItem => "remove buttons, or use a carousel, whose items have more",
        Place::BelowList => {
            "remove buttons, or put them into the next message with a line of `---`"
        }
    })
}

pub(in crate::lower) fn link_written_out(link: &Button<'_>, excess: &Excess) -> Diagnostic {
    let words = match excess.fate {
        Fate::Dropped => "is written out in the text".to_owned(),
        fate => fate.words(),
    };
    let words = format!("the link {} {words}", named(link));
    let help = "remove links, or divide the message with a line of `---`";
    excess.say(link.span, &words).help(help)
}

pub(in crate::lower) fn second_buy_button(
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
    let label = quote(button.label.value);
    match &button.action {
        Action::Reply { payload, .. } | Action::Postback { payload } => {
            format!("{label} (payload {})", quote(payload))
        }
        Action::Link(link) | Action::Webview { link, .. } => {
            format!("{label} ({})", quote(link.url))
        }
        Action::Call { number } => format!("{label} ({})", quote(number)),
        _ => label,
    }
}
