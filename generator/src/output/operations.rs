//! Emits accessors, which lead from the client to the operations.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, doc, naming};
use super::imports::Imports;
use super::{emitter, ident, types};
use crate::model::{Accessor, Api, Operation, Type};
use crate::output::layout::{Body, Call, Item, Member, Method, SourceFile};

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
pub(super) fn emit(api: &Api, index: usize) -> SourceFile {
    let accessor = &api.accessors[index];
    let name = ident(&accessor.name.ident);
    let mut imports = Imports::new([&accessor.name]);
    let client = imports.item("crate::runtime::client", "Client");
    let marker = imports.item("crate::runtime::client", "Async");
    let docs = doc(&summary(api, accessor));
    let definition = Item::Code(quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct #name<M = #marker> { client: #client<M>, }
    });
    let new = quote! {
        pub(crate) fn new(client: &#client<M>) -> Self { Self { client: client.clone() } }
    };
    let mut members = vec![Member::Code(new)];
    members.extend(
        children(api, Some(index)).map(|child| entry(child, &mut imports).into()),
    );
    for operation in accessor.operations.iter().map(|i| &api.operations[*i]) {
        members.push(Member::from(method(api, accessor, operation, &mut imports)));
    }
    let mut items =
        vec![definition, Item::Impl { header: quote!(impl<M> #name<M>), members }];
    if accessor.parent.is_none() {
        let entry = root_entry(accessor);
        items.push(Item::Impl {
            header: quote!(impl<M> #client<M>),
            members: vec![entry.into()],
        });
    }
    SourceFile {
        path: format!(
            "{}/{}.rs",
            accessor.name.module.replace("::", "/"),
            accessor.name.file
        ),
        emitter: emitter(module_path!()),
        docs: String::new(),
        imports: imports.declarations(),
        items,
    }
}

fn children(api: &Api, parent: Option<usize>) -> impl Iterator<Item = &Accessor> {
    api.accessors.iter().filter(move |a| a.parent == parent)
}

fn summary(api: &Api, accessor: &Accessor) -> String {
    let paths: Vec<&str> =
        accessor.operations.iter().map(|i| api.operations[*i].path.as_str()).collect();
    match paths.iter().min_by_key(|path| path.len()) {
        Some(path) => format!("Operations on `{path}`."),
        None => format!("Operations below `{}`.", accessor.segment),
    }
}

fn entry(child: &Accessor, imports: &mut Imports) -> TokenStream {
    let ty = imports.item(&format!("crate::{}", child.name.module), &child.name.ident);
    let name = ident(&child.segment);
    let docs = doc(&format!("Operations of `{}`.", child.segment));
    let naming = naming(&child.segment);
    quote! {
        #docs
        #naming
        pub fn #name(&self) -> #ty<M> { #ty::new(&self.client) }
    }
}

/// An accessor of the client serves asynchronous and blocking calls.
fn root_entry(accessor: &Accessor) -> TokenStream {
    let (name, ty) = (ident(&accessor.segment), ident(&accessor.name.ident));
    let docs = doc(&format!("Operations of `{}`.", accessor.segment));
    let naming = naming(&accessor.segment);
    quote! {
        #docs
        #naming
        pub fn #name(&self) -> #ty<M> { #ty::new(self) }
    }
}

fn method(
    api: &Api,
    accessor: &Accessor,
    operation: &Operation,
    imports: &mut Imports,
) -> Method {
    let mut route = format!("`{}`", operation.route());
    if let Some(page) = &operation.page {
        route.push_str(&format!(" · [API reference]({page})"));
    }
    let description = crate::rust::prose::markdown(&operation.docs);
    let parts = [description.trim(), &operation.guide, &route];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let docs = doc(&parts.join("\n\n"));
    let deprecated = deprecated(operation.deprecated);
    let naming = naming(&operation.ident);
    let response =
        types::value_type(api, &accessor.name.module, &operation.response, imports);
    let call = imports.item("crate::runtime", "Call");
    let arguments = arguments(api, accessor, operation, imports);
    let mut all = vec![quote!(&self)];
    all.extend(arguments);
    Method {
        attributes: quote!(#docs #deprecated #naming),
        name: operation.ident.clone(),
        arguments: all,
        returns: quote!(#call<#response, M>),
        body: Body::Call(request(operation, &call, imports)),
    }
}

fn arguments(
    api: &Api,
    accessor: &Accessor,
    operation: &Operation,
    imports: &mut Imports,
) -> Vec<TokenStream> {
    let mut arguments: Vec<TokenStream> = operation
        .ids
        .iter()
        .map(|id| {
            let name = ident(&id.ident);
            quote!(#name: impl Into<String>)
        })
        .collect();
    if let Some(params) = operation.params {
        let ty = imports.name(&api.get(params).name, &accessor.name.module);
        arguments.push(quote!(params: #ty));
    }
    arguments
}

fn request(operation: &Operation, call: &TokenStream, imports: &mut Imports) -> Call {
    let request = imports.item("crate::runtime::request", "Request");
    let verb = ident(operation.method.verb());
    let mut chain: Vec<TokenStream> = Vec::new();
    for id in &operation.ids {
        let (wire, name) = (&id.wire, ident(&id.ident));
        chain.push(quote!(.id(#wire, #name)));
    }
    if operation.params.is_some() {
        chain.push(quote!(.params(params)));
    }
    if matches!(operation.response, Type::List(_) | Type::SearchResult(_)) {
        chain.push(quote!(.list()));
    }
    Call {
        callee: quote!(#call::new),
        arguments: vec![quote!(&self.client)],
        root: quote!(#request::#verb),
        start: operation.path.clone(),
        chain,
    }
}
