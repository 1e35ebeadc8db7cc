//! A section: its blocks in the order of the source, and its replies on its last message.

use super::{Lowering, profile};
use crate::messenger::{Content, Request};
use crate::span::Span;
use crate::syntax::ast::{Block, Button, Section};

impl<'a> Lowering<'a> {
    pub(super) fn section(&mut self, section: &'a Section<'a>) {
        let first = self.requests.len();
        let mut replies: Vec<&'a Button<'a>> = Vec::new();
        let mut after_replies = first;
        // The list right before a block, whose buttons a run may hold.
        let mut list_before = None;
        for block in &section.blocks {
            let list = std::mem::take(&mut list_before);
            if let Some(span) = block.profile_span() {
                self.leave_profile_out(span);
            }
            match block {
                Block::Leaf(leaf) => self.leaf(leaf),
                Block::Entries(_) => {}
                Block::Container(container) => list_before = self.container(container),
                Block::Run(run) => {
                    let before = replies.len();
                    self.run(run, list.filter(|_| !run.in_container), &mut replies);
                    if replies.len() > before {
                        after_replies = self.requests.len();
                    }
                }
            }
        }
        if replies.is_empty() {
            return;
        }
        let is_message = |request: &Request<'_>| matches!(request, Request::Message(_));
        let last = self.requests[first..].iter().rposition(is_message);
        let carrier = match last {
            Some(last) => first + last,
            None => {
                let placeholder = self.placeholder(replies[0].span);
                let request = self.message_request(Content::Text(placeholder));
                self.requests.insert(after_replies, request);
                after_replies
            }
        };
        let quick_replies = self.quick_replies(&replies, carrier);
        if let Some(Request::Message(request)) = self.requests.get_mut(carrier) {
            request.message.quick_replies = quick_replies;
        }
    }

    /// The profile is no message. That is said once for a source.
    fn leave_profile_out(&mut self, span: Span) {
        if !std::mem::replace(&mut self.reported.profile, true) {
            self.report(profile::profile_left_out(span));
        }
    }
}
