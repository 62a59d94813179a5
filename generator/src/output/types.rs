//! Emits types that are received: structs, enums, unions and references.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, doc, prose};
use super::imports::Imports;
use super::{emitter, ident};
use crate::model::{Api, Enum, Field, Object, Reference, Shape, Type, TypeDef, Variant};
use crate::output::layout::{self, FieldLine, Item, Member};
use crate::rust::ident::CATCH_ALL;

/// Returns the source file of this emitter.
pub(super) fn source() -> String {
    emitter(module_path!())
}

/// Emits the definition of a type that is received, or of an enum.
pub(super) fn emit(api: &Api, def: &TypeDef, imports: &mut Imports) -> Vec<Item> {
    match &def.shape {
        Shape::Object(object) => emit_object(api, def, object, imports),
        Shape::Enum(set) => vec![emit_enum(def, set, imports)],
        Shape::Union(variants) => vec![emit_union(api, def, variants, imports)],
        Shape::Reference(reference) => vec![emit_reference(def, reference)],
        Shape::Params(_) => Vec::new(),
    }
}

/// ```ignore
/// /// A Checkout Session.
/// #[derive(Clone, Debug, PartialEq)]
/// #[non_exhaustive]
/// pub struct CheckoutSession {
///     /// The unique identifier.
///     pub id: String,
/// }
///
/// impl CheckoutSession {
///     /// The value of `object` in JSON.
///     pub const OBJECT: &'static str = "checkout.session";
/// }
/// ```
fn emit_object(
    api: &Api,
    def: &TypeDef,
    object: &Object,
    imports: &mut Imports,
) -> Vec<Item> {
    let name = ident(&def.name.ident);
    let fallback = match &object.component {
        Some(component) => format!("The API's `{component}`."),
        None => format!("The object at `{}`.", def.origins[0].path),
    };
    let docs = prose(def.docs.text(), &fallback, def.page.as_deref());
    let fields =
        object.fields.iter().map(|field| emit_field(api, def, field, imports)).collect();
    let head = quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct #name
    };
    let definition = Item::Struct { head, fields };
    let mut constants = Vec::new();
    if let Some(tag) = &object.tag {
        constants.push(Member::Text(layout::constant(
            1,
            "The value of `object` in JSON.",
            "OBJECT: &'static str",
            &tag.value,
        )));
    }
    let mut items = vec![definition];
    if !constants.is_empty() {
        items.push(Item::Impl { header: quote!(impl #name), members: constants });
    }
    items
}

fn emit_field(
    api: &Api,
    def: &TypeDef,
    field: &Field,
    imports: &mut Imports,
) -> FieldLine {
    let docs = prose(&field.docs, &format!("`{}` in the API.", field.wire), None);
    let deprecated = deprecated(field.deprecated);
    FieldLine {
        attributes: quote!(#docs #deprecated),
        name: field.ident.clone(),
        ty: field_type(api, &def.name.module, field, imports),
    }
}

fn field_type(
    api: &Api,
    module: &str,
    field: &Field,
    imports: &mut Imports,
) -> TokenStream {
    let ty = value_type(api, module, &field.ty, imports);
    match (field.required, field.boxed) {
        (true, _) => ty,
        (false, false) => quote!(Option<#ty>),
        (false, true) => quote!(Option<Box<#ty>>),
    }
}

/// Returns the Rust type of a received value.
pub(super) fn value_type(
    api: &Api,
    module: &str,
    ty: &Type,
    imports: &mut Imports,
) -> TokenStream {
    let mut inner = |of: &Type| value_type(api, module, of, imports);
    match ty {
        Type::String | Type::Choice(_) => quote!(String),
        Type::Integer => quote!(i64),
        Type::Number => quote!(f64),
        Type::Boolean => quote!(bool),
        Type::Secret => imports.runtime("Secret"),
        Type::Decimal => imports.runtime("Decimal"),
        Type::Timestamp => imports.runtime("Timestamp"),
        Type::Range => imports.runtime("RangeFilter"),
        Type::Raw(_) => imports.runtime("RawObject"),
        Type::Named(id) => imports.name(&api.get(*id).name, module),
        Type::Expandable(id, _) => {
            let reference = imports.name(&api.get(*id).name, module);
            let expandable = imports.runtime("Expandable");
            quote!(#expandable<#reference>)
        }
        Type::Deletable(id, _) => {
            let object = imports.name(&api.get(*id).name, module);
            let deletable = imports.runtime("Deletable");
            quote!(#deletable<#object>)
        }
        Type::Array(of) => {
            let of = inner(of);
            quote!(Vec<#of>)
        }
        Type::Map(of) => {
            let of = inner(of);
            let map = imports.item("std::collections", "BTreeMap");
            quote!(#map<String, #of>)
        }
        Type::List(of) => {
            let of = inner(of);
            let list = imports.runtime("List");
            quote!(#list<#of>)
        }
        Type::SearchResult(of) => {
            let of = inner(of);
            let result = imports.runtime("SearchResult");
            quote!(#result<#of>)
        }
    }
}

/// ```ignore
/// /// The mode of a Checkout Session.
/// #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
/// #[non_exhaustive]
/// pub enum Mode {
///     /// Accepts a one-time payment.
///     Payment,
///     /// A value that this version of the crate does not know.
///     Unrecognized(Unrecognized),
/// }
/// ```
fn emit_enum(def: &TypeDef, set: &Enum, imports: &mut Imports) -> Item {
    let name = ident(&def.name.ident);
    let docs = prose(def.docs.text(), &format!("Values of `{}`.", place(def)), None);
    let variants = set.values.iter().map(|value| {
        let docs = prose(&value.docs, &format!("`{}`", value.wire), None);
        let name = ident(&value.ident);
        quote!(#docs #name,)
    });
    let catch_all = ident(CATCH_ALL);
    let unrecognized = imports.runtime("Unrecognized");
    let docs_of_rest = doc("A value that this version of the crate does not know.");
    Item::Enum {
        head: quote! {
            #docs
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[non_exhaustive]
            pub enum #name
        },
        variants: quote!(#(#variants)* #docs_of_rest #catch_all(#unrecognized),),
    }
}

/// Returns the path of an enum, for its documentation.
fn place(def: &TypeDef) -> &str {
    let origin = &def.origins[0];
    if origin.path.is_empty() { &origin.root } else { &origin.path }
}

/// ```ignore
/// /// The source of a payment.
/// pub enum Source {
///     Card(Box<Card>),
///     Unrecognized(RawObject),
/// }
/// ```
fn emit_union(
    api: &Api,
    def: &TypeDef,
    variants: &[Variant],
    imports: &mut Imports,
) -> Item {
    let name = ident(&def.name.ident);
    let docs = prose(def.docs.text(), &format!("The object in `{}`.", place(def)), None);
    let members: Vec<TokenStream> = variants
        .iter()
        .map(|variant| {
            let name = ident(&variant.ident);
            let ty = imports.name(&api.get(variant.ty).name, &def.name.module);
            let docs = doc(&format!("A `{}`.", variant.tag));
            quote!(#docs #name(Box<#ty>),)
        })
        .collect();
    let catch_all = ident(CATCH_ALL);
    let raw = imports.runtime("RawObject");
    let docs_of_rest = doc("An object that this version of the crate does not know.");
    Item::Enum {
        head: quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name
        },
        variants: quote!(#(#members)* #docs_of_rest #catch_all(#raw),),
    }
}

/// ```ignore
/// /// Marks fields that refer to a `customer`.
/// #[derive(Clone, Copy, Debug)]
/// pub enum CustomerRef {}
/// ```
fn emit_reference(def: &TypeDef, reference: &Reference) -> Item {
    let name = ident(&def.name.ident);
    let targets: Vec<String> =
        reference.targets.iter().map(|t| format!("`{t}`")).collect();
    let kind = match targets.as_slice() {
        [only] => format!("a {only} object"),
        several => format!("an object of one of these kinds: {}", several.join(", ")),
    };
    let fallback =
        format!("Marks [`Expandable`](crate::Expandable) fields that refer to {kind}.");
    let docs = prose(def.docs.text(), &fallback, None);
    Item::Code(quote! {
        #docs
        #[derive(Clone, Copy, Debug)]
        pub enum #name {}
    })
}
