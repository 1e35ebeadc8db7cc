//! A source section by section: what one of them is lowered to need not stay for the next.

use super::controls::Controls;
use super::{Lowering, Reported};
use crate::diagnostic::{Diagnostic, Settled};
use crate::messenger::Request;
use crate::options::Options;
use crate::syntax::ast::Section;

/// The lowering of a source, section by section.
pub(crate) struct Sections<'s> {
    source: &'s str,
    options: &'s Options,
    controls: Controls,
    /// How many requests the sections so far made.
    sent: usize,
    reported: Reported,
    settled: Settled<'s>,
}

impl<'s> Sections<'s> {
    pub(crate) fn new(source: &'s str, options: &'s Options) -> Self {
        Self {
            source,
            options,
            controls: Controls::of(source),
            sent: 0,
            reported: Reported::default(),
            settled: Settled::new(source),
        }
    }

    /// The requests of the next section.
    #[inline]
    pub(crate) fn lower<'a>(&mut self, section: &'a Section<'a>) -> Vec<Request<'a>>
    where
        's: 'a,
    {
        let overflow = self.options.overflow;
        let mut lowering = Lowering::new(self.source, self.controls, self.options, overflow);
        lowering.sent = self.sent;
        lowering.reported = self.reported;
        lowering.section(section);
        lowering.settle(&mut self.settled);
        self.sent += lowering.requests.len();
        self.reported = lowering.reported;
        lowering.requests
    }

    /// What was found, sorted by place.
    pub(crate) fn finish(self) -> Vec<Diagnostic> {
        self.settled.diagnostics
    }
}
