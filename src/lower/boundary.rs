//! Where grapheme clusters and sentences begin (Unicode Standard Annex 29).

use icu_segmenter::options::SentenceBreakInvariantOptions;
use icu_segmenter::{GraphemeClusterSegmenter, SentenceSegmenter};

/// The boundaries between the grapheme clusters of a text, its beginning and its end included.
pub(super) fn graphemes(text: &str) -> impl Iterator<Item = usize> + '_ {
    GraphemeClusterSegmenter::new().segment_str(text)
}

/// The boundaries between the sentences of a text, its beginning and its end included.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = usize> + '_ {
    SentenceSegmenter::new(SentenceBreakInvariantOptions::default()).segment_str(text)
}
