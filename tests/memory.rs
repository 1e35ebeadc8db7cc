//! Memory that grows as the source does: all that is allocated while a source is compiled, for each family
//! at one size and at four times that. What is only reserved costs no instructions, so that counting those
//! (`cargo bench --bench linear`) would not notice it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "common/families.rs"]
mod families;

use std::alloc::System;
use std::hint::black_box;
use std::sync::Mutex;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use tapmark::syntax::Arena;
use tapmark::{Options, Overflow};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// So many bytes that a text is divided several times: the first division costs more than none.
const SIZE: usize = 8_000;
const TIMES: usize = 4;
/// Twice as much as linear, because what grows by doubling may have doubled once more.
const MOST: usize = 2 * TIMES;

/// The bytes that were asked for, those included that make a piece of memory greater.
fn allocated(source: &str, overflow: Overflow) -> usize {
    let options = Options::builder().overflow(overflow).build().unwrap();
    let region = Region::new(ALLOCATOR);
    black_box(tapmark::compile(source, &options));
    let (mut arena, mut json) = (Arena::new(), String::new());
    black_box(tapmark::compile_to_json(
        source, &options, &mut arena, &mut json,
    ));
    black_box(tapmark::compile_profile(source, &options));
    let change = region.change();
    change.bytes_allocated + change.bytes_reallocated.unsigned_abs()
}

/// What is counted is counted of the whole program: one test at a time.
static COUNTED: Mutex<()> = Mutex::new(());

/// A source of many sections, for the messages of which there never is memory all at once.
#[test]
fn a_long_source_takes_the_memory_of_a_section() {
    let _counted = COUNTED.lock();
    let once = |source: &str| {
        let (options, mut arena) = (Options::default(), Arena::new());
        let region = Region::new(ALLOCATOR);
        let mut most = 0;
        let _ = tapmark::compile_each(source, &options, &mut arena, |_| {
            let change = region.change();
            most = most.max(
                change
                    .bytes_allocated
                    .saturating_sub(change.bytes_deallocated),
            );
        });
        most
    };
    let most = |sections: usize| {
        let source = "Tea or coffee? %[Tea](reply:T)\n\n---\n\n".repeat(sections);
        // What runs the tests takes memory too, now and then.
        let mut taken: Vec<_> = (0..9).map(|_| once(&source)).collect();
        taken.sort_unstable();
        taken[4]
    };
    assert!(most(1_000) <= 2 * most(10));
}

#[test]
fn four_times_the_source_takes_four_times_the_memory() {
    let _counted = COUNTED.lock();
    let greater = families::families(TIMES * SIZE);
    for ((family, source), (_, greater)) in families::families(SIZE).zip(greater) {
        for overflow in [Overflow::Truncate, Overflow::Split] {
            let (less, more) = (allocated(&source, overflow), allocated(&greater, overflow));
            assert!(
                more <= MOST * less,
                "{family}, mode {}: {less} bytes, then {more}",
                overflow.name()
            );
        }
    }
}
