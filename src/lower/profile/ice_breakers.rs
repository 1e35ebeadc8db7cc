//! Ice breakers: questions to begin with, and nothing else.

use std::borrow::Cow;

use super::super::Lowering;
use super::diagnostics;
use super::parts::Part;
use super::reading::ends;
use crate::messenger::{IceBreaker, IceBreakers};
use crate::span::Span;
use crate::syntax::ast::{Action, Entry, EntryContent, EntryList};

impl<'a> Lowering<'a> {
    /// `None` when no question can be sent.
    pub(super) fn ice_breakers(&mut self, list: &'a EntryList<'a>) -> Option<IceBreakers<'a>> {
        let room = self.limits.ice_breakers.max;
        let ends = ends(list.entries);
        let mut call_to_actions = Vec::new();
        let mut extra = Vec::new();
        let mut index = 0;
        while let Some(entry) = list.entries.get(index) {
            if let Some(question) = self.ice_breaker(entry) {
                if call_to_actions.len() < room {
                    self.report_controls_in(entry.span);
                    call_to_actions.push(question);
                } else {
                    extra.push(entry.span);
                }
            }
            let below = &list.entries[index + 1..ends[index]];
            if let (Some(first), Some(last)) = (below.first(), below.last()) {
                let span = Span::new(first.span.start, last.span.end);
                let source = self.slice(span);
                self.report(diagnostics::nested_entries(span, source, Part::IceBreakers));
            }
            index = ends[index];
        }
        self.report_extra(call_to_actions.len(), room, extra, "a list of ice breakers");
        if call_to_actions.is_empty() {
            return None;
        }
        Some(IceBreakers {
            call_to_actions,
            locale: Cow::Borrowed(list.locale),
        })
    }

    fn ice_breaker(&mut self, entry: &'a Entry<'a>) -> Option<IceBreaker<'a>> {
        let source = self.slice(entry.span);
        let error = match &entry.content {
            EntryContent::Button(button) => match &button.action {
                Action::Postback { payload } => match self.refused_payload(entry.span, payload) {
                    Some(error) => error,
                    None => {
                        return Some(IceBreaker {
                            question: self.clean(button.label.value),
                            payload: self.clean(payload),
                        });
                    }
                },
                _ => diagnostics::misplaced_button(entry.span, source, button, Part::IceBreakers),
            },
            EntryContent::Title(title) => {
                diagnostics::question_without_payload(entry.span, source, title.value)
            }
            EntryContent::Error => return None,
        };
        self.report(error);
        None
    }
}
