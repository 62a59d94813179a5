//! Rust identifiers from the words of the API. Nothing else in the generator makes names.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Words that cannot be, or should not be, the name of a type: Rust's own, those that every
/// emitted file knows from the runtime, and those that say nothing alone.
const RESERVED_TYPES: &[&str] = &[
    "Box",
    "Default",
    "Err",
    "From",
    "Into",
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
    "Deleted",
    "Error",
    "Expand",
    "Expandable",
    "Fields",
    "List",
    "Opaque",
    "ParamValue",
    "Params",
    "Range",
    "RawObject",
    "Request",
    "Response",
    "SearchResult",
    "Secret",
    "Timestamp",
    "Unrecognized",
    "Data",
    "Id",
    "Kind",
    "Name",
    "Object",
    "Type",
    "Value",
];

/// Modules that the crate has already.
const RESERVED_MODULES: &[&str] =
    &["blocking", "params", "runtime", "testing", "transport", "version", "webhook"];

/// Methods that every parameter type has already.
const RESERVED_SETTERS: &[&str] = &["clone", "default", "eq", "fmt", "get", "new"];

/// The variant for texts that an enum does not know.
pub(crate) const CATCH_ALL: &str = "Unrecognized";

/// A type's name.
pub(crate) fn camel(words: &str) -> String {
    words.to_upper_camel_case()
}

/// Whether a type can have this name.
pub(crate) fn is_free(name: &str) -> bool {
    !RESERVED_TYPES.contains(&name) && syn::parse_str::<syn::Ident>(name).is_ok()
}

/// The file of a type.
pub(crate) fn file(name: &str) -> String {
    keyword_safe(name.to_snake_case())
}

/// A module.
pub(crate) fn module(words: &str) -> String {
    let name = words.to_snake_case();
    if RESERVED_MODULES.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        keyword_safe(name)
    }
}

/// A field, a setter or a method.
pub(crate) fn field(wire: &str) -> String {
    let name = wire.to_snake_case();
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
    keyword_safe(if starts_well { name } else { format!("_{name}") })
}

/// A setter, which must not hide a method of ours.
pub(crate) fn setter(wire: &str) -> String {
    let name = field(wire);
    if RESERVED_SETTERS.contains(&name.as_str()) { format!("{name}_") } else { name }
}

/// A constant.
pub(crate) fn constant(path: &str) -> String {
    path.to_snake_case().to_uppercase()
}

/// The variants of an enum, in the order of its values.
pub(crate) fn variants<'a>(
    values: impl Iterator<Item = &'a str> + Clone,
) -> Vec<String> {
    let plain: Vec<String> = values.clone().map(variant).collect();
    let is_alone =
        |name: &String| plain.iter().filter(|other| *other == name).count() == 1;
    plain
        .iter()
        .zip(values)
        .map(
            |(name, value)| {
                if is_alone(name) { name.clone() } else { variant(&spell_out(value)) }
            },
        )
        .collect()
}

fn variant(value: &str) -> String {
    let name = camel(value);
    if name.is_empty() {
        return camel(&spell_out(value));
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        return format!("V{name}");
    }
    if name == CATCH_ALL || syn::parse_str::<syn::Ident>(&name).is_err() {
        return format!("{name}Value");
    }
    name
}

/// Writes signs as words, for values that differ by nothing else.
fn spell_out(value: &str) -> String {
    let word = |c: char| match c {
        '*' => " star ".to_owned(),
        '+' => " plus ".to_owned(),
        '-' => " minus ".to_owned(),
        '.' => " dot ".to_owned(),
        '/' => " slash ".to_owned(),
        '_' => " underscore ".to_owned(),
        c if c.is_ascii_alphanumeric() => c.to_string(),
        c => format!(" u{:x} ", u32::from(c)),
    };
    if value.is_empty() { "empty".to_owned() } else { value.chars().map(word).collect() }
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

fn keyword_safe(name: String) -> String {
    if syn::parse_str::<syn::Ident>(&name).is_ok() { name } else { format!("{name}_") }
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
            assert_eq!(variants([value].into_iter()), [name], "{value}");
        }
        let zones = ["Etc/GMT+1", "Etc/GMT-1", "Etc/GMT1", "UTC"];
        assert_eq!(
            variants(zones.into_iter()),
            ["EtcSlashGmtPlus1", "EtcSlashGmtMinus1", "EtcSlashGmt1", "Utc"]
        );
    }

    #[test]
    fn fields_avoid_keywords_and_our_methods() {
        let table = [
            ("type", "type_"),
            ("in", "in_"),
            ("self", "self_"),
            ("3ds", "_3ds"),
            ("price", "price"),
        ];
        for (wire, name) in table {
            assert_eq!(field(wire), name);
        }
        assert_eq!(setter("get"), "get_");
        assert_eq!(module("webhook"), "webhook_");
        assert_eq!(file("Type"), "type_");
    }

    #[test]
    fn singulars() {
        let table = [
            ("line_items", "line_item"),
            ("allowed_countries", "allowed_country"),
            ("taxes", "tax"),
            ("addresses", "address"),
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
