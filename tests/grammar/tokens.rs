//! The words of the notation.

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    Name(String),
    Literal(String),
    Class(bool, Vec<(char, char)>),
    Defines,
    Symbol(char),
}

/// With their lines.
pub(crate) type Tokens = Vec<(Token, usize)>;

pub(crate) fn tokens(text: &str) -> Result<Tokens, String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let line = text[..text.len() - rest.len()].matches('\n').count() + 1;
        let fail = |what: &str| format!("line {line}: {what}");
        if first.is_whitespace() {
            rest = &rest[first.len_utf8()..];
        } else if let Some(comment) = rest.strip_prefix("/*") {
            let (_, after) = comment.split_once("*/").ok_or(fail("an open comment"))?;
            rest = after;
        } else if let Some(after) = rest.strip_prefix("::=") {
            tokens.push((Token::Defines, line));
            rest = after;
        } else if first == '\'' || first == '"' {
            let (literal, after) = rest[1..].split_once(first).ok_or(fail("an open literal"))?;
            if literal.is_empty() || literal.contains('\n') {
                return Err(fail("a literal that is empty or spans lines"));
            }
            tokens.push((Token::Literal(literal.to_owned()), line));
            rest = after;
        } else if first == '[' {
            let (class, after) = rest[1..].split_once(']').ok_or(fail("an open class"))?;
            tokens.push((read_class(class).map_err(|what| fail(&what))?, line));
            rest = after;
        } else if first == '#' {
            let (c, after) = character(rest).map_err(|what| fail(&what))?;
            tokens.push((Token::Class(false, vec![(c, c)]), line));
            rest = after;
        } else if first.is_ascii_alphabetic() {
            let in_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let end = rest.find(|c| !in_name(c)).unwrap_or(rest.len());
            tokens.push((Token::Name(rest[..end].to_owned()), line));
            rest = &rest[end..];
        } else if "()|?*+-".contains(first) {
            tokens.push((Token::Symbol(first), line));
            rest = &rest[1..];
        } else {
            return Err(fail(&format!("{first:?} is not known")));
        }
    }
    Ok(tokens)
}

fn read_class(class: &str) -> Result<Token, String> {
    let (negated, mut rest) = match class.strip_prefix('^') {
        Some(rest) => (true, rest),
        None => (false, class),
    };
    let mut ranges = Vec::new();
    while !rest.is_empty() {
        let (first, after) = character(rest)?;
        let (last, after) = match after.strip_prefix('-') {
            Some(after) => character(after)?,
            None => (first, after),
        };
        if first == '-' || last < first {
            return Err("a class with a stray `-` or a range that goes backwards".to_owned());
        }
        ranges.push((first, last));
        rest = after;
    }
    match ranges.is_empty() {
        true => Err("an empty class".to_owned()),
        false => Ok(Token::Class(negated, ranges)),
    }
}

/// A character, itself or as `#xN`, and what stands behind it.
fn character(text: &str) -> Result<(char, &str), String> {
    if let Some(hex) = text.strip_prefix("#x") {
        let end = hex.find(|c: char| !c.is_ascii_hexdigit());
        let (digits, after) = hex.split_at(end.unwrap_or(hex.len()));
        let number = u32::from_str_radix(digits, 16).ok();
        let c = number.and_then(char::from_u32);
        return Ok((c.ok_or(format!("#x{digits} is no character"))?, after));
    }
    let c = text.chars().next().ok_or("a range without its end")?;
    Ok((c, &text[c.len_utf8()..]))
}
