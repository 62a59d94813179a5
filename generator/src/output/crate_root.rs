//! Emits `lib.rs`, and `version.rs` with the facts about the document.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::{Module, emitter, ident};
use crate::model::{Api, Shape};
use crate::output::layout::{self, Item, SourceFile};
use crate::rust::ident::{BLOCKING, FIXTURES, GUIDES};

/// Returns `lib.rs`: the public names of the runtime, and the modules.
pub(super) fn lib(
    api: &Api,
    description: &str,
    modules: &BTreeMap<String, Module>,
) -> SourceFile {
    let top = modules.keys().filter(|path| !path.contains("::"));
    let mut names: Vec<(&str, bool)> = top.map(|path| (path.as_str(), true)).collect();
    names.extend([("runtime", false), ("version", false)]);
    names.extend((!api.accessors.is_empty()).then_some((BLOCKING, true)));
    names.extend((!api.fixtures.is_empty()).then_some((FIXTURES, false)));
    names.extend(api.pages.contains_key(GUIDES).then_some((GUIDES, true)));
    names.sort_unstable();
    let declare = |(name, is_public): &(&str, bool)| -> TokenStream {
        let module = ident(name);
        match (*is_public, *name) {
            (true, GUIDES) => quote!(#[cfg(doc)] pub mod #module;),
            (true, _) => quote!(pub mod #module;),
            (false, FIXTURES) => quote!(#[cfg(feature = "testing")] mod #module;),
            (false, _) => quote!(mod #module;),
        }
    };
    let split = |public: bool| {
        names.iter().filter(move |n| n.1 == public).map(declare).collect()
    };
    let exports = vec![
        quote!(
            pub use self::runtime::*;
        ),
        quote!(
            #[cfg(feature = "serialize")]
            use self::version::SECRET_PARAMS;
        ),
        quote!(
            pub use self::version::{API_VERSION, DOCUMENT_SHA256};
        ),
    ];
    SourceFile {
        path: "lib.rs".to_owned(),
        emitter: emitter(module_path!()),
        docs: api.pages.get("lib").cloned().unwrap_or_else(|| description.to_owned()),
        imports: Vec::new(),
        items: vec![
            // Shows on docs.rs which feature an item needs.
            Item::Text("#![cfg_attr(docsrs, feature(doc_cfg))]\n".to_owned()),
            Item::Lines(split(true)),
            Item::Lines(split(false)),
            Item::Lines(exports),
        ],
    }
}

/// Returns `version.rs`.
pub(super) fn version(api: &Api) -> SourceFile {
    let secrets = secrets(api);
    SourceFile {
        path: "version.rs".to_owned(),
        emitter: emitter(module_path!()),
        docs: "The document from which this crate was generated.".to_owned(),
        imports: Vec::new(),
        items: vec![
            Item::Text(layout::constant(
                0,
                "The API version that this crate speaks, sent with every call.",
                "API_VERSION: &str",
                &api.version,
            )),
            Item::Text(layout::constant(
                0,
                "SHA-256 of the official document that this crate was generated from.",
                "DOCUMENT_SHA256: &str",
                &api.digest,
            )),
            Item::Code(quote! {
                #[doc = " The parameters that must not be printed."]
                #[cfg(feature = "serialize")]
                pub(crate) const SECRET_PARAMS: &[&str] = &[#(#secrets),*];
            }),
        ],
    }
}

/// Returns the names of all secret parameters, sorted.
fn secrets(api: &Api) -> BTreeSet<&str> {
    let params = api.types.iter().filter_map(|def| match &def.shape {
        Shape::Params(params) => Some(&params.fields),
        _ => None,
    });
    params
        .flatten()
        .filter(|param| param.secret)
        .map(|param| param.wire.as_str())
        .collect()
}
