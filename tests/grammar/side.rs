//! Side conditions: what a grammar without context cannot say. A derivation that breaks one is
//! rejected, with the reason; none of them repeats what the grammar says.

use crate::derive::Sentence;

/// Why a derivation does not count.
pub(crate) type Rejection = &'static str;

const ESCAPABLE: &str = "\\[](){}%$!<>#:-*`";

/// The outermost parts of a label in which its characters do not count as themselves.
pub(crate) fn opaque<'s>(sentence: &'s Sentence<'_>, label: usize) -> Vec<(&'s str, usize, usize)> {
    let mut found: Vec<(&str, usize, usize)> = Vec::new();
    let inner = (label + 1..sentence.parts.len()).map(|part| &sentence.parts[part]);
    for part in inner.take_while(|part| part.start < sentence.parts[label].end) {
        let names = [
            "escape",
            "code-span",
            "comment",
            "line-comment",
            "template",
            "media",
        ];
        if names.contains(&part.name) && found.last().is_none_or(|last| last.2 <= part.start) {
            found.push((part.name, part.start, part.end));
        }
    }
    found
}

/// What reads otherwise from left to right than it was derived: escapes, code spans and comments
/// come before brackets, and a sigil or a parenthesis makes a construct of an inner bracket.
pub(crate) fn label(sentence: &Sentence<'_>, label: usize) -> Result<(), Rejection> {
    let part = &sentence.parts[label];
    let opaque = opaque(sentence, label);
    let text = &sentence.text;
    for (at, c) in text[part.start..part.end].char_indices() {
        let at = part.start + at;
        if opaque
            .iter()
            .any(|&(_, start, end)| (start..end).contains(&at))
        {
            continue;
        }
        let rest = &text[at + c.len_utf8()..];
        let escapes = c == '\\' && rest.starts_with(|c| ESCAPABLE.contains(c));
        let inner = c == '[' && text[..at].ends_with(['%', '$', '!']);
        let target = c == ']' && rest.starts_with('(');
        match () {
            () if escapes => return Err("a backslash that escapes what follows it"),
            () if inner || target => return Err("a construct in a label"),
            () if c == '`' => return Err("a backtick that may pair with another"),
            () if c == '<' && rest.starts_with("!--") => return Err("a comment without an end"),
            () if c == '&' && rest.starts_with("((") => {
                return Err("a template that may end elsewhere");
            }
            () => {}
        }
    }
    for (name, start, end) in opaque {
        let (written, rest) = (&text[start..end], &text[end..]);
        match name {
            "code-span" => code_span(written, rest)?,
            "comment" if written.contains(['\n', '\r']) => {
                return Err("a comment that spans lines");
            }
            "media" if rest.starts_with([')', '{']) => {
                return Err("a parenthesis or a brace right behind a picture");
            }
            _ => {}
        }
    }
    Ok(())
}

/// The closing run is the first one as long as the opening run.
fn code_span(span: &str, rest: &str) -> Result<(), Rejection> {
    let length = span.len() - span.trim_start_matches('`').len();
    let (fence, inner) = span.split_at(length);
    let closes = inner
        .strip_suffix(fence)
        .is_some_and(|inner| !inner.is_empty() && !inner.ends_with('`'));
    let runs = inner.split(|c| c != '`').filter(|run| run.len() == length);
    match closes && runs.count() == 1 && !rest.starts_with('`') {
        true => Ok(()),
        false => Err("backticks that pair otherwise"),
    }
}

pub(crate) fn content(sentence: &Sentence<'_>, content: usize) -> Result<(), Rejection> {
    let part = &sentence.parts[content];
    let escapes: Vec<_> = sentence.inside(content, "escape");
    for &escape in &escapes {
        let rest = &sentence.text[sentence.parts[escape].end..];
        if sentence.slice(escape).ends_with(['%', '$', '!']) && rest.starts_with('[') {
            return Err("a sigil that takes its bracket along");
        }
    }
    for (at, _) in sentence.slice(content).match_indices('\\') {
        let at = part.start + at;
        let mut escapes = escapes.iter().map(|&escape| &sentence.parts[escape]);
        let derived = escapes.any(|escape| (escape.start..escape.end).contains(&at));
        if !derived && sentence.text[at + 1..].starts_with(|c| ESCAPABLE.contains(c)) {
            return Err("a backslash that escapes what follows it");
        }
    }
    Ok(())
}

/// The parenthesis that balances the opening one closes the target; in angles, the next `>` does.
pub(crate) fn parentheses(sentence: &Sentence<'_>, action: usize) -> Result<(), Rejection> {
    let part = &sentence.parts[action];
    let written = sentence.slice(action);
    let names = ["target-escape", "parenthesis"];
    let escapes: Vec<usize> = names
        .iter()
        .flat_map(|name| sentence.inside(action, name))
        .map(|escape| sentence.parts[escape].start - part.start)
        .collect();
    let angled = written
        .trim_start_matches(['(', ' ', '\t'])
        .starts_with('<');
    let (mut depth, mut angles) = (0_usize, 0_usize);
    let mut escaped = false;
    for (at, c) in written.char_indices() {
        if std::mem::take(&mut escaped) {
            continue;
        }
        let rest = &written[at + c.len_utf8()..];
        match c {
            '\\' if rest.starts_with(['(', ')', '<', '>']) => {
                if !escapes.contains(&at) {
                    return Err("a backslash that escapes what follows it");
                }
                escaped = true;
            }
            '<' | '>' if angled => {
                angles += 1;
                if c == '>' && angles == 2 {
                    // What follows the target is no part of it.
                    let names = ["target", "amount", "file"].into_iter();
                    let target = names.filter_map(|name| sentence.child(action, name)).next();
                    let target = target.unwrap_or(action);
                    let end = sentence.parts[target].end - part.start;
                    return match at >= end {
                        true => Ok(()),
                        false => Err("an angle in a target in angles"),
                    };
                }
                if angles > 1 {
                    return Err("an angle in a target in angles");
                }
            }
            '(' if !angled => depth += 1,
            ')' if !angled => {
                depth = depth.saturating_sub(1);
                if depth == 0 && at + 1 < written.len() {
                    return Err("parentheses that close before their target ends");
                }
            }
            _ => {}
        }
    }
    match depth {
        0 => Ok(()),
        _ => Err("parentheses that do not close"),
    }
}

pub(crate) fn host(sentence: &Sentence<'_>, url: usize) -> Result<(), Rejection> {
    let host = sentence.child(url, "host").unwrap();
    if let Some(ipv6) = sentence.child(host, "ipv6") {
        return match sentence.inside(ipv6, "group").len() {
            8 if !sentence.slice(ipv6).contains("::") => Ok(()),
            0..=7 => Ok(()),
            _ => Err("an IPv6 address of too many groups"),
        };
    }
    match sentence.slice(host).contains(char::is_alphanumeric) {
        true => Ok(()),
        false => Err("a host without letter and digit"),
    }
}

pub(crate) fn port(sentence: &Sentence<'_>, url: usize) -> Result<(), Rejection> {
    match sentence.child(url, "port") {
        Some(port) => port_number(&sentence.slice(port)[1..]),
        None => Ok(()),
    }
}

fn port_number(digits: &str) -> Result<(), Rejection> {
    match digits.trim_start_matches('0').parse::<u64>() {
        Ok(65536..) => Err("a port beyond 65535"),
        _ => Ok(()),
    }
}

pub(crate) fn address(
    sentence: &Sentence<'_>,
    address: usize,
    sigil: bool,
) -> Result<(), Rejection> {
    let address = sentence.slice(address);
    let end = address.find([':', '/', '?', '#']).unwrap_or(address.len());
    let (written, rest) = address.split_at(end);
    let beyond = written.chars().filter(|c| !c.is_ascii());
    if !beyond.clone().all(char::is_alphanumeric) || beyond.clone().any(is_ignorable) {
        return Err("a domain with what is neither letter nor digit");
    }
    let top = written.rsplit('.').next().unwrap_or_default();
    let encoded = top.to_ascii_lowercase().starts_with("xn--");
    if !encoded && top.chars().any(|c| !c.is_ascii() && !c.is_alphabetic()) {
        return Err("a top-level domain with what is no letter");
    }
    if !written.contains(char::is_alphanumeric) {
        return Err("a host without letter and digit");
    }
    let digits = rest.strip_prefix(':').unwrap_or_default();
    let digits = &digits[..digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len())];
    port_number(digits)?;
    let path = rest.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
    let www = written.to_ascii_lowercase().starts_with("www.");
    match sigil || www || path.starts_with('/') {
        true => Ok(()),
        false => Err("an address without a sigil, `www.` and a path"),
    }
}

pub(crate) fn phone(number: &str, digits: &str) -> Result<(), Rejection> {
    let shown = |c: &char| !c.is_whitespace() && *c != '\\';
    let bare: String = number.chars().filter(shown).collect();
    match () {
        () if bare.contains("(0)") => Err("a number with `(0)`"),
        () if digits.starts_with("00") => Err("a number that begins with `00`"),
        () if digits.len() > 15 => Err("a number of more than 15 digits"),
        () => Ok(()),
    }
}

pub(crate) fn dollar_behind(
    sentence: &Sentence<'_>,
    number: usize,
    currencies: &[usize],
) -> Result<(), Rejection> {
    let behind = |&&part: &&usize| sentence.parts[part].start > sentence.parts[number].start;
    match currencies.iter().find(behind) {
        Some(&sign) if sentence.slice(sign).ends_with('$') => Err("a dollar sign behind a number"),
        _ => Ok(()),
    }
}

/// A fence may follow a list marker.
pub(crate) fn title(title: &str) -> Result<(), Rejection> {
    match title.trim_start_matches([' ', '\t']).starts_with("~~~") {
        true => Err("a title that begins a fence"),
        false => Ok(()),
    }
}

/// Hundredths of what a number says.
pub(crate) fn cents(number: &str) -> Result<u64, Rejection> {
    let number = number.replace(',', "");
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, ""));
    let cents = format!("{whole}{fraction:0<2}").parse().unwrap_or(u64::MAX);
    match cents {
        1..=99_999_999 => Ok(cents),
        _ => Err("an amount out of range"),
    }
}

pub(crate) fn coordinate(written: &str, limit: f64) -> Result<(), Rejection> {
    match written.parse::<f64>() {
        Ok(degrees) if degrees.abs() > limit => Err("a coordinate out of range"),
        _ => Ok(()),
    }
}

/// Whether a text shows nothing.
pub(crate) fn is_blank(text: &str) -> bool {
    let blank = |c: char| {
        c.is_whitespace() || c <= '\u{1F}' || matches!(c, '\u{7F}' | '\u{2800}') || is_ignorable(c)
    };
    text.chars().all(blank)
}

/// Default_Ignorable_Code_Point of Unicode.
fn is_ignorable(c: char) -> bool {
    matches!(u32::from(c),
        0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F
        | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF
        | 0xFFA0 | 0xFFF0..=0xFFF8 | 0x1_BCA0..=0x1_BCA3 | 0x1_D173..=0x1_D17A
        | 0xE_0000..=0xE_0FFF)
}
