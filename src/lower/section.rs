//! A section: its blocks in the order of the source, and its replies on its last message.

use std::borrow::Cow;
use std::mem;

use super::plan::Few;
use super::push::message_request;
use super::target::Feature;
use super::{Lowering, divide, pointer, profile};
use crate::messenger::{Content, MessagingType, Request};
use crate::span::Span;
use crate::strings;
use crate::syntax::ast::{Block, Section};

/// What a first lowering of a section finds out.
#[derive(Default)]
struct Outline {
    /// The last block with a text.
    text: Option<usize>,
    /// The last block with a message.
    message: Option<usize>,
}

impl<'a> Lowering<'a> {
    #[inline]
    pub(super) fn section(&mut self, section: &'a Section<'a>) {
        let first = self.requests.len();
        let mark = self.mark();
        let outline = self.blocks(section, None, "");
        if !self.additions.is_empty() {
            let additions = strings::join(&mem::take(&mut self.additions), "\n");
            // Words go into a text that was lowered before they were known.
            self.return_to(&mark);
            let at = outline.text.or(outline.message);
            self.blocks(section, at, &additions);
            self.additions.clear();
        }
        if self.options.messaging_type == MessagingType::MessageTag
            && self.requests[first..].iter().any(is_message)
        {
            self.report_tag();
        }
    }

    /// Lowers the blocks, with `insertion` in the text of the block at that index, else in a text
    /// for the replies.
    fn blocks(&mut self, section: &'a Section<'a>, at: Option<usize>, insertion: &str) -> Outline {
        let first = self.requests.len();
        let mut outline = Outline::default();
        let mut replies = Few::new();
        let mut after_replies = first;
        // The blocks that have them.
        let mut with_replies = 0..0;
        // The list right before a block, whose buttons a run may hold.
        let mut list_before = None;
        for (index, block) in section.blocks.iter().enumerate() {
            let start = self.requests.len();
            if at == Some(index) {
                insertion.clone_into(&mut self.insertion);
            }
            let list = mem::take(&mut list_before);
            let before = replies.len();
            let mut below_list = false;
            if let Some(span) = block.profile_span() {
                self.leave_profile_out(span);
            }
            match block {
                Block::Leaf(leaf) => self.leaf(leaf),
                Block::Entries(_) => {}
                Block::Container(container) => {
                    list_before = self.container(container, &mut replies);
                }
                Block::Run(run) => {
                    let list = list.filter(|_| !run.in_container);
                    let ran = self.run(run, list, &mut replies);
                    if ran.has_text {
                        outline.text = Some(index);
                    }
                    below_list = ran.below_list;
                }
            }
            self.note_origin(start, block);
            if replies.len() > before {
                after_replies = self.requests.len();
                if with_replies.is_empty() {
                    with_replies.start = index;
                }
                with_replies.end = index + 1;
            }
            // What is said of buttons below a list stands above the list.
            if !below_list && self.requests[start..].iter().any(is_message) {
                outline.message = Some(index);
            }
        }
        if replies.is_empty() {
            return outline;
        }
        let blocks = &section.blocks[with_replies];
        let carrier = match self.requests[first..].iter().rposition(is_message) {
            Some(last) => first + last,
            None if insertion.is_empty() => {
                let pointer = pointer(self.sent + after_replies, "text");
                let placeholder = self.placeholder(replies[0].span, pointer);
                self.insert_text(after_replies, placeholder, blocks);
                after_replies
            }
            None => {
                let parts = divide::divide(insertion, self.limits.text.max);
                for (index, part) in parts.iter().enumerate() {
                    let part = Cow::Owned((*part).to_owned());
                    self.insert_text(after_replies + index, part, blocks);
                }
                after_replies + parts.len() - 1
            }
        };
        let quick_replies = self.quick_replies(&replies, carrier);
        if let Some(Request::Message(request)) = self.requests.get_mut(carrier) {
            request.message.quick_replies = quick_replies;
        }
        outline
    }

    fn insert_text(&mut self, at: usize, text: Cow<'a, str>, blocks: &[Block<'a>]) {
        let request = message_request(self.options, Content::Text(text));
        self.requests.insert(at, request);
        self.note_insertion(at, blocks);
    }

    /// The tag is named in the options: what is to be said of it stands before all else.
    fn report_tag(&mut self) {
        if !mem::replace(&mut self.reported.tags, true) {
            self.report_retired(Feature::Tags, Span::default());
        }
    }

    /// The profile is no message. That is said once for a source.
    fn leave_profile_out(&mut self, span: Span) {
        if !mem::replace(&mut self.reported.profile, true) {
            self.report(profile::profile_left_out(span));
        }
    }
}

const fn is_message(request: &Request<'_>) -> bool {
    matches!(request, Request::Message(_))
}
