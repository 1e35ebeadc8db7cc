//! Every message about the page's profile, a function each.

use super::super::overflow::Fate;
use super::super::target::{Feature, Target};
use super::super::text::utf16_len;
use super::parts::Part;
use crate::diagnostic::{ChangeKind, Code, Finding, Unit};
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::{Action, Button, EntryListKind};
use crate::template::Arg;
use crate::template::Arg::{Count, Quoted, Word};

/// A part of the profile that is left out; all of it is said.
fn left_out(code: Code, span: Span, source: &str, message: &str, args: &[Arg<'_>]) -> Finding {
    Finding::with(code, span, message, args).change(ChangeKind::Dropped, source, "")
}

// The parts.

pub(super) fn second_start(span: Span, source: &str) -> Finding {
    let message = "a page has one start button, and there is one before, so this is left out";
    left_out(Code::SecondStart, span, source, message, &[]).help("remove one of the two")
}

pub(super) fn payload_too_long(span: Span, source: &str, limit: usize, actual: usize) -> Finding {
    let message = "the payload has {} UTF-16 units, but at most {} fit, and a payload is never \
                   cut because a program reads it; it is left out";
    let counts = &[Count(actual), Count(limit)];
    left_out(Code::PayloadTooLong, span, source, message, counts)
        .help("send a short key and keep the data on your server")
        .limit(limit, actual, Unit::Utf16)
}

pub(super) fn greeting_too_long(
    span: Span,
    before: &str,
    after: &str,
    limit: usize,
    fate: Fate,
) -> Finding {
    let actual = utf16_len(before);
    let message = "the greeting {} {}: a greeting has at most {} UTF-16 units, this one {}";
    Finding::with(
        Code::GreetingTooLong,
        span,
        message,
        &[
            Quoted(before),
            Word(&fate.cut(before, after)),
            Count(limit),
            Count(actual),
        ],
    )
    .help("shorten it, or say the rest in your first message")
    .limit(limit, actual, Unit::Utf16)
    .change(ChangeKind::Truncated, before, after)
}

pub(super) fn duplicate_locale(span: Span, source: &str, part: Part, locale: &str) -> Finding {
    let message =
        "there is a `{}` for the locale {} before, and a locale has one, so this is left out";
    let args = &[Word(part.directive()), Quoted(locale)];
    left_out(Code::DuplicateLocale, span, source, message, args)
        .help("remove one of the two, or give it another locale")
}

pub(super) fn missing_default_locale(span: Span, source: &str, part: Part) -> Finding {
    let message = "the platform takes no {} for single locales without one for the locale \
                   `default`, and there is none that can be sent, so this is left out";
    let part_name = &[Word(part.name())];
    left_out(Code::MissingDefaultLocale, span, source, message, part_name).help_with(
        "write a `{}` without `locale` for everyone else",
        &[Word(part.directive())],
    )
}

pub(super) fn menu_without_start(span: Span, source: &str) -> Finding {
    let message = "the platform takes no menu without a start button, and there is none that can \
                   be sent, so the menu is left out";
    left_out(Code::MenuWithoutStart, span, source, message, &[])
        .help("add a line such as `::start{payload=GET_STARTED}`")
}

// Entries.

pub(super) fn misplaced_button(
    span: Span,
    source: &str,
    button: &Button<'_>,
    part: Part,
) -> Finding {
    let kind = match &button.action {
        Action::Reply { .. } => "a reply",
        Action::LocationRequest | Action::Phone | Action::Email => "a request",
        Action::Postback { .. } => "a postback",
        Action::Link(_) => "a link",
        Action::Webview { .. } => "a webview",
        Action::Call { .. } => "a call",
        Action::Buy { .. } => "a buy button",
        Action::Share => "a share button",
        Action::Mail { .. } => "a mail link",
    };
    let (takes, help) = match part {
        Part::IceBreakers => (
            EntryListKind::ICE_BREAKERS_TAKE,
            "write `postback:` and a payload",
        ),
        Part::Menu | Part::Greeting => (
            EntryListKind::MENU_TAKES,
            "make it a postback, or link to a page that does it",
        ),
    };
    let message = "{}, and {} is {}, so it is left out";
    let args = &[Word(takes), Quoted(button.label.value), Word(kind)];
    left_out(Code::MisplacedButton, span, source, message, args).help(help)
}

pub(super) fn default_in_menu(span: Span, source: &str) -> Finding {
    let message = "`default` makes a link the action of a carousel or list item, and this is an entry of a \
         menu, so it is left out";
    left_out(Code::DefaultOutsideItem, span, source, message, &[]).help("remove `{default}`")
}

pub(super) fn question_without_payload(span: Span, source: &str, title: &str) -> Finding {
    let message = "ice breakers are postbacks, and {} has no target, so it is left out";
    left_out(
        Code::MisplacedButton,
        span,
        source,
        message,
        &[Quoted(title)],
    )
    .help("write it as in `- [Where are you?](postback:WHERE)`")
}

/// `had_entries` when there are entries below it, and none of them can be sent.
pub(super) fn empty_submenu(span: Span, source: &str, title: &str, had_entries: bool) -> Finding {
    let message = if had_entries {
        "{} has no entry below it that can be sent, so it is left out"
    } else {
        "{} has no target and no entries below it, so it is left out"
    };
    left_out(Code::EmptySubmenu, span, source, message, &[Quoted(title)]).help(
        "give it a target, as in `- [Order](postback:ORDER)`, or indent the entries of its submenu",
    )
}

pub(super) fn nested_entries(span: Span, source: &str, part: Part) -> Finding {
    let (message, help) = match part {
        Part::IceBreakers => (
            "ice breakers stand side by side, and these stand below another, so they are left out",
            "remove the indentation",
        ),
        Part::Menu | Part::Greeting => (
            "these entries stand below one that is no title of a submenu, so they are left out",
            "remove the target of the entry above them, or their indentation",
        ),
    };
    left_out(Code::NestedEntries, span, source, message, &[]).help(help)
}

/// `actual` is the level on which its entries would stand.
pub(super) fn submenu_flattened(
    span: Span,
    source: &str,
    title: &str,
    target: &Target,
    limit: usize,
    actual: usize,
    fate: Fate,
) -> Finding {
    let levels = if limit == 1 { "level" } else { "levels" };
    let becomes = match fate {
        Fate::Refused => fate.words(),
        Fate::Dropped | Fate::Moved(_) => {
            "is dropped and the entries below it take its place".to_owned()
        }
    };
    let (before, retired) = if target.has(Feature::NestedMenu) {
        ("", "")
    } else {
        ("; ", Feature::NestedMenu.retirement().when)
    };
    let message = "the title {} {}: a menu has at most {} {}, and the entries below it would be on \
                   level {}{}{}";
    let args = &[
        Quoted(title),
        Word(&becomes),
        Count(limit),
        Word(levels),
        Count(actual),
        Word(before),
        Word(retired),
    ];
    left_out(Code::SubmenuFlattened, span, source, message, args)
        .help("write the entries side by side")
        .limit(limit, actual, Unit::Levels)
}

pub(super) fn too_many_entries(
    span: Span,
    source: &str,
    part: &str,
    limit: usize,
    count: usize,
    fate: Fate,
) -> Finding {
    let line = strings::first_line(source);
    let message = "the entry {} {}: {} has at most {} entries, this one {}";
    let words = fate.words();
    let args = &[
        Quoted(line),
        Word(&words),
        Word(part),
        Count(limit),
        Count(count),
    ];
    left_out(Code::TooManyEntries, span, source, message, args)
        .help("remove entries, or offer the rest in a message")
        .limit(limit, count, Unit::Entries)
}

// The other half of a source.

pub(in crate::lower) fn profile_left_out(span: Span) -> Finding {
    let message = "this is part of the page's Messenger Profile, which is no message, so it is not \
                   sent with them; this is said once for a source";
    Finding::new(Code::ProfileLeftOut, span, message)
        .help("`tapmark compile --emit profile`, or `compile_profile`, gives the profile")
}

pub(super) fn no_profile() -> Finding {
    let message = "there is no Messenger Profile in this source";
    Finding::new(Code::NoProfile, Span::default(), message)
        .help("its directives are `::start`, `::greeting`, `:::menu` and `:::ice-breakers`")
}
