//! Lists: divided into list templates, and the button below the last of them.

use super::container::Card;
use super::plan::Plan;
use super::target::Feature;
use super::{Lowering, diagnostics, pointer};
use crate::messenger::{Attachment, Content, Request, Template, TopElementStyle};
use crate::span::Span;
use crate::syntax::ast::Style;

impl<'a> Lowering<'a> {
    /// A list of two items or more, in the fewest parts, as even as possible, the larger first.
    /// Gives the request of the last part.
    pub(super) fn push_list(
        &mut self,
        mut cards: Vec<Card<'a>>,
        style: Option<Style>,
        opening: Span,
    ) -> usize {
        let count = cards.len();
        let limit = self.limits.list_items.max;
        let parts = count.div_ceil(limit);
        if parts > 1 {
            self.report(diagnostics::list_divided(opening, limit, count, parts));
        }
        let large = style == Some(Style::Large);
        let has_cover = cards[0].element.image_url.is_some();
        if large && !has_cover {
            let pointer = self.next_pointer("attachment/payload/top_element_style");
            self.report(diagnostics::cover_without_image(opening).pointer(pointer));
        }
        self.report_retired(Feature::List, opening);
        for part in 0..parts {
            let size = count / parts + usize::from(part < count % parts);
            let rest = cards.split_off(size);
            let elements = self.elements(std::mem::replace(&mut cards, rest));
            let top_element_style = if large && has_cover && part == 0 {
                TopElementStyle::Large
            } else {
                TopElementStyle::Compact
            };
            self.push_template_of(Template::List {
                top_element_style,
                elements,
                buttons: Vec::new(),
            });
        }
        self.requests.len() - 1
    }

    /// Puts the buttons of a plan below the list at `list`.
    pub(super) fn push_below_list(&mut self, list: usize, plan: &Plan<'a>) {
        let pointer = pointer(self.sent + list, "attachment/payload/buttons");
        let lowered = self.lower_buttons(&plan.buttons, &|| pointer.clone());
        if let Some(Request::Message(request)) = self.requests.get_mut(list)
            && let Content::Attachment(Attachment::Template(Template::List { buttons, .. })) =
                &mut request.message.content
        {
            *buttons = lowered;
        }
    }
}
