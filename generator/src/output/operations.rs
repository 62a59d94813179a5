//! Prints accessors, which lead from the client to the operations.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, doc, naming};
use super::imports::{Imported, Imports};
use super::layout::{Item, SourceFile};
use super::{Context, File, cfg, tokens};
use crate::diagnostic::Result;
use crate::model::Received;
use crate::rust::signature;
use crate::rust::{Accessor, Crate, Features, Operation};

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    let krate = context.krate;
    let files = (0..krate.accessors.len()).flat_map(|index| {
        let parts = parts(&krate.accessors[index], krate);
        let parts = parts.map(move |(part, _)| part_file(krate, index, part));
        std::iter::once(accessor_file(krate, index)).chain(parts)
    });
    context.print("operations", files.collect())
}

/// Returns the files with the operations of an accessor that are not compiled whenever it is, and
/// their features.
fn parts<'a>(
    accessor: &Accessor,
    krate: &'a Crate,
) -> impl Iterator<Item = (&'a str, &'a Features)> {
    let parts = krate.operations_of(accessor);
    let parts = parts.filter_map(|o| Some((o.part.as_deref()?, &o.features)));
    parts.collect::<BTreeMap<_, _>>().into_iter()
}

/// ```ignore
/// /// Operations on `/v1/checkout/sessions`.
/// pub struct CheckoutSessions<M = Async> {
///     client: Client<M>,
/// }
///
/// impl<M> CheckoutSessions<M> {
///     /// Creates a Checkout Session.
///     pub fn create(&self, params: CreateCheckoutSession) -> Call<CheckoutSession, M> {
///         Call::new(&self.client, Request::post("/v1/checkout/sessions").params(params))
///     }
/// }
/// ```
fn accessor_file(krate: &Crate, index: usize) -> SourceFile {
    let accessor = &krate.accessors[index];
    let name = &accessor.name.ident;
    let mut imports = Imports::new([&accessor.name]);
    let client = imports.item("crate::runtime::client", "Client");
    let marker = imports.item("crate::runtime::client", "Async");
    let docs = doc(&summary(krate, accessor));
    let definition = Item::Code(quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct #name<M = #marker> { client: #client<M>, }
    });
    let new = quote! {
        pub(crate) fn new(client: &#client<M>) -> Self { Self { client: client.clone() } }
    };
    let mut members = vec![new];
    let children = children(krate, Some(index));
    members.extend(children.map(|child| entry(accessor, child, &mut imports)));
    for operation in krate.operations_of(accessor).filter(|o| o.part.is_none()) {
        members.push(method(krate, accessor, operation, &mut imports));
    }
    let declarations = parts(accessor, krate).map(|(file, features)| {
        let (condition, file) = (cfg::attribute(features), tokens(file));
        quote!(#condition mod #file;)
    });
    let declarations: Vec<TokenStream> = declarations.collect();
    let mut items = Vec::new();
    items.extend((!declarations.is_empty()).then_some(Item::Lines(declarations)));
    items.extend([definition, Item::Impl { header: quote!(impl<M> #name<M>), members }]);
    if accessor.parent.is_none() {
        let entry = root_entry(accessor);
        items.push(Item::Impl {
            header: quote!(impl<M> #client<M>),
            members: vec![entry],
        });
    }
    SourceFile {
        path: format!("{}.rs", path(accessor)),
        docs: String::new(),
        imports: imports.declarations(),
        items,
    }
}

/// Returns the path of the file of an accessor, without extension.
fn path(accessor: &Accessor) -> String {
    format!("{}/{}", accessor.name.module.replace("::", "/"), accessor.file)
}

/// Returns a file with operations of an accessor, which is a module in that of the accessor.
fn part_file(krate: &Crate, index: usize, part: &str) -> SourceFile {
    let accessor = &krate.accessors[index];
    let mut imports = Imports::default();
    let name = imports.name(&accessor.name, &accessor.name.module);
    let operations = krate.operations_of(accessor);
    let operations = operations.filter(|o| o.part.as_deref() == Some(part));
    let members: Vec<TokenStream> =
        operations.map(|o| method(krate, accessor, o, &mut imports)).collect();
    SourceFile {
        path: format!("{}/{part}.rs", path(accessor)),
        docs: String::new(),
        imports: imports.declarations(),
        items: vec![Item::Impl { header: quote!(impl<M> #name<M>), members }],
    }
}

fn children(krate: &Crate, parent: Option<usize>) -> impl Iterator<Item = &Accessor> {
    krate.accessors.iter().filter(move |a| a.parent == parent)
}

fn summary(krate: &Crate, accessor: &Accessor) -> String {
    let paths: Vec<&str> =
        krate.operations_of(accessor).map(|o| o.api.path.as_str()).collect();
    match paths.iter().min_by_key(|path| path.len()) {
        Some(path) => format!("Operations on `{path}`."),
        None => format!("Operations below `{}`.", accessor.segment),
    }
}

fn entry(accessor: &Accessor, child: &Accessor, imports: &mut Imports) -> TokenStream {
    let features = child.features.within(&accessor.features);
    let mut apart = Imports::written_out();
    let imports = if features.is_always() { imports } else { &mut apart };
    let condition = cfg::attribute(&features);
    let ty = imports
        .item(&format!("crate::{}", child.name.module), child.name.ident.as_str());
    let name = &child.entry;
    let docs = doc(&format!("Operations of `{}`.", child.segment));
    let naming = naming(child.entry.as_str());
    quote! {
        #docs
        #condition
        #naming
        pub fn #name(&self) -> #ty<M> { #ty::new(&self.client) }
    }
}

/// An accessor of the client serves asynchronous and blocking calls.
fn root_entry(accessor: &Accessor) -> TokenStream {
    let (name, ty) = (&accessor.entry, &accessor.name.ident);
    let docs = doc(&format!("Operations of `{}`.", accessor.segment));
    let naming = naming(accessor.entry.as_str());
    quote! {
        #docs
        #naming
        pub fn #name(&self) -> #ty<M> { #ty::new(self) }
    }
}

fn method(
    krate: &Crate,
    accessor: &Accessor,
    operation: &Operation,
    imports: &mut Imports,
) -> TokenStream {
    let docs = doc(&operation.docs);
    let deprecated = deprecated(operation.api.deprecated);
    let naming = naming(operation.ident.as_str());
    let mut paths = Imported { krate, module: &accessor.name.module, imports };
    let response = tokens(&signature::received(&operation.api.response, &mut paths));
    let call = imports.item("crate::runtime", "Call");
    let arguments = arguments(krate, accessor, operation, imports);
    let (name, request) = (&operation.ident, request(operation, imports));
    let new = match operation.api.response {
        Received::Bytes => tokens("download"),
        _ => tokens("new"),
    };
    quote! {
        #docs #deprecated #naming
        pub fn #name(&self, #(#arguments),*) -> #call<#response, M> {
            #call::#new(&self.client, #request)
        }
    }
}

fn arguments(
    krate: &Crate,
    accessor: &Accessor,
    operation: &Operation,
    imports: &mut Imports,
) -> Vec<TokenStream> {
    let mut arguments: Vec<TokenStream> =
        operation.ids.iter().map(|name| quote!(#name: impl Into<String>)).collect();
    if let Some(params) = operation.api.params {
        let ty = imports.name(&krate.get(params).name, &accessor.name.module);
        arguments.push(quote!(params: #ty));
    }
    arguments
}

fn request(operation: &Operation, imports: &mut Imports) -> TokenStream {
    let request = imports.item("crate::runtime::request", "Request");
    let verb = tokens(operation.api.method.verb());
    let path = &operation.api.path;
    let ids = operation.api.ids.iter().map(|id| &id.wire).zip(&operation.ids);
    let ids = ids.map(|(wire, name)| quote!(.id(#wire, #name)));
    let host = operation.api.host.as_ref().map(|host| quote!(.host(#host)));
    let params = operation.api.params.map(|_| quote!(.params(params)));
    let multipart = operation.api.multipart.then(|| quote!(.multipart()));
    let is_list =
        matches!(operation.api.response, Received::List(_) | Received::SearchResult(_));
    let list = is_list.then(|| quote!(.list()));
    quote!(#request::#verb(#path) #host #(#ids)* #params #multipart #list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::scope;
    use crate::model::{Api, Sent};
    use crate::testing::{
        assert_code, emitted, field, has_code, inputs, list, required,
    };

    #[test]
    fn operations_are_methods_that_make_calls() {
        let mut api = Api::empty();
        let boat = api.object("boat", [field("id", Received::String)]);
        api.operation("GET /v1/boats", list(boat));
        let update = api.operation("POST /v1/boats/{boat}", Received::Named(boat));
        api.params(update, "", [required("name", Sent::String)]);
        api.operations[0].deprecated = true;
        let files = emitted(emit, &api.planned(), &inputs());
        assert_code(
            &files["src/boats/operations.rs"],
            &[
                "/// Operations on `/v1/boats`.",
                "pub struct Boats<M = Async> { client: Client<M>, }",
                "/// `GET /v1/boats`\n #[deprecated] pub fn list(&self) -> Call<List<Boat>, M>",
                "Call::new(&self.client, Request::get(\"/v1/boats\").list())",
                "pub fn update(&self, boat: impl Into<String>, params: UpdateBoat) -> Call<Boat, M>",
                "Request::post(\"/v1/boats/{boat}\").id(\"boat\", boat).params(params)",
                "use crate::boats::params::UpdateBoat;",
            ],
        );
    }

    #[test]
    fn uploads_and_downloads_have_their_hosts() {
        let mut api = Api::empty();
        let boat = api.object("boat", [field("id", Received::String)]);
        api.operation("GET /v1/boats", list(boat));
        let upload = api.operation("POST /v1/boats", Received::Named(boat));
        api.operation("GET /v1/boats/{boat}/chart", Received::Bytes);
        api.params(upload, "", [required("chart", Sent::File)]);
        for operation in &mut api.operations[1..] {
            operation.host = Some("charts.example".to_owned());
        }
        api.operations[1].multipart = true;
        let files = emitted(emit, &api.planned(), &inputs());
        assert_code(
            &files["src/boats/operations.rs"],
            &[
                "Call::new(&self.client, Request::post(\"/v1/boats\").host(\"charts.example\").params(params).multipart())",
                "pub fn retrieve_chart(&self, boat: impl Into<String>) -> Call<Bytes, M>",
                "Call::download(&self.client, Request::get(\"/v1/boats/{boat}/chart\").host(\"charts.example\").id(\"boat\", boat))",
                "use crate::runtime::{Bytes, Call, List};",
            ],
        );
    }

    #[test]
    fn what_has_other_features_than_its_accessor_is_marked_or_in_a_file_of_its_own() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        let oar = api.object("oar", []);
        api.operation("GET /v1/boats", list(boat));
        api.operation("GET /v1/boats/{boat}/oars/{oar}", Received::Named(oar));
        let fold = ("/v1/boats/{boat}/oars".to_owned(), "oars".to_owned());
        let groups = scope::Groups { folds: [fold].into(), ..scope::Groups::default() };
        let scope = scope::Scope { groups: Some(groups), ..scope::Scope::default() };
        let files = emitted(emit, &api.planned_with(&scope), &inputs());
        let boats = &files["src/boats/operations.rs"];
        assert_code(
            boats,
            &[
                "#[cfg(feature = \"boats\")] mod boats_operations;",
                "#[cfg(feature = \"oars\")] pub fn oars(&self) -> crate::oars::BoatsOars<M> {",
            ],
        );
        assert!(!has_code(boats, "fn list") && !has_code(boats, "use crate::oars"));
        assert_code(
            &files["src/boats/operations/boats_operations.rs"],
            &["use crate::boats::{Boat, Boats};", "impl<M> Boats<M> {", "pub fn list"],
        );
        assert!(!has_code(&files["src/oars/boats_oars.rs"], "cfg"));
    }

    #[test]
    fn accessors_lead_to_those_below_them() {
        let mut api = Api::empty();
        let boat = api.object("boat", [field("id", Received::String)]);
        api.operation("GET /v1/harbour/boats", list(boat));
        let files = emitted(emit, &api.planned(), &inputs());
        let root = &files["src/harbour/operations.rs"];
        assert_code(
            root,
            &[
                "/// Operations below `harbour`.",
                "pub fn boats(&self) -> HarbourBoats<M> { HarbourBoats::new(&self.client) }",
                "impl<M> Client<M> { /// Operations of `harbour`.\n pub fn harbour(&self) -> Harbour<M> { Harbour::new(self) } }",
            ],
        );
        assert!(!has_code(&files["src/harbour/harbour_boats.rs"], "impl<M> Client<M>"));
    }
}
