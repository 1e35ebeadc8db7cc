//! Stage 2: [`Document`] to requests. Every rule of the platform is here, and only here.
//!
//! | file | lowers |
//! |---|---|
//! | `section` | a section: its blocks in order, the replies to its last message |
//! | `sections` | nothing: it is what is carried from one to the next where none stays |
//! | `only_text` | a source that is sent as it stands |
//! | `run` | a run of paragraphs: which requests its text, media and buttons make |
//! | `push` | the requests, one behind the other: texts, templates, media |
//! | `plan` | the buttons of a run: which are kept, dropped, written out, refused |
//! | `place` | where buttons stand, and how many have room there |
//! | `prose` | what a run's text says once its buttons are cut out |
//! | `untouched` | whether that is a piece of the source as it stands |
//! | `sentence` | whether a link is part of its line |
//! | `divide`, `unbroken` | long texts in parts; what is not divided |
//! | `text`, `boundary`, `characters` | lengths and cuts, clusters and sentences, kinds of characters |
//! | `card` | a run as one card: its title and its subtitle |
//! | `container`, `list` | carousels and lists: which items are sent, in which templates |
//! | `item` | an item of a container: one card |
//! | `controls` | control characters, which are left out |
//! | `markdown` | Markdown that is shown as typed |
//! | `trace` | where each request comes from, and what its texts use of their limits, for editors |
//! | `overflow` | what does not fit: further messages, and words that go into the text |
//! | `profile` | the page's profile: start button, greetings, menus, ice breakers |
//! | `button`, `payment`, `checkout`, `quick_reply`, `leaf` | the parts of a message |
//! | `target` | the numbers and features of a platform at a date |
//! | `diagnostics` | every message of this stage |

mod boundary;
pub(crate) mod button;
mod card;
mod characters;
pub(crate) mod checkout;
mod container;
mod controls;
mod diagnostics;
mod divide;
mod item;
mod leaf;
mod list;
mod markdown;
mod only_text;
mod overflow;
mod payment;
mod place;
mod plan;
pub(crate) mod profile;
mod prose;
mod push;
mod quick_reply;
mod run;
mod section;
mod sections;
mod sentence;
pub(crate) mod target;
pub(crate) mod text;
pub(crate) mod trace;
mod unbroken;
mod untouched;

use std::borrow::Cow;

use self::controls::{Controls, is_control, without_controls};
pub(crate) use self::only_text::only_text;
use self::overflow::Cut;
pub(crate) use self::sections::Sections;
use self::target::{Feature, Limits, Target};
use self::trace::Trace;
use crate::compilation::Compilation;
use crate::diagnostic::{Finding, Settled, Severity};
use crate::messenger::Request;
use crate::options::{Options, Overflow};
use crate::span::Span;
use crate::syntax::Document;
use crate::template::Arg::{Count, Word};
use crate::template::fill;

/// Lowers a tree to requests for the target of the options.
///
/// The compilation has the diagnostics of this stage alone; [`compile`](crate::compile) adds those
/// of the syntax.
///
/// ```
/// let arena = tapmark::syntax::Arena::new();
/// let parse = tapmark::syntax::parse("Hello", &arena);
/// let options = tapmark::Options::default();
/// let compilation = tapmark::lower(&parse.document, &options);
/// assert_eq!(compilation.requests.len(), 1);
/// ```
#[must_use]
pub fn lower<'a>(document: &Document<'a>, options: &'a Options) -> Compilation<'a> {
    let source = document.source;
    let mut lowering = Lowering::new(source, Controls::of(source), options, options.overflow);
    let mut settled = Settled::new(source);
    for section in document.sections {
        lowering.section(section);
        lowering.settle(&mut settled);
    }
    Compilation {
        requests: lowering.requests,
        diagnostics: settled.diagnostics,
    }
}

/// What the lowering of a source carries along.
struct Lowering<'a> {
    source: &'a str,
    options: &'a Options,
    target: &'static Target,
    limits: &'static Limits,
    requests: Vec<Request<'a>>,
    /// How many there were before these.
    sent: usize,
    /// What was found in the section.
    diagnostics: Vec<Finding>,
    /// Whether the source has control characters, which are never sent.
    has_controls: bool,
    /// Whether it has carriage returns.
    has_returns: bool,
    reported: Reported,
    /// What happens to what does not fit.
    overflow: Overflow,
    /// Words of the section that go into its text, since they are whole nowhere else.
    additions: Vec<String>,
    /// What goes into the text of the block that is being lowered.
    insertion: String,
    /// What it does where, for those who ask.
    trace: Option<Trace>,
}

/// What is said once for a whole source, and whether it was.
#[derive(Clone, Copy, Default)]
struct Reported {
    tags: bool,
    merchant: bool,
    markdown: bool,
    profile: bool,
}

impl<'a> Lowering<'a> {
    fn new(source: &'a str, controls: Controls, options: &'a Options, overflow: Overflow) -> Self {
        Self {
            source,
            options,
            target: options.target,
            limits: &options.target.limits,
            // Most messages make one, many make two.
            requests: Vec::with_capacity(2),
            sent: 0,
            diagnostics: Vec::new(),
            has_controls: controls.unsent,
            has_returns: controls.returns,
            reported: Reported::default(),
            overflow,
            additions: Vec::new(),
            insertion: String::new(),
            trace: None,
        }
    }

    /// What was found gets its place and, in mode `reject`, its severity there.
    fn settle(&mut self, settled: &mut Settled<'_>) {
        if self.overflow == Overflow::Reject {
            for finding in &mut self.diagnostics {
                if finding.code.is_overflow() {
                    finding.severity = Severity::Error;
                }
            }
        }
        settled.add(&mut self.diagnostics);
    }

    /// The number of the next request.
    const fn next_request(&self) -> usize {
        self.sent + self.requests.len()
    }

    /// The JSON Pointer of the next request, with a path below it.
    fn next_pointer(&self, path: &str) -> String {
        pointer(self.next_request(), path)
    }

    fn point(&mut self, diagnostic: Option<usize>, pointer: impl FnOnce() -> String) {
        if let Some(diagnostic) = diagnostic.and_then(|index| self.diagnostics.get_mut(index)) {
            diagnostic.pointer = Some(pointer());
        }
    }

    /// Adds a diagnostic and says where it stands, so that its pointer can be set later.
    fn report(&mut self, diagnostic: Finding) -> usize {
        self.diagnostics.push(diagnostic);
        self.diagnostics.len() - 1
    }

    /// A note, where the target has a feature that today's platform has not.
    fn report_retired(&mut self, feature: Feature, span: Span) {
        if self.target.has(feature) {
            self.report(diagnostics::retired_feature(span, feature));
        }
    }

    /// A text without control characters; where they stood was reported with its construct.
    fn clean(&self, text: &'a str) -> Cow<'a, str> {
        if self.has_controls && text.bytes().any(is_control) {
            Cow::Owned(without_controls(text).collect())
        } else {
            Cow::Borrowed(text)
        }
    }

    /// A text cut to its limit, with the index of the warning.
    fn cut(
        &mut self,
        text: Cow<'a, str>,
        limit: usize,
        report: &dyn Fn(Cut<'_>) -> Finding,
    ) -> (Cow<'a, str>, Option<usize>) {
        match text::cut(&text, limit) {
            None => (text, None),
            Some(after) => {
                let index = self.report(report(Cut {
                    before: &text,
                    after: &after,
                    limit,
                    fate: self.fate("into the text"),
                }));
                (Cow::Owned(after), Some(index))
            }
        }
    }
}

/// The JSON Pointer of a field of a request's message.
fn pointer(request: usize, path: &str) -> String {
    fill("/{}/message/{}", &[Count(request), Word(path)])
}
