//! Compilations and their diagnostics, and fixed sources.

use super::Json;
use super::object::{names, object};
use crate::compilation::{Compilation, ProfileCompilation};
use crate::diagnostic::{Change, ChangeKind, Code, Diagnostic, Edit, Fix, Limit, Severity, Unit};
use crate::fix::Fixed;
use crate::span::Location;

names!(ChangeKind {
    Truncated = "truncated",
    Dropped = "dropped",
    Moved = "moved",
    Replaced = "replaced",
    Split = "split",
});

impl Json for Compilation<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out, "requests": &self.requests, "diagnostics": &self.diagnostics);
    }
}

impl Json for ProfileCompilation<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out, "profile": &self.profile, "diagnostics": &self.diagnostics);
    }
}

impl Json for Diagnostic {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "code": &self.code,
            "severity": &self.severity,
            "message": &self.message,
            "span": &self.span,
            "help"?: &self.help,
            "fix"?: &self.fix,
            "limit"?: &self.limit,
            "change"?: &self.change,
            "pointer"?: &self.pointer,
        );
    }
}

impl Json for Code {
    fn write_json(&self, out: &mut String) {
        self.as_str().write_json(out);
    }
}

impl Json for Severity {
    fn write_json(&self, out: &mut String) {
        self.as_str().write_json(out);
    }
}

impl Json for Unit {
    fn write_json(&self, out: &mut String) {
        self.as_str().write_json(out);
    }
}

impl Json for Location {
    fn write_json(&self, out: &mut String) {
        object!(out,
            "start": &self.start,
            "end": &self.end,
            "line": &self.line,
            "column": &self.column,
        );
    }
}

impl Json for Fix {
    fn write_json(&self, out: &mut String) {
        object!(out, "title": &self.title, "edits": &self.edits);
    }
}

impl Json for Edit {
    fn write_json(&self, out: &mut String) {
        object!(out, "start": &self.start, "end": &self.end, "text": &self.text);
    }
}

impl Json for Limit {
    fn write_json(&self, out: &mut String) {
        object!(out, "max": &self.max, "actual": &self.actual, "unit": &self.unit);
    }
}

impl Json for Change {
    fn write_json(&self, out: &mut String) {
        object!(out, "kind": &self.kind, "before": &self.before, "after": &self.after);
    }
}

impl Json for Fixed<'_> {
    fn write_json(&self, out: &mut String) {
        object!(out, "text": &self.text, "applied": &self.applied);
    }
}
