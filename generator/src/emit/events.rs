//! What an event offers beyond its fields, and the webhook verifier's typed end.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::doc;
use super::imports::Imports;
use super::{emitter, ident};
use crate::dialect;
use crate::ident::PAYLOAD;
use crate::ir::{Api, Events};
use crate::render::{Item, SourceFile};

/// The file of the module of events; none if no events are in scope.
pub(super) fn emit(api: &Api) -> Option<SourceFile> {
    let events = api.events.as_ref()?;
    let module = &api.get(events.event).name.module;
    let mut imports = Imports::default();
    let items = vec![
        Item::Impl {
            header: {
                let event = imports.name(&api.get(events.event).name, module);
                quote!(impl #event)
            },
            members: vec![
                object(api, events, &mut imports).into(),
                from_unverified_json(&mut imports).into(),
            ],
        },
        Item::Impl {
            header: {
                let verifier = imports.item("crate::runtime::webhook", "Verifier");
                quote!(impl #verifier)
            },
            members: vec![event(api, events, &mut imports).into()],
        },
    ];
    Some(SourceFile {
        path: format!("{}/{PAYLOAD}.rs", module.replace("::", "/")),
        emitter: emitter(module_path!()),
        docs: "Typed payloads.".to_owned(),
        imports: imports.declarations(),
        items,
    })
}

/// `event.object()`
fn object(api: &Api, events: &Events, imports: &mut Imports) -> TokenStream {
    let module = &api.get(events.event).name.module;
    let object = imports.name(&api.get(events.object).name, module);
    let error = imports.runtime("DecodeError");
    let steps = dialect::EVENT_OBJECT_FIELD.split('.').map(ident);
    let docs = doc(
        "The object that the event is about, decoded on demand. A kind of object that this \
         version\nof the crate does not know is given as it came; the raw JSON of any object is in \
         `data`.\n\n# Errors\nThe object is of a known kind and does not have its shape, for \
         example because the event\nwas made by another API version.",
    );
    quote! {
        #docs
        pub fn object(&self) -> Result<#object, #error> { self.#(#steps).*.decode() }
    }
}

/// `Event::from_unverified_json(payload)`
fn from_unverified_json(imports: &mut Imports) -> TokenStream {
    let webhook = imports.item("crate::runtime", "webhook");
    let docs = doc(
        "Reads an event without any proof of who sent it: for events that come over a channel \
         of\nyours, not for an endpoint that anybody can reach.\n\nEvents that AWS EventBridge \
         or Azure Event Grid forwarded have no signature of Stripe's and\nsit in an envelope; they \
         are taken out of it.\n\n# Errors\nThe payload cannot be read, or is not an event.",
    );
    quote! {
        #docs
        pub fn from_unverified_json(payload: &[u8]) -> Result<Self, #webhook::WebhookError> {
            #webhook::unverified(payload)
        }
    }
}

/// `verifier.event(payload, header)`
fn event(api: &Api, events: &Events, imports: &mut Imports) -> TokenStream {
    let module = &api.get(events.event).name.module;
    let event = imports.name(&api.get(events.event).name, module);
    let error = imports.item("crate::runtime", "webhook");
    let docs = doc(
        "Verifies the signature in `header` (`Stripe-Signature`) over the raw bytes of the \
         body, and\nonly then reads the event. A missing header is the empty one.\n\n# Errors\n\
         The signature does not hold, is too old, or the body is not an event.",
    );
    quote! {
        #docs
        pub fn event(
            &self,
            payload: &[u8],
            header: impl AsRef<[u8]>,
        ) -> Result<#event, #error::WebhookError> {
            self.parse(payload, header.as_ref())
        }
    }
}
