//! Where parentheses and code spans close. Each table is made once for a line, when first asked
//! for: a search that fails would otherwise be made again at every opening.

use crate::strings;

/// The tables of the current line.
#[derive(Default)]
pub(super) struct Delimiters {
    /// The extent of the line; the tables below belong to it.
    line: (usize, usize),
    /// Offsets of `(` and of the `)` that balances it, in the order of the openings.
    parentheses: Option<Parentheses>,
    /// Up to where parentheses that nothing balances are mended.
    pub(super) mended: usize,
    /// Where the last `[` is, if there is one.
    last_bracket: Option<Option<usize>>,
    /// Where the last `))&` begins, if there is one.
    template_end: Option<Option<usize>>,
    /// For each length of a run of backticks, where the last such run begins.
    backticks: Option<Vec<usize>>,
}

#[derive(Default)]
struct Parentheses {
    pairs: Vec<(usize, usize)>,
    /// Offsets of `)` that balance nothing.
    stray: Vec<usize>,
    /// Which of the pairs nothing closes.
    open: Vec<usize>,
}

const OPEN: usize = usize::MAX;

impl Delimiters {
    /// Begins a new line.
    pub(super) fn begin(&mut self, start: usize, end: usize) {
        self.line = (start, end);
        self.parentheses = None;
        self.mended = start;
        self.backticks = None;
        self.template_end = None;
        self.last_bracket = None;
    }

    /// The first `[` from `from` on.
    pub(super) fn next_bracket(&mut self, source: &str, from: usize) -> Option<usize> {
        let (start, end) = self.line;
        let last = self.last_bracket.get_or_insert_with(|| {
            memchr::memrchr(b'[', &source.as_bytes()[start..end]).map(|at| start + at)
        });
        (*last)?.checked_sub(from)?;
        memchr::memchr(b'[', &source.as_bytes()[from..end]).map(|at| from + at)
    }

    /// The offset after the first `))&` from `from` on.
    pub(super) fn template_end(&mut self, source: &str, from: usize) -> Option<usize> {
        let (start, end) = self.line;
        let last = self.template_end.get_or_insert_with(|| {
            let last = strings::rfind(&source.as_bytes()[start..end], b"))&");
            last.map(|at| start + at)
        });
        (*last)?.checked_sub(from)?;
        let found = strings::find_bytes(&source.as_bytes()[from..end], b"))&")?;
        Some(from + found + 3)
    }

    /// The `)` that balances the `(` at `open`. A backslash before a parenthesis makes it literal.
    pub(super) fn closing_parenthesis(&mut self, source: &str, open: usize) -> Option<usize> {
        let bytes = &source.as_bytes()[..self.line.1];
        // Most targets hold no parenthesis: the next one closes, and no table is needed. Where it
        // opens, the table is made, once; so no search is made twice.
        if self.parentheses.is_none() && (open == self.line.0 || bytes[open - 1] != b'\\') {
            let next = open + 1 + memchr::memchr2(b'(', b')', &bytes[open + 1..])?;
            if bytes[next] == b')' && bytes[next - 1] != b'\\' {
                return Some(next);
            }
        }
        let pairs = &self.parentheses(source).pairs;
        let index = pairs.binary_search_by_key(&open, |pair| pair.0).ok()?;
        Some(pairs[index].1).filter(|&close| close != OPEN)
    }

    /// Whether the `)` at `close` balances no `(` of the line.
    pub(super) fn is_stray(&mut self, source: &str, close: usize) -> bool {
        self.parentheses(source).stray.binary_search(&close).is_ok()
    }

    /// Whether a `(` that nothing balances stands before `at` on the line, and is not mended.
    pub(super) fn is_open_before(&mut self, source: &str, at: usize) -> bool {
        let mended = self.mended;
        let Parentheses { pairs, open, .. } = self.parentheses(source);
        let next = open.partition_point(|&index| pairs[index].0 < mended);
        open.get(next).is_some_and(|&index| pairs[index].0 < at)
    }

    fn parentheses(&mut self, source: &str) -> &Parentheses {
        let (start, end) = self.line;
        self.parentheses.get_or_insert_with(|| {
            let bytes = source.as_bytes();
            let mut found = Parentheses::default();
            let mut open = Vec::new();
            for at in memchr::memchr2_iter(b'(', b')', &bytes[start..end]).map(|at| start + at) {
                if at > start && bytes[at - 1] == b'\\' {
                    continue;
                }
                if bytes[at] == b'(' {
                    open.push(found.pairs.len());
                    found.pairs.push((at, OPEN));
                } else if let Some(index) = open.pop() {
                    found.pairs[index].1 = at;
                } else {
                    found.stray.push(at);
                }
            }
            found.open = open;
            found
        })
    }

    /// Where the code span ends that a run of `length` backticks before `from` opens.
    pub(super) fn code_span_end(
        &mut self,
        source: &str,
        from: usize,
        length: usize,
    ) -> Option<usize> {
        let bytes = source.as_bytes();
        let end = self.line.1;
        let last = self.backticks.get_or_insert_with(|| {
            let mut last = Vec::new();
            for (start, length) in backtick_runs(bytes, from, end) {
                if last.len() <= length {
                    last.resize(length + 1, 0);
                }
                last[length] = start;
            }
            last
        });
        if last.get(length).is_none_or(|&last| last < from) {
            return None;
        }
        backtick_runs(bytes, from, end)
            .find(|run| run.1 == length)
            .map(|(start, length)| start + length)
    }
}

/// Start and length of each run of backticks.
fn backtick_runs(
    bytes: &[u8],
    mut pos: usize,
    end: usize,
) -> impl Iterator<Item = (usize, usize)> + '_ {
    std::iter::from_fn(move || {
        let start = pos + memchr::memchr(b'`', &bytes[pos..end])?;
        let length = bytes[start..end]
            .iter()
            .take_while(|&&byte| byte == b'`')
            .count();
        pos = start + length;
        Some((start, length))
    })
}
