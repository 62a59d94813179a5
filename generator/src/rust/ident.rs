//! Makes Rust identifiers from the words of the API. All identifiers are made here.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use crate::input::portable;

/// A name in Rust: an identifier that is not a keyword.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ident(String);

impl Ident {
    /// Returns the name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the name with a suffix of letters, digits and `_`.
    fn with(&self, suffix: &str) -> Self {
        Self(format!("{}{suffix}", self.0))
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(proc_macro2::Ident::new(&self.0, Span::call_site()));
    }
}

/// Names that emitted types cannot have: those of Rust, those of the runtime that emitted files
/// import, and type parameters.
const RESERVED_TYPES: &[&str] = &[
    "M",
    "T",
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
    "Async",
    "Bytes",
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
    "FileUpload",
    "Expands",
    "IntoParam",
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

/// Names that say nothing on their own and are never proposed.
const VAGUE_TYPES: &[&str] = &["Data", "Id", "Kind", "Name", "Object", "Type", "Value"];

/// Modules that the crate has already, and folders that Cargo treats specially.
const RESERVED_MODULES: &[&str] = &[
    "bin",
    BLOCKING,
    "client",
    "lib",
    "main",
    "params",
    "runtime",
    FIXTURES,
    GUIDES,
    "testing",
    "transport",
    "version",
    "webhook",
];

/// Files that every module can have.
pub(crate) const RESERVED_FILES: &[&str] = &[CODEC, PAYLOAD];

/// The file with the tables of a module.
pub(crate) const CODEC: &str = "codec";

/// The module of the blocking client.
pub(crate) const BLOCKING: &str = "blocking";

/// The module of fixtures.
pub(crate) const FIXTURES: &str = "fixtures";

/// The module of guides.
pub(crate) const GUIDES: &str = "guides";

/// The file with the typed payloads of events.
pub(crate) const PAYLOAD: &str = "payload";

/// Methods that every parameter type has.
const RESERVED_SETTERS: &[&str] =
    &["clone", "default", "eq", "fmt", "get", "maybe", "new"];

/// Methods that every accessor has.
const RESERVED_METHODS: &[&str] = &["clone", "new"];

/// Methods that the client has, including private ones.
const RESERVED_ENTRIES: &[&str] = &[
    "builder",
    "clone",
    "derive",
    "execute",
    "from_env",
    "mocked",
    "new",
    "new_with",
    "pages",
    "raw",
    "with_account",
    "with_api_key",
    "with_context",
];

/// The name of the other argument of an operation.
const RESERVED_ARGUMENTS: &[&str] = &["params"];

/// The variant for values that an enum does not know.
pub(crate) const CATCH_ALL: &str = "Unrecognized";

/// Converts words to CamelCase. The result can be a reserved name or start with a digit.
pub(crate) fn camel(words: &str) -> String {
    ascii(words).to_upper_camel_case()
}

/// Returns `true` if a type may be proposed this name.
pub(crate) fn is_free(name: &str) -> bool {
    !VAGUE_TYPES.contains(&name) && is_possible(name)
}

/// Returns `true` if a type can have this name.
fn is_possible(name: &str) -> bool {
    !RESERVED_TYPES.contains(&name) && is_legal(name)
}

/// Returns `true` if this can be the path of a type in the crate.
pub(crate) fn is_type_path(path: &str) -> bool {
    let Some((module, name)) = path.rsplit_once("::") else { return false };
    let first = module.split("::").next().unwrap_or_default();
    !RESERVED_MODULES.contains(&first)
        && module.split("::").all(|name| is_legal(name) && !portable::is_device(name))
        && is_possible(name)
}

/// Returns `true` if a method can have this name.
pub(crate) fn is_method(name: &str) -> bool {
    is_legal(name) && !RESERVED_METHODS.contains(&name)
}

/// Returns the name of a component's type: the given name, extended by a word if it
/// cannot be used on its own.
pub(crate) fn component(name: &str) -> String {
    let name = if is_legal(name) { name.to_owned() } else { letter_first(camel(name)) };
    if is_free(&name) { name } else { format!("{name}Object") }
}

/// Returns the name of a type that was chosen, or that the lock or the scope gives.
pub(crate) fn type_name(name: &str) -> Ident {
    let name = if is_legal(name) { name.to_owned() } else { letter_first(camel(name)) };
    Ident(if is_legal(&name) { name } else { format!("{name}Type") })
}

/// Returns the file of a type.
pub(crate) fn file(name: &str) -> String {
    storable(snake(name))
}

/// Extends a name that cannot be that of a file or folder on every system.
fn storable(name: String) -> String {
    if portable::is_device(&name) { format!("{name}_") } else { name }
}

/// The maximum number of modules inside each other. Each is a folder, and the paths of files have a
/// maximum length.
pub(crate) const MOST_MODULES: usize = 16;

/// Returns the name of a module.
pub(crate) fn module(words: &str) -> String {
    let name = storable(snake(words));
    if RESERVED_MODULES.contains(&name.as_str()) { format!("{name}_") } else { name }
}

/// Returns the name of a field or an argument.
pub(crate) fn field(wire: &str) -> Ident {
    Ident(snake(wire))
}

/// Returns the name of a setter, which must not hide a method of the runtime.
pub(crate) fn setter(wire: &str) -> Ident {
    beside(RESERVED_SETTERS, snake(wire))
}

/// Returns the name of an accessor's method: an operation, or a further accessor.
pub(crate) fn method(word: &str) -> Ident {
    beside(RESERVED_METHODS, snake(word))
}

/// Returns the name of a method of the client, which leads to an accessor.
pub(crate) fn entry(word: &str) -> Ident {
    beside(RESERVED_ENTRIES, snake(word))
}

/// Returns the name of an argument for a path parameter.
pub(crate) fn id(wire: &str) -> Ident {
    beside(RESERVED_ARGUMENTS, snake(wire))
}

fn beside(reserved: &[&str], name: String) -> Ident {
    Ident(if reserved.contains(&name.as_str()) { format!("{name}_") } else { name })
}

/// Returns the name of the setter for a further form, such as `default_value_list`, or
/// `type_list` beside `type_`.
pub(crate) fn further_setter(first: &Ident, word: &str) -> Ident {
    Ident(format!("{}_{word}", first.as_str().trim_end_matches('_')))
}

/// Returns the name of the method that clears what `setter` sets.
pub(crate) fn clear(setter: &Ident) -> Ident {
    Ident(format!("clear_{}", setter.as_str().trim_matches('_')))
}

/// Returns the first of `name`, `name_`, `name__` and so on that is not taken, and takes it.
pub(crate) fn free(taken: &mut BTreeSet<Ident>, mut name: Ident) -> Ident {
    while !taken.insert(name.clone()) {
        name = name.with("_");
    }
    name
}

/// Returns the name of a constant.
pub(crate) fn constant(path: &str) -> Ident {
    Ident(ascii(path).to_snake_case().to_uppercase())
}

/// Returns the name of a constant that shows the steps of a path, to distinguish `tax.id`
/// from `tax_id`.
pub(crate) fn stepwise_constant(prefix: &str, path: &str) -> Ident {
    let steps: Vec<String> = path.split('.').map(|step| constant(step).0).collect();
    Ident(format!("{}_{}", constant(prefix), steps.join("__")))
}

/// Converts words to snake_case, as a legal identifier.
fn snake(words: &str) -> String {
    let name = ascii(words).to_snake_case();
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
    let name = if starts_well { name } else { format!("_{name}") };
    if is_legal(&name) { name } else { format!("{name}_") }
}

/// Replaces characters beyond ASCII with their code points: not all are legal in
/// identifiers, and some look alike.
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

/// Returns `true` if this is an identifier and not a keyword. `gen` is a keyword since
/// edition 2024, which the parser does not know.
pub(crate) fn is_legal(name: &str) -> bool {
    name != "gen" && syn::parse_str::<syn::Ident>(name).is_ok()
}

/// Prefixes a name that starts with a digit with a letter.
pub(crate) fn letter_first(name: String) -> String {
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("V{name}")
    } else {
        name
    }
}

/// Returns the variants of an enum, in the order of its values. Values that would get
/// the same name spell out their punctuation and, if that is not enough, the case of
/// their letters.
pub(crate) fn variants(values: &[&str]) -> Vec<Ident> {
    let mut names: Vec<Ident> = values.iter().copied().map(variant).collect();
    for spell in [spell_signs, spell_letters] {
        let mut counts: BTreeMap<Ident, usize> = BTreeMap::new();
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

fn variant(value: &str) -> Ident {
    let name = camel(value);
    if name.is_empty() {
        return Ident(camel(&spell_signs(value)));
    }
    let name = letter_first(name);
    let is_usable = name != CATCH_ALL && is_legal(&name);
    Ident(if is_usable { name } else { format!("{name}Value") })
}

/// Returns the names of a union's variants: those of their types or, if types of several
/// modules share a name, of their components.
pub(crate) fn union_variants(types: &[&Ident], components: &[&str]) -> Vec<Ident> {
    let unique: BTreeSet<&&Ident> = types.iter().collect();
    if unique.len() == types.len() {
        return types.iter().map(|name| (*name).clone()).collect();
    }
    components.iter().map(|name| Ident(component(&camel(name)))).collect()
}

/// Spells out punctuation, for values that differ in nothing else.
fn spell_signs(value: &str) -> String {
    if value.is_empty() { "empty".to_owned() } else { value.chars().map(sign).collect() }
}

/// Spells out the case of letters, too.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(values: &[&str]) -> Vec<String> {
        variants(values).iter().map(ToString::to_string).collect()
    }

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
            assert_eq!(texts(&[value]), [name], "{value}");
        }
        let zones = ["Etc/GMT+1", "Etc/GMT-1", "Etc/GMT1", "UTC"];
        assert_eq!(
            texts(&zones),
            ["EtcSlashGmtPlus1", "EtcSlashGmtMinus1", "EtcSlashGmt1", "Utc"]
        );
        let cases = ["EU", "eu", "2d", "v2d"];
        assert_eq!(texts(&cases), ["UpperEUpperU", "Eu", "Digit2D", "VDigit2D"]);
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
            assert_eq!(field(wire).as_str(), name);
        }
        assert_eq!(
            (setter("get").as_str(), setter("maybe").as_str()),
            ("get_", "maybe_")
        );
        assert_eq!(module("webhook"), "webhook_");
        assert_eq!(file("Type"), "type_");
    }
}
