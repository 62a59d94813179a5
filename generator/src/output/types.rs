//! Prints the files of types, and the types that are received: structs, enums, unions and
//! references.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, doc, prose};
use super::imports::{Imported, Imports};
use super::layout::{Item, SourceFile};
use super::{Context, File, cfg, params, tokens};
use crate::diagnostic::Result;
use crate::model::{Reference, TypeId};
use crate::rust::ident::CATCH_ALL;
use crate::rust::signature;
use crate::rust::{Crate, Field, Object, Shape, TypeDef, Value, Variant};

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    let is_received = |files: &TypeFile<'_>| !files.is_sent(context.krate);
    let files = files(context.krate).into_iter().filter(is_received);
    context.print("types", files.map(|file| file.source(context.krate)).collect())
}

/// A file with types: an object first, then the enums of its fields.
pub(super) struct TypeFile<'a> {
    module: &'a str,
    file: &'a str,
    types: Vec<TypeId>,
}

/// Returns all files with types.
pub(super) fn files(krate: &Crate) -> Vec<TypeFile<'_>> {
    let mut files: BTreeMap<(&str, &str), Vec<TypeId>> = BTreeMap::new();
    for id in krate.ids() {
        let def = krate.get(id);
        files.entry((&def.name.module, &def.file)).or_default().push(id);
    }
    let file = |((module, file), mut types): (_, Vec<TypeId>)| {
        types.sort_by_key(|id| matches!(krate.get(*id).shape, Shape::Enum(_)));
        TypeFile { module, file, types }
    };
    files.into_iter().map(file).collect()
}

impl TypeFile<'_> {
    /// Returns `true` if the file has a struct that is sent.
    pub(super) fn is_sent(&self, krate: &Crate) -> bool {
        self.types.iter().any(|id| matches!(krate.get(*id).shape, Shape::Params(_)))
    }

    /// Prints the types.
    pub(super) fn source(&self, krate: &Crate) -> SourceFile {
        let types = || self.types.iter().map(|id| krate.get(*id));
        let mut imports = Imports::new(types().map(|def| &def.name));
        let items = types().flat_map(|def| items(krate, def, &mut imports)).collect();
        SourceFile {
            path: format!("{}/{}.rs", self.module.replace("::", "/"), self.file),
            docs: String::new(),
            imports: imports.declarations(),
            items,
        }
    }
}

fn items(krate: &Crate, def: &TypeDef, imports: &mut Imports) -> Vec<Item> {
    match &def.shape {
        Shape::Object(object) => object_items(krate, def, object, imports),
        Shape::Enum(values) => vec![enum_item(def, values, imports)],
        Shape::Union(variants) => vec![union_item(krate, def, variants, imports)],
        Shape::Reference(reference) => vec![reference_item(krate, def, reference)],
        Shape::Params(params) => params::items(krate, def, params, imports),
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
fn object_items(
    krate: &Crate,
    def: &TypeDef,
    object: &Object,
    imports: &mut Imports,
) -> Vec<Item> {
    let name = &def.name.ident;
    let fallback = match &object.component {
        Some(component) => format!("The API's `{component}`."),
        None => format!("The object at `{}`.", def.origin().path),
    };
    let docs = prose(&def.docs, &fallback, def.page.as_deref());
    let fields =
        object.fields.iter().map(|field| field_line(krate, def, field, imports));
    let mut items = vec![Item::Code(quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct #name { #(#fields)* }
    })];
    items.extend(object.tag.as_ref().map(|tag| {
        let value = &tag.value;
        let constant = quote! {
            #[doc = " The value of `object` in JSON."]
            pub const OBJECT: &'static str = #value;
        };
        Item::Impl { header: quote!(impl #name), members: vec![constant] }
    }));
    items
}

fn field_line(
    krate: &Crate,
    def: &TypeDef,
    field: &Field,
    imports: &mut Imports,
) -> TokenStream {
    let docs = prose(&field.docs, &format!("`{}` in the API.", field.api.wire), None);
    let deprecated = deprecated(field.api.deprecated);
    let mut paths = Imported { krate, module: &def.name.module, imports };
    let (name, ty) = (&field.ident, tokens(&signature::field(field, &mut paths)));
    quote!(#docs #deprecated pub #name: #ty,)
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
fn enum_item(def: &TypeDef, values: &[Value], imports: &mut Imports) -> Item {
    let name = &def.name.ident;
    let docs = prose(&def.docs, &format!("Values of `{}`.", place(def)), None);
    let variants = values.iter().map(|value| {
        let docs = prose(&value.docs, &format!("`{}`", value.wire), None);
        let name = &value.ident;
        quote!(#docs #name,)
    });
    let catch_all = tokens(CATCH_ALL);
    let unrecognized = imports.runtime("Unrecognized");
    let docs_of_rest = doc("A value that this version of the crate does not know.");
    Item::Code(quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* #docs_of_rest #catch_all(#unrecognized), }
    })
}

/// Returns the path of an enum, for its documentation.
fn place(def: &TypeDef) -> &str {
    let origin = def.origin();
    if origin.path.is_empty() { &origin.root } else { &origin.path }
}

/// ```ignore
/// /// The source of a payment.
/// pub enum Source {
///     Card(Box<Card>),
///     Unrecognized(RawObject),
/// }
/// ```
fn union_item(
    krate: &Crate,
    def: &TypeDef,
    variants: &[Variant],
    imports: &mut Imports,
) -> Item {
    let name = &def.name.ident;
    let docs = prose(&def.docs, &format!("The object in `{}`.", place(def)), None);
    let members: Vec<TokenStream> = variants
        .iter()
        .map(|variant| {
            let name = &variant.ident;
            let member = krate.get(variant.api.ty);
            let features = member.features.within(&def.features);
            let mut apart = Imports::written_out();
            let imports = if features.is_always() { &mut *imports } else { &mut apart };
            let ty = imports.name(&member.name, &def.name.module);
            let docs = doc(&format!("A `{}`.", variant.api.tag));
            let condition = cfg::attribute(&features);
            quote!(#docs #condition #name(Box<#ty>),)
        })
        .collect();
    let catch_all = tokens(CATCH_ALL);
    let raw = imports.runtime("RawObject");
    let docs_of_rest = doc("An object that this version of the crate does not know.");
    Item::Code(quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#members)* #docs_of_rest #catch_all(#raw), }
    })
}

/// ```ignore
/// /// Marks fields that refer to a `customer`.
/// #[derive(Clone, Copy, Debug)]
/// pub enum CustomerRef {}
/// ```
fn reference_item(krate: &Crate, def: &TypeDef, reference: &Reference) -> Item {
    let name = &def.name.ident;
    let targets: Vec<String> =
        reference.targets.iter().map(|t| format!("`{t}`")).collect();
    let kind = match targets.as_slice() {
        [only] => format!("a {only} object"),
        several => format!("an object of one of these kinds: {}", several.join(", ")),
    };
    let fallback =
        format!("Marks [`Expandable`](crate::Expandable) fields that refer to {kind}.");
    let object = reference.object.map(|id| &krate.get(id).features);
    let condition = object.filter(|features| !features.is_always()).map(|features| {
        let features = cfg::words(features);
        format!("\n\nThe feature {features} has the type of the object.")
    });
    let text = if def.docs.is_empty() { fallback } else { def.docs.clone() };
    let docs = prose(&(text + &condition.unwrap_or_default()), "", None);
    Item::Code(quote! {
        #docs
        #[derive(Clone, Copy, Debug)]
        pub enum #name {}
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Received;
    use crate::model::{Api, Sent};
    use crate::testing::{
        assert_code, emitted, field, inputs, list, optional, param, path,
    };

    /// Emits the types, and returns the text of a file.
    fn file(api: Api, path: &str) -> String {
        let mut files = emitted(emit, &api.planned(), &inputs());
        files.remove(path).unwrap_or_else(|| format!("only {:?}", files.keys()))
    }

    #[test]
    fn values_have_rust_types() {
        let map = |of| Received::Map(Box::new(of));
        let table = [
            (Received::Integer, "i64"),
            (Received::Secret, "Secret"),
            (Received::Raw(Vec::new()), "RawObject"),
            (Received::Array(Box::new(Received::Decimal)), "Vec<Decimal>"),
            (Received::SearchResult(Box::new(Received::Number)), "SearchResult<f64>"),
            (map(Received::Timestamp), "BTreeMap<String, Timestamp>"),
        ];
        for (ty, rust) in table {
            let mut api = Api::empty();
            api.object("boat", [field("x", ty.clone()), optional("y", ty)]);
            let code = file(api, "src/shared/boat.rs");
            assert_code(
                &code,
                &[&format!("pub x: {rust},"), &format!("pub y: Option<{rust}>,")],
            );
        }
    }

    #[test]
    fn an_object_is_a_struct_with_its_discriminator() {
        let mut api = Api::empty();
        let sail = api.object("boat:sail", []);
        let sailor = api.reference("sailor", None);
        let mut old = optional("sail", Received::Named(sail));
        old.deprecated = true;
        old.docs = "The old sail.".to_owned();
        let owner = Received::Expandable(sailor, vec!["sailor".to_owned()]);
        api.object("boat", [field("type", list(sail)), old, field("owner", owner)]);
        let code = file(api, "src/shared/boat.rs");
        assert_code(
            &code,
            &[
                "use crate::shared::{BoatSail, SailorRef};",
                "/// The API's `boat`.",
                "#[non_exhaustive] pub struct Boat {",
                "/// `type` in the API.\n pub type_: List<BoatSail>,",
                "/// The old sail.\n #[deprecated] pub sail: Option<Box<BoatSail>>,",
                "pub owner: Expandable<SailorRef>,",
                "impl Boat { /// The value of `object` in JSON.\n pub const OBJECT: &'static str = \"boat\"; }",
            ],
        );
    }

    #[test]
    fn enums_and_unions_have_a_variant_for_what_is_unknown() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        let oar = api.object("oar", []);
        let part = api.union("boat:main_part", &[boat, oar]);
        let colour = api.choice(path("harbour:light_colour"), &["dark-red"]);
        api.object(
            "harbour",
            [field("part", Received::Named(part)), field("c", Received::Named(colour))],
        );
        let krate = api.planned();
        let files = emitted(emit, &krate, &inputs());
        assert_code(
            &files["src/shared/main_part.rs"],
            &[
                "pub enum MainPart {",
                "/// A `boat`.\n Boat(Box<Boat>),",
                "Oar(Box<Oar>),",
                "Unrecognized(RawObject), }",
            ],
        );
        // An enum is in the file of the object that uses it.
        assert_code(
            &files["src/shared/harbour.rs"],
            &[
                "/// Values of `light_colour`.",
                "pub enum LightColour { /// `dark-red`\n DarkRed,",
                "Unrecognized(Unrecognized), }",
            ],
        );
    }

    #[test]
    fn references_are_markers() {
        let mut api = Api::empty();
        api.reference("sailor", None);
        let code = file(api, "src/shared/references.rs");
        assert_code(
            &code,
            &[
                "refer to a `sailor` object.",
                "#[derive(Clone, Copy, Debug)] pub enum SailorRef {}",
            ],
        );
    }

    #[test]
    fn variants_and_markers_tell_the_features_of_their_objects() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        let event = api.object("signal", []);
        let object = api.union("signal:object", &[boat, event]);
        let kind = api.choice(path("signal:type"), &["boat.sunk"]);
        let carried = std::collections::BTreeMap::new();
        api.events = Some(crate::model::Events { event, object, kind, carried });
        let marker = api.reference("boat", Some(boat));
        let home = Received::Expandable(marker, Vec::new());
        let oar = api.object("oar", [field("home", home)]);
        api.operation("GET /v1/boats", list(boat));
        api.operation("GET /v1/signals", list(event));
        api.operation("GET /v1/oars", list(oar));
        let files = emitted(emit, &api.planned_in_groups(&[]), &inputs());
        let union = &files["src/signals/signal_object.rs"];
        assert_code(
            union,
            &[
                "#[cfg(feature = \"boats\")] Boat(Box<crate::boats::Boat>),",
                "/// A `signal`.\n Signal(Box<Signal>),",
                "use crate::signals::Signal;",
            ],
        );
        assert_code(
            &files["src/boats/references.rs"],
            &["///\n/// The feature `boats` has the type of the object."],
        );
    }

    #[test]
    fn files_with_what_is_sent_are_of_another_output() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        let create = api.operation("POST /v1/boats", Received::Named(boat));
        api.params(create, "", [param("x", Sent::String)]);
        let files = emitted(emit, &api.planned(), &inputs());
        assert_eq!(files.keys().collect::<Vec<_>>(), ["src/boats/boat.rs"]);
    }
}
