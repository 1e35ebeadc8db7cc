//! What the library serialises is of the types that are generated, and every part of them is needed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Serialize;
use serde_json::Value;
use tapmark::{MessagingType, Overflow, Target, UserInfo};

use crate::syntax::{Field, Type};

#[path = "../../../tests/spec/outcome.rs"]
#[allow(dead_code, reason = "only its options are read here")]
mod outcome;
#[path = "../../../tests/common/specification.rs"]
#[allow(dead_code, reason = "only its sources are read here")]
mod specification;

/// The types, and which parts of them were met.
struct Judge {
    types: BTreeMap<String, Type>,
    met: BTreeSet<String>,
}

impl Judge {
    fn new() -> Self {
        let all = crate::declarations().into_iter();
        Self {
            types: all.map(|one| (one.name, one.declared)).collect(),
            met: BTreeSet::new(),
        }
    }

    #[track_caller]
    fn hold(&mut self, value: &impl Serialize, name: &str) {
        let value = serde_json::to_value(value).unwrap();
        assert!(
            self.is(&value, &Type::Name(name.to_owned()), ""),
            "no {name}: {value:#}"
        );
    }

    /// The objects that a type can be: of `A & (B | C)` those with the fields of A and B, and those
    /// with the fields of A and C. Each is named.
    fn objects(&self, of: &Type, path: &str) -> Vec<(String, Vec<Field>)> {
        match of {
            Type::Object(fields) => {
                // Tags tell the alternatives of a union apart.
                let tags = fields.iter().filter_map(|field| match &field.value {
                    Type::Literal(tag) => Some(tag.as_str()),
                    _ => None,
                });
                vec![(
                    format!("{path} {}", tags.collect::<String>()),
                    fields.clone(),
                )]
            }
            Type::Name(name) => {
                let declared = self.types.get(name);
                declared.map_or_else(Vec::new, |declared| self.objects(declared, name))
            }
            Type::Union(of) => of
                .iter()
                .flat_map(|each| self.objects(each, path))
                .collect(),
            Type::All(of) => {
                let mut result = vec![(path.to_owned(), Vec::new())];
                for part in of {
                    let parts = self.objects(part, "");
                    let joined = result.iter().flat_map(|(path, fields)| {
                        parts.iter().map(move |(more, others)| {
                            (format!("{path}{more}"), [&fields[..], others].concat())
                        })
                    });
                    result = joined.collect();
                }
                result
            }
            Type::Literal(_) | Type::Array(_) => Vec::new(),
        }
    }

    fn is(&mut self, value: &Value, of: &Type, path: &str) -> bool {
        match (value, of) {
            (Value::Object(_), _) => {
                let objects = self.objects(of, path);
                objects
                    .iter()
                    .any(|(path, fields)| self.has(value, fields, path))
            }
            (_, Type::Union(of)) => of.iter().any(|each| self.is(value, each, path)),
            (Value::String(_), Type::Name(name)) if name == "string" => true,
            (Value::Number(number), Type::Name(name)) if name == "number" => number.is_u64(),
            (Value::Bool(_), Type::Name(name)) if name == "boolean" => true,
            (Value::Bool(true), Type::Name(name)) if name == "true" => true,
            (Value::Null, Type::Name(name)) if name == "null" => true,
            (_, Type::Name(name)) => {
                let declared = self.types.get(name).cloned();
                declared.is_some_and(|declared| self.is(value, &declared, name))
            }
            (Value::String(given), Type::Literal(literal)) => {
                let is_it = given == literal;
                if is_it {
                    self.met.insert(format!("{path} {literal}"));
                }
                is_it
            }
            (Value::Array(values), Type::Array(of)) => {
                values.iter().all(|value| self.is(value, of, path))
            }
            _ => false,
        }
    }

    /// Whether an object has these fields and no others.
    fn has(&mut self, value: &Value, fields: &[Field], path: &str) -> bool {
        let object = value.as_object().unwrap();
        let known = |key: &String| fields.iter().any(|field| field.name == *key);
        if !object.keys().all(known) {
            return false;
        }
        let mut met = Vec::new();
        for field in fields {
            match object.get(&field.name) {
                Some(value) if !self.is(value, &field.value, path) => return false,
                Some(_) => met.push(format!("{path}.{}", field.name)),
                None if !field.optional => return false,
                None => {}
            }
        }
        self.met.extend(met);
        true
    }

    /// The types that stand beside a tag: their fields are those of the whole.
    fn tagged(&self) -> BTreeSet<&str> {
        let unions = self.types.values().filter_map(|declared| match declared {
            Type::Union(of) => Some(of),
            _ => None,
        });
        let all = unions.flatten().filter_map(|each| match each {
            Type::All(of) => Some(of),
            _ => None,
        });
        let names = all.flatten().filter_map(|part| match part {
            Type::Name(name) => Some(name.as_str()),
            _ => None,
        });
        names.collect()
    }

    /// Every part of the types that no value had.
    fn not_met(&self) -> Vec<String> {
        let mut all = BTreeSet::new();
        let tagged = self.tagged();
        for (name, declared) in &self.types {
            if tagged.contains(name.as_str()) {
                continue;
            }
            for (path, fields) in self.objects(declared, name) {
                let never = Type::Name("never".to_owned());
                let may_be = fields.iter().filter(|field| field.value != never);
                all.extend(may_be.map(|field| format!("{path}.{}", field.name)));
            }
            if let Type::Union(of) = declared {
                all.extend(of.iter().filter_map(|each| match each {
                    Type::Literal(literal) => Some(format!("{name} {literal}")),
                    _ => None,
                }));
            }
        }
        all.difference(&self.met).cloned().collect()
    }
}

fn fixtures() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    let topics = fs::read_dir(root).unwrap();
    let files = topics.flat_map(|topic| fs::read_dir(topic.unwrap().path()).unwrap());
    let paths = files.map(|file| file.unwrap().path());
    let sources = paths.filter(|path| path.extension().is_some_and(|end| end == "tapmark"));
    sources
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

#[test]
fn what_is_serialised_is_of_these_types_and_needs_all_of_them() {
    let mut judge = Judge::new();
    let mut hold = |source: &str, options: &tapmark::Options| {
        judge.hold(&tapmark::compile(source, options), "Compilation");
        judge.hold(
            &tapmark::compile_profile(source, options),
            "ProfileCompilation",
        );
        for diagnostic in tapmark::check(source, options) {
            judge.hold(&diagnostic, "Diagnostic");
        }
        judge.hold(&tapmark::fix(source), "Fixed");
        for token in tapmark::editor::tokens(source) {
            judge.hold(&token, "Token");
        }
        for origin in tapmark::editor::origins(source, options) {
            judge.hold(&origin, "Origin");
        }
        for counter in tapmark::editor::counters(source, source.len(), options) {
            judge.hold(&counter, "Counter");
        }
    };
    for fixture in fixtures() {
        hold(&fixture, &tapmark::Options::default());
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = fs::read_to_string(root.join("grammar/SPEC.md")).unwrap();
    for example in specification::examples(&text) {
        hold(&example.source(), &outcome::options(&example.options).0);
    }
    let all = tapmark::Options::builder()
        .requested_user_info([
            UserInfo::ShippingAddress,
            UserInfo::ContactName,
            UserInfo::ContactPhone,
            UserInfo::ContactEmail,
        ])
        .test_payment(true)
        .messaging_type(MessagingType::Update);
    hold("$[Buy](9.99)", &all.build().unwrap());
    hold(
        ":::carousel\n# A\nB\n[C](webview:https://a.example){default fallback=https://a.example/m \
         share=hide}\n:::",
        &tapmark::Options::default(),
    );
    for target in Target::ALL {
        judge.hold(&target.listing(), "Listing");
    }
    let mut lone = Vec::new();
    tapmark::utf16::Offsets::new("\u{FFFD}").report_lone_surrogates(&[0], &mut lone);
    judge.hold(&lone[0], "Diagnostic");
    for mode in Overflow::ALL {
        judge.hold(&mode.name(), "Overflow");
    }
    for typed in ["[A](", "\n::", ":::list{", ":::list{style="] {
        for completion in tapmark::editor::complete(typed, typed.len()) {
            judge.hold(&completion, "Completion");
        }
    }

    let mut not_met = judge.not_met();
    // It goes in.
    not_met.retain(|part| !part.starts_with("Options "));
    assert!(not_met.is_empty(), "no value has {not_met:#?}");
}

/// The judge is no rubber stamp.
#[test]
fn what_is_of_another_type_is_noticed() {
    let mut judge = Judge::new();
    let mut is = |json: &str, name: &str| {
        let value = serde_json::from_str(json).unwrap();
        judge.is(&value, &Type::Name(name.to_owned()), "")
    };
    let button = r#"{"type":"postback","title":"A","payload":"B"}"#;
    assert!(is(button, "Button"));
    assert!(!is(&button.replace("postback", "web_url"), "Button"));
    assert!(!is(&button.replace("\"B\"", "7"), "Button"));
    assert!(!is(&button.replace("\"B\"", "null"), "Button"));
    assert!(!is(r#"{"type":"postback","title":"A"}"#, "Button"));
    assert!(is(r#"{"type":"web_url","title":"A","url":"B"}"#, "Button"));
    assert!(!is(
        r#"{"type":"web_url","title":"A","url":"B","more":"C"}"#,
        "Button"
    ));
    assert!(!is(
        r#"{"type":"web_url","title":"A","url":"B","messenger_extensions":false}"#,
        "Button"
    ));
    assert!(is(r#"{"text":"A"}"#, "Message"));
    assert!(!is(r#"{"text":"A","attachment":null}"#, "Message"));
    assert!(!is(r#"{"quick_replies":[]}"#, "Message"));
    assert!(!is(r#""sometimes""#, "Severity"));
}

/// Whatever the types allow is an option, and there are no others.
#[test]
fn options_are_those_that_are_typed() {
    let judge = Judge::new();
    let Type::Object(fields) = &judge.types["Options"] else {
        panic!("options are an object");
    };
    // As js/options.ts writes them.
    let refusal = |name: &str, value: &str| {
        let written = [&[0xFE], name.as_bytes(), &[0xFF], value.as_bytes()].concat();
        let refused = tapmark_web::read_options(&written);
        refused.err().unwrap_or_default()
    };
    assert_eq!(refusal("more", ""), "options.more is no option");

    let mut literals = 0;
    for Field {
        name,
        optional,
        value,
        ..
    } in fields
    {
        assert!(optional, "{name}");
        let of = match value {
            Type::Array(of) => &**of,
            other => other,
        };
        let Type::Name(of) = of else {
            panic!("{name} is of a type that has a name");
        };
        let values = match judge.types.get(of) {
            Some(Type::Union(of)) => of
                .iter()
                .map(|each| match each {
                    Type::Literal(literal) => {
                        literals += 1;
                        literal.clone()
                    }
                    other => panic!("{other:?}"),
                })
                .collect(),
            _ if of == "string" => vec!["https://a.example/".to_owned()],
            _ if of == "boolean" => vec!["true".to_owned()],
            _ => panic!("{name} is of type {of}"),
        };
        for value in values {
            let said = refusal(name, &value);
            // A tag goes with a messaging type, and each is refused without the other.
            let fits = said.is_empty() || said.starts_with("options.tag: ");
            assert!(fits, "{name} {value}: {said}");
        }
    }
    assert_eq!(literals, Target::ALL.len() + Overflow::ALL.len() + 3 + 4);
}
