//! Prints `lib.rs`, and `version.rs` with the facts about the document.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::layout::{Item, PART, SourceFile};
use super::{Context, File, cfg, features, modules, tokens};
use crate::diagnostic::Result;
use crate::input::scope::Package;
use crate::model::Omission;
use crate::rust::groups::FULL;
use crate::rust::ident::{BLOCKING, FIXTURES, GUIDES};
use crate::rust::{Crate, Shape};

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    let package = &context.inputs.scope.package;
    let files = vec![lib(context.krate, package), version(context.krate)];
    context.print("crate_root", files)
}

/// Returns `lib.rs`: the public names of the runtime, and the modules.
fn lib(krate: &Crate, package: &Package) -> SourceFile {
    let modules = modules::of(krate);
    let top = modules.keys().filter(|path| !path.contains("::"));
    let mut names: Vec<(&str, bool)> = top.map(|path| (path.as_str(), true)).collect();
    names.extend([("runtime", false), ("version", false)]);
    names.extend((!krate.accessors.is_empty()).then_some((BLOCKING, true)));
    names.extend((!krate.fixtures.is_empty()).then_some((FIXTURES, false)));
    names.extend(krate.pages.contains_key(GUIDES).then_some((GUIDES, true)));
    names.sort_unstable();
    let declare = |(name, is_public): &(&str, bool)| -> TokenStream {
        let module = tokens(name);
        match (*is_public, *name) {
            (true, GUIDES) => quote!(#[cfg(doc)] pub mod #module;),
            (true, BLOCKING) => quote!(pub mod #module;),
            (true, path) => {
                let condition = cfg::attribute(&krate.features_of_module(path));
                quote!(#condition pub mod #module;)
            }
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
    // Shows on docs.rs which feature an item needs.
    let mut items = vec![Item::Code(quote!(#![cfg_attr(docsrs, feature(doc_cfg))]))];
    items.extend(krate.groups.iter().flat_map(|_| for_parts()));
    items.extend([
        Item::Lines(split(true)),
        Item::Lines(split(false)),
        Item::Lines(exports),
    ]);
    SourceFile {
        path: "lib.rs".to_owned(),
        docs: front(krate, package),
        imports: Vec::new(),
        items,
    }
}

/// Returns the items that only a crate with features needs.
fn for_parts() -> [Item; 2] {
    let part = tokens(PART);
    [
        // Descriptions link to what is not compiled.
        Item::Code(quote! {
            #![cfg_attr(not(feature = #FULL), allow(rustdoc::broken_intra_doc_links))]
        }),
        Item::Code(quote! {
            #[doc = " Repeats a condition for each item of a part of a module."]
            #[allow(unused_macros, reason = "features decide which modules have parts")]
            macro_rules! #part {
                (#[$condition:meta] $($item:item)*) => { $(#[$condition] $item)* };
            }
        }),
    ]
}

/// Returns the front page: that of the book or else the description, the features, and the
/// operations that are missing.
fn front(krate: &Crate, package: &Package) -> String {
    let page = krate.pages.get("lib").unwrap_or(&package.description);
    let mut text = page.to_owned() + &features::section(krate, package);
    let (legacy, unsupported): (Vec<&Omission>, Vec<&Omission>) =
        krate.omitted.iter().partition(|omission| omission.legacy);
    if !unsupported.is_empty() {
        text.push_str(MISSING);
    }
    for Omission { route, reason, .. } in unsupported {
        text.push_str(&format!("- `{route}`: {reason}\n"));
    }
    if !legacy.is_empty() {
        text.push_str(LEGACY);
    }
    for Omission { route, .. } in legacy {
        text.push_str(&format!("- `{route}`\n"));
    }
    text
}

/// The beginning of the list of missing operations.
const MISSING: &str = "\n\n# Operations that are not supported\n\n\
    The API has these operations, too. The part that this crate does not support is:\n\n";

/// The beginning of the list of legacy operations.
const LEGACY: &str = "\n\n# Legacy operations\n\n\
    The API has these operations for old programs. None of Stripe's libraries offers them, and \
    neither does this crate:\n\n";

/// Returns `version.rs`.
fn version(krate: &Crate) -> SourceFile {
    let secrets = secrets(krate);
    let Crate { version, digest, .. } = krate;
    SourceFile {
        path: "version.rs".to_owned(),
        docs: "The document from which this crate was generated.".to_owned(),
        imports: Vec::new(),
        items: vec![
            Item::Code(quote! {
                #[doc = " The API version that this crate speaks, sent with every call."]
                pub const API_VERSION: &str = #version;
            }),
            Item::Code(quote! {
                #[doc = " SHA-256 of the official document that this crate was generated from."]
                pub const DOCUMENT_SHA256: &str = #digest;
            }),
            Item::Code(quote! {
                #[doc = " The parameters that must not be printed."]
                #[cfg(feature = "serialize")]
                pub(crate) const SECRET_PARAMS: &[&str] = &[#(#secrets),*];
            }),
        ],
    }
}

/// Returns the names of all secret parameters, sorted.
fn secrets(krate: &Crate) -> BTreeSet<&str> {
    let params = krate.types.iter().filter_map(|def| match &def.shape {
        Shape::Params(params) => Some(&params.fields),
        _ => None,
    });
    params
        .flatten()
        .map(|param| &param.api)
        .filter(|param| param.secret)
        .map(|param| param.wire.as_str())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Api, Param, Received, Sent};
    use crate::testing::{
        assert_code, emitted, field, grouped, has_code, inputs, param,
    };

    #[test]
    fn the_root_declares_the_modules_that_exist() {
        let mut api = Api::empty();
        let boat = api.object("boat", [field("id", Received::String)]);
        api.operation("GET /v1/boats", Received::Named(boat));
        let files = emitted(emit, &api.planned(), &inputs());
        assert_code(
            &files["src/lib.rs"],
            &[
                "//! An invented API.",
                "pub mod blocking; pub mod boats;",
                "#[cfg(feature = \"testing\")] mod fixtures; mod runtime; mod version;",
                "pub use self::runtime::*;",
            ],
        );
        let mut bare = Api::empty().planned();
        bare.pages.insert("lib".to_owned(), "The front page.".to_owned());
        bare.pages.insert("guides".to_owned(), String::new());
        let lib = &emitted(emit, &bare, &inputs())["src/lib.rs"];
        assert_code(
            lib,
            &["//! The front page.", "#[cfg(doc)] pub mod guides; mod runtime;"],
        );
        assert!(!has_code(lib, "mod fixtures") && !has_code(lib, "mod blocking"));
    }

    #[test]
    fn modules_have_the_features_of_what_they_contain() {
        let krate = grouped(&["GET /v1/boats", "GET /v1/oars"], &[]);
        let lib = &emitted(emit, &krate, &inputs())["src/lib.rs"];
        assert_code(
            lib,
            &[
                "//! # Features for resources",
                "#![cfg_attr(not(feature = \"full\"), allow(rustdoc::broken_intra_doc_links))]",
                "macro_rules! part {",
                "pub mod blocking; #[cfg(feature = \"boats\")] pub mod boats;",
            ],
        );
    }

    #[test]
    fn the_version_has_the_facts_about_the_document_and_the_names_of_secrets() {
        let mut api = Api::empty();
        let create = api.operation("POST /v1/boats", Received::String);
        let secret = |wire| Param { secret: true, ..param(wire, Sent::String) };
        let inner = api.params(create, "main_sail", [secret("code"), secret("key")]);
        api.params(create, "", [secret("key"), param("sail", Sent::Named(inner))]);
        let files = emitted(emit, &api.planned(), &inputs());
        assert_code(
            &files["src/version.rs"],
            &[
                "pub const API_VERSION: &str = \"2030-01-01\";",
                "pub const DOCUMENT_SHA256: &str = \"0123456789abcdef\";",
                "const SECRET_PARAMS: &[&str] = &[\"code\", \"key\"];",
            ],
        );
    }
}
