//! What is said of features that came and went: on a target that has them, and on one that has not.

use crate::diagnostic::{ChangeKind, Code, Finding};
use crate::lower::target::{Feature, Target};
use crate::span::Span;
use crate::syntax::ast::Button;
use crate::template::Arg::{Quoted, Word};
use crate::template::fill;

pub(in crate::lower) fn retired_feature(span: Span, feature: Feature) -> Finding {
    let retirement = feature.retirement();
    let message = "today's platform no longer takes this: {}";
    let when = &[Word(retirement.when)];
    let finding = Finding::with(Code::RetiredFeature, span, message, when);
    match feature {
        // They are an option, and not to be replaced.
        Feature::Tags => finding.help(retirement.instead),
        _ => finding.help_with(
            "{}; the target `{}` avoids it by itself",
            &[Word(retirement.instead), Word(Target::MESSENGER_2026.name)],
        ),
    }
}

/// When a feature went, and what was done instead.
fn unavailable(span: Span, feature: Feature, done: &str) -> Finding {
    let message = "{}, so {}";
    Finding::with(
        Code::UnavailableFeature,
        span,
        message,
        &[Word(feature.retirement().when), Word(done)],
    )
}

pub(in crate::lower) fn list_as_carousel(opening: Span, source: &str) -> Finding {
    unavailable(opening, Feature::List, "this list is sent as a carousel")
        .help("write `:::carousel`")
        .change(ChangeKind::Replaced, source, ":::carousel")
}

pub(in crate::lower) fn ratio_dropped(opening: Span, source: &str) -> Finding {
    unavailable(opening, Feature::Ratio, "`ratio` is left out")
        .help("use pictures of 1.91 to 1: others are scaled or cropped")
        .change(ChangeKind::Replaced, source, ":::carousel")
}

pub(in crate::lower) fn share_dropped(span: Span, source: &str) -> Finding {
    unavailable(span, Feature::Share, "it is dropped")
        .help("link to the page that is to be shared")
        .change(ChangeKind::Dropped, source, "")
}

pub(in crate::lower) fn location_as_reply(
    reply: &Button<'_>,
    source: &str,
    payload: &str,
) -> Finding {
    let label = reply.label.value;
    let done = "a reply {} (payload {}) is sent instead";
    let done = fill(done, &[Quoted(label), Quoted(payload)]);
    unavailable(reply.span, Feature::LocationReply, &done)
        .help("ask for the place in words, and let the bot read the answer")
        .change(
            ChangeKind::Replaced,
            source,
            &fill("%[{}](reply:{})", &[Word(label), Word(payload)]),
        )
}

pub(in crate::lower) fn checkout_link(span: Span, source: &str, url: &str) -> Finding {
    let done = fill("a link to {} is sent instead", &[Quoted(url)]);
    unavailable(span, Feature::Buy, &done)
        .help("let the server look up the price: whoever gets the link can change it")
        .change(ChangeKind::Replaced, source, url)
}

pub(in crate::lower) fn missing_checkout_url(span: Span) -> Finding {
    let message =
        "{}, and the options name no checkout page to link to, so its source stays in the text";
    Finding::with(
        Code::MissingCheckoutUrl,
        span,
        message,
        &[Word(Feature::Buy.retirement().when)],
    )
    .help(
        "set the checkout URL (`--checkout-url 'https://shop.example/pay?amount={amount}'` on the \
         command line)",
    )
}
