//! Diagnostics drawn on their source, in the manner of rustc.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet};
use tapmark::{Diagnostic, Severity};

use super::input::Source;
use super::output::visible_lines;

/// Draws the diagnostics of a source.
pub(crate) struct Drawing<'s> {
    source: &'s Source,
    renderer: Renderer,
}

impl<'s> Drawing<'s> {
    pub(crate) fn new(source: &'s Source, in_colour: bool) -> Self {
        let renderer = if in_colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        Self { source, renderer }
    }

    pub(crate) fn draw(&self, diagnostic: &Diagnostic) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            _ => Level::NOTE,
        };
        let span = diagnostic.span.start..diagnostic.span.end;
        let lines = Lines::around(&self.source.text, span.clone(), diagnostic.span.line);
        let annotation = AnnotationKind::Primary.span(lines.map(&span));
        let snippet = Snippet::source(&lines.shown)
            .line_start(lines.number)
            .annotation(annotation);
        let title = level
            .primary_title(&diagnostic.message)
            .id(diagnostic.code.as_str());
        let mut group = if lines.in_place {
            title.element(snippet.path(&self.source.name))
        } else {
            // Told, not counted: what is shown escaped or left out shifts the column.
            let origin = Origin::path(&self.source.name)
                .line(diagnostic.span.line)
                .char_column(diagnostic.span.column);
            title.element(origin).element(snippet)
        };
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(help));
        }
        let mut groups: Vec<Group<'_>> = vec![group];
        let patched;
        if let Some(fix) = &diagnostic.fix {
            let (start, end) = match (fix.edits.first(), fix.edits.last()) {
                (Some(first), Some(last)) => (first.start, last.end),
                _ => (span.start, span.end),
            };
            let number = self.line(start, diagnostic);
            patched = Lines::around(&self.source.text, start..end, number);
            let patches = fix.edits.iter().map(|edit| {
                let place = patched.map(&(edit.start..edit.end));
                Patch::new(place, visible_lines(&edit.text))
            });
            let snippet = Snippet::source(&patched.shown)
                .line_start(patched.number)
                .path(&self.source.name)
                .patches(patches);
            groups.push(Level::HELP.secondary_title(&fix.title).element(snippet));
        }
        self.renderer.render(&groups)
    }

    /// The number of the line of an edit, counted on from the diagnostic's: none is further up.
    fn line(&self, edit: usize, diagnostic: &Diagnostic) -> usize {
        let between = self.source.text.get(diagnostic.span.start..edit);
        let between = between.unwrap_or_default().replace("\r\n", "\n");
        diagnostic.span.line + between.matches(['\n', '\r']).count()
    }
}

/// How much of a line is shown on each side of a span, in bytes: more than a terminal is wide, and
/// little enough that a long line with many diagnostics is not copied for each.
const CONTEXT: usize = 240;

/// The lines that a span touches, as they are shown.
struct Lines {
    shown: String,
    /// The number of the first of them.
    number: usize,
    /// Where the part that is shown begins in the source.
    start: usize,
    /// Offsets in the source of the characters shown escaped, with how much longer they are shown.
    longer: Vec<(usize, usize)>,
    /// Whether columns of what is shown are those of the source.
    in_place: bool,
}

impl Lines {
    fn around(source: &str, span: Range<usize>, number: usize) -> Self {
        let bytes = source.as_bytes();
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let mut first = span.start.saturating_sub(CONTEXT);
        while !source.is_char_boundary(first) {
            first -= 1;
        }
        let line = bytes[first..span.start].iter().rposition(is_end);
        let start = line.map_or(first, |at| first + at + 1);
        let mut last = source.len().min(span.end + CONTEXT);
        while !source.is_char_boundary(last) {
            last += 1;
        }
        let end = bytes[span.end..last].iter().position(is_end);
        let end = end.map_or(last, |at| span.end + at);
        let mut shown = String::with_capacity(end - start);
        let mut longer = Vec::new();
        for (at, c) in source[start..end].char_indices() {
            if c == '\n' || c == '\t' || !tapmark::is_invisible(c) {
                shown.push(c);
            } else {
                let before = shown.len();
                shown.extend(c.escape_unicode());
                longer.push((start + at, shown.len() - before - c.len_utf8()));
            }
        }
        let whole_line = start == 0 || is_end(&bytes[start - 1]);
        Self {
            in_place: whole_line && longer.is_empty(),
            shown,
            number,
            start,
            longer,
        }
    }

    /// A range of the source, as a range of what is shown.
    fn map(&self, span: &Range<usize>) -> Range<usize> {
        let offset = |at: usize| {
            let longer = self.longer.iter().take_while(|(place, _)| *place < at);
            at - self.start + longer.map(|(_, more)| more).sum::<usize>()
        };
        offset(span.start)..offset(span.end)
    }
}
