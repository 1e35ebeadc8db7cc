//! Quick replies: as many as the target takes, below the last message of their section.

use std::borrow::Cow;

use super::overflow::Cut;
use super::target::Feature;
use super::{Lowering, diagnostics};
use crate::diagnostic::Code;
use crate::messenger::QuickReply;
use crate::syntax::ast::{Action, Button};
use crate::template::Arg::{Count, Word};
use crate::template::fill;

/// The payload of a reply that stands for a location request.
const LOCATION: &str = "location";

impl<'a> Lowering<'a> {
    /// Lowers the replies of a section, which stand on the request at `carrier`.
    pub(super) fn quick_replies(
        &mut self,
        replies: &[&'a Button<'a>],
        carrier: usize,
    ) -> Vec<QuickReply<'a>> {
        let carrier = self.sent + carrier;
        let limit = self.limits.replies.max;
        let kept = replies.iter().take(limit).enumerate();
        let lowered = kept.map(|(index, reply)| self.quick_reply(reply, carrier, index));
        let lowered = lowered.collect();
        if let Some(first) = replies.get(limit)
            && self.splits()
        {
            // What was to be moved here from an item is not.
            self.diagnostics.retain(|found| {
                let moved = matches!(found.code, Code::ReplyInCarousel | Code::ReplyInList);
                !moved || found.span.start < first.span.start
            });
        }
        let fate = self.fate("into the text");
        for (index, reply) in replies.iter().enumerate().skip(limit) {
            let source = reply.span.slice(self.source);
            let line = fill(
                "{}. {}",
                &[Count(index + 1), Word(&self.clean(reply.label.value))],
            );
            let count = replies.len();
            let warning = diagnostics::too_many_replies(reply, source, &line, fate, limit, count);
            let warning = self.report(warning);
            if self.splits() {
                self.add(&line);
            } else {
                self.point(Some(warning), || {
                    fill("/{}/message/quick_replies", &[Count(carrier)])
                });
            }
        }
        lowered
    }

    fn quick_reply(
        &mut self,
        reply: &'a Button<'a>,
        carrier: usize,
        index: usize,
    ) -> QuickReply<'a> {
        self.report_retired_button(reply);
        let has_location = self.target.has(Feature::LocationReply);
        match &reply.action {
            Action::LocationRequest if has_location => QuickReply::Location,
            Action::Phone => QuickReply::UserPhoneNumber,
            Action::Email => QuickReply::UserEmail,
            action => {
                let (payload, icon) = match action {
                    Action::Reply { payload, icon } => (&**payload, icon.as_deref()),
                    Action::LocationRequest => {
                        let source = reply.span.slice(self.source);
                        let warning = diagnostics::location_as_reply(reply, source, LOCATION);
                        self.report(warning.pointer(pointer(carrier, index)));
                        (LOCATION, None)
                    }
                    _ => (reply.label.value, None),
                };
                let span = reply.label.span;
                let limit = self.limits.reply_title.max;
                let report = &|cut: Cut<'_>| diagnostics::label_too_long(span, cut);
                let (title, cut) = self.cut(self.clean(reply.label.value), limit, report);
                if cut.is_some() {
                    self.add(&self.clean(reply.label.value));
                }
                self.point(cut, || pointer(carrier, index) + "/title");
                QuickReply::Text {
                    title,
                    payload: self.clean(payload),
                    image_url: icon.map(Cow::Borrowed),
                }
            }
        }
    }
}

fn pointer(carrier: usize, index: usize) -> String {
    fill(
        "/{}/message/quick_replies/{}",
        &[Count(carrier), Count(index)],
    )
}
