//! Prints a document with several copies of each path and component, for `scripts/scale`:
//! `enlarge DOCUMENT COPIES`. The first copy is the document itself; the others have a prefix in all
//! names, and refer to each other only.

use std::error::Error;
use std::io::Write;

use serde_json::{Map, Value};

const SCHEMAS: &str = "#/components/schemas/";

/// The prefix that makes a component the remains of another one, and has to stay the first.
const DELETED: &str = "deleted_";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, copies] = arguments.as_slice() else {
        return Err("usage: enlarge DOCUMENT COPIES".into());
    };
    let text = std::fs::read_to_string(file)?;
    let mut root =
        serde_json::from_str(&text).or_else(|_| serde_yaml::from_str(&text))?;
    enlarge(&mut root, copies.parse()?);
    std::io::stdout().write_all(root.to_string().as_bytes())?;
    Ok(())
}

fn enlarge(root: &mut Value, copies: usize) {
    for (pointer, name) in [
        ("/paths", path as fn(&str, &str) -> String),
        ("/components/schemas", component),
    ] {
        let Some(Value::Object(all)) = root.pointer_mut(pointer) else { continue };
        let originals = all.clone();
        for copy in 1..copies {
            // A short one: names of files have a maximum length.
            let prefix = format!("c{copy}_");
            let copied = originals.iter().map(|(key, value)| {
                let mut value = value.clone();
                refer(&mut value, &prefix);
                (name(key, &prefix), value)
            });
            all.extend(copied.collect::<Map<String, Value>>());
        }
    }
}

/// Returns the name of a copied path: the first word after the version has the prefix.
fn path(path: &str, prefix: &str) -> String {
    let mut words: Vec<&str> = path.split('/').collect();
    let first = format!("{prefix}{}", words.get(2).copied().unwrap_or_default());
    if let Some(word) = words.get_mut(2) {
        *word = &first;
    }
    words.join("/")
}

fn component(name: &str, prefix: &str) -> String {
    match name.strip_prefix(DELETED) {
        Some(live) => format!("{DELETED}{prefix}{live}"),
        None => format!("{prefix}{name}"),
    }
}

/// Changes the references in a copy.
fn refer(value: &mut Value, prefix: &str) {
    match value {
        Value::Object(object) => {
            for (key, member) in object {
                match member {
                    Value::String(text) if key == "$ref" => {
                        if let Some(name) = text.strip_prefix(SCHEMAS) {
                            *text = format!("{SCHEMAS}{}", component(name, prefix));
                        }
                    }
                    member => refer(member, prefix),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, prefix)),
        _ => {}
    }
}
