//! Emits parameter types: named views of one list of fields, with one setter per
//! parameter.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs::{deprecated, doc, naming, prose};
use super::imports::Imports;
use super::{emitter, ident};
use crate::model::{Api, Operation, Param, Params, Shape, Type, TypeDef};
use crate::output::layout::{Body, Item, Member, Method};

/// The threshold of `clippy::too_many_arguments`.
const MOST_ARGUMENTS: usize = 7;

/// Returns the source file of this emitter.
pub(super) fn source() -> String {
    emitter(module_path!())
}

/// ```ignore
/// /// An item to buy.
/// #[derive(Clone, Default, PartialEq)]
/// #[must_use = "parameters do nothing until they are sent"]
/// pub struct LineItemParams {
///     pub(super) fields: Fields,
/// }
///
/// impl LineItemParams {
///     /// Creates an empty set of parameters.
///     pub fn new() -> Self {
///         Self::default()
///     }
///
///     /// The id of the price.
///     #[inline]
///     pub fn price(mut self, value: impl IntoParam<String>) -> Self {
///         self.fields.text("price", value);
///         self
///     }
/// }
/// ```
pub(super) fn emit(
    api: &Api,
    def: &TypeDef,
    params: &Params,
    imports: &mut Imports,
) -> Vec<Item> {
    let name = ident(&def.name.ident);
    let origin = &def.origins[0];
    let fallback = match origin.path.as_str() {
        "" => format!("Parameters of {}.", senders(api, def)),
        path => format!("Parameters in `{path}`."),
    };
    let mut text = def.docs.text().to_owned();
    if params.fields.is_empty() {
        let note = "It has no members, and a form cannot express an empty object: a call \
                    that sets it is rejected.";
        text =
            if text.is_empty() { note.to_owned() } else { format!("{text}\n\n{note}") };
    }
    let docs = prose(&text, &fallback, def.page.as_deref());
    let fields = imports.item("crate::runtime::encode", "Fields");
    let default =
        if params.arguments.is_empty() { quote!(Default,) } else { TokenStream::new() };
    let definition = Item::Code(quote! {
        #docs
        #[derive(Clone, #default PartialEq)]
        #[must_use = "parameters do nothing until they are sent"]
        pub struct #name { pub(super) fields: #fields, }
    });
    let mut members = vec![constructor(api, def, params, imports)];
    for param in &params.fields {
        members.extend(setters(api, def, param, imports));
    }
    vec![definition, Item::Impl { header: quote!(impl #name), members }]
}

/// Returns the routes that take these parameters.
fn senders(api: &Api, def: &TypeDef) -> String {
    let sends = |o: &&Operation| o.params.is_some_and(|id| api.get(id).name == def.name);
    let senders = api.operations.iter().filter(sends);
    let routes: Vec<String> =
        senders.map(|operation| format!("`{}`", operation.route())).collect();
    routes.join(" and ")
}

/// Emits `new`, which takes the required parameters:
/// ```ignore
/// pub fn new(price: impl Into<String>) -> Self {
///     Self { fields: Fields::new() }.price(price)
/// }
/// ```
fn constructor(
    api: &Api,
    def: &TypeDef,
    params: &Params,
    imports: &mut Imports,
) -> Member {
    if params.arguments.is_empty() {
        return Member::Code(quote! {
            #[doc = " Creates an empty set of parameters."]
            pub fn new() -> Self { Self::default() }
        });
    }
    let fields = imports.item("crate::runtime::encode", "Fields");
    let required: Vec<&Param> =
        params.arguments.iter().map(|i| &params.fields[*i]).collect();
    let names: Vec<Ident> = required.iter().map(|param| ident(&param.ident)).collect();
    let types = required.iter().zip(&names).map(|(param, name)| {
        Setter::new(api, def, param, first_form(&param.ty), name, imports).argument
    });
    let types: Vec<TokenStream> = types.collect();
    let many = (names.len() > MOST_ARGUMENTS).then(|| {
        let reason = "all arguments are required";
        quote!(#[allow(clippy::too_many_arguments, reason = #reason)])
    });
    let deprecated = required.iter().any(|param| param.deprecated).then(|| {
        let reason = "deprecated parameters can be required";
        quote!(#[allow(deprecated, reason = #reason)])
    });
    Member::from(Method {
        attributes: quote! {
            #[doc = " Creates parameters with the required values."]
            #many
            #deprecated
        },
        name: "new".to_owned(),
        arguments: names
            .iter()
            .zip(types)
            .map(|(name, ty)| quote!(#name: #ty))
            .collect(),
        returns: quote!(Self),
        body: Body::Chain(
            quote!(Self { fields: #fields::new() }),
            names.iter().map(|name| (name.to_string(), name.to_string())).collect(),
        ),
    })
}

/// Emits the setter or, for several forms, the setters, and the method that clears.
fn setters(
    api: &Api,
    def: &TypeDef,
    param: &Param,
    imports: &mut Imports,
) -> Vec<Member> {
    let mut all: Vec<Member> = param
        .forms()
        .map(|(name, ty)| setter(api, def, param, name, ty, imports))
        .collect();
    if param.clearable {
        all.push(clear(param));
    }
    all
}

/// Returns the required parameters whose value can be such that nothing is sent.
pub(super) fn must_be_set<'a>(api: &Api, params: &'a Params) -> Vec<&'a str> {
    let required = params.arguments.iter().map(|i| &params.fields[*i]);
    required
        .filter(|param| can_be_empty(api, first_form(&param.ty)))
        .map(|param| param.wire.as_str())
        .collect()
}

/// Returns `true` if a value can be such that nothing is sent.
fn can_be_empty(api: &Api, ty: &Type) -> bool {
    match ty {
        Type::Map(_) | Type::Range => true,
        Type::Named(id) => match &api.get(*id).shape {
            Shape::Params(params) => {
                let mut required = params.fields.iter().filter(|param| param.required);
                required.all(|param| can_be_empty(api, &param.ty))
            }
            _ => false,
        },
        _ => false,
    }
}

fn first_form(ty: &Type) -> &Type {
    match ty {
        Type::Choice(members) => members.first().unwrap_or(ty),
        ty => ty,
    }
}

fn setter(
    api: &Api,
    def: &TypeDef,
    param: &Param,
    name: &str,
    ty: &Type,
    imports: &mut Imports,
) -> Member {
    let docs = prose(&param.docs, &format!("Sets `{}`.", param.wire), None);
    let (deprecated, naming) = (deprecated(param.deprecated), naming(name));
    // A short name: different printers would lay out long ones differently.
    let value = ident("value");
    let setter = Setter::new(api, def, param, ty, &value, imports);
    let (ty, call) = (setter.argument, setter.call);
    Member::from(Method {
        attributes: quote!(#docs #deprecated #naming #[inline]),
        name: name.to_owned(),
        arguments: vec![quote!(mut self), quote!(#value: #ty)],
        returns: quote!(Self),
        body: Body::Code(quote!(self.fields.#call; self)),
    })
}

fn clear(param: &Param) -> Member {
    let docs =
        doc(&format!("Clears `{}` on the server by sending it empty.", param.wire));
    let (deprecated, wire) = (deprecated(param.deprecated), &param.wire);
    Member::from(Method {
        attributes: quote!(#docs #deprecated #[inline]),
        name: param.clear.clone(),
        arguments: vec![quote!(mut self)],
        returns: quote!(Self),
        body: Body::Code(quote!(self.fields.clear(#wire); self)),
    })
}

/// The argument type of a setter, and the call that stores the value.
struct Setter {
    argument: TokenStream,
    call: TokenStream,
}

impl Setter {
    fn new(
        api: &Api,
        def: &TypeDef,
        param: &Param,
        ty: &Type,
        name: &Ident,
        imports: &mut Imports,
    ) -> Self {
        let wire = &param.wire;
        let (argument, method) = match ty {
            Type::String | Type::Secret if param.secret => {
                (into(&quote!(String), imports), "secret")
            }
            Type::String | Type::Secret => (into(&quote!(String), imports), "text"),
            Type::Integer => (quote!(i64), "integer"),
            Type::Number => (quote!(f64), "number"),
            Type::Boolean => (quote!(bool), "boolean"),
            Type::Decimal => (into(&imports.runtime("Decimal"), imports), "decimal"),
            Type::Timestamp => {
                (into(&imports.runtime("Timestamp"), imports), "timestamp")
            }
            Type::Range => {
                let range = into(&imports.runtime("RangeFilter"), imports);
                return Self {
                    argument: range,
                    call: quote!(set(#wire, #name.into_param())),
                };
            }
            Type::Array(of) if **of == Type::String => {
                (quote!(impl IntoIterator<Item = impl Into<String>>), "texts")
            }
            Type::Array(of) => {
                let item = item(api, def, of, imports);
                (quote!(impl IntoIterator<Item = #item>), "list")
            }
            Type::Map(of) if **of == Type::String => {
                let pair = quote!((impl Into<String>, impl Into<String>));
                (quote!(impl IntoIterator<Item = #pair>), "text_map")
            }
            Type::Map(of) => {
                let item = item(api, def, of, imports);
                (quote!(impl IntoIterator<Item = (impl Into<String>, #item)>), "map")
            }
            ty => (item(api, def, ty, imports), "set"),
        };
        let method = ident(method);
        Self { argument, call: quote!(#method(#wire, #name)) }
    }
}

/// Returns the runtime's type for a value, if it has one.
pub(super) fn runtime_value(ty: &Type) -> Option<&'static str> {
    match ty {
        Type::Decimal => Some("Decimal"),
        Type::Timestamp => Some("Timestamp"),
        Type::Range => Some("RangeFilter"),
        Type::Array(of) | Type::Map(of) => runtime_value(of),
        Type::Choice(members) => members.iter().find_map(runtime_value),
        _ => None,
    }
}

/// Returns the bound of everything that converts into a type.
fn into(ty: &TokenStream, imports: &mut Imports) -> TokenStream {
    let bound = imports.runtime("IntoParam");
    quote!(impl #bound<#ty>)
}

/// Returns the type of a value that is passed without conversion.
fn item(api: &Api, def: &TypeDef, ty: &Type, imports: &mut Imports) -> TokenStream {
    match ty {
        Type::String | Type::Secret => quote!(String),
        Type::Integer => quote!(i64),
        Type::Number => quote!(f64),
        Type::Boolean => quote!(bool),
        Type::Decimal => imports.runtime("Decimal"),
        Type::Timestamp => imports.runtime("Timestamp"),
        Type::Range => imports.runtime("RangeFilter"),
        Type::Named(id) => imports.name(&api.get(*id).name, &def.name.module),
        Type::Array(of) => {
            let of = item(api, def, of, imports);
            quote!(Vec<#of>)
        }
        Type::Map(of) => {
            let of = item(api, def, of, imports);
            let map = imports.item("std::collections", "BTreeMap");
            quote!(#map<String, #of>)
        }
        // Inside a list or map there are no setters that could distinguish the forms.
        Type::Choice(_) => item(api, def, first_form(ty), imports),
        Type::Raw(_)
        | Type::Expandable(..)
        | Type::Deletable(..)
        | Type::List(_)
        | Type::SearchResult(_) => imports.runtime("ParamValue"),
    }
}
