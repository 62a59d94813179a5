//! Prints structs that are sent: named views of one list of fields, with one setter per
//! parameter.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{deprecated, doc, naming, prose};
use super::imports::{Imported, Imports};
use super::layout::Item;
use super::{Context, File, tokens, types};
use crate::diagnostic::Result;
use crate::model::Sent;
use crate::rust::signature;
use crate::rust::{Crate, Ident, Operation, Param, Params, TypeDef};

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    let files = types::files(context.krate).into_iter();
    let files = files.filter(|file| file.is_sent(context.krate));
    context.print("params", files.map(|file| file.source(context.krate)).collect())
}

/// The threshold of `clippy::too_many_arguments`.
const MOST_ARGUMENTS: usize = 7;

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
pub(super) fn items(
    krate: &Crate,
    def: &TypeDef,
    params: &Params,
    imports: &mut Imports,
) -> Vec<Item> {
    let name = &def.name.ident;
    let origin = def.origin();
    let fallback = match origin.path.as_str() {
        "" => format!("Parameters of {}.", senders(krate, def)),
        path => format!("Parameters in `{path}`."),
    };
    let mut text = def.docs.clone();
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
    let mut members = vec![constructor(krate, def, params, imports)];
    for param in &params.fields {
        members.extend(setters(krate, def, param, imports));
    }
    vec![definition, Item::Impl { header: quote!(impl #name), members }]
}

/// Returns the routes that take these parameters.
fn senders(krate: &Crate, def: &TypeDef) -> String {
    let is_own = |id| krate.get(id).name == def.name;
    let sends = |operation: &&Operation| operation.api.params.is_some_and(is_own);
    let senders = krate.operations.iter().filter(sends);
    let routes: Vec<String> =
        senders.map(|operation| format!("`{}`", operation.api.route())).collect();
    routes.join(" and ")
}

/// Emits `new`, which takes the required parameters:
/// ```ignore
/// pub fn new(price: impl Into<String>) -> Self {
///     Self { fields: Fields::new() }.price(price)
/// }
/// ```
fn constructor(
    krate: &Crate,
    def: &TypeDef,
    params: &Params,
    imports: &mut Imports,
) -> TokenStream {
    if params.arguments.is_empty() {
        return quote! {
            #[doc = " Creates an empty set of parameters."]
            pub fn new() -> Self { Self::default() }
        };
    }
    let fields = imports.item("crate::runtime::encode", "Fields");
    let names: Vec<&Ident> = params.required().map(|param| &param.ident).collect();
    let types = params.required().map(|param| {
        let name = &tokens(param.ident.as_str());
        Setter::new(krate, def, param, &param.api.ty, name, imports).argument
    });
    let types: Vec<TokenStream> = types.collect();
    let many = (names.len() > MOST_ARGUMENTS).then(|| {
        let reason = "all arguments are required";
        quote!(#[allow(clippy::too_many_arguments, reason = #reason)])
    });
    let deprecated = params.required().any(|param| param.api.deprecated).then(|| {
        let reason = "deprecated parameters can be required";
        quote!(#[allow(deprecated, reason = #reason)])
    });
    quote! {
        #[doc = " Creates parameters with the required values."]
        #many
        #deprecated
        pub fn new(#(#names: #types),*) -> Self {
            Self { fields: #fields::new() } #(.#names(#names))*
        }
    }
}

/// Emits the setter or, for several forms, the setters, and the method that clears.
fn setters(
    krate: &Crate,
    def: &TypeDef,
    param: &Param,
    imports: &mut Imports,
) -> Vec<TokenStream> {
    let mut all: Vec<TokenStream> = param
        .forms()
        .map(|(name, ty)| setter(krate, def, param, name, ty, imports))
        .collect();
    all.extend(param.clear.as_ref().map(|name| clear(param, name)));
    all
}

fn setter(
    krate: &Crate,
    def: &TypeDef,
    param: &Param,
    name: &Ident,
    ty: &Sent,
    imports: &mut Imports,
) -> TokenStream {
    let docs = prose(&param.docs, &format!("Sets `{}`.", param.api.wire), None);
    let (deprecated, naming) = (deprecated(param.api.deprecated), naming(name.as_str()));
    let value = tokens("value");
    let setter = Setter::new(krate, def, param, ty, &value, imports);
    let (ty, call) = (setter.argument, setter.call);
    quote! {
        #docs #deprecated #naming
        #[inline]
        pub fn #name(mut self, #value: #ty) -> Self { self.fields.#call; self }
    }
}

fn clear(param: &Param, name: &Ident) -> TokenStream {
    let docs =
        doc(&format!("Clears `{}` on the server by sending it empty.", param.api.wire));
    let (deprecated, wire) = (deprecated(param.api.deprecated), &param.api.wire);
    quote! {
        #docs #deprecated
        #[inline]
        pub fn #name(mut self) -> Self { self.fields.clear(#wire); self }
    }
}

/// The argument type of a setter, and the call that stores the value.
struct Setter {
    argument: TokenStream,
    call: TokenStream,
}

impl Setter {
    fn new(
        krate: &Crate,
        def: &TypeDef,
        param: &Param,
        ty: &Sent,
        name: &TokenStream,
        imports: &mut Imports,
    ) -> Self {
        let wire = &param.api.wire;
        let (argument, method) = match ty {
            Sent::String if param.api.secret => {
                (into(&quote!(String), imports), "secret")
            }
            Sent::String => (into(&quote!(String), imports), "text"),
            Sent::Integer => (quote!(i64), "integer"),
            Sent::Number => (quote!(f64), "number"),
            Sent::Boolean => (quote!(bool), "boolean"),
            Sent::Decimal => (into(&imports.runtime("Decimal"), imports), "decimal"),
            Sent::Timestamp => {
                (into(&imports.runtime("Timestamp"), imports), "timestamp")
            }
            Sent::Range => {
                let range = into(&imports.runtime("RangeFilter"), imports);
                return Self {
                    argument: range,
                    call: quote!(set(#wire, #name.into_param())),
                };
            }
            Sent::Array(of) if **of == Sent::String => {
                (quote!(impl IntoIterator<Item = impl Into<String>>), "texts")
            }
            Sent::Array(of) => {
                let item = item(krate, def, of, imports);
                (quote!(impl IntoIterator<Item = #item>), "list")
            }
            Sent::Map(of) if **of == Sent::String => {
                let pair = quote!((impl Into<String>, impl Into<String>));
                (quote!(impl IntoIterator<Item = #pair>), "text_map")
            }
            Sent::Map(of) => {
                let item = item(krate, def, of, imports);
                (quote!(impl IntoIterator<Item = (impl Into<String>, #item)>), "map")
            }
            ty => (item(krate, def, ty, imports), "set"),
        };
        let method = tokens(method);
        Self { argument, call: quote!(#method(#wire, #name)) }
    }
}

/// Returns the runtime's type for a value, if it has one.
pub(super) fn runtime_value(ty: &Sent) -> Option<&'static str> {
    match ty {
        Sent::Decimal => Some("Decimal"),
        Sent::File => Some("FileUpload"),
        Sent::Timestamp => Some("Timestamp"),
        Sent::Range => Some("RangeFilter"),
        Sent::Array(of) | Sent::Map(of) => runtime_value(of),
        _ => None,
    }
}

/// Returns the bound of everything that converts into a type.
fn into(ty: &TokenStream, imports: &mut Imports) -> TokenStream {
    let bound = imports.runtime("IntoParam");
    quote!(impl #bound<#ty>)
}

/// Returns the type of a value that is passed without conversion.
fn item(krate: &Crate, def: &TypeDef, ty: &Sent, imports: &mut Imports) -> TokenStream {
    let mut paths = Imported { krate, module: &def.name.module, imports };
    tokens(&signature::sent(ty, &mut paths))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{self, Api, Received, TypeId};
    use crate::testing::{
        assert_code, emitted, has_code, inputs, param, path, required,
    };

    /// Emits the parameters of `POST /v1/boats`. `colour` is an enum.
    fn emitted_params(params: impl FnOnce(TypeId) -> Vec<model::Param>) -> String {
        let mut api = Api::empty();
        let colour = api.choice(path("boat:colour"), &["red"]);
        let boat = api
            .object("boat", [crate::testing::field("colour", Received::Named(colour))]);
        let create = api.operation("POST /v1/boats", Received::Named(boat));
        api.params(create, "", params(colour));
        let mut files = emitted(emit, &api.planned(), &inputs());
        files.remove("src/boats/params/create_boat.rs").unwrap()
    }

    #[test]
    fn each_type_has_its_setter() {
        let of = |ty| Box::new(ty);
        let table = [
            (Sent::String, "impl IntoParam<String>", "text(\"x\", value)"),
            (Sent::Boolean, "bool", "boolean(\"x\", value)"),
            (Sent::File, "FileUpload", "set(\"x\", value)"),
            (Sent::Timestamp, "impl IntoParam<Timestamp>", "timestamp(\"x\", value)"),
            (
                Sent::Range,
                "impl IntoParam<RangeFilter>",
                "set(\"x\", value.into_param())",
            ),
            (
                Sent::Array(of(Sent::String)),
                "impl IntoIterator<Item = impl Into<String>>",
                "texts(\"x\", value)",
            ),
            (
                Sent::Array(of(Sent::Integer)),
                "impl IntoIterator<Item = i64>",
                "list(\"x\", value)",
            ),
            (
                Sent::Map(of(Sent::String)),
                "impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>",
                "text_map(\"x\", value)",
            ),
            (
                Sent::Map(of(Sent::Number)),
                "impl IntoIterator<Item = (impl Into<String>, f64)>",
                "map(\"x\", value)",
            ),
        ];
        for (ty, argument, call) in table {
            let code = emitted_params(|_| vec![param("x", ty)]);
            let setter = format!(
                "pub fn x(mut self, value: {argument}) -> Self {{ self.fields.{call}; self }}"
            );
            assert_code(&code, &[&setter]);
        }
    }

    #[test]
    fn types_of_the_api_are_imported() {
        let code = emitted_params(|colour| vec![param("colour", Sent::Named(colour))]);
        assert_code(
            &code,
            &["use crate::boats::BoatColour;", "value: BoatColour) -> Self"],
        );
    }

    #[test]
    fn required_parameters_are_arguments_of_new() {
        let code = emitted_params(|_| {
            vec![required("a", Sent::Integer), param("b", Sent::Integer)]
        });
        assert_code(
            &code,
            &[
                "pub fn new(a: i64) -> Self { Self { fields: Fields::new() }.a(a) }",
                "/// Parameters of `POST /v1/boats`.",
                "#[derive(Clone, PartialEq)]",
            ],
        );
        let code = emitted_params(|_| vec![param("b", Sent::Integer)]);
        assert_code(
            &code,
            &[
                "pub fn new() -> Self { Self::default() }",
                "#[derive(Clone, Default, PartialEq)]",
            ],
        );
    }

    #[test]
    fn forms_and_clearing_have_methods_of_their_own() {
        let code = emitted_params(|_| {
            let further = vec![Sent::String];
            vec![model::Param {
                further,
                clearable: true,
                deprecated: true,
                ..param("x", Sent::Integer)
            }]
        });
        assert_code(
            &code,
            &[
                "#[deprecated] #[inline] pub fn x(mut self, value: i64)",
                "pub fn x_text(mut self, value: impl IntoParam<String>)",
                "#[deprecated] #[inline] pub fn clear_x(mut self) -> Self { self.fields.clear(\"x\"); self }",
            ],
        );
    }

    #[test]
    fn secrets_are_marked() {
        let code = emitted_params(|_| {
            vec![model::Param { secret: true, ..param("x", Sent::String) }]
        });
        assert_code(&code, &["self.fields.secret(\"x\", value)"]);
    }

    #[test]
    fn lints_about_what_the_document_requires_are_allowed() {
        let many = |count| {
            emitted_params(|_| {
                (0..count)
                    .map(|index| required(&format!("p{index}"), Sent::Integer))
                    .collect()
            })
        };
        let allowed = "clippy::too_many_arguments";
        assert!(has_code(&many(8), allowed) && !has_code(&many(7), allowed));
        let old = model::Param { deprecated: true, ..required("x", Sent::Integer) };
        assert_code(&emitted_params(|_| vec![old]), &["#[allow(deprecated, reason"]);
    }

    #[test]
    fn parameters_without_members_say_that_they_cannot_be_sent() {
        assert_code(&emitted_params(|_| Vec::new()), &["It has no members"]);
    }
}
