//! The corpus: what bots write to people, made anew from a seed, the same bytes for anyone.
//!
//! [`messages`] gives a hundred thousand chat messages (of as many as are asked for, the first are
//! the same), [`document`] one source of ten megabytes. The sentences were written for this corpus;
//! how people write shorthand, slips included, was learnt from public bots.
//!
//! Of a hundred messages
//!
//! | | |
//! |---|---|
//! | 43 | are text: one to three sentences on one to three lines |
//! | 21 | ask something, with a set of quick replies |
//! | 16 | have one to three buttons: postbacks, links, calls |
//! | 5 | show a picture, most of them with text and buttons, as a card |
//! | 4 | have links in a sentence |
//! | 4 | have escapes, code, brackets or prices that are no shorthand |
//! | 3 | sell something, with a buy button |
//! | 2 | are a carousel of two or three items, on more than three lines |
//! | 2 | have slips: a label too long, a fourth button, a space or a letter too much |
//!
//! Half have something to tap; 44 are one line, 46 two, 8 three. 24 are not in English, and a fifth of
//! the texts, questions and buttons have an emoji: 35 are not plain ASCII. A message has 126 bytes on
//! average. `tests/corpus.rs` holds all of that, and the bytes against `corpus.sha256`.

mod message;
mod phrases;
mod random;
mod voices;

use tapmark::json;

use self::random::Random;

/// How many messages the bench and the corpus on a command line have.
pub const MESSAGES: usize = 100_000;
/// The length of the document in bytes, but for its last message.
pub const DOCUMENT: usize = 10_000_000;

/// The messages, without end.
pub fn messages() -> impl Iterator<Item = String> {
    let mut random = Random::new(2018);
    std::iter::repeat_with(move || message::message(&mut random))
}

/// One source: the messages of another seed, one to four in a section, with an empty line between
/// them.
#[must_use]
pub fn document() -> String {
    let mut random = Random::new(2026);
    let mut document = String::with_capacity(DOCUMENT + 4096);
    while document.len() < DOCUMENT {
        let rule = random.percent(40);
        document += &message::message(&mut random);
        document.push_str(if rule { "\n\n---\n\n" } else { "\n\n" });
    }
    document
}

/// The first of the messages as lines of NDJSON, as `tapmark compile --ndjson` reads them: the place
/// of each in the corpus, a recipient of its own, and the text.
pub fn ndjson(count: usize) -> impl Iterator<Item = String> {
    let numbered = (0_u64..).zip(messages()).take(count);
    numbered.map(|(id, text)| {
        let (to, text) = (3_000_000_000_000_000 + id, json::to_string(&text));
        format!("{{\"id\":{id},\"to\":\"{to}\",\"text\":{text}}}\n")
    })
}
