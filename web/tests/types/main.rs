//! The TypeScript types of the package are those of the Rust types.
//!
//! `UPDATE_TYPES=1 cargo test -p tapmark-web --test types` writes `js/messenger.ts` and `js/types.ts`;
//! read the difference before it is committed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod hold;
mod layout;
mod syntax;

use std::collections::BTreeSet;
use std::{env, fs};

use tapmark::editor::*;
use tapmark::messenger::*;
use tapmark::*;
use ts_rs::{Config, TS};

use self::syntax::Type;

/// What Messenger takes.
const MESSENGER: &str = "messenger";
/// What the package takes and says besides.
const TYPES: &str = "types";

const COMMAND: &str = "UPDATE_TYPES=1 cargo test -p tapmark-web --test types";

/// What a struct with a tag is called: ts-rs takes the tag for its name.
const TAGGED: (&str, &str) = ("web_url", "DefaultAction");

/// A type of the package.
pub(crate) struct Declaration {
    /// The file that it stands in.
    file: &'static str,
    /// The types that it is made of.
    needed: BTreeSet<String>,
    pub(crate) name: String,
    pub(crate) docs: Vec<String>,
    pub(crate) declared: Type,
}

fn declaration<T: TS + 'static>(config: &Config, file: &'static str) -> Declaration {
    let dependencies = T::dependencies(config).into_iter();
    let mut needed: BTreeSet<_> = dependencies.map(|needed| needed.ts_name).collect();
    needed.remove(TAGGED.0);
    let (mut name, mut declared) = syntax::declaration(&T::decl(config));
    let (tag, called) = TAGGED;
    if name == tag {
        called.clone_into(&mut name);
    }
    declared.rename(tag, called);
    Declaration {
        file,
        needed,
        name,
        docs: T::docs().map_or_else(Vec::new, |docs| syntax::comment(&docs)),
        declared,
    }
}

/// Every type of the package: what goes in, what comes out, and what that is made of.
pub(crate) fn declarations() -> Vec<Declaration> {
    let config = Config::new().with_large_int("number");
    let names = Target::ALL.iter();
    let mut all = vec![Declaration {
        file: TYPES,
        needed: BTreeSet::new(),
        name: "TargetName".to_owned(),
        docs: vec!["The name of a target: the platform at a date.".to_owned()],
        declared: Type::Union(
            names
                .map(|target| Type::Literal(target.name.to_owned()))
                .collect(),
        ),
    }];
    macro_rules! declare {
        ($file:expr => $($rust:ty,)+) => {
            all.extend([$(declaration::<$rust>(&config, $file)),+])
        };
    }
    declare!(TYPES =>
        tapmark_web::Options,
        Overflow,
        Compilation,
        ProfileCompilation,
        Fixed,
        Token,
        TokenKind,
        Completion,
        CompletionKind,
        Counter,
        Origin,
        Span,
        Diagnostic,
        Code,
        Severity,
        Location,
        Fix,
        Edit,
        Limit,
        Unit,
        Change,
        ChangeKind,
        Listing,
        Row,
        Availability,
        Feature,
    );
    declare!(MESSENGER =>
        Request,
        MessageRequest,
        ActionRequest,
        Recipient,
        MessagingType,
        SenderAction,
        Message,
        Attachment,
        Media,
        QuickReply,
        Template,
        AspectRatio,
        TopElementStyle,
        Element,
        Button,
        WebUrl,
        DefaultAction,
        HeightRatio,
        ShareButton,
        Payment,
        PaymentSummary,
        UserInfo,
        Price,
        Profile,
        GetStarted,
        Greeting,
        Menu,
        MenuItem,
        IceBreakers,
        IceBreaker,
    );
    let known: BTreeSet<_> = all.iter().map(|one| one.name.clone()).collect();
    assert_eq!(known.len(), all.len(), "a name stands for two types");
    let needed = all.iter().flat_map(|one| &one.needed);
    let missing: Vec<_> = needed.filter(|needed| !known.contains(*needed)).collect();
    assert!(missing.is_empty(), "not declared: {missing:?}");
    all
}

/// The text of a file.
fn types(all: &[Declaration], file: &str) -> String {
    let (here, elsewhere): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.file == file);
    let mut text = format!("// Generated from the Rust types: {COMMAND}\n");
    let is_needed = |name: &String| here.iter().any(|one| one.needed.contains(name));
    let names = elsewhere.iter().map(|one| &one.name);
    let mut imported: Vec<_> = names.filter(|name| is_needed(name)).cloned().collect();
    imported.sort();
    if !imported.is_empty() {
        let imported = imported.join(", ");
        text += &format!("\nimport type {{ {imported} }} from \"./{MESSENGER}.js\";\n");
    }
    for one in here {
        text.push('\n');
        layout::write_docs(&mut text, "", &one.docs);
        layout::write_declaration(&mut text, &one.name, &one.declared);
    }
    text
}

#[test]
fn the_types_of_the_package_are_those_of_the_library() {
    let all = declarations();
    for file in [MESSENGER, TYPES] {
        let types = types(&all, file);
        let path = format!("{}/js/{file}.ts", env!("CARGO_MANIFEST_DIR"));
        if env::var_os("UPDATE_TYPES").is_some() {
            fs::write(path, types).unwrap();
            continue;
        }
        let written = fs::read_to_string(path).unwrap_or_default();
        assert!(
            written == types,
            "js/{file}.ts is not what the Rust types are; run\n\n    {COMMAND}\n"
        );
    }
}

/// A replacement that replaces nothing is about a comment that has changed.
#[test]
fn every_comment_for_users_of_rust_is_translated() {
    let mut comments = String::new();
    for Declaration { docs, declared, .. } in declarations() {
        comments.push_str(&docs.join("\n"));
        let alternatives = match declared {
            Type::Union(of) => of,
            other => vec![other],
        };
        for alternative in alternatives {
            if let Type::Object(fields) = alternative {
                for field in fields {
                    comments.push_str(&field.docs.join("\n"));
                }
            }
        }
    }
    let words = layout::WORDS.iter().map(|(rust, _)| *rust);
    for rust in words.chain(layout::LEFT_OUT) {
        assert!(comments.contains(rust), "no comment says {rust:?}");
    }
}
