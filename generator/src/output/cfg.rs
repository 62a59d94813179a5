//! Prints the conditions under which items are compiled.

use proc_macro2::TokenStream;

use super::tokens;
use crate::rust::Features;

/// Returns the attribute of an item with these features, if it is not always compiled.
pub(super) fn line(features: &Features) -> Option<String> {
    let names: Vec<String> =
        features.names().map(|name| format!("feature = {name:?}")).collect();
    match names.as_slice() {
        [] => None,
        [only] => Some(format!("#[cfg({only})]")),
        several => Some(format!("#[cfg(any({}))]", several.join(", "))),
    }
}

/// Returns the attribute as tokens.
pub(super) fn attribute(features: &Features) -> TokenStream {
    line(features).map(|line| tokens(&line)).unwrap_or_default()
}

/// Returns the features in words: `` `a`, `b` or `c` ``.
pub(super) fn words(features: &Features) -> String {
    let names: Vec<String> = features.names().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [before @ .., last] if !before.is_empty() => {
            format!("{} or {last}", before.join(", "))
        }
        names => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_of_the_features_is_enough() {
        let table: [(&[&str], Option<&str>, &str); 3] = [
            (&[], None, ""),
            (&["oars"], Some("#[cfg(feature = \"oars\")]"), "`oars`"),
            (
                &["oars", "boats", "sails"],
                Some(
                    "#[cfg(any(feature = \"boats\", feature = \"oars\", feature = \"sails\"))]",
                ),
                "`boats`, `oars` or `sails`",
            ),
        ];
        for (names, cfg, text) in table {
            let features = Features::of(names);
            assert_eq!(line(&features).as_deref(), cfg);
            assert_eq!(words(&features), text);
        }
    }
}
