//! Cards: one element of a generic template, its title and its subtitle.

use std::borrow::Cow;

use super::payment::dollars;
use super::text::fits;
use super::{Lowering, diagnostics};
use crate::messenger::{Element, Template};
use crate::span::Span;
use crate::syntax::ast::{Action, Button, Inline, Media};
use crate::syntax::is_blank;

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
        let card = card_text(text);
        let subtitle = card.subtitle.as_deref().unwrap_or_default();
        fits(card.title, self.target.element_title) && fits(subtitle, self.target.element_subtitle)
    }

    /// A card of a text that fits one.
    pub(super) fn push_card(
        &mut self,
        text: Cow<'a, str>,
        span: Span,
        picture: Option<&'a Media<'a>>,
        buttons: &[&'a Button<'a>],
    ) {
        let card = card_text(&text);
        if card.title != card.written {
            let pointer = self.next_pointer("attachment/payload/elements/0/title");
            let note = diagnostics::markup_in_title(span, card.written, card.title);
            self.report(note.pointer(pointer));
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
        let label = Some(&picture.alt).filter(|alt| !is_blank(&alt.value));
        let label = label.or(buy.map(|buy| &buy.label));
        let title = match label {
            Some(label) => self.title(&label.value, label.span),
            None => self.placeholder(picture.span),
        };
        self.push_element(title, None, Some(picture), buttons);
    }

    /// A card of nothing but a buy button: what is sold, and for how much.
    pub(super) fn push_buy_card(&mut self, buy: &'a Button<'a>, buttons: &[&'a Button<'a>]) {
        let title = self.title(&buy.label.value, buy.label.span);
        let subtitle = match &buy.action {
            Action::Buy { amount, .. } => amount
                .cents
                .map(|cents| Cow::Owned(format!("${}", dollars(cents)))),
            _ => None,
        };
        self.push_element(title, subtitle, None, buttons);
    }

    /// A title that comes from a label, cut to its limit.
    fn title(&mut self, label: &'a str, span: Span) -> Cow<'a, str> {
        let pointer = self.next_pointer("attachment/payload/elements/0/title");
        let limit = self.target.element_title;
        let (title, _) = self.cut(label, limit, |before, after, limit| {
            diagnostics::title_too_long(span, before, after, limit).pointer(pointer)
        });
        title
    }

    fn push_element(
        &mut self,
        title: Cow<'a, str>,
        subtitle: Option<Cow<'a, str>>,
        picture: Option<&'a Media<'a>>,
        buttons: &[&'a Button<'a>],
    ) {
        let buttons = self.template_buttons(buttons, "attachment/payload/elements/0/buttons");
        let image_url = picture.map(|picture| Cow::Borrowed(&*picture.url));
        self.push_template_of(Template::Generic {
            elements: vec![Element {
                title,
                subtitle,
                image_url,
                buttons,
            }],
        });
    }
}

fn card_text(text: &str) -> CardText<'_> {
    // A line of invisible characters would make a blank title.
    let (mut written, mut rest) = text.split_once('\n').unwrap_or((text, ""));
    while is_blank(written) && !rest.is_empty() {
        (written, rest) = rest.split_once('\n').unwrap_or((rest, ""));
    }
    let written = written.trim();
    let rest = rest.trim();
    let blank_lines = rest.split('\n').any(|line| line.trim().is_empty());
    let subtitle = match rest {
        _ if is_blank(rest) => None,
        rest if blank_lines => {
            let lines: Vec<_> = rest
                .split('\n')
                .filter(|line| !line.trim().is_empty())
                .collect();
            Some(Cow::Owned(lines.join("\n")))
        }
        rest => Some(Cow::Borrowed(rest)),
    };
    CardText {
        title: without_marks(written),
        written,
        subtitle,
    }
}

/// A line without the mark of a heading, and without emphasis around the whole of it.
fn without_marks(line: &str) -> &str {
    let hashes = line.bytes().take_while(|&byte| byte == b'#').count();
    let heading = (1..=6).contains(&hashes) && line[hashes..].starts_with([' ', '\t']);
    let line = if heading { line[hashes..].trim() } else { line };
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
    let whole = !inner.contains(marks)
        && !inner.starts_with(char::is_whitespace)
        && !inner.ends_with(|c: char| c.is_whitespace() || c == mark);
    if whole && !is_blank(inner) {
        inner
    } else {
        line
    }
}
