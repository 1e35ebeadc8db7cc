//! A second reader, slow and naive, that shares no code with the compiler: it lists the words of a
//! source, those of labels, payloads and URLs too, and looks for each in what came out.

use serde_json::{Value, json};
use tapmark::{Options, check, compile, compile_profile};

/// What the decisions call no content: directive syntax, the words that name a target.
const SYNTAX: [&str; 13] = [
    "http",
    "https",
    "reply",
    "postback",
    "webview",
    "tel",
    "mailto",
    "location",
    "locationrequest",
    "phone",
    "email",
    "share",
    "default",
];

/// All that comes of a source: its messages and its profile, and every diagnostic of either, once.
pub(crate) fn compiled(source: &str, options: &Options) -> Value {
    json!({
        "requests": [
            compile(source, options).requests,
            compile_profile(source, options).profile,
        ],
        "diagnostics": check(source, options),
    })
}

/// The words of a source that are nowhere in what came of it, as often as they miss.
///
/// A text that was divided is left out of what was said: its warning repeats all of it, and would
/// hide what is lost beside it.
pub(crate) fn lost(source: &str, compilation: &Value) -> Vec<String> {
    missing(source, compilation, |diagnostic| {
        if diagnostic["code"] == "text-too-long" {
            return String::new();
        }
        change(diagnostic)
    })
}

/// The words of a source that mode `split` owes its requests, and that are not there. What a
/// diagnostic says of something that did not fit does not count, but for the payloads of replies,
/// which have no other place. The profile has no text that could take words, so it owes none.
pub(crate) fn unsent(source: &str, compilation: &Value) -> Vec<String> {
    missing(source, compilation, |diagnostic| {
        let unheard = [
            "label-too-long",
            "title-too-long",
            "subtitle-too-long",
            "text-too-long",
            "too-many-buttons",
            "too-many-items",
            "extra-media",
            "reply-in-carousel",
            "reply-in-list",
            "second-buy-button",
        ];
        let code = diagnostic["code"].as_str().unwrap_or_default();
        let pointer = diagnostic["pointer"].as_str().unwrap_or_default();
        if code == "too-many-replies" {
            // The label is to stand in the text, on a line of its own.
            let reply = before(diagnostic);
            let target = reply.split_once("](");
            return target.map_or(String::new(), |(_, target)| target.to_owned());
        }
        if unheard.contains(&code) && !pointer.starts_with("/persistent_menu/") {
            return String::new();
        }
        change(diagnostic)
    })
}

/// What a diagnostic says something was and became.
fn change(diagnostic: &Value) -> String {
    let mut said = before(diagnostic) + "\n";
    strings(&diagnostic["change"]["after"], &mut said);
    said
}

/// What a diagnostic says something was. Source that is said as it was written has its comments in
/// it.
fn before(diagnostic: &Value) -> String {
    without_comments(diagnostic["change"]["before"].as_str().unwrap_or_default())
}

/// The words of a source that are neither in its requests nor in what is heard of the diagnostics.
fn missing(source: &str, compilation: &Value, heard: fn(&Value) -> String) -> Vec<String> {
    let mut out = String::new();
    strings(&compilation["requests"], &mut out);
    for diagnostic in compilation["diagnostics"].as_array().expect("an array") {
        out.push_str(&heard(diagnostic));
        out.push('\n');
    }
    let mut words = words(source);
    words.sort();
    let lost = words.chunk_by(|one, other| one == other).filter(|same| {
        let found = out.matches(same[0].as_str()).count();
        found < same.len()
    });
    lost.map(|same| same[0].clone()).collect()
}

fn strings(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        Value::Array(values) => values.iter().for_each(|value| strings(value, out)),
        Value::Object(fields) => fields.values().for_each(|value| strings(value, out)),
        _ => {}
    }
}

fn words(source: &str) -> Vec<String> {
    let mut words = Vec::new();
    // A byte order mark says how the file is encoded.
    let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    for line in without_comments(source).split(['\n', '\r']) {
        let text = without_what_is_no_content(line);
        let runs = text.split(|c: char| !c.is_alphanumeric());
        let runs = runs.filter(|run| !run.is_empty() && !SYNTAX.contains(&&*run.to_lowercase()));
        words.extend(runs.map(str::to_owned));
    }
    words
}

fn without_comments(source: &str) -> String {
    let mut kept = String::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once("<!--") {
        let Some((_, behind)) = after.split_once("-->") else {
            break;
        };
        kept.push_str(before);
        rest = behind;
    }
    kept + rest
}

/// A line without its list marker, names of directives and keys of attributes, without alt texts,
/// and without the labels that the platform draws itself and those of default actions.
fn without_what_is_no_content(line: &str) -> String {
    let mut text = line.trim_start().to_owned();
    // The digit of a keycap is part of an emoji.
    while let Some(end) = text.find('\u{20E3}') {
        let before = text[..end].trim_end_matches('\u{FE0F}');
        let digit = before.char_indices().next_back();
        let start = digit.map_or(0, |(start, _)| start);
        text.replace_range(start..end + '\u{20E3}'.len_utf8(), " ");
    }
    if text.starts_with(":::") {
        return String::new();
    }
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if number.starts_with(". ") || number.starts_with(") ") {
        text = number.to_owned();
    }
    if text.starts_with("::") {
        let name = text.trim_start_matches([' ', ':']);
        let name = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
        text = name.to_owned();
    }
    // From the right, so that a picture in a label goes before the label is looked at.
    let mut end = text.len();
    while let Some(open) = text[..end].rfind('[') {
        end = open;
        let Some((label, rest)) = text[open + 1..].split_once(']') else {
            continue;
        };
        let rest = rest.trim_start();
        let target = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        let (target, behind) = target.unwrap_or_default();
        let drawn = ["location", "locationrequest", "phone", "email", "share"];
        let target = target.to_lowercase();
        let is_default = behind.starts_with('{')
            && behind
                .split_once('}')
                .is_some_and(|(keys, _)| keys.contains("default"));
        let is_picture = text[..open].ends_with('!');
        if is_picture || is_default || drawn.contains(&target.trim()) {
            text.replace_range(open + 1..open + 1 + label.len(), "");
        }
    }
    for key in [
        "height=",
        "payload=",
        "icon=",
        "fallback=",
        "type=",
        "ratio=",
        "style=",
        "lat=",
        "long=",
        "locale=",
        "input=",
    ] {
        text = text.replace(key, " ");
    }
    text
}
