//! Criterion measures times of one thing after the other; here it measures how many times the time
//! of a peer something takes, both run in turns, so that what slows the machine slows them alike.

use std::time::{Duration, Instant};

use criterion::Throughput;
use criterion::measurement::{Measurement, ValueFormatter};

/// A ratio of times, told by the bench itself through `iter_custom`.
pub(crate) struct Ratio;

impl Measurement for Ratio {
    type Intermediate = ();
    type Value = f64;

    fn start(&self) {}

    fn end(&self, (): ()) -> f64 {
        panic!("ratios are measured in iter_custom")
    }

    fn add(&self, one: &f64, other: &f64) -> f64 {
        one + other
    }

    fn zero(&self) -> f64 {
        0.0
    }

    fn to_f64(&self, value: &f64) -> f64 {
        *value
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        &Times
    }
}

struct Times;

impl ValueFormatter for Times {
    fn scale_values(&self, _: f64, _: &mut [f64]) -> &'static str {
        "×"
    }

    fn scale_throughputs(&self, _: f64, _: &Throughput, _: &mut [f64]) -> &'static str {
        "×"
    }

    fn scale_for_machines(&self, _: &mut [f64]) -> &'static str {
        "×"
    }
}

/// One round: both contestants do every task, task by task, each first at every second. Gives how
/// many times the time of the second the first took.
pub(crate) fn round<T>(
    tasks: impl IntoIterator<Item = T>,
    mut ours: impl FnMut(&T),
    mut theirs: impl FnMut(&T),
) -> f64 {
    let mut times = [Duration::ZERO; 2];
    let mut time = |contestant: usize, task: &T| {
        let start = Instant::now();
        if contestant == 0 {
            ours(task);
        } else {
            theirs(task);
        }
        times[contestant] += start.elapsed();
    };
    for (turn, task) in tasks.into_iter().enumerate() {
        time(turn % 2, &task);
        time(1 - turn % 2, &task);
    }
    times[0].as_secs_f64() / times[1].as_secs_f64()
}
