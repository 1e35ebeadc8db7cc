//! Holds sentences against the parser, and the parser's constructs against the grammar.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tapmark::Severity;
use tapmark::syntax::ast::{Block, EntryContent, Inline};
use tapmark::syntax::{self, Arena, Parse};

use crate::derive::{Random, Sentence};
use crate::directives;
use crate::ebnf::Grammar;
use crate::expect::Expect;
use crate::recognise;
use crate::side::{self, Rejection};
use crate::specification;

/// Puts a sentence where it may stand and looks at the tree: an error when it is not what the
/// derivation says, a reason when the derivation does not count.
pub(crate) fn against_parser(
    sentence: &Sentence<'_>,
    random: &mut Random,
) -> Result<Option<Rejection>, String> {
    let (before, after) = surroundings(sentence, random);
    let written = &sentence.text;
    let source = format!("{before}{written}{after}");
    let base = before.len();
    let expect = Expect { sentence, base };
    let expected = match sentence.parts[0].name {
        "leaf" => expect.leaf(),
        "coordinate" => side::coordinate(written, 90.0)
            .map(|()| json!(written.strip_prefix('+').unwrap_or(written))),
        "opening" => {
            let (kind, span) = expect.opening();
            Ok(json!([kind, span, 1]))
        }
        "locale" => Ok(json!(directives::locale(Some(written)))),
        "list-opening" => {
            let (kind, locale, span) = expect.list_opening();
            Ok(json!([kind, locale, span, 1]))
        }
        "entry" => expect.entry(),
        "closing" => Ok(json!([1, 1])),
        "separator" => Ok(json!(2)),
        "mark" => Ok(json!(1)),
        _ => expect.inlines().map(|inlines| {
            let end = base + written.len();
            let mut line = text(before, 0);
            line.extend(inlines);
            line.extend(text(after, end));
            Value::Array(line)
        }),
    };
    let expected = match expected {
        Ok(expected) => expected,
        Err(reason) => return Ok(Some(reason)),
    };
    let arena = Arena::new();
    let parse = syntax::parse(&source, &arena);
    let found = found(sentence.parts[0].name, &parse);
    let mut errors = parse.diagnostics.iter();
    let error = errors.find(|found| found.severity == Severity::Error);
    if found != expected || error.is_some() {
        return Err(format!(
            "{source:?}\nshould give {expected}\n      gives {found}\n       and {error:?}"
        ));
    }
    Ok(None)
}

fn surroundings(sentence: &Sentence<'_>, random: &mut Random) -> (&'static str, &'static str) {
    let ended = sentence.text.ends_with(['\n', '\r']);
    match (sentence.parts[0].name, ended) {
        ("leaf" | "separator", true) => ("Hi\n", "Bye"),
        ("leaf" | "separator", false) => ("Hi\n", *random.pick(&["\nBye", ""])),
        ("coordinate", _) => ("::location{lat=", " long=0}"),
        ("opening", true) => ("Hi\n", "# A\na\n:::"),
        ("opening", false) => ("Hi\n", "\n# A\na\n:::"),
        ("locale", _) => ("::greeting[a]{locale=", "}"),
        ("list-opening", true) => ("Hi\n", "- a\n:::"),
        ("list-opening", false) => ("Hi\n", "\n- a\n:::"),
        ("entry", true) => (":::menu\n", ":::"),
        ("entry", false) => (":::menu\n", "\n:::"),
        ("closing", true) => (":::list\n# A\na\n", "Bye"),
        ("closing", false) => (":::list\n# A\na\n", "\nBye"),
        ("mark", _) => (
            ":::list\n",
            *random.pick(&["\n:::", " A\na\n:::", "\tA\n:::"]),
        ),
        _ => {
            let before = ["", "Hi ", "Hi, ", "- ", "é ", "(a) "];
            let after = ["", " there", ". Bye", "\nBye", ", \u{1F600}"];
            (*random.pick(&before), *random.pick(&after))
        }
    }
}

/// The inlines that text without shorthand gives.
fn text(text: &str, at: usize) -> Vec<Value> {
    let span = |start: usize, end: usize| json!({ "start": at + start, "end": at + end });
    let mut inlines = Vec::new();
    let (end, rest) = match text.strip_prefix('\n') {
        Some(rest) => (
            Some(json!({ "type": "line_end", "span": span(0, 1) })),
            rest,
        ),
        None => (None, text),
    };
    inlines.extend(end);
    if !rest.is_empty() {
        let span = span(text.len() - rest.len(), text.len());
        inlines.push(json!({ "type": "text", "value": rest, "span": span }));
    }
    inlines
}

/// What the parser made of it, in the form of what is expected.
fn found(start: &str, parse: &Parse<'_>) -> Value {
    let sections = &parse.document.sections;
    let blocks = &sections[0].blocks;
    let items = |block: Option<&Block<'_>>| match block {
        Some(Block::Container(container)) => container.items.len(),
        _ => 0,
    };
    match (start, blocks) {
        ("separator", _) => json!(sections.len()),
        ("closing", blocks) => json!([items(blocks.first()), blocks.len() - 1]),
        ("mark", blocks) => json!(items(blocks.first())),
        ("opening", [_, Block::Container(container)]) => {
            json!([container.kind, container.opening, container.items.len()])
        }
        ("list-opening", [_, Block::Entries(list)]) => {
            json!([list.kind, list.locale, list.opening, list.entries.len()])
        }
        ("entry", [Block::Entries(list)]) if list.entries.len() == 1 => json!(list.entries[0]),
        ("locale", [leaf]) => json!(leaf)["directive"]["locale"].clone(),
        ("leaf", [Block::Run(_), leaf, ..]) => json!(leaf),
        ("coordinate", [leaf]) => json!(leaf)["directive"]["lat"].clone(),
        (_, [Block::Run(run)]) if sections.len() == 1 => json!(run.inlines),
        _ => json!(blocks),
    }
}

/// Every button, media and directive of the fixtures and the specification as it is written, with the productions that
/// may give it; what was mended is left out.
pub(crate) fn constructs() -> BTreeSet<(&'static [&'static str], String)> {
    let mut files = Vec::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    collect(Path::new(folder), &mut files);
    let specification = concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/SPEC.md");
    let specification = fs::read_to_string(specification).unwrap();
    let examples = specification::examples(&specification);
    files.extend(examples.iter().map(|example| example.source()));
    let mut constructs = BTreeSet::new();
    for source in &files {
        let arena = Arena::new();
        let parse = syntax::parse(source, &arena);
        let mended = |start: usize, end: usize| {
            let mut diagnostics = parse.diagnostics.iter();
            diagnostics.any(|found| {
                let mends = ["space-before-target", "doubled-parenthesis"];
                let inside = found.span.start < end && start < found.span.end;
                mends.contains(&found.code.as_str()) && inside
            })
        };
        let mut add = |names: &'static [&'static str], start: usize, end: usize| {
            // Long ones say no more than short ones.
            if !mended(start, end) && end - start < 200 {
                constructs.insert((names, source[start..end].to_owned()));
            }
        };
        for block in parse
            .document
            .sections
            .iter()
            .flat_map(|section| section.blocks)
        {
            let inlines: Vec<&Inline<'_>> = match block {
                Block::Run(run) => run.inlines.iter().collect(),
                Block::Leaf(leaf) => {
                    add(&["leaf"], leaf.span.start, leaf.span.end);
                    Vec::new()
                }
                Block::Container(container) => {
                    add(&["opening"], container.opening.start, container.opening.end);
                    let items = container.items.iter();
                    items
                        .flat_map(|item| item.heading.iter().chain(item.body))
                        .collect()
                }
                Block::Entries(list) => {
                    add(&["list-opening"], list.opening.start, list.opening.end);
                    for entry in list.entries {
                        let foreign =
                            json!(entry)["content"]["action"]["amount"]["currency"] != Value::Null;
                        if entry.content != EntryContent::Error && !foreign {
                            add(&["entry"], entry.span.start, entry.span.end);
                        }
                    }
                    Vec::new()
                }
                _ => Vec::new(),
            };
            for inline in inlines {
                match inline {
                    // In another currency an amount is an error, however it is written.
                    Inline::Button(button)
                        if json!(button)["action"]["amount"]["cents"] != Value::Null
                            || json!(button)["action"]["type"] != "buy" =>
                    {
                        let names = &["button", "bare-reply", "linked-image"];
                        add(names, button.span.start, button.span.end);
                    }
                    Inline::Media(media) => add(&["media"], media.span.start, media.span.end),
                    _ => {}
                }
            }
        }
    }
    constructs
}

fn collect(folder: &Path, sources: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, sources);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "tapmark")
        {
            sources.extend(fs::read_to_string(&path));
        }
    }
}

/// The constructs that no production reads as the parser does.
pub(crate) fn misread<'c>(
    grammar: &'c Grammar,
    constructs: &'c BTreeSet<(&'static [&'static str], String)>,
) -> impl Iterator<Item = &'c str> {
    let reads = |name: &str, text: &str| {
        let parts = recognise::read(grammar, name, text)?;
        let text = text.to_owned();
        let outcome = against_parser(&Sentence { text, parts }, &mut Random(1));
        (outcome == Ok(None)).then_some(())
    };
    let constructs = constructs.iter();
    let misread = constructs
        .filter(move |(names, text)| !names.iter().any(|name| reads(name, text).is_some()));
    misread.map(|(_, text)| text.as_str())
}
