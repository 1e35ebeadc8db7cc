//! Cards: one element of a generic template, its title and its subtitle.

use std::borrow::Cow;

use super::payment::dollars;
use super::text::fits;
use super::{Lowering, diagnostics, pointer};
use crate::messenger::{Element, Template};
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::{Action, Button, Inline, Media};
use crate::syntax::is_blank;
use crate::template::Arg::Word;
use crate::template::fill;

/// A text as a card shows it.
struct CardText<'t> {
    /// The first line, without marks of headings and emphasis.
    title: &'t str,
    /// What the first line was.
    written: &'t str,
    /// The other lines, without blank ones; `None` when there are none.
    subtitle: Option<Cow<'t, str>>,
}

impl<'a> Lowering<'a> {
    /// Whether a text can be shown on a card without cutting it, or tearing a fence apart.
    pub(super) fn fits_card(&self, inlines: &[Inline<'_>], text: &str) -> bool {
        let is_fence = |inline: &Inline<'_>| matches!(inline, Inline::Fence(_));
        if inlines.iter().any(is_fence) {
            return false;
        }
        let card = card_text(text, is_literal(self.source, inlines));
        let subtitle = card.subtitle.as_deref().unwrap_or_default();
        fits(card.title, self.limits.element_title.max)
            && fits(subtitle, self.limits.element_subtitle.max)
    }

    /// A card of a text that fits one.
    pub(super) fn push_card(
        &mut self,
        inlines: &[Inline<'_>],
        text: Cow<'a, str>,
        span: Span,
        picture: Option<&'a Media<'a>>,
        buttons: &[&'a Button<'a>],
    ) {
        let card = card_text(&text, is_literal(self.source, inlines));
        if card.title != card.written {
            let pointer = self.next_pointer("attachment/payload/elements/0/title");
            let note = diagnostics::markup_in_title(span, card.written, card.title);
            self.report(note.pointer(pointer));
        }
        self.note_field("element-title", card.title, span);
        if let Some(subtitle) = &card.subtitle {
            self.note_field("element-subtitle", subtitle, span);
        }
        let title = Cow::Owned(card.title.to_owned());
        let subtitle = card
            .subtitle
            .map(|subtitle| Cow::Owned(subtitle.into_owned()));
        self.push_element(title, subtitle, picture, buttons);
    }

    /// A card of a picture without text: its title is what the picture shows, else what is sold.
    pub(super) fn push_picture_card(
        &mut self,
        picture: &'a Media<'a>,
        buy: Option<&'a Button<'a>>,
        buttons: &[&'a Button<'a>],
    ) {
        let label = Some(&picture.alt).filter(|alt| !is_blank(alt.value));
        let label = label.or(buy.map(|buy| &buy.label));
        let title = match label {
            Some(label) => self.title(label.value, label.span),
            None => {
                let title = &self.options.placeholder;
                let pointer = self.next_pointer("attachment/payload/elements/0/title");
                let warning = diagnostics::placeholder_as_title(picture.span, title);
                self.report(warning.pointer(pointer));
                Cow::Borrowed(&**title)
            }
        };
        self.push_element(title, None, Some(picture), buttons);
    }

    /// A card of nothing but a buy button: what is sold, and for how much.
    pub(super) fn push_buy_card(&mut self, buy: &'a Button<'a>, buttons: &[&'a Button<'a>]) {
        let title = self.title(buy.label.value, buy.label.span);
        let subtitle = match &buy.action {
            Action::Buy { amount, .. } => amount
                .cents
                .map(|cents| Cow::Owned("$".to_owned() + &dollars(cents))),
            _ => None,
        };
        self.push_element(title, subtitle, None, buttons);
    }

    /// A title that comes from a label, cut to its limit.
    fn title(&mut self, label: &'a str, span: Span) -> Cow<'a, str> {
        let request = self.next_request();
        let limit = self.limits.element_title.max;
        let label = self.clean(label);
        self.note_field("element-title", &label, span);
        let (title, _) = self.cut(label, limit, &|cut| {
            let pointer = pointer(request, "attachment/payload/elements/0/title");
            diagnostics::title_too_long(span, cut).pointer(pointer)
        });
        title
    }

    pub(super) fn push_element(
        &mut self,
        title: Cow<'a, str>,
        subtitle: Option<Cow<'a, str>>,
        picture: Option<&'a Media<'a>>,
        buttons: &[&'a Button<'a>],
    ) {
        let request = self.next_request();
        let list = || pointer(request, "attachment/payload/elements/0/buttons");
        let buttons = self.lower_buttons(buttons, &list);
        let image_url = picture.map(|picture| Cow::Borrowed(picture.url));
        self.push_template_of(Template::Generic {
            image_aspect_ratio: None,
            elements: vec![Element {
                title,
                subtitle,
                image_url,
                default_action: None,
                buttons,
            }],
        });
    }
}

/// What a card shows of a text, line by line.
pub(super) fn shown_on_card(text: &str, literal: bool) -> String {
    let card = card_text(text, literal);
    let subtitle = card.subtitle.unwrap_or_default();
    fill("{}\n{}", &[Word(card.title), Word(&subtitle)])
}

/// Whether a text begins with a character that a backslash makes literal, and so with no mark.
pub(super) fn is_literal(source: &str, inlines: &[Inline<'_>]) -> bool {
    let mut texts = inlines.iter().filter_map(|inline| match inline {
        Inline::Text(text) if !strings::is_white(text.value) => Some(text.span.start),
        _ => None,
    });
    texts
        .next()
        .is_some_and(|start| source[..start].ends_with('\\'))
}

fn card_text(text: &str, literal: bool) -> CardText<'_> {
    // A line of invisible characters would make a blank title.
    let (mut written, mut rest) = text.split_once('\n').unwrap_or((text, ""));
    while is_blank(written) && !rest.is_empty() {
        (written, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    }
    let written = written.trim();
    CardText {
        title: if literal {
            written
        } else {
            without_marks(written)
        },
        written,
        subtitle: without_blank_lines(Cow::Borrowed(rest.trim())),
    }
}

/// A subtitle: the lines that are not blank; `None` when it would show nothing.
pub(super) fn without_blank_lines(text: Cow<'_, str>) -> Option<Cow<'_, str>> {
    if is_blank(&text) {
        return None;
    }
    let is_shown = |line: &&str| !strings::is_white(line);
    if text.split('\n').all(|line| is_shown(&line)) {
        return Some(text);
    }
    let lines: Vec<_> = text.split('\n').filter(is_shown).collect();
    Some(Cow::Owned(strings::join(&lines, "\n")))
}

/// A line without the mark of a heading, and without emphasis around the whole of it; with them where
/// nothing else shows.
fn without_marks(line: &str) -> &str {
    let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
    let heading = (1..=6).contains(&hashes)
        && line[hashes..].starts_with([' ', '\t'])
        && !is_blank(&line[hashes..]);
    without_emphasis(if heading { line[hashes..].trim() } else { line })
}

/// A line without emphasis around the whole of it.
pub(super) fn without_emphasis(line: &str) -> &str {
    let Some(mark) = line.chars().next().filter(|c| matches!(c, '*' | '_')) else {
        return line;
    };
    let count = line.chars().take_while(|&c| c == mark).count();
    if count > 3 || line.len() <= 2 * count {
        return line;
    }
    let (marks, rest) = line.split_at(count);
    let Some(inner) = rest.strip_suffix(marks) else {
        return line;
    };
    let whole = strings::find(inner, marks).is_none()
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(|c: char| c.is_whitespace() || c == mark);
    if whole && !is_blank(inner) {
        inner
    } else {
        line
    }
}
