//! Rust identifiers from the words of the API. Nothing else in the generator makes names.

use std::borrow::Cow;
use std::collections::BTreeMap;

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Words that cannot be the name of a type: Rust's own, and those that emitted files know from the
/// runtime.
const RESERVED_TYPES: &[&str] = &[
    "Box",
    "Default",
    "Err",
    "From",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Self",
    "Some",
    "String",
    "Vec",
    "Call",
    "Client",
    "Codec",
    "Decimal",
    "Deletable",
    "Deleted",
    "Error",
    "Expand",
    "Expandable",
    "Fields",
    "Expands",
    "List",
    "New",
    "ParamValue",
    "Params",
    "RangeFilter",
    "RawObject",
    "Request",
    "Response",
    "SearchResult",
    "Secret",
    "Timestamp",
    "Unrecognized",
];

/// Words that say nothing alone, and so are never proposed.
const VAGUE_TYPES: &[&str] = &["Data", "Id", "Kind", "Name", "Object", "Type", "Value"];

/// Modules that the crate has already, and folders that mean something to Cargo.
const RESERVED_MODULES: &[&str] = &[
    "bin",
    "blocking",
    "client",
    "lib",
    "main",
    "params",
    "runtime",
    FIXTURES,
    "testing",
    "transport",
    "version",
    "webhook",
];

/// Files that modules have already.
pub(crate) const RESERVED_FILES: &[&str] = &[CODEC, PAYLOAD];

/// The file with the tables of a module.
pub(crate) const CODEC: &str = "codec";

/// The module with what tests get samples of.
pub(crate) const FIXTURES: &str = "fixtures";

/// The file with what events carry.
pub(crate) const PAYLOAD: &str = "payload";

/// Methods that every parameter type has already.
const RESERVED_SETTERS: &[&str] =
    &["clone", "default", "eq", "fmt", "get", "maybe", "new"];

/// Methods that every accessor has already.
const RESERVED_METHODS: &[&str] = &["clone", "new"];

/// Methods that the client has already, also private ones.
const RESERVED_ENTRIES: &[&str] = &[
    "builder",
    "clone",
    "derive",
    "exchange",
    "from_env",
    "new",
    "new_with",
    "pages",
    "raw",
    "scripted",
    "with_account",
    "with_context",
];

/// The other argument of a call.
const RESERVED_ARGUMENTS: &[&str] = &["params"];

/// The variant for texts that an enum does not know.
pub(crate) const CATCH_ALL: &str = "Unrecognized";

/// Words in CamelCase. They can still be a reserved name, or begin with a digit.
pub(crate) fn camel(words: &str) -> String {
    ascii(words).to_upper_camel_case()
}

/// Whether a type should have this name.
pub(crate) fn is_free(name: &str) -> bool {
    !VAGUE_TYPES.contains(&name) && is_possible(name)
}

/// Whether a type can have this name.
fn is_possible(name: &str) -> bool {
    !RESERVED_TYPES.contains(&name) && is_legal(name)
}

/// Whether a type can be reached by this path from the root of the crate.
pub(crate) fn is_type_path(path: &str) -> bool {
    let Some((module, name)) = path.rsplit_once("::") else { return false };
    let first = module.split("::").next().unwrap_or_default();
    !RESERVED_MODULES.contains(&first)
        && module.split("::").all(is_legal)
        && is_possible(name)
}

/// Whether a method can have this name.
pub(crate) fn is_method(name: &str) -> bool {
    is_legal(name) && !RESERVED_METHODS.contains(&name)
}

/// A component's type, as the table of modules or its own name says; with a word more where that
/// cannot stand alone.
pub(crate) fn component(name: &str) -> String {
    let name = if is_legal(name) { name.to_owned() } else { letter_first(camel(name)) };
    if is_free(&name) { name } else { format!("{name}Object") }
}

/// The file of a type.
pub(crate) fn file(name: &str) -> String {
    snake(name)
}

/// A module.
pub(crate) fn module(words: &str) -> String {
    let name = snake(words);
    if RESERVED_MODULES.contains(&name.as_str()) { format!("{name}_") } else { name }
}

/// A field, or an argument.
pub(crate) fn field(wire: &str) -> String {
    snake(wire)
}

/// A setter, which must not hide a method of ours.
pub(crate) fn setter(wire: &str) -> String {
    beside(RESERVED_SETTERS, snake(wire))
}

/// A method of an accessor: it calls, or leads to another accessor.
pub(crate) fn method(word: &str) -> String {
    beside(RESERVED_METHODS, snake(word))
}

/// A method of the client, which leads to an accessor.
pub(crate) fn entry(word: &str) -> String {
    beside(RESERVED_ENTRIES, snake(word))
}

/// An argument that a path is made of.
pub(crate) fn id(wire: &str) -> String {
    beside(RESERVED_ARGUMENTS, snake(wire))
}

fn beside(reserved: &[&str], name: String) -> String {
    if reserved.contains(&name.as_str()) { format!("{name}_") } else { name }
}

/// A constant.
pub(crate) fn constant(path: &str) -> String {
    ascii(path).to_snake_case().to_uppercase()
}

/// Words in snake_case, as a legal identifier.
fn snake(words: &str) -> String {
    let name = ascii(words).to_snake_case();
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let name = if starts_well { name } else { format!("_{name}") };
    if is_legal(&name) { name } else { format!("{name}_") }
}

/// Letters beyond ASCII are spelled as their numbers, because not all can be in an identifier, and
/// some look the same.
fn ascii(words: &str) -> Cow<'_, str> {
    if words.is_ascii() {
        return Cow::Borrowed(words);
    }
    let word = |c: char| match c {
        c if c.is_ascii() => c.to_string(),
        c => format!(" u{:x} ", u32::from(c)),
    };
    words.chars().map(word).collect()
}

/// Whether this is an identifier that is no keyword. `gen` is one since the edition of 2024, of
/// which the parser knows nothing.
pub(crate) fn is_legal(name: &str) -> bool {
    name != "gen" && syn::parse_str::<syn::Ident>(name).is_ok()
}

/// Puts a letter before a digit, with which no name can begin.
pub(crate) fn letter_first(name: String) -> String {
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("V{name}")
    } else {
        name
    }
}

/// The variants of an enum, in the order of its values. Where two would have the same name, both
/// spell out their signs, and where that is not enough, the case of their letters.
pub(crate) fn variants(values: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = values.iter().copied().map(variant).collect();
    for spell in [spell_signs, spell_letters] {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for name in &names {
            *counts.entry(name.clone()).or_default() += 1;
        }
        for (name, value) in names.iter_mut().zip(values) {
            if counts.get(name) != Some(&1) {
                *name = variant(&spell(value));
            }
        }
    }
    names
}

fn variant(value: &str) -> String {
    let name = camel(value);
    if name.is_empty() {
        return camel(&spell_signs(value));
    }
    let name = letter_first(name);
    if name == CATCH_ALL || !is_legal(&name) { format!("{name}Value") } else { name }
}

/// Writes signs as words, for values that differ by nothing else.
fn spell_signs(value: &str) -> String {
    if value.is_empty() { "empty".to_owned() } else { value.chars().map(sign).collect() }
}

/// Also says of which kind letters and digits are.
fn spell_letters(value: &str) -> String {
    let word = |c: char| match c {
        c if c.is_ascii_uppercase() => format!(" upper {c} "),
        c if c.is_ascii_digit() => format!(" digit {c} "),
        c => sign(c),
    };
    value.chars().map(word).collect()
}

fn sign(c: char) -> String {
    match c {
        '*' => " star ".to_owned(),
        '+' => " plus ".to_owned(),
        '-' => " minus ".to_owned(),
        '.' => " dot ".to_owned(),
        '/' => " slash ".to_owned(),
        '_' => " underscore ".to_owned(),
        c if c.is_ascii_alphanumeric() => c.to_string(),
        c => format!(" u{:x} ", u32::from(c)),
    }
}

/// The singular of an English plural, as far as the names of lists need it.
pub(crate) fn singular(words: &str) -> String {
    let cut = |end: usize, tail: &str| format!("{}{tail}", &words[..words.len() - end]);
    let ends = |tails: &[&str]| tails.iter().any(|tail| words.ends_with(tail));
    if words.ends_with("ies") && words.len() > 4 {
        cut(3, "y")
    } else if ends(&["sses", "xes", "ches", "shes"])
        || words.ends_with("uses") && words.len() > 4
    {
        cut(2, "")
    } else if words.ends_with('s') && !ends(&["ss", "us", "is"]) {
        cut(1, "")
    } else {
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_are_legal_and_distinct() {
        let table = [
            ("off_session", "OffSession"),
            ("self", "SelfValue"),
            ("unrecognized", "UnrecognizedValue"),
            ("3ds", "V3ds"),
            ("1.0.2", "V102"),
            ("*", "Star"),
            ("en-GB", "EnGb"),
            ("none", "None"),
            ("[redacted]", "Redacted"),
        ];
        for (value, name) in table {
            assert_eq!(variants(&[value]), [name], "{value}");
        }
        let zones = ["Etc/GMT+1", "Etc/GMT-1", "Etc/GMT1", "UTC"];
        assert_eq!(
            variants(&zones),
            ["EtcSlashGmtPlus1", "EtcSlashGmtMinus1", "EtcSlashGmt1", "Utc"]
        );
        let cases = ["EU", "eu", "2d", "v2d"];
        assert_eq!(variants(&cases), ["UpperEUpperU", "Eu", "Digit2D", "VDigit2D"]);
    }

    #[test]
    fn fields_avoid_keywords_and_our_methods() {
        let table = [
            ("type", "type_"),
            ("in", "in_"),
            ("self", "self_"),
            ("3ds", "_3ds"),
            ("size", "size"),
        ];
        for (wire, name) in table {
            assert_eq!(field(wire), name);
        }
        assert_eq!((setter("get"), setter("maybe")), ("get_".into(), "maybe_".into()));
        assert_eq!(module("webhook"), "webhook_");
        assert_eq!(file("Type"), "type_");
    }

    #[test]
    fn singulars() {
        let table = [
            ("guest_lists", "guest_list"),
            ("allowed_countries", "allowed_country"),
            ("taxes", "tax"),
            ("glasses", "glass"),
            ("status", "status"),
            ("statuses", "status"),
            ("business", "business"),
            ("types", "type"),
        ];
        for (plural, name) in table {
            assert_eq!(singular(plural), name);
        }
    }
}
