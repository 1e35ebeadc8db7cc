//! The page's profile: every part of it in a source, wherever it stands, as one body.
//!
//! | file | lowers |
//! |---|---|
//! | `parts` | the start button, greetings, and what holds for every locale |
//! | `menu` | a menu: its entries, its submenus, as deep as the target goes |
//! | `reading` | which entries stand below which |
//! | `ice_breakers` | questions to begin with |
//! | `diagnostics` | every message of these |

mod diagnostics;
mod ice_breakers;
mod menu;
mod parts;
mod reading;

use self::parts::{Locales, Part};
use super::Lowering;
use super::controls::Controls;
use crate::compilation::ProfileCompilation;
use crate::diagnostic::Settled;
use crate::messenger::{GetStarted, Greeting, IceBreakers, Menu, Profile};
use crate::options::{Options, Overflow};
use crate::span::Span;
use crate::syntax::Document;
use crate::syntax::ast::{Block, Directive, EntryList, EntryListKind};

pub(super) use self::diagnostics::profile_left_out;

/// Lowers the Messenger Profile of a tree to one body for the target of the options.
///
/// The compilation has the diagnostics of this stage alone;
/// [`compile_profile`](crate::compile_profile) adds those of the syntax.
///
/// ```
/// let arena = tapmark::syntax::Arena::new();
/// let parse = tapmark::syntax::parse("::start{payload=GET_STARTED}", &arena);
/// let options = tapmark::Options::default();
/// let compilation = tapmark::lower_profile(&parse.document, &options);
/// assert!(compilation.profile.is_some());
/// ```
#[must_use]
pub fn lower_profile<'a>(document: &Document<'a>, options: &'a Options) -> ProfileCompilation<'a> {
    // There is no text for what does not fit, and one body holds it all: nothing can be split.
    let overflow = match options.overflow {
        Overflow::Split => Overflow::Truncate,
        overflow => overflow,
    };
    let source = document.source;
    let mut lowering = Lowering::new(source, Controls::of(source), options, overflow);
    let blocks = document.sections.iter().flat_map(|section| section.blocks);
    let mut found = Found::default();
    for block in blocks {
        match block {
            Block::Leaf(leaf) => match &leaf.directive {
                Directive::Start { payload } => lowering.start(leaf.span, payload, &mut found),
                Directive::Greeting { text, locale } => {
                    let place = (&**locale, leaf.span);
                    lowering.localised(&mut found.greetings, place, Part::Greeting, |lowering| {
                        lowering.greeting(text, locale)
                    });
                }
                _ => continue,
            },
            Block::Entries(list) => lowering.entry_list(list, &mut found),
            Block::Run(_) | Block::Container(_) => continue,
        }
        found.any = true;
    }
    if !found.any {
        lowering.report(diagnostics::no_profile());
    }
    let profile = lowering.profile(found);
    // A comparison with the default one would compare entries, too.
    let is_empty = profile.get_started.is_none()
        && profile.greeting.is_empty()
        && profile.persistent_menu.is_empty()
        && profile.ice_breakers.is_empty();
    let mut settled = Settled::new(source);
    lowering.settle(&mut settled);
    ProfileCompilation {
        profile: (!is_empty).then_some(profile),
        diagnostics: settled.diagnostics,
    }
}

/// What a source says of the profile.
#[derive(Default)]
struct Found<'a> {
    /// Whether there is any directive of it.
    any: bool,
    start: Option<GetStarted<'a>>,
    greetings: Locales<Greeting<'a>>,
    menus: Locales<Menu<'a>>,
    ice_breakers: Locales<IceBreakers<'a>>,
}

impl<'a> Lowering<'a> {
    fn entry_list(&mut self, list: &'a EntryList<'a>, found: &mut Found<'a>) {
        let place = (list.locale, list.span);
        match list.kind {
            EntryListKind::Menu { input } => {
                self.localised(&mut found.menus, place, Part::Menu, |lowering| {
                    lowering.menu(list, input)
                });
            }
            EntryListKind::IceBreakers => {
                self.localised(
                    &mut found.ice_breakers,
                    place,
                    Part::IceBreakers,
                    |lowering| lowering.ice_breakers(list),
                );
            }
        }
    }

    /// What is kept of all that was found: what misses what it needs is left out.
    fn profile(&mut self, found: Found<'a>) -> Profile<'a> {
        let mut menus = found.menus;
        if found.start.is_none() {
            menus.values.clear();
            for menu in menus.said.drain(..) {
                let error = diagnostics::menu_without_start(menu.span, self.slice(menu.span));
                self.leave_out(error, menu.diagnostics);
            }
        }
        Profile {
            get_started: found.start,
            greeting: self.with_default(found.greetings, Part::Greeting),
            persistent_menu: self.with_default(menus, Part::Menu),
            ice_breakers: self.with_default(found.ice_breakers, Part::IceBreakers),
        }
    }

    fn slice(&self, span: Span) -> &'a str {
        span.slice(self.source)
    }
}
