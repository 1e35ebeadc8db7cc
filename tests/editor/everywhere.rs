//! What holds for every source.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tapmark::editor::complete;
use tapmark::{Options, Overflow, Target};

use crate::editing::{hold_completions, hold_origins, hold_tokens};
use crate::generator;

fn fixtures() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let topics = fs::read_dir(root).unwrap();
    let files = topics.flat_map(|topic| fs::read_dir(topic.unwrap().path()).unwrap());
    let paths = files.map(|file| file.unwrap().path());
    let sources = paths.filter(|path| path.extension().is_some_and(|end| end == "tapmark"));
    let sources: Vec<_> = sources
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    assert!(sources.len() >= 30);
    sources
}

#[test]
fn fixtures_and_their_prefixes_have_tokens() {
    for fixture in fixtures() {
        hold_tokens(&fixture);
        let ends = (0..fixture.len()).filter(|&end| fixture.is_char_boundary(end));
        for end in ends.step_by(1 + fixture.len() / 50) {
            hold_tokens(&fixture[..end]);
        }
    }
}

#[test]
fn completions_of_fixtures_are_known_words() {
    let mut offered = 0;
    for fixture in fixtures() {
        // Every offset of a short fixture, and a hundred of a longer one, each in the whole
        // source and at its end.
        for offset in (0..=fixture.len()).step_by(1 + fixture.len() / 100) {
            let found = complete(&fixture, offset);
            if fixture.is_char_boundary(offset) {
                offered += hold_completions(&fixture, offset);
                offered += hold_completions(&fixture[..offset], offset);
            } else {
                assert!(found.is_empty());
            }
        }
    }
    assert!(offered > 1000, "{offered}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn generated_sources_have_tokens_and_known_words(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        at in any::<prop::sample::Index>(),
    ) {
        let source = generator::source(&bytes);
        hold_tokens(&source);
        let offset = at.index(source.len() + 1);
        for target in Target::ALL {
            for overflow in [Overflow::Truncate, Overflow::Split] {
                let options = Options::builder().target(target).overflow(overflow).build();
                hold_origins(&source, offset, &options.unwrap());
            }
        }
        if source.is_char_boundary(offset) {
            hold_completions(&source, offset);
            hold_completions(&source[..offset], offset);
            // Beginnings of everything.
            for typed in ["[a](", "%[a](p", "$[a](", "![a](", "{", "%[a]{", "\n:", "\n::s", "{a=", " "] {
                let typed = format!("{}{typed}", &source[..offset]);
                hold_completions(&typed, typed.len());
                let whole = format!("{typed}{}", &source[offset..]);
                hold_completions(&whole, typed.len());
            }
        }
    }
}
