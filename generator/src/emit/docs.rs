//! Documentation comments.

use proc_macro2::TokenStream;
use quote::quote;

use crate::prose;

/// One doc attribute a line: several lines in one would become a block comment.
pub(super) fn doc(text: &str) -> TokenStream {
    let lines = text.lines().map(|line| {
        let line = if line.is_empty() { String::new() } else { format!(" {line}") };
        quote!(#[doc = #line])
    });
    quote!(#(#lines)*)
}

/// The prose of the document, or `fallback` where it has none, and a link to the reference.
pub(super) fn prose(text: &str, fallback: &str, page: Option<&str>) -> TokenStream {
    let mut text = prose::markdown(text);
    if text.trim().is_empty() {
        fallback.clone_into(&mut text);
    }
    if let Some(page) = page {
        text.push_str(&format!("\n\n[API reference]({page})"));
    }
    doc(&text)
}

/// Names that clippy takes for those of traits, where a method has one argument.
const TRAIT_METHODS: &[&str] = &[
    "add", "bitand", "bitor", "bitxor", "cmp", "div", "eq", "hash", "index", "mul",
    "rem", "shl", "shr", "sub",
];

/// Beginnings of names by which clippy tells how a method takes its object.
const CONVENTIONS: &[&str] = &["as_", "from_", "into_", "is_", "to_"];

/// Lets a method be called as in the API, where clippy would rather have another name.
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

/// `#[deprecated]`, if it is.
pub(super) fn deprecated(is: bool) -> TokenStream {
    if is { quote!(#[deprecated]) } else { TokenStream::new() }
}
