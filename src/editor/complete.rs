//! Completions: what may stand at the cursor. The line is looked at up to the cursor, and the parser
//! is asked whether a construct of that beginning would be one.

use super::offers::Offers;
use super::{Completion, CompletionKind, TokenKind, fields, tokens};
use crate::strings;
use crate::syntax::Arena;
use crate::syntax::ast::Inline;
use crate::syntax::directive::is_name;
use crate::syntax::entry::entry_mark;
use crate::syntax::places::{self, Place, Surroundings, heading_mark};
use crate::syntax::vocabulary::{
    CLOSING, CONTAINERS, FILE, KEYWORDS, Keyword, LEAVES, Name, SCHEMES, Tap, WEB,
};

/// What may stand at an offset of a source, in the order in which to offer it.
///
/// - Behind `](`: the keywords and schemes of targets that may stand in that place. Items take no
///   replies, menus only links, webviews and postbacks, ice breakers only postbacks.
/// - Behind one to three colons that begin a line: the directives, each with what it cannot do
///   without; in a container, its end.
/// - In the braces of a construct: the attributes that it takes and does not have yet, and behind
///   `=` the values, where they are a closed set.
///
/// A word that is partly typed is completed, in any case of letters, and replaced as a whole. What
/// is written already is not offered. Everywhere else, in code and comments too, behind the end of
/// the source and inside a character, there is nothing.
///
/// ```
/// let source = ":::menu\n- [Order](p";
/// let found = tapmark::editor::complete(source, source.len());
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].insert, "postback:");
/// assert_eq!(found[0].detail, "The bot gets the payload; the person says nothing");
/// ```
#[must_use]
pub fn complete(source: &str, offset: usize) -> Vec<Completion> {
    let Some(cursor) = Cursor::new(source, offset) else {
        return Vec::new();
    };
    let mut found = cursor.directives();
    if found.is_empty() {
        found = cursor.targets();
    }
    if found.is_empty() {
        found = fields::fields(&cursor);
    }
    let opaque = |kind| matches!(kind, TokenKind::Code | TokenKind::Comment);
    if !found.is_empty()
        && tokens(source)
            .iter()
            .any(|token| opaque(token.kind) && token.start < offset && offset <= token.end)
    {
        found.clear();
    }
    found
}

/// A place in a source.
pub(super) struct Cursor<'s> {
    pub(super) source: &'s str,
    pub(super) offset: usize,
    pub(super) around: Surroundings,
    /// Where its line begins, and where it ends.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl<'s> Cursor<'s> {
    fn new(source: &'s str, offset: usize) -> Option<Self> {
        let (before, after) = source.split_at_checked(offset)?;
        let around = places::surroundings(source, offset)?;
        let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let length = after.find(['\n', '\r']).unwrap_or(after.len());
        Some(Self {
            source,
            offset,
            around,
            start: start.max(around.line).min(offset),
            end: offset + length,
        })
    }

    /// The line up to the cursor.
    pub(super) fn before(&self) -> &'s str {
        &self.source[self.start..self.offset]
    }

    /// The line from the cursor on.
    pub(super) fn after(&self) -> &'s str {
        &self.source[self.offset..self.end]
    }

    /// The rest of the word that the cursor stands in; `None` when it stands before one.
    pub(super) fn rest_of_word(&self, typed: &str) -> Option<usize> {
        let length = self.after().bytes().take_while(is_name).count();
        (length == 0 || !typed.is_empty()).then_some(length)
    }

    /// The content of the line up to the cursor, when it may be a directive.
    pub(super) fn line(&self) -> Option<&'s str> {
        let line = self.before();
        let content = line.trim_start_matches(' ');
        (self.start == self.around.line && line.len() - content.len() <= 3).then_some(content)
    }

    fn directives(&self) -> Vec<Completion> {
        self.directive_names().unwrap_or_default()
    }

    fn directive_names(&self) -> Option<Vec<Completion>> {
        let line = self.line()?;
        let typed = line.trim_start_matches(':');
        let colons = line.len() - typed.len();
        if !(1..=3).contains(&colons) || !typed.bytes().all(|byte| is_name(&byte)) {
            return None;
        }
        let rest = self.rest_of_word(typed)?;
        let follows = self.after()[rest..].trim_end();
        let takes: fn(&Name) -> bool = match follows.bytes().next() {
            None => |_| true,
            Some(b'[') => |name| name.content,
            Some(b'{') => |name| !name.keys.is_empty(),
            Some(_) => return None,
        };
        let start = self.offset - line.len();
        let mut offers = self.offers(CompletionKind::Directive, start, self.offset + rest);
        if self.around.place != Place::Message {
            if typed.is_empty() && follows.is_empty() {
                offers.add(CLOSING.name, CLOSING.about, CLOSING.name);
            }
            return Some(offers.found);
        }
        // A third colon may yet be typed, a second one need not be taken back.
        let leaves: &[Name] = if colons < 3 { &LEAVES } else { &[] };
        for names in [leaves, &CONTAINERS] {
            for name in names
                .iter()
                .filter(|name| strings::begins(name.name, typed) && takes(name))
            {
                let colons = name.written.bytes().take_while(|&byte| byte == b':');
                let label = &name.written[..colons.count() + name.name.len()];
                let insert = if follows.is_empty() {
                    name.written
                } else {
                    label
                };
                offers.add(label, name.about, insert);
            }
        }
        Some(offers.found)
    }

    fn targets(&self) -> Vec<Completion> {
        self.beginnings().unwrap_or_default()
    }

    /// How the target can begin that the cursor stands at the beginning of.
    fn beginnings(&self) -> Option<Vec<Completion>> {
        let line = self.before();
        // The content of a directive has no buttons.
        let directive = self.line().and_then(|line| line.strip_prefix("::"));
        if directive.is_some_and(|line| LEAVES.iter().any(|leaf| strings::begins(line, leaf.name)))
        {
            return None;
        }
        let open = line.rfind('(')?;
        if !line[..open].ends_with(']') {
            return None;
        }
        let typed = line[open + 1..].trim_start_matches([' ', '\t']);
        let angled = typed.starts_with('<');
        let typed = &typed[usize::from(angled)..];
        let rest = self.rest_of_word(typed)?;
        let follows = &self.after()[rest..];
        // Before a payload that stands there already only its keyword can change.
        let colon = follows.starts_with(':')
            && !follows.starts_with("://")
            && !typed.contains(':')
            && (!angled || follows.contains('>'));
        if !colon && !ends(follows, angled) {
            return None;
        }
        let start = self.offset - typed.len();
        let end = self.offset + rest + usize::from(colon);
        let mut offers = self.offers(CompletionKind::Keyword, start, end);
        let mut offer = |label, about, insert: &'static str| {
            if strings::begins(insert, typed) && (!colon || insert.strip_suffix(':') == Some(label))
            {
                offers.add(label, about, insert);
            }
        };
        if self.would_be_button(self.start + open + 1)? {
            for known in [&SCHEMES[..], &WEB, &KEYWORDS] {
                for known in known {
                    if let Some(written) = known.written
                        && self.may_stand(known)
                    {
                        offer(known.name, known.about, written);
                    }
                }
            }
        } else if matches!(self.around.place, Place::Message | Place::Item) {
            let label = FILE.name.strip_suffix("://");
            offer(label.unwrap_or(FILE.name), FILE.about, FILE.name);
        }
        Some(offers.found)
    }

    /// Offers for a place in the source.
    pub(super) const fn offers(
        &self,
        kind: CompletionKind,
        start: usize,
        end: usize,
    ) -> Offers<'s> {
        Offers::new(self.source, kind, start, end)
    }

    /// Whether there would be a button, were a target written behind the parenthesis that ends at
    /// `open`; false when there would be media.
    fn would_be_button(&self, open: usize) -> Option<bool> {
        let line = &self.source[self.around.line..open];
        ["reply:x)", "https://a.example)"]
            .iter()
            .find_map(|target| {
                let line = line.to_owned() + target;
                match places::last_construct(&line, 0, &Arena::new())? {
                    Inline::Media(_) => Some(false),
                    _ => Some(true),
                }
            })
    }

    /// Whether a button with that keyword may stand here.
    fn may_stand(&self, keyword: &Keyword) -> bool {
        let line = &self.source[self.around.line..self.offset];
        let is_entry = || entry_mark(line.trim_start_matches([' ', '\t'])).is_some();
        match self.around.place {
            Place::Message => keyword.tap != Tap::Share,
            Place::Introduction => false,
            // What is the whole of a heading opens its item, or calls.
            Place::Item if is_whole(line) => matches!(keyword.tap, Tap::Page | Tap::Call),
            Place::Item => keyword.tap != Tap::Reply,
            Place::Menu => matches!(keyword.tap, Tap::Postback | Tap::Page) && is_entry(),
            Place::IceBreakers => keyword.tap == Tap::Postback && is_entry(),
        }
    }
}

/// Whether a line is a heading that begins with the bracket that is open.
fn is_whole(line: &str) -> bool {
    let line = line.trim_start_matches(' ');
    let mark = heading_mark(line);
    let title = line[mark..].trim_start().trim_start_matches('%');
    mark > 0 && title.rfind('[') == Some(0)
}

/// Whether nothing more stands in the parenthesis that this text is in, behind a `<` or not. It
/// need not be closed.
fn ends(text: &str, angled: bool) -> bool {
    let closer = if angled { ">" } else { "" };
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' if !escaped => depth += 1,
            b')' if !escaped && depth == 0 => return text[..at].trim() == closer,
            b')' if !escaped => depth -= 1,
            _ => {}
        }
        escaped = byte == b'\\';
    }
    text.is_empty() || text.starts_with([' ', '\t'])
}
