//! An item of a container: one card, and what is said about it.

use std::borrow::Cow;

use super::button::web_url;
use super::card::{is_literal, without_blank_lines, without_emphasis};
use super::overflow::Further;
use super::place::Place;
use super::plan::{Few, Piece, Plan};
use super::prose::{Context, prose};
use super::text::fits;
use super::{Lowering, diagnostics, run};
use crate::diagnostic::Finding;
use crate::messenger::{DefaultAction, Element};
use crate::strings;
use crate::syntax::ast::{Action, Button, Inline, Item, Media, MediaKind};
use crate::syntax::is_blank;

/// What an item sends elsewhere, because it has no room for it.
pub(super) struct Overhang<'a> {
    pub(super) replies: Few<'a>,
    pub(super) further: Further<'a>,
}

impl<'a> Lowering<'a> {
    /// Lowers an item; pointers are relative to its element. An error when it cannot be sent.
    pub(super) fn item(
        &mut self,
        item: &'a Item<'a>,
        place: Place,
    ) -> Result<(Element<'a>, Overhang<'a>), Finding> {
        let mut plan = Plan {
            place,
            ..Plan::default()
        };
        let link = whole_link(item.heading);
        match link {
            Some(link) => self.plan_heading_link(&mut plan, item.heading, link),
            None => self.plan(&mut plan, item.heading),
        }
        let body = plan.pieces.len();
        self.plan(&mut plan, item.body);
        self.make_room(&mut plan);

        let title = match link {
            Some(link) => self.clean(link.label.value),
            None => self.heading_text(item.heading, &plan.pieces[..body]),
        };
        if is_blank(&title) {
            return Err(diagnostics::empty_title(item.span));
        }
        let title = self.item_title(item, title, link);
        self.note_markdown(item.heading, &title);
        let subtitle = self.prose(item.body, &plan.pieces[body..]);
        let subtitle =
            without_blank_lines(subtitle).map(|subtitle| self.item_subtitle(item, subtitle));
        self.note_markdown(item.body, subtitle.as_deref().unwrap_or_default());
        let image_url = self.item_picture(&mut plan);
        for label in self.cut_labels(&plan) {
            self.add(&label);
        }
        let buttons = self.lower_buttons(&plan.buttons, &|| "buttons".to_owned());
        if subtitle.is_none() && image_url.is_none() && buttons.is_empty() {
            return Err(diagnostics::incomplete_item(item.span));
        }
        let page = plan
            .default
            .and_then(|link| web_url(Cow::Borrowed(""), &link.action));
        let element = Element {
            title,
            subtitle,
            image_url,
            default_action: page.map(DefaultAction::from),
            buttons,
        };
        let overhang = Overhang {
            replies: plan.replies,
            further: plan.further,
        };
        Ok((element, overhang))
    }

    /// What a heading says. Where nothing to read would be left, its links keep their labels; else
    /// it says what its picture shows.
    fn heading_text(&self, heading: &'a [Inline<'a>], pieces: &[Piece<'_>]) -> Cow<'a, str> {
        let text = self.prose(heading, pieces);
        if text.contains(char::is_alphabetic) {
            return text;
        }
        let context = Context {
            keeps_links: true,
            ..self.context()
        };
        let text = prose(context, heading, pieces);
        let alt = heading.iter().find_map(|inline| match inline {
            Inline::Media(media) => Some(media.alt.value),
            _ => None,
        });
        match alt {
            Some(alt) if text.is_empty() => self.clean(alt),
            _ => text,
        }
    }

    /// A heading that is a link and nothing else, its picture aside, opens it or calls it.
    fn plan_heading_link(
        &mut self,
        plan: &mut Plan<'a>,
        heading: &'a [Inline<'a>],
        link: &'a Button<'a>,
    ) {
        self.report_controls_in(link.span);
        plan.media
            .extend(heading.iter().filter_map(|inline| match inline {
                Inline::Media(media) => Some(&**media),
                _ => None,
            }));
        if matches!(link.action, Action::Call { .. }) {
            plan.candidates.push((plan.pieces.len(), link));
        } else {
            plan.default = Some(link);
        }
        plan.pieces.push(Piece::Cut { comment: false });
    }

    fn item_title(
        &mut self,
        item: &Item<'_>,
        title: Cow<'a, str>,
        link: Option<&Button<'_>>,
    ) -> Cow<'a, str> {
        let span = run::span(item.heading);
        let pointer = || "title".to_owned();
        let literal = match link {
            Some(link) => {
                let label = link.label.span.slice(self.source);
                label.trim_start().starts_with('\\')
            }
            None => is_literal(self.source, item.heading),
        };
        let plain = match &title {
            title if literal => title.clone(),
            Cow::Borrowed(title) => Cow::Borrowed(without_emphasis(title)),
            Cow::Owned(title) => Cow::Owned(without_emphasis(title).to_owned()),
        };
        let marked = link.is_some()
            && item.heading.iter().any(
                |inline| matches!(inline, Inline::Text(text) if !strings::is_white(text.value)),
            );
        if marked || plain != title {
            let written = if marked {
                span.slice(self.source)
            } else {
                &*title
            };
            let note = diagnostics::markup_in_title(span, written, &plain);
            self.report(note.pointer(pointer()));
        }
        let limit = self.limits.element_title.max;
        self.note_field("element-title", &plain, item.span);
        if !fits(&plain, limit) {
            self.add(&plain);
        }
        let (title, _) = self.cut(plain, limit, &|cut| {
            diagnostics::title_too_long(span, cut).pointer(pointer())
        });
        title
    }

    fn item_subtitle(&mut self, item: &Item<'_>, subtitle: Cow<'a, str>) -> Cow<'a, str> {
        let span = run::span(item.body);
        let limit = self.limits.element_subtitle.max;
        self.note_field("element-subtitle", &subtitle, item.span);
        if !fits(&subtitle, limit) {
            self.add(&subtitle);
        }
        let (subtitle, _) = self.cut(subtitle, limit, &|cut| {
            diagnostics::subtitle_too_long(span, cut).pointer("subtitle".to_owned())
        });
        subtitle
    }

    /// The first picture of an item; its other media find no room.
    fn item_picture(&mut self, plan: &mut Plan<'a>) -> Option<Cow<'a, str>> {
        let media = &plan.media;
        let is_picture = |media: &&&Media<'_>| media.kind == MediaKind::Image;
        let pictures = media.iter().filter(is_picture).count();
        let picture = media.iter().position(|media| is_picture(&media));
        for (index, media) in media.iter().enumerate() {
            if Some(index) != picture {
                let source = media.span.slice(self.source);
                let fate = self.fate("behind its container");
                self.report(diagnostics::extra_media(media, source, pictures, fate));
                if self.splits() {
                    plan.further.media.push(media);
                }
            }
        }
        picture.map(|index| Cow::Borrowed(&*media[index].url))
    }
}

/// The link that is the whole of a heading, emphasis around it aside.
fn whole_link<'a>(heading: &'a [Inline<'a>]) -> Option<&'a Button<'a>> {
    let mut link: Option<&Button<'_>> = None;
    let (mut before, mut after) = (String::new(), String::new());
    for inline in heading {
        match inline {
            Inline::Button(button) if link.is_none() => link = Some(button),
            Inline::Text(text) if link.is_none() => before.push_str(text.value),
            Inline::Text(text) => after.push_str(text.value),
            Inline::Comment { .. } | Inline::Media(_) => {}
            _ => return None,
        }
    }
    let (before, after) = (before.trim(), after.trim());
    let emphasis = matches!(before, "" | "*" | "**" | "***" | "_" | "__" | "___");
    link.filter(|link| {
        before == after
            && emphasis
            && matches!(
                link.action,
                Action::Link(_) | Action::Webview { .. } | Action::Call { .. }
            )
    })
}
