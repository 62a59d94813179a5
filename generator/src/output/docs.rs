//! Emits documentation comments.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rust::prose;

/// Emits one attribute per line: several lines in one would become a block comment.
/// Unprintable characters, which names of the API can contain, are escaped.
pub(super) fn doc(text: &str) -> TokenStream {
    let text = prose::escape(text);
    let lines = text.lines().map(|line| {
        let line = if line.is_empty() { String::new() } else { format!(" {line}") };
        quote!(#[doc = #line])
    });
    quote!(#(#lines)*)
}

/// Emits a description, or `fallback` if it is empty, and a link to the API reference.
pub(super) fn prose(text: &str, fallback: &str, page: Option<&str>) -> TokenStream {
    let mut text = if text.trim().is_empty() { fallback } else { text }.to_owned();
    if let Some(page) = page {
        text.push_str(&format!("\n\n[API reference]({page})"));
    }
    doc(&text)
}

/// Method names that clippy takes for those of standard traits.
const TRAIT_METHODS: &[&str] = &[
    "add", "bitand", "bitor", "bitxor", "cmp", "div", "eq", "hash", "index", "mul",
    "rem", "shl", "shr", "sub",
];

/// Prefixes of method names from which clippy infers the receiver.
const CONVENTIONS: &[&str] = &["as_", "from_", "into_", "is_", "to_"];

/// Allows a method to have the name from the API if clippy would prefer another one.
pub(super) fn naming(name: &str) -> TokenStream {
    let lint = if TRAIT_METHODS.contains(&name) {
        quote!(clippy::should_implement_trait)
    } else if CONVENTIONS.iter().any(|beginning| name.starts_with(beginning)) {
        quote!(clippy::wrong_self_convention)
    } else {
        return TokenStream::new();
    };
    quote!(#[allow(#lint, reason = "called as in the API")])
}

/// Emits `#[deprecated]` if the item is deprecated.
pub(super) fn deprecated(is: bool) -> TokenStream {
    if is { quote!(#[deprecated]) } else { TokenStream::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(tokens: &TokenStream) -> String {
        tokens.to_string().replace(' ', "")
    }

    #[test]
    fn each_line_is_a_comment_of_its_own() {
        assert_eq!(
            text(&doc("One.\n\nTwo.")),
            r##"#[doc="One."]#[doc=""]#[doc="Two."]"##
        );
        // A character that would hide code in an editor is not emitted.
        assert!(!text(&doc("a\u{202e}b")).contains('\u{202e}'));
    }

    #[test]
    fn a_fallback_stands_for_an_empty_description() {
        assert_eq!(text(&prose(" ", "It.", None)), text(&doc("It.")));
        let page = prose("Own.", "It.", Some("https://x"));
        assert_eq!(text(&page), text(&doc("Own.\n\n[API reference](https://x)")));
    }

    #[test]
    fn names_from_the_api_that_clippy_would_change_are_allowed() {
        let table = [
            ("add", "should_implement_trait"),
            ("from_date", "wrong_self_convention"),
            ("create", ""),
        ];
        for (name, lint) in table {
            let allowed = text(&naming(name));
            assert_eq!(allowed.is_empty(), lint.is_empty(), "{name}");
            assert!(allowed.contains(lint), "{name}: {allowed}");
        }
        assert_eq!(
            (text(&deprecated(true)).as_str(), text(&deprecated(false)).as_str()),
            ("#[deprecated]", "")
        );
    }
}
