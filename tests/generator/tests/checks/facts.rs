//! Checks that the generator contains no fact about Stripe's resources: no string in its
//! source is a component, a path, an operation or an event of the documents.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use generator::input::load;
use generator::openapi::document::Document;
use generator_tests::official::{CLOVER, DAHLIA};
use generator_tests::report::{Trial, needing, test};
use generator_tests::workspace;
use proc_macro2::{TokenStream, TokenTree};
use serde_json::Value;

/// The file with the words of Stripe's dialect of OpenAPI.
const DIALECT: &str = "dialect.rs";

type Outcome = Result<(), String>;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("literals_are_found_where_they_can_hide", literals_are_found),
        test("slice", || check(&workspace().join("spec/stripe.openapi.yaml"))),
        needing("dahlia", DAHLIA.document(), check),
        needing("clover", CLOVER.document(), check),
    ]
}

fn check(document: &Path) -> Outcome {
    let facts = facts(&load::document(document).map_err(|error| error.to_string())?);
    if facts.len() < 100 {
        return Err(format!("only {} facts are known", facts.len()));
    }
    let mut found = Vec::new();
    for (file, texts) in sources()? {
        for text in texts {
            found.extend(
                facts.iter().filter(|fact| tells(&text, fact)).map(|fact| {
                    format!("{}: {text:?} tells of `{fact}`", file.display())
                }),
            );
        }
    }
    if found.is_empty() { Ok(()) } else { Err(found.join("\n")) }
}

/// Returns `true` if a string equals the fact or contains it as words. Facts of a single
/// word only match whole strings, since they are ordinary English words.
fn tells(text: &str, fact: &str) -> bool {
    let is_single = !fact.contains(['.', '_', '/']);
    if is_single {
        return text == fact;
    }
    text.match_indices(fact).any(|(at, _)| {
        let is_free = |c: Option<char>| {
            c.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '_' | '-'))
        };
        is_free(text[..at].chars().next_back())
            && is_free(text[at + fact.len()..].chars().next())
    })
}

/// Returns the components, resources, paths, operations and event types.
fn facts(document: &Document) -> BTreeSet<String> {
    let root = &document.root;
    let keys = |pointer: &str| {
        let object = root.pointer(pointer).and_then(Value::as_object);
        object.into_iter().flatten().map(|(key, _)| key.clone())
    };
    let mut facts: BTreeSet<String> = keys("/components/schemas").collect();
    facts.extend(keys("/paths"));
    collect(root, &mut facts);
    facts
}

fn collect(value: &Value, facts: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match (key.as_str(), value) {
                    ("operationId" | "x-resourceId", Value::String(text)) => {
                        facts.insert(text.clone());
                    }
                    ("enabled_events", value) => texts_of(value, facts),
                    _ => collect(value, facts),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, facts)),
        _ => {}
    }
}

/// The event types are the enum of a request parameter.
fn texts_of(value: &Value, facts: &mut BTreeSet<String>) {
    if let Some(values) = value.pointer("/items/enum").and_then(Value::as_array) {
        let texts = values.iter().filter_map(Value::as_str);
        facts.extend(texts.filter(|text| text.contains('.')).map(str::to_owned));
    }
}

/// Returns the strings in the generator's source, including macros and unit tests.
fn sources() -> Result<BTreeMap<PathBuf, Vec<String>>, String> {
    let mut sources = BTreeMap::new();
    let mut folders = vec![workspace().join("generator/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| error.to_string())? {
            let path = entry.map_err(|error| error.to_string())?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.file_name().is_some_and(|name| name != DIALECT) {
                let source =
                    fs::read_to_string(&path).map_err(|error| error.to_string())?;
                sources.insert(path, literals(&source)?);
            }
        }
    }
    if sources.len() < 40 {
        return Err(format!("only {} files were found", sources.len()));
    }
    Ok(sources)
}

fn literals(source: &str) -> Result<Vec<String>, String> {
    let tokens: TokenStream = source.parse().map_err(|error| format!("{error}"))?;
    let mut texts = Vec::new();
    walk(tokens, &mut texts);
    Ok(texts)
}

/// Walks over all tokens except documentation.
fn walk(tokens: TokenStream, texts: &mut Vec<String>) {
    let mut was_hash = false;
    for token in tokens {
        // `#[doc = "…"]`, or `#![doc = "…"]` for a module.
        let is_sign =
            |sign| matches!(&token, TokenTree::Punct(p) if p.as_char() == sign);
        let opens = is_sign('#') || was_hash && is_sign('!');
        match token {
            TokenTree::Group(group) => {
                let is_docs = was_hash
                    && group.stream().into_iter().next().is_some_and(
                        |first| matches!(first, TokenTree::Ident(name) if name == "doc"),
                    );
                if !is_docs {
                    walk(group.stream(), texts);
                }
            }
            TokenTree::Literal(literal) => {
                let text = syn::parse_str::<syn::LitStr>(&literal.to_string());
                texts.extend(text.map(|text| text.value()).ok());
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
        was_hash = opens;
    }
}

fn literals_are_found() -> Outcome {
    let source = r##"
        //! "in the documentation of a module"
        /// "in documentation"
        const A: &str = "in a constant";
        fn f() { g!("in a macro", { [r#"in "brackets""#] }); } // "in a comment"
        #[cfg(test)]
        mod tests { const B: &[&str] = &["in\na test"]; }
    "##;
    let found = literals(source)?;
    let expected = ["in a constant", "in a macro", "in \"brackets\"", "in\na test"];
    if found != expected {
        return Err(format!("{found:?}"));
    }
    let table = [
        ("charge", "charge", true),
        ("a charge", "charge", false),
        ("{checkout.session}#create", "checkout.session", true),
        ("checkout.session_x", "checkout.session", false),
        ("GET /v1/charges/{charge}", "/v1/charges", true),
    ];
    for (text, fact, told) in table {
        if tells(text, fact) != told {
            return Err(format!("{text}, {fact}"));
        }
    }
    Ok(())
}
