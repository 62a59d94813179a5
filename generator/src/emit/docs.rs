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

/// `#[deprecated]`, if it is.
pub(super) fn deprecated(is: bool) -> TokenStream {
    if is { quote!(#[deprecated]) } else { TokenStream::new() }
}
