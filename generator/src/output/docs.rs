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
