//! Known words, in any case and nearly right.

use super::vocabulary::Named;
use crate::strings;

/// The one of these words that a word is, in any case.
pub(super) fn one_of(words: &[impl Named], word: &str) -> Option<&'static str> {
    let mut names = words.iter().map(Named::name);
    names.find(|known| strings::same(known, word))
}

pub(super) fn names(words: &[impl Named]) -> Vec<&'static str> {
    // `collect` would be compiled for each kind of word, and unrolled.
    let mut names = Vec::new();
    for word in words {
        names.push(word.name());
    }
    names
}

/// The known word that a slip of the finger or two would give.
pub(super) fn nearest(word: &str, known: &[&'static str]) -> Option<&'static str> {
    // Longer words are no slips; the distance costs the product of the lengths.
    if word.len() > 24 {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let length = word.chars().count();
    let is_slip = |distance: usize, known: &str| distance <= 2 && distance * 3 <= known.len();
    known
        .iter()
        // They are at least as far apart as their lengths are.
        .filter(|known| is_slip(length.abs_diff(known.len()), known))
        .map(|&known| {
            let distance = strsim::osa_distance(&word, &known.to_ascii_lowercase());
            (distance, known)
        })
        .filter(|&(distance, known)| is_slip(distance, known))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, known)| known)
}
