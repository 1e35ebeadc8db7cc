//! Offsets in UTF-16 code units, held against strings that are encoded anew for each question.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;

use tapmark::utf16::Offsets;
use tapmark::{Code, Diagnostic, Options, Severity, check};

/// Characters of one to four bytes at every distance, line ends, and more than one step of a table.
fn sources() -> Vec<String> {
    let mut sources = vec![
        String::new(),
        "plain".to_owned(),
        "é".to_owned(),
        "👋".to_owned(),
        "日本語\r\nمرحبا\r👩‍👩‍👧‍👦 1️⃣".to_owned(),
    ];
    for characters in ["é", "日", "👋", "aé", "a👋", "éa日b👋c", "👩‍👩‍👧‍👦\n"]
    {
        for pad in 0..4 {
            for times in [1, 16, 21, 32, 64, 65] {
                sources.push("x".repeat(pad) + &characters.repeat(times));
            }
        }
    }
    sources
}

fn fixtures() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let topics = fs::read_dir(root).unwrap();
    let files = topics.flat_map(|topic| fs::read_dir(topic.unwrap().path()).unwrap());
    let paths = files.map(|file| file.unwrap().path());
    let sources = paths.filter(|path| path.extension().is_some_and(|end| end == "tapmark"));
    sources
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// The number of UTF-16 code units before a byte, by encoding what stands before it.
fn units(source: &str, byte: usize) -> usize {
    source[..byte].encode_utf16().count()
}

#[test]
fn every_offset_is_converted_there_and_back() {
    for source in sources() {
        let offsets = Offsets::new(&source);
        let mut start = 0;
        for c in source.chars() {
            let end = start + c.len_utf8();
            let from = units(&source, start);
            for byte in start..end {
                assert_eq!(offsets.from_byte(byte), from, "{byte} of {source:?}");
            }
            for unit in from..units(&source, end) {
                assert_eq!(offsets.to_byte(unit), start, "{unit} of {source:?}");
            }
            start = end;
        }
        let end = units(&source, source.len());
        for beyond in [0, 1, 100, usize::MAX / 2] {
            assert_eq!(offsets.from_byte(source.len() + beyond), end, "{source:?}");
            assert_eq!(offsets.to_byte(end + beyond), source.len(), "{source:?}");
        }
    }
}

/// Holds every converted offset against the same one, encoded anew.
fn held(source: &str) -> usize {
    let before = check(source, &Options::default());
    let mut after = before.clone();
    Offsets::new(source).convert(&mut after);
    let mut compared = 0;
    let mut hold = |byte: usize, unit: usize| {
        assert_eq!(unit, units(source, byte), "{byte} of {source:?}");
        compared += 1;
    };
    for (before, after) in before.iter().zip(&after) {
        hold(before.span.start, after.span.start);
        hold(before.span.end, after.span.end);
        let edits = |found: &Diagnostic| found.fix.clone().map_or(Vec::new(), |fix| fix.edits);
        for (before, after) in edits(before).iter().zip(edits(after)) {
            hold(before.start, after.start);
            hold(before.end, after.end);
            assert_eq!(before.text, after.text);
        }
    }
    // Nothing but the offsets is another.
    for (before, after) in before.iter().zip(&mut after) {
        after.span.start = before.span.start;
        after.span.end = before.span.end;
        after.fix.clone_from(&before.fix);
    }
    assert_eq!(before, after);
    compared
}

#[test]
fn diagnostics_are_converted_with_their_fixes() {
    let mut compared = 0;
    for fixture in fixtures() {
        compared += held(&fixture);
        // The same slips behind characters of two, three and four bytes.
        compared += held(&fixture.replace(' ', " é日👋 "));
    }
    assert!(compared > 2000, "only {compared} offsets were compared");
}

/// What a host hands over: the string with its lone surrogates replaced, and where they were.
fn handed_over(units: &[u16]) -> (String, Vec<usize>) {
    let mut source = String::new();
    let mut lone = Vec::new();
    let mut offset = 0;
    for decoded in char::decode_utf16(units.iter().copied()) {
        match decoded {
            Ok(c) => {
                source.push(c);
                offset += c.len_utf16();
            }
            Err(_) => {
                source.push('\u{FFFD}');
                lone.push(offset);
                offset += 1;
            }
        }
    }
    (source, lone)
}

#[test]
fn lone_surrogates_are_reported_in_place_order() {
    let high = 0xD83D;
    let low = 0xDC4B;
    let mut string: Vec<u16> = "👋\n$[Buy](9,99) \u{FFFD} ".encode_utf16().collect();
    string.insert(0, low);
    string.extend([high, high, low, high]);
    let (source, lone) = handed_over(&string);
    assert_eq!(lone, [0, string.len() - 4, string.len() - 1]);

    let offsets = Offsets::new(&source);
    let mut found = check(
        &source,
        &Options::builder().merchant_name("M").build().unwrap(),
    );
    found.retain(|found| found.code == Code::InvalidAmount);
    // In any order.
    let mut reversed = lone.clone();
    reversed.reverse();
    offsets.report_lone_surrogates(&reversed, &mut found);
    offsets.convert(&mut found);

    let codes: Vec<_> = found.iter().map(|found| found.code).collect();
    let surrogate = Code::LoneSurrogate;
    assert_eq!(
        codes,
        [surrogate, Code::InvalidAmount, surrogate, surrogate]
    );
    let warnings: Vec<_> = found
        .iter()
        .filter(|found| found.code == surrogate)
        .collect();
    for (warning, &offset) in warnings.iter().zip(&lone) {
        assert_eq!(warning.severity, Severity::Warning);
        assert_eq!((warning.span.start, warning.span.end), (offset, offset + 1));
    }
    let places = warnings.iter().map(|found| {
        let place = found.span;
        (place.line, place.column)
    });
    // The pair between the last two is one character.
    let last = "$[Buy](9,99) \u{FFFD} ".chars().count();
    assert!(places.eq([(1, 1), (2, last + 1), (2, last + 3)]));
}

#[test]
fn nothing_is_said_without_a_lone_surrogate() {
    // The replacement character itself is one that an author may write.
    let mut found = Vec::new();
    Offsets::new("\u{FFFD}").report_lone_surrogates(&[], &mut found);
    assert!(found.is_empty());
}

#[test]
fn an_offset_that_is_none_panics_nowhere() {
    let mut found = Vec::new();
    Offsets::new("é").report_lone_surrogates(&[7, 1, 0], &mut found);
    assert_eq!(found.len(), 3);
    assert_eq!(found[2].span.start, "é".len());
}
