//! Messages about lines: comments, directives, containers.

use crate::diagnostic::{Code, Finding};
use crate::span::Span;
use crate::syntax::ast::Verbatim;
use crate::syntax::attributes::Attribute;
use crate::template::Arg::{Count, Quoted, Word};

pub(in crate::syntax) fn unclosed_comment(span: Span) -> Finding {
    let message = "this comment has no `-->`, so it stays in the text";
    Finding::new(Code::UnclosedComment, span, message)
        .help("end the comment with `-->`, or write `\\<!--` for the characters themselves")
}

/// `meant` is what it was meant to be: the colons and the name.
pub(in crate::syntax) fn unknown_directive(
    span: Span,
    colons: Span,
    name: Verbatim<'_>,
    meant: Option<(&str, &str)>,
    fixable: bool,
) -> Finding {
    let mark = if colons.end - colons.start == 2 {
        "::"
    } else {
        ":::"
    };
    let message = "there is no directive {}, so its line stays in the text";
    let diagnostic = Finding::with(
        Code::UnknownDirective,
        span,
        message,
        &[Quoted(&(mark.to_owned() + name.value))],
    );
    match meant {
        Some((colons_meant, meant)) => {
            let whole = Span::new(colons.start, name.span.end);
            let meant = colons_meant.to_owned() + meant;
            let diagnostic = diagnostic.help_with("the nearest directive is `{}`", &[Word(&meant)]);
            if fixable {
                diagnostic.fix_by_writing(whole, &meant)
            } else {
                diagnostic
            }
        }
        None => diagnostic.help(
            "the directives are `::typing`, `::seen`, `::location`, `:::carousel` and `:::list`, and \
             for the page's profile `::start`, `::greeting`, `:::menu` and `:::ice-breakers`; a \
             backslash before the first colon makes the line text",
        ),
    }
}

pub(in crate::syntax) fn malformed_directive(span: Span, name: &str) -> Finding {
    let message = "`{}` fills its line, as in `::name[content]{key=value}`, and this line does not read so; it \
                   stays in the text";
    Finding::with(Code::MalformedDirective, span, message, &[Word(name)]).help(
        "close brackets and braces, write `key=value` without spaces, put other words on a line of their own; \
         or write `\\::` to make the line text",
    )
}

pub(in crate::syntax) fn spaced_directive(
    span: Span,
    gap: Span,
    name: &str,
    fixable: bool,
) -> Finding {
    let message =
        "the name follows the colons directly, as in `:::{}`, so the line stays in the text";
    let diagnostic = Finding::with(Code::MalformedDirective, span, message, &[Word(name)])
        .help("remove the space");
    if fixable {
        diagnostic.fix("remove the space", gap, "")
    } else {
        diagnostic
    }
}

pub(in crate::syntax) fn content_not_taken(span: Span, name: &str) -> Finding {
    let message = "`{}` takes no content in brackets, so the line stays in the text";
    Finding::with(Code::MalformedDirective, span, message, &[Word(name)])
        .help("remove the brackets")
}

// Containers.

pub(in crate::syntax) fn stray_container_end(span: Span) -> Finding {
    let message = "this `:::` closes no container, so it stays in the text";
    Finding::new(Code::StrayContainerEnd, span, message)
        .help("remove it, or write `\\:::` for the characters themselves")
        .fix("remove the `:::`", span, "")
}

/// `edit` is where its `:::` belongs, and how it is written there.
pub(in crate::syntax) fn unclosed_container(opening: Span, edit: Option<(usize, &str)>) -> Finding {
    let message = "this container has no `:::` at its end; it ends at the next separator or \
                   container, or with the source";
    let diagnostic = Finding::new(Code::UnclosedContainer, opening, message)
        .help("write `:::` on a line of its own after the last item");
    match edit {
        Some((at, text)) => diagnostic.fix("close the container", Span::new(at, at), text),
        None => diagnostic,
    }
}

pub(in crate::syntax) fn empty_container(opening: Span) -> Finding {
    let message = "this container is empty, so nothing is sent for it";
    Finding::new(Code::EmptyContainer, opening, message)
        .help("begin each item with a heading, as in `# Margherita`")
}

/// `hashes` is how many `#` a title has that lacks its space.
pub(in crate::syntax) fn content_before_heading(line: Span, hashes: Option<usize>) -> Finding {
    let message = "this stands before the first heading of its container and so belongs to no \
                   item; it is sent before the container";
    let diagnostic = Finding::new(Code::ContentBeforeHeading, line, message);
    match hashes {
        Some(hashes) => diagnostic.help("a heading has a space after its `#`").fix(
            "set a space after the `#`",
            gap_after(line, hashes),
            " ",
        ),
        None => diagnostic.help("begin each item with a heading, as in `# Margherita`"),
    }
}

pub(in crate::syntax) fn heading_without_space(
    line: Span,
    hashes: usize,
    fixable: bool,
) -> Finding {
    let message = "a heading has a space after its `#`, and this line has none, so it is text of \
                   the item above";
    let diagnostic = Finding::new(Code::HeadingWithoutSpace, line, message)
        .help("write `# ` to begin an item, or `\\#` to say that it is text");
    if fixable {
        diagnostic.fix("set a space after the `#`", gap_after(line, hashes), " ")
    } else {
        diagnostic
    }
}

const fn gap_after(line: Span, hashes: usize) -> Span {
    Span::new(line.start + hashes, line.start + hashes)
}

pub(in crate::syntax) fn leaf_in_container(span: Span, line: &str) -> Finding {
    let message = "{} stands on its own between messages, and this one is in a container, so its line stays in the text";
    Finding::with(Code::LeafInContainer, span, message, &[Quoted(line)])
        .help("put it before the container or after its `:::`")
}

pub(in crate::syntax) fn separator_in_container(span: Span, line: Span) -> Finding {
    let message = "this line stands between items, where it separates nothing, so it is left out";
    Finding::new(Code::SeparatorInContainer, span, message)
        .help("remove the line; write `:::` before it to begin the next message")
        .fix("remove the line", line, "")
}

// Places.

/// `misspelt` is where the key stands with a slip.
pub(in crate::syntax) fn missing_coordinate(
    span: Span,
    key: &str,
    misspelt: Option<Span>,
) -> Finding {
    let message = "`::location` needs `{}`, in decimal degrees, so the line stays in the text";
    Finding::with(Code::InvalidCoordinate, span, message, &[Word(key)])
        .help("write it as in `::location[Our shop]{lat=45.5261 long=-73.5963}`")
        .fix_key(misspelt, key)
}

pub(in crate::syntax) fn invalid_coordinate(attribute: &Attribute<'_>, limit: u16) -> Finding {
    let (key, limit) = (attribute.key.value, usize::from(limit));
    let message = "`{}` takes decimal degrees between -{} and {}, so the line stays in the text";
    Finding::with(
        Code::InvalidCoordinate,
        attribute.span,
        message,
        &[Word(key), Count(limit), Count(limit)],
    )
    .help("write digits with a point, as in `45.5261`, and `-` for south and west")
}
