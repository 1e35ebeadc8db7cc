//! What becomes of what does not fit, beside being dropped: more messages, words in the text, errors.

use std::borrow::Cow;
use std::mem;

use super::place::Place;
use super::plan::{Plan, is_plain_link};
use super::text::fits;
use super::{Lowering, Reported, pointer};
use crate::diagnostic::{ChangeKind, quote};
use crate::messenger::Template;
use crate::options::Overflow;
use crate::strings;
use crate::syntax::ast::{Action, Button, Media};
use crate::template::Arg::Word;
use crate::template::fill;

/// What becomes of a thing for which there is no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is left out.
    Dropped,
    /// It is sent in that place.
    Moved(&'static str),
    /// It is an error; the best effort leaves it out.
    Refused,
}

impl Fate {
    pub(super) fn words(self) -> String {
        match self {
            Self::Dropped => "is dropped".to_owned(),
            Self::Moved(place) => fill("is moved {}", &[Word(place)]),
            Self::Refused => "does not fit".to_owned(),
        }
    }

    /// What becomes of a text that is cut.
    pub(super) fn cut(self, before: &str, after: &str) -> String {
        // What is quoted is shortened itself: of long texts both would read alike.
        let cut = match quote(after) {
            after if after == quote(before) => "is cut".to_owned(),
            after => "is cut to ".to_owned() + &after,
        };
        match self {
            Self::Dropped => cut,
            Self::Moved(_) => cut + ", and is whole in the text",
            Self::Refused => self.words(),
        }
    }

    pub(super) const fn kind(self) -> ChangeKind {
        match self {
            Self::Moved(_) => ChangeKind::Moved,
            Self::Dropped | Self::Refused => ChangeKind::Dropped,
        }
    }

    /// What is left of a source in the place where it belongs.
    pub(super) const fn after(self, source: &str) -> &str {
        match self {
            Self::Moved(_) => source,
            Self::Dropped | Self::Refused => "",
        }
    }
}

/// A text that is cut to its limit.
#[derive(Clone, Copy)]
pub(super) struct Cut<'t> {
    pub(super) before: &'t str,
    pub(super) after: &'t str,
    /// In UTF-16 code units.
    pub(super) limit: usize,
    pub(super) fate: Fate,
}

/// More buttons than a place has room for.
pub(super) struct Excess {
    pub(super) place: Place,
    pub(super) limit: usize,
    pub(super) count: usize,
    pub(super) fate: Fate,
}

/// What an item or a run sends behind itself, because it has no room for it.
#[derive(Default)]
pub(super) struct Further<'a> {
    pub(super) media: Vec<&'a Media<'a>>,
    pub(super) buttons: Vec<&'a Button<'a>>,
    pub(super) buys: Vec<&'a Button<'a>>,
}

/// Where a section's lowering began, so that it can begin again.
pub(super) struct Mark {
    requests: usize,
    diagnostics: usize,
    reported: Reported,
    fields: usize,
}

impl<'a> Lowering<'a> {
    pub(super) fn splits(&self) -> bool {
        self.overflow == Overflow::Split
    }

    /// What becomes of a thing that, if anywhere, can be sent in that place.
    pub(super) fn fate(&self, place: &'static str) -> Fate {
        match self.overflow {
            Overflow::Truncate => Fate::Dropped,
            Overflow::Split => Fate::Moved(place),
            Overflow::Reject => Fate::Refused,
        }
    }

    pub(super) fn mark(&self) -> Mark {
        Mark {
            requests: self.requests.len(),
            diagnostics: self.diagnostics.len(),
            reported: self.reported,
            fields: self.fields(),
        }
    }

    pub(super) fn return_to(&mut self, mark: &Mark) {
        self.requests.truncate(mark.requests);
        self.diagnostics.truncate(mark.diagnostics);
        self.reported = mark.reported;
        self.forget(mark.fields);
    }

    /// Words that belong into the section's text, because they are not whole elsewhere.
    pub(super) fn add(&mut self, words: &str) {
        if self.splits() {
            self.additions.push(words.to_owned());
        }
    }

    /// The words that stand in the block that is being lowered, in the place of the section's text.
    pub(super) fn take_insertion(&mut self) -> String {
        mem::take(&mut self.insertion)
    }

    /// What belongs into the text of a run, a line each: what is cut of its buttons and of the title
    /// that `picture` gives, and what the section has for it.
    pub(super) fn lines(&mut self, plan: &Plan<'a>, picture: Option<&'a Media<'a>>) -> String {
        let mut lines = self.cut_labels(plan);
        let title = picture.map(|picture| picture.alt.value);
        let cut = title.filter(|title| !fits(title, self.limits.element_title.max));
        lines.extend(cut.filter(|_| self.splits()).map(|title| self.clean(title)));
        let insertion = self.take_insertion();
        lines.extend((!insertion.is_empty()).then_some(Cow::Owned(insertion)));
        strings::join(&lines, "\n")
    }

    /// The labels of buttons that are cut and do not stand in the text anyway, as a link without a
    /// sigil does when it is too long for a button.
    pub(super) fn cut_labels(&self, plan: &Plan<'a>) -> Vec<Cow<'a, str>> {
        if !self.splits() {
            return Vec::new();
        }
        let further = plan.further.buttons.iter().chain(&plan.further.buys);
        let buttons = plan.buttons.iter().chain(further);
        let cut = buttons.filter(|button| {
            !fits(button.label.value, self.limits.button_title.max) && !is_plain_link(button)
        });
        cut.map(|button| self.clean(button.label.value)).collect()
    }

    /// What had no room, in messages of its own: media, buttons below `head`, payments.
    pub(super) fn push_further(&mut self, further: &Further<'a>, head: &str) {
        self.push_media(&further.media);
        for buttons in further.buttons.chunks(self.limits.buttons.max) {
            // A share button stands in elements alone.
            if buttons.iter().any(|button| button.action == Action::Share) {
                self.push_element(Cow::Owned(head.to_owned()), None, None, buttons);
                continue;
            }
            let request = self.next_request();
            let list = || pointer(request, "attachment/payload/buttons");
            let buttons = self.lower_buttons(buttons, &list);
            let text = Cow::Owned(head.to_owned());
            self.push_template_of(Template::Button { text, buttons });
        }
        for buy in &further.buys {
            self.push_buy_card(buy, &[buy]);
        }
    }
}

/// A text with further lines below it.
pub(super) fn with_lines<'a>(text: Cow<'a, str>, lines: &str) -> Cow<'a, str> {
    match (&*text, lines) {
        (_, "") => text,
        ("", lines) => Cow::Owned(lines.to_owned()),
        (text, lines) => Cow::Owned(fill("{}\n\n{}", &[Word(text), Word(lines)])),
    }
}
