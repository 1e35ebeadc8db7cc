//! What is said of what does not fit: the mode decides what becomes of it, and so the words.

use std::borrow::Cow;

use crate::diagnostic::{ChangeKind, Code, Finding, Unit};
use crate::lower::overflow::{Cut, Excess, Fate};
use crate::lower::place::Place;
use crate::lower::text::utf16_len;
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::{Action, Button, Media, MediaKind};
use crate::template::Arg::{Count, Quoted, Word};
use crate::template::fill;

impl Cut<'_> {
    /// Says that a `thing` is cut.
    fn say(self, code: Code, thing: &str, span: Span) -> Finding {
        let (actual, limit) = (utf16_len(self.before), self.limit);
        let message = "the {} {} {}: a {} has at most {} UTF-16 units, this one {}";
        Finding::with(
            code,
            span,
            message,
            &[
                Word(thing),
                Quoted(self.before),
                Word(&self.fate.cut(self.before, self.after)),
                Word(thing),
                Count(limit),
                Count(actual),
            ],
        )
        .limit(limit, actual, Unit::Utf16)
        .change(ChangeKind::Truncated, self.before, self.after)
    }
}

impl Excess {
    /// Says what becomes of one of them, and why.
    fn say(&self, span: Span, words: &str) -> Finding {
        let Self {
            place,
            limit,
            count,
            ..
        } = *self;
        let buttons = if limit == 1 { "button" } else { "buttons" };
        let message = "{}: {} has at most {} {}, this one {}";
        Finding::with(
            Code::TooManyButtons,
            span,
            message,
            &[
                Word(words),
                Word(place.name()),
                Count(limit),
                Word(buttons),
                Count(count),
            ],
        )
        .limit(limit, count, Unit::Buttons)
    }
}

pub(in crate::lower) fn too_many_items(
    item: Span,
    source: &str,
    place: Place,
    limit: usize,
    count: usize,
    fate: Fate,
) -> Finding {
    let kind = place.container().unwrap_or_default();
    let title = strings::first_line(source);
    let message = "the item {} {}: a {} has at most {} items, this one {}";
    Finding::with(
        Code::TooManyItems,
        item,
        message,
        &[
            Quoted(title),
            Word(&fate.words()),
            Word(kind),
            Count(limit),
            Count(count),
        ],
    )
    .help_with("remove items, or begin another {}", &[Word(kind)])
    .limit(limit, count, Unit::Items)
    .change(fate.kind(), source, fate.after(source))
}

pub(in crate::lower) fn reply_in_item(
    reply: &Button<'_>,
    source: &str,
    place: Place,
    fate: Fate,
) -> Finding {
    let code = match place {
        Place::ListItem => Code::ReplyInList,
        _ => Code::ReplyInCarousel,
    };
    let kind = place.container().unwrap_or_default();
    let message =
        "the reply {} {}: replies and requests stand below a message, not in an item of a {}";
    Finding::with(
        code,
        reply.span,
        message,
        &[Word(&named(reply)), Word(&fate.words()), Word(kind)],
    )
    .help("put it after the closing `:::`, or make it a postback")
    .change(fate.kind(), source, fate.after(source))
}

pub(in crate::lower) fn extra_media(
    media: &Media<'_>,
    source: &str,
    count: usize,
    fate: Fate,
) -> Finding {
    let words = fate.words();
    let finding = match media.kind {
        MediaKind::Image => {
            let message = "this picture {}: an item has one, this one {}";
            let args = &[Word(&words), Count(count)];
            let finding = Finding::with(Code::ExtraMedia, media.span, message, args);
            finding.limit(1, count, Unit::Media)
        }
        // Not one too many: an item has none of them.
        _ => {
            let message = "this {}: an item shows a picture and no other media";
            Finding::with(Code::ExtraMedia, media.span, message, &[Word(&words)])
        }
    };
    finding
        .help("put it before or after the container, or into an item of its own")
        .change(fate.kind(), source, fate.after(source))
}

pub(in crate::lower) fn label_too_long(span: Span, cut: Cut<'_>) -> Finding {
    cut.say(Code::LabelTooLong, "label", span)
        .help("shorten it")
}

pub(in crate::lower) fn title_too_long(span: Span, cut: Cut<'_>) -> Finding {
    cut.say(Code::TitleTooLong, "title", span)
        .help("shorten it")
}

pub(in crate::lower) fn subtitle_too_long(span: Span, cut: Cut<'_>) -> Finding {
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
) -> Finding {
    let message = match fate {
        Fate::Refused => "this text has {} UTF-16 units, but at most {} fit",
        _ => "this text has {} UTF-16 units, but at most {} fit, so it is divided into {} messages",
    };
    let counts = [Count(actual), Count(limit), Count(parts.len())];
    let counts = match fate {
        Fate::Refused => &counts[..2],
        _ => &counts,
    };
    Finding::with(Code::TextTooLong, span, message, counts)
        .help("shorten it, or divide it yourself with a line of `---`")
        .limit(limit, actual, Unit::Utf16)
        .change(ChangeKind::Split, &text, &strings::join(parts, "\n---\n"))
}

pub(in crate::lower) fn too_many_replies(
    reply: &Button<'_>,
    source: &str,
    line: &str,
    fate: Fate,
    limit: usize,
    count: usize,
) -> Finding {
    let words = match fate {
        Fate::Moved(_) => fill("goes into the text as {}", &[Quoted(line)]),
        Fate::Dropped | Fate::Refused => fate.words(),
    };
    let message = "the reply {} {}: a section's replies stand on its last message, which has at most {}; this section has {}";
    Finding::with(
        Code::TooManyReplies,
        reply.span,
        message,
        &[
            Word(&named(reply)),
            Word(&words),
            Count(limit),
            Count(count),
        ],
    )
    .help("remove replies, or ask in two steps")
    .limit(limit, count, Unit::Replies)
    .change(fate.kind(), source, fate.after(line))
}

pub(in crate::lower) fn too_many_buttons(button: &Button<'_>, excess: &Excess) -> Finding {
    let words = fill(
        "the button {} {}",
        &[Word(&named(button)), Word(&excess.fate.words())],
    );
    excess.say(button.span, &words).help(match excess.place {
        Place::Message => "remove buttons, divide the message with a line of `---`, or use replies",
        Place::CarouselItem => "remove buttons, or make two items of it",
        Place::ListItem => "remove buttons, or use a carousel, whose items have more",
        Place::BelowList => {
            "remove buttons, or put them into the next message with a line of `---`"
        }
    })
}

pub(in crate::lower) fn link_written_out(link: &Button<'_>, excess: &Excess) -> Finding {
    let words = match excess.fate {
        Fate::Dropped => "is written out in the text".to_owned(),
        fate => fate.words(),
    };
    let words = fill("the link {} {}", &[Word(&named(link)), Word(&words)]);
    let help = "remove links, or divide the message with a line of `---`";
    excess.say(link.span, &words).help(help)
}

pub(in crate::lower) fn second_buy_button(
    button: &Button<'_>,
    source: &str,
    place: Place,
    count: usize,
    fate: Fate,
) -> Finding {
    let message = "the buy button {} {}: {} has one buy button, this one {}";
    let help = if place.is_item() {
        "make two items of it"
    } else {
        "divide the message with a line of `---`"
    };
    Finding::with(
        Code::SecondBuyButton,
        button.span,
        message,
        &[
            Word(&named(button)),
            Word(&fate.words()),
            Word(place.name()),
            Count(count),
        ],
    )
    .help(help)
    .limit(1, count, Unit::Buttons)
    .change(fate.kind(), source, fate.after(source))
}

/// A button's label, and its payload or where it leads.
fn named(button: &Button<'_>) -> String {
    let label = Quoted(button.label.value);
    match &button.action {
        Action::Reply { payload, .. } | Action::Postback { payload } => {
            fill("{} (payload {})", &[label, Quoted(payload)])
        }
        Action::Link(link) | Action::Webview { link, .. } => {
            fill("{} ({})", &[label, Quoted(link.url)])
        }
        Action::Call { number } => fill("{} ({})", &[label, Quoted(number)]),
        _ => fill("{}", &[label]),
    }
}
