//! A table of bodies with one fault each, as changes of a part that is right.

use serde_json::Value;

use crate::bodies::with;

/// A target, a name, a body, the rule of the target that it breaks, and the place of the fault.
pub(crate) struct Broken {
    pub(crate) target: &'static str,
    pub(crate) name: &'static str,
    pub(crate) body: Value,
    pub(crate) rule: &'static str,
    pub(crate) path: String,
}

pub(crate) type Row = (&'static str, Value, &'static str);

/// One row a line, which the formatter would not leave to a list of tuples.
macro_rules! rows {
    ($($name:literal => $change:tt, $fault:literal;)*) => {
        vec![$(($name, json!($change), $fault)),*]
    };
}

pub(crate) use rows;

/// The broken bodies of a target so far.
pub(crate) struct Table {
    target: &'static str,
    pub(crate) bodies: Vec<Broken>,
}

impl Table {
    pub(crate) fn of(target: &'static str) -> Self {
        Self {
            target,
            bodies: Vec::new(),
        }
    }

    /// The part of a body that stands at the place.
    pub(crate) fn part<B: Fn(Value) -> Value>(
        &mut self,
        part: Value,
        place: &str,
        body: B,
    ) -> Part<'_, B> {
        Part {
            target: self.target,
            table: &mut self.bodies,
            part,
            place: place.to_owned(),
            body,
        }
    }
}

/// A part of a body, and the body around it.
pub(crate) struct Part<'t, B> {
    target: &'static str,
    table: &'t mut Vec<Broken>,
    part: Value,
    place: String,
    body: B,
}

impl<B: Fn(Value) -> Value> Part<'_, B> {
    /// Each row is a name, what to change in the part, and the fault: a rule and the rest of the
    /// path.
    pub(crate) fn breaks(self, rows: Vec<Row>) {
        for (name, change, fault) in rows {
            let (rule, rest) = fault.split_once(' ').unwrap_or((fault, ""));
            self.table.push(Broken {
                target: self.target,
                name,
                body: (self.body)(with(self.part.clone(), &change)),
                rule,
                path: format!("{}{rest}", self.place),
            });
        }
    }
}
