//! Messages about the page's profile: greeting, menu, ice breakers, and the entries in them.

use crate::diagnostic::{ChangeKind, Code, Diagnostic, quote};
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::EntryListKind;
use crate::syntax::attributes::Attribute;

/// `meant` is the locale that another spelling stands for.
pub(in crate::syntax) fn invalid_locale(
    attribute: &Attribute<'_>,
    meant: Option<String>,
) -> Diagnostic {
    let written = match attribute.value {
        Some(value) => quote(value.value),
        None => "nothing".to_owned(),
    };
    let message = format!(
        "`locale` takes `default` or a locale such as `en_US`, not {written}, so the line stays in the text"
    );
    let diagnostic = Diagnostic::new(Code::InvalidAttribute, attribute.span, message)
        .help("write the language, and the country behind a `_`; without `locale` it is `default`");
    match (meant, attribute.value) {
        (Some(meant), Some(value)) => {
            diagnostic.fix(&format!("write `{meant}`"), value.span, meant)
        }
        _ => diagnostic,
    }
}

pub(in crate::syntax) fn start_without_payload(span: Span) -> Diagnostic {
    let message = "`::start` has no payload, so the line stays in the text";
    Diagnostic::new(Code::MissingPayload, span, message.to_owned())
        .help("say what your program gets, as in `::start{payload=GET_STARTED}`")
}

pub(in crate::syntax) fn greeting_without_text(span: Span) -> Diagnostic {
    let message = "`::greeting` has no text in brackets, so the line stays in the text";
    Diagnostic::new(Code::MalformedDirective, span, message.to_owned())
        .help("write it as in `::greeting[Hi {{user_first_name}}!]`")
}

// Lists of entries.

/// `edit` is where its `:::` belongs, and how it is written there.
pub(in crate::syntax) fn unclosed_list(opening: Span, edit: Option<(usize, &str)>) -> Diagnostic {
    let message = "this container has no `:::` at its end; it ends at the next separator or \
                   container, or with the source";
    let diagnostic = Diagnostic::new(Code::UnclosedContainer, opening, message.to_owned())
        .help("write `:::` on a line of its own after the last entry");
    match edit {
        Some((at, text)) => diagnostic.fix("close the container", Span::new(at, at), text),
        None => diagnostic,
    }
}

pub(in crate::syntax) fn empty_list(opening: Span, kind: EntryListKind) -> Diagnostic {
    let message = "this container is empty, so it is left out";
    let entry = match kind {
        EntryListKind::Menu { .. } => "- [Order](postback:ORDER)",
        EntryListKind::IceBreakers => "- [Where are you?](postback:WHERE)",
    };
    Diagnostic::new(Code::EmptyContainer, opening, message.to_owned())
        .help(format!("write entries, as in `{entry}`"))
}

/// `is_entry` when it begins with a list marker.
pub(in crate::syntax) fn not_an_entry(span: Span, line: &str, is_entry: bool) -> Diagnostic {
    let message = if is_entry {
        format!(
            "{} is neither one button nor the title of entries below it, so it is left out",
            quote(line)
        )
    } else {
        format!(
            "{} is no entry of a list, and there is no place for anything else here, so it is left out",
            quote(line)
        )
    };
    Diagnostic::new(Code::NotAnEntry, span, message)
        .help("an entry is `- ` and a button, as in `- [Order](postback:ORDER)`; text goes before or after the container")
        .change(ChangeKind::Dropped, line, "")
}

/// An error of a line in a list of entries: there is no text for it to stay in, so it is said whole.
pub(in crate::syntax) fn left_out(diagnostic: Diagnostic, span: Span, line: &str) -> Diagnostic {
    let mut diagnostic = not_in_the_text(diagnostic).change(ChangeKind::Dropped, line, "");
    diagnostic.span.start = span.start;
    diagnostic.span.end = span.end;
    diagnostic
}

/// The same message where nothing stays in the text.
pub(in crate::syntax) fn not_in_the_text(mut diagnostic: Diagnostic) -> Diagnostic {
    for outcome in [
        "its source stays in the text",
        "its line stays in the text",
        "the line stays in the text",
        "it stays in the text",
    ] {
        if let Some(at) = strings::find(&diagnostic.message, outcome) {
            let (before, after) = diagnostic.message.split_at(at);
            diagnostic.message = format!("{before}it is left out{}", &after[outcome.len()..]);
            break;
        }
    }
    diagnostic
}
