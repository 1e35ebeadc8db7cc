//! `grammar/tapmark.ebnf` is executable: what it derives is what the parser reads, part by part,
//! what the parser reads it derives, and a sabotaged production is noticed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod derive;
mod directives;
mod ebnf;
mod expect;
mod held;
mod recognise;
mod sabotage;
mod side;
#[path = "../common/specification.rs"]
#[expect(dead_code, reason = "only the sources of the examples are read here")]
mod specification;
mod steer;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::derive::Deriver;
use crate::ebnf::Grammar;

/// Where derivations start, how many of them the test makes, and which share of them, in percent, a
/// side condition may reject at most: a linked picture has more parts than the others.
const STARTS: [(&str, usize, usize); 13] = [
    ("button", 4500, 25),
    ("bare-reply", 800, 25),
    ("linked-image", 1200, 47),
    ("media", 1500, 25),
    ("leaf", 1600, 20),
    ("locale", 200, 0),
    ("coordinate", 300, 30),
    ("opening", 600, 0),
    ("list-opening", 600, 0),
    ("entry", 1500, 30),
    ("closing", 100, 0),
    ("separator", 100, 0),
    ("mark", 500, 0),
];
/// Makes the sentences; another number makes others.
const SEED: u64 = 8;
/// Each production gives a part of at least so many sentences.
const LEAST: usize = 20;

fn grammar() -> Grammar {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/tapmark.ebnf");
    Grammar::read(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The productions that are held against the parser.
fn executable(grammar: &Grammar, left_out: bool) -> BTreeSet<&str> {
    let starts = STARTS.iter();
    starts
        .flat_map(|(start, _, _)| grammar.reachable(start, left_out))
        .collect()
}

/// What came of the derivations from one start.
#[derive(Default)]
struct Report<'g> {
    held: usize,
    rejected: BTreeMap<&'static str, usize>,
    /// In how many sentences that held each production gave a part.
    reached: BTreeMap<&'g str, usize>,
}

/// Derives sentences and holds each against the parser.
fn derive<'g>(grammar: &'g Grammar, start: &str, count: usize) -> Result<Report<'g>, String> {
    let seed = start.bytes().fold(SEED, |seed: u64, byte| {
        seed.wrapping_mul(31) + u64::from(byte)
    });
    let mut deriver = Deriver::new(grammar, seed);
    let mut report = Report::default();
    for _ in 0..count {
        let sentence = deriver.sentence(start)?;
        match held::against_parser(&sentence, &mut deriver.random)? {
            Some(reason) => *report.rejected.entry(reason).or_default() += 1,
            None => {
                report.held += 1;
                let names: BTreeSet<_> = sentence.parts.iter().map(|part| part.name).collect();
                for name in names {
                    *report.reached.entry(name).or_default() += 1;
                }
            }
        }
    }
    Ok(report)
}

#[test]
fn the_parser_reads_what_the_grammar_derives() {
    let grammar = grammar();
    let mut reached: BTreeMap<&str, usize> = BTreeMap::new();
    for (start, count, percent) in STARTS {
        let report =
            derive(&grammar, start, count).unwrap_or_else(|what| panic!("{start}: {what}"));
        let rejected: usize = report.rejected.values().sum();
        assert_eq!(report.held + rejected, count);
        assert!(
            rejected * 100 <= count * percent,
            "{start}: {rejected} of {count} rejected: {:#?}",
            report.rejected
        );
        for (name, count) in report.reached {
            *reached.entry(name).or_default() += count;
        }
    }
    for name in executable(&grammar, false) {
        let count = reached.get(name).copied().unwrap_or_default();
        assert!(count >= LEAST, "{name} gave a part of {count} sentences");
    }
}

#[test]
fn the_grammar_derives_what_the_parser_reads() {
    let constructs = held::constructs();
    assert!(
        constructs.len() > 300,
        "only {} constructs",
        constructs.len()
    );
    let grammar = grammar();
    let misread: Vec<_> = held::misread(&grammar, &constructs).collect();
    assert!(misread.is_empty(), "{misread:#?}");
}

#[test]
fn every_sabotage_is_noticed() {
    let grammar = grammar();
    let constructs = held::constructs();
    let notices = |sabotaged: &Grammar, name: &str| {
        let starts = STARTS
            .iter()
            .filter(|(start, ..)| grammar.reachable(start, true).contains(&name));
        let starts: Vec<_> = starts.collect();
        let derived = |most: usize| {
            let mut starts = starts.iter();
            starts.any(|&&(start, count, _)| derive(sabotaged, start, count.min(most)).is_err())
        };
        // What is quick to notice first.
        derived(100)
            || held::misread(sabotaged, &constructs).next().is_some()
            || derived(usize::MAX)
    };
    let mut unnoticed = Vec::new();
    for (name, side) in sabotage::SABOTAGES {
        let sabotaged = grammar.with(name, side).unwrap();
        if !notices(&sabotaged, name) {
            unnoticed.push(format!("{name} ::= {side}"));
        }
    }
    let spared: Vec<_> = executable(&grammar, true)
        .into_iter()
        .filter(|name| {
            sabotage::SABOTAGES
                .iter()
                .all(|(sabotaged, _)| sabotaged != name)
        })
        .collect();
    assert!(unnoticed.is_empty(), "not noticed: {unnoticed:#?}");
    assert!(spared.is_empty(), "not sabotaged: {spared:?}");
}

#[test]
fn notation_that_is_not_known_is_an_error_with_its_line() {
    let wrong = [
        ("a ::= 'a'\nb ::= c", "line 2: c is not defined"),
        ("a ::= 'a'\n\na ::= 'b'", "line 3: a is defined twice"),
        ("a ::= 'a\n", "line 1: an open literal"),
        ("/* a */\na ::= ( 'a'", "line 2: no `)` for this `(`"),
        ("a ::= 'a' {3}", "line 1: '{' is not known"),
        ("a ::= [a-]", "line 1: a range without its end"),
        ("a ::= 'a' | | 'b'", "line 1: an empty alternative"),
        ("a = 'a'", "line 1: '=' is not known"),
    ];
    for (text, message) in wrong {
        assert_eq!(
            Grammar::read(text).err().as_deref(),
            Some(message),
            "{text}"
        );
    }
}
