//! What is said of features that came and went: on a target that has them, and on one that has not.

use crate::diagnostic::{ChangeKind, Code, Diagnostic, quote};
use crate::lower::target::{Feature, Target};
use crate::span::Span;
use crate::syntax::ast::Button;

pub(in crate::lower) fn retired_feature(span: Span, feature: Feature) -> Diagnostic {
    let retirement = feature.retirement();
    let message = format!("today's platform no longer takes this: {}", retirement.when);
    let help = match feature {
        // They are an option, and not to be replaced.
        Feature::Tags => retirement.instead.to_owned(),
        _ => format!(
            "{}; the target `{}` avoids it by itself",
            retirement.instead,
            Target::MESSENGER_2026
        ),
    };
    Diagnostic::new(Code::RetiredFeature, span, message).help(help)
}

/// When a feature went, and what was done instead.
fn unavailable(span: Span, feature: Feature, done: &str) -> Diagnostic {
    let message = format!("{}, so {done}", feature.retirement().when);
    Diagnostic::new(Code::UnavailableFeature, span, message)
}

pub(in crate::lower) fn list_as_carousel(opening: Span, source: &str) -> Diagnostic {
    unavailable(opening, Feature::List, "this list is sent as a carousel")
        .help("write `:::carousel`")
        .change(ChangeKind::Replaced, source, ":::carousel")
}

pub(in crate::lower) fn ratio_dropped(opening: Span, source: &str) -> Diagnostic {
    unavailable(opening, Feature::Ratio, "`ratio` is left out")
        .help("use pictures of 1.91 to 1: others are scaled or cropped")
        .change(ChangeKind::Replaced, source, ":::carousel")
}

pub(in crate::lower) fn share_dropped(span: Span, source: &str) -> Diagnostic {
    unavailable(span, Feature::Share, "it is dropped")
        .help("link to the page that is to be shared")
        .change(ChangeKind::Dropped, source, "")
}

pub(in crate::lower) fn location_as_reply(
    reply: &Button<'_>,
    source: &str,
    payload: &str,
) -> Diagnostic {
    let label = reply.label.value;
    let done = format!(
        "a reply {} (payload {}) is sent instead",
        quote(label),
        quote(payload)
    );
    unavailable(reply.span, Feature::LocationReply, &done)
        .help("ask for the place in words, and let the bot read the answer")
        .change(
            ChangeKind::Replaced,
            source,
            format!("%[{label}](reply:{payload})"),
        )
}

pub(in crate::lower) fn checkout_link(span: Span, source: &str, url: &str) -> Diagnostic {
    let done = format!("a link to {} is sent instead", quote(url));
    unavailable(span, Feature::Buy, &done)
        .help("let the server look up the price: whoever gets the link can change it")
        .change(ChangeKind::Replaced, source, url)
}

pub(in crate::lower) fn missing_checkout_url(span: Span) -> Diagnostic {
    let message = format!(
        "{}, and the options name no checkout page to link to, so its source stays in the text",
        Feature::Buy.retirement().when
    );
    Diagnostic::new(Code::MissingCheckoutUrl, span, message).help(
        "set the checkout URL (`--checkout-url 'https://shop.example/pay?amount={amount}'` on the \
         command line)",
    )
}
