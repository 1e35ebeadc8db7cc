//! The rounds of a measure, run by criterion, and the median it found.

use std::fs;
use std::path::Path;
use std::time::Duration;

use criterion::{Criterion, SamplingMode};
use serde_json::Value;

use super::ratio::Ratio;
use super::table::Measured;

/// Where criterion, and what is compiled here, keep their files.
pub(crate) const FILES: &str = env!("CARGO_TARGET_TMPDIR");
/// How long the rounds of one measure take together.
const TIME: Duration = Duration::from_secs(20);

/// What runs the measures that are asked for.
pub(crate) struct Bench {
    criterion: Criterion<Ratio>,
    /// Part of the name of what is measured; all of it when empty.
    wanted: String,
    /// What was measured, by name.
    pub(crate) measured: Vec<(&'static str, Measured)>,
}

impl Bench {
    pub(crate) fn new() -> Self {
        // Cargo adds flags of its own.
        let wanted = std::env::args()
            .skip(1)
            .find(|argument| !argument.starts_with('-'));
        let criterion = Criterion::default()
            .with_measurement(Ratio)
            .output_directory(Path::new(FILES))
            .without_plots();
        Self {
            criterion,
            wanted: wanted.unwrap_or_default(),
            measured: Vec::new(),
        }
    }

    /// Whether any of these is asked for.
    pub(crate) fn wants(&self, names: &[&str]) -> bool {
        names.iter().any(|name| name.contains(&self.wanted))
    }

    /// Measures the median of what rounds give.
    pub(crate) fn ratio(
        &mut self,
        name: &'static str,
        samples: usize,
        mut round: impl FnMut() -> f64,
    ) {
        if !self.wants(&[name]) {
            return;
        }
        let mut group = self.criterion.benchmark_group("peers");
        group
            .sampling_mode(SamplingMode::Flat)
            .sample_size(samples)
            .warm_up_time(Duration::from_millis(1))
            .measurement_time(TIME);
        group.bench_function(name, |bencher| {
            bencher.iter_custom(|rounds| (0..rounds).map(|_| round()).sum());
        });
        group.finish();
        let estimates = fs::read(format!("{FILES}/peers/{name}/new/estimates.json")).unwrap();
        let estimates: Value = serde_json::from_slice(&estimates).unwrap();
        let median = &estimates["median"];
        let interval = &median["confidence_interval"];
        let [value, low, high] = [
            &median["point_estimate"],
            &interval["lower_bound"],
            &interval["upper_bound"],
        ]
        .map(|number| number.as_f64().unwrap());
        let within = Some((low, high));
        self.measured.push((name, Measured { value, within }));
    }

    /// Measures a number that is the same every time.
    pub(crate) fn number(&mut self, name: &'static str, measure: impl FnOnce() -> f64) {
        if self.wants(&[name]) {
            let (value, within) = (measure(), None);
            self.measured.push((name, Measured { value, within }));
        }
    }
}
