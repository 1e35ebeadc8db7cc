//! Messages about the page's profile: greeting, menu, ice breakers, and the entries in them.

use crate::diagnostic::{Change, ChangeKind, Code, Finding};
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::EntryListKind;
use crate::syntax::attributes::Attribute;
use crate::template::Arg::{Quoted, Word};

/// `meant` is the locale that another spelling stands for.
pub(in crate::syntax) fn invalid_locale(attribute: &Attribute<'_>, meant: Option<&str>) -> Finding {
    let written = match attribute.value {
        Some(value) => Quoted(value.value),
        None => Word("nothing"),
    };
    let message = "`locale` takes `default` or a locale such as `en_US`, not {}, so the line stays in the text";
    let diagnostic = Finding::with(Code::InvalidAttribute, attribute.span, message, &[written])
        .help("write the language, and the country behind a `_`; without `locale` it is `default`");
    match (meant, attribute.value) {
        (Some(meant), Some(value)) => diagnostic.fix_by_writing(value.span, meant),
        _ => diagnostic,
    }
}

/// `misspelt` is where the key stands with a slip.
pub(in crate::syntax) fn start_without_payload(span: Span, misspelt: Option<Span>) -> Finding {
    let message = "`::start` has no payload, so the line stays in the text";
    Finding::new(Code::MissingPayload, span, message)
        .help("say what your program gets, as in `::start{payload=GET_STARTED}`")
        .fix_key(misspelt, "payload")
}

pub(in crate::syntax) fn greeting_without_text(span: Span) -> Finding {
    let message = "`::greeting` has no text in brackets, so the line stays in the text";
    Finding::new(Code::MalformedDirective, span, message)
        .help("write it as in `::greeting[Hi {{user_first_name}}!]`")
}

// Lists of entries.

/// `edit` is where its `:::` belongs, and how it is written there.
pub(in crate::syntax) fn unclosed_list(opening: Span, edit: Option<(usize, &str)>) -> Finding {
    let message = "this container has no `:::` at its end; it ends at the next separator or \
                   container, or with the source";
    let diagnostic = Finding::new(Code::UnclosedContainer, opening, message)
        .help("write `:::` on a line of its own after the last entry");
    match edit {
        Some((at, text)) => diagnostic.fix("close the container", Span::new(at, at), text),
        None => diagnostic,
    }
}

pub(in crate::syntax) fn empty_list(opening: Span, kind: EntryListKind) -> Finding {
    let message = "this container is empty, so it is left out";
    let entry = match kind {
        EntryListKind::Menu { .. } => "- [Order](postback:ORDER)",
        EntryListKind::IceBreakers => "- [Where are you?](postback:WHERE)",
    };
    Finding::new(Code::EmptyContainer, opening, message)
        .help_with("write entries, as in `{}`", &[Word(entry)])
}

/// `is_entry` when it begins with a list marker.
pub(in crate::syntax) fn not_an_entry(span: Span, line: &str, is_entry: bool) -> Finding {
    let message = if is_entry {
        "{} is neither one button nor the title of entries below it, so it is left out"
    } else {
        "{} is no entry of a list, and there is no place for anything else here, so it is left out"
    };
    Finding::with(Code::NotAnEntry, span, message, &[Quoted(line)])
        .help("an entry is `- ` and a button, as in `- [Order](postback:ORDER)`; text goes before or after the container")
        .change(ChangeKind::Dropped, line, "")
}

/// An error of a line in a list of entries: there is no text for it to stay in, so it is said whole.
pub(in crate::syntax) fn leave_out(finding: &mut Finding, span: Span, line: &str) {
    take_out_of_the_text(finding);
    finding.change = Some(Change {
        kind: ChangeKind::Dropped,
        before: line.to_owned(),
        after: String::new(),
    });
    finding.span.start = span.start;
    finding.span.end = span.end;
}

/// The same without its fix, which would make a button that the list does not take.
pub(in crate::syntax) fn not_to_be_mended(finding: &mut Finding, kind: EntryListKind) {
    finding.fix = None;
    let help = match kind {
        EntryListKind::Menu { .. } => EntryListKind::MENU_TAKES,
        EntryListKind::IceBreakers => EntryListKind::ICE_BREAKERS_TAKE,
    };
    finding.help = Some(help.into());
}

/// The same message where nothing stays in the text.
pub(in crate::syntax) fn take_out_of_the_text(finding: &mut Finding) {
    for outcome in [
        "its source stays in the text",
        "its line stays in the text",
        "the line stays in the text",
        "it stays in the text",
    ] {
        if let Some(at) = strings::find(&finding.message, outcome) {
            let after = finding.message.split_off(at + outcome.len());
            finding.message.truncate(at);
            finding.message += "it is left out";
            finding.message += &after;
            break;
        }
    }
}
