//! Lays out types as a person would write them, with comments for people who know no Rust.

use std::fmt::Write as _;

use crate::syntax::{Field, Type};

/// What comments say to users of the library, and to users of the package.
pub(crate) const WORDS: [(&str, &str); 9] = [
    ("A [`Span`] with", "A place in the source, with"),
    (
        "Offset of the first byte replaced.",
        "Offset of the first UTF-16 unit replaced.",
    ),
    (
        "Offset after the last byte replaced.",
        "Offset after the last UTF-16 unit replaced.",
    ),
    (
        "Offset after the last byte replaced: the",
        "Offset after the last UTF-16 unit replaced: the",
    ),
    (
        "Offset of the first byte.",
        "Offset of the first UTF-16 unit.",
    ),
    (
        "Offset after the last byte.",
        "Offset after the last UTF-16 unit.",
    ),
    ("one byte range", "one range"),
    ("`None` when", "null when"),
    ("[`MessagingType::MessageTag`]", "`MESSAGE_TAG`"),
];

/// The longest line of a union.
const WIDTH: usize = 98;

/// What is said of Rust alone.
pub(crate) const LEFT_OUT: [&str; 1] = ["; borrowed when there was nothing to apply"];

/// The lines of a comment, without code in Rust, and in the words of the package.
fn translated(lines: &[String]) -> Vec<String> {
    let mut in_code = false;
    let mut result: Vec<String> = Vec::new();
    for line in lines {
        let fence = line.starts_with("```");
        if !fence && !in_code {
            let mut line = line.clone();
            for (rust, package) in WORDS {
                line = line.replace(rust, package);
            }
            for rust in LEFT_OUT {
                line = line.replace(rust, "");
            }
            result.push(line.replace("[`", "`").replace("`]", "`"));
        }
        in_code ^= fence;
    }
    while result.last().is_some_and(String::is_empty) {
        result.pop();
    }
    for line in &result {
        assert!(
            !line.contains("::") || line.contains(":::"),
            "Rust in a comment: {line}"
        );
    }
    result
}

/// Writes a comment.
pub(crate) fn write_docs(out: &mut String, indent: &str, docs: &[String]) {
    match &translated(docs)[..] {
        [] => {}
        [line] => writeln!(out, "{indent}/** {line} */").unwrap(),
        lines => {
            writeln!(out, "{indent}/**").unwrap();
            for line in lines {
                writeln!(out, "{}", format!("{indent} * {line}").trim_end()).unwrap();
            }
            writeln!(out, "{indent} */").unwrap();
        }
    }
}

/// Writes `export type Name = …;`.
pub(crate) fn write_declaration(out: &mut String, name: &str, declared: &Type) {
    let start = out.len();
    write!(out, "export type {name} =").unwrap();
    let mut line = String::new();
    write_type(&mut line, "", declared);
    match declared {
        // On one line where it fits.
        Type::Union(of) if line.contains('\n') || out.len() + line.len() > start + WIDTH => {
            for each in of {
                out.push_str("\n    | ");
                write_type(out, "      ", each);
            }
        }
        _ => {
            out.push(' ');
            out.push_str(&line);
        }
    }
    out.push_str(";\n");
}

fn write_type(out: &mut String, indent: &str, written: &Type) {
    match written {
        Type::Object(fields) => write_object(out, indent, fields),
        Type::Literal(literal) => write!(out, "\"{literal}\"").unwrap(),
        Type::Name(name) => out.push_str(name),
        Type::Array(of) => {
            out.push_str("Array<");
            write_type(out, indent, of);
            out.push('>');
        }
        Type::Union(of) => write_joined(out, indent, of, " | "),
        Type::All(of) => write_joined(out, indent, of, " & "),
    }
}

fn write_joined(out: &mut String, indent: &str, of: &[Type], between: &str) {
    for (index, each) in of.iter().enumerate() {
        if index > 0 {
            out.push_str(between);
        }
        write_type(out, indent, each);
    }
}

fn write_object(out: &mut String, indent: &str, fields: &[Field]) {
    // A tag alone.
    if let [field] = fields
        && field.docs.is_empty()
    {
        out.push_str("{ ");
        write_field(out, indent, field);
        out.push_str(" }");
        return;
    }
    let inner = format!("{indent}    ");
    out.push_str("{\n");
    for field in fields {
        write_docs(out, &inner, &field.docs);
        out.push_str(&inner);
        write_field(out, &inner, field);
        out.push_str(";\n");
    }
    write!(out, "{indent}}}").unwrap();
}

fn write_field(out: &mut String, indent: &str, field: &Field) {
    let mark = if field.optional { "?" } else { "" };
    write!(out, "{}{mark}: ", field.name).unwrap();
    write_type(out, indent, &field.value);
}
