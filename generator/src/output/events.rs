//! Prints the methods of events, and the typed method of the webhook verifier.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::doc;
use super::imports::Imports;
use super::layout::{Item, SourceFile};
use super::{Context, File, tokens};
use crate::diagnostic::Result;
use crate::model::Events;
use crate::openapi::dialect;
use crate::rust::Crate;
use crate::rust::ident::PAYLOAD;

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    context.print("events", payload(context.krate).into_iter().collect())
}

/// Returns the file with the methods of events, unless no events are in scope.
fn payload(krate: &Crate) -> Option<SourceFile> {
    let events = krate.events.as_ref()?;
    let module = &krate.get(events.event).name.module;
    let mut imports = Imports::default();
    let items = vec![
        Item::Impl {
            header: {
                let event = imports.name(&krate.get(events.event).name, module);
                quote!(impl #event)
            },
            members: vec![
                object(krate, events, &mut imports),
                from_unverified_json(&mut imports),
            ],
        },
        Item::Impl {
            header: {
                let verifier = imports.item("crate::runtime::webhook", "Verifier");
                quote!(impl #verifier)
            },
            members: vec![event(krate, events, &mut imports)],
        },
    ];
    Some(SourceFile {
        path: format!("{}/{PAYLOAD}.rs", module.replace("::", "/")),
        docs: "Typed access to the objects of events.".to_owned(),
        imports: imports.declarations(),
        items,
    })
}

/// Emits `event.object()`.
fn object(krate: &Crate, events: &Events, imports: &mut Imports) -> TokenStream {
    let module = &krate.get(events.event).name.module;
    let object = imports.name(&krate.get(events.object).name, module);
    let error = imports.runtime("DecodeError");
    let steps = dialect::EVENT_OBJECT_FIELD.split('.').map(tokens);
    let without =
        if krate.groups.is_some() { " So is one whose feature is off." } else { "" };
    let docs = doc(&format!(
        "Decodes the object of the event.\n\nAn object of a kind that this version of the crate \
         does not know is returned as raw JSON,\nwhich `data` contains for every object.{without} \
         Each call decodes anew.\n\n# Errors\nReturns an error if the object does not have the \
         shape of its kind, for example because another\nAPI version rendered the event."
    ));
    quote! {
        #docs
        pub fn object(&self) -> Result<#object, #error> { self.#(#steps).*.decode() }
    }
}

/// Emits `Event::from_unverified_json(payload)`.
fn from_unverified_json(imports: &mut Imports) -> TokenStream {
    let webhook = imports.item("crate::runtime", "webhook");
    let docs = doc(
        "Decodes an event without verifying who sent it: for events from a trusted channel, not \
         for a\npublic endpoint.\n\nEvents that AWS EventBridge or Azure Event Grid forwarded \
         have no signature, and are\nunwrapped from their envelope.\n\n# Errors\nReturns an \
         error if the payload cannot be decoded, or is not an event.",
    );
    quote! {
        #docs
        pub fn from_unverified_json(payload: &[u8]) -> Result<Self, #webhook::WebhookError> {
            #webhook::unverified(payload)
        }
    }
}

/// Emits `verifier.event(payload, header)`.
fn event(krate: &Crate, events: &Events, imports: &mut Imports) -> TokenStream {
    let module = &krate.get(events.event).name.module;
    let event = imports.name(&krate.get(events.event).name, module);
    let error = imports.item("crate::runtime", "webhook");
    let docs = doc(
        "Verifies the signature in `header` (`Stripe-Signature`) over the raw bytes of the body, \
         and then\ndecodes the event. Pass an empty header if the request has none.\n\n# \
         Errors\nReturns an error if the signature is not valid or too old, or if the body is not \
         an event.",
    );
    quote! {
        #docs
        #[doc(alias = "construct_event")]
        pub fn event(
            &self,
            payload: &[u8],
            header: impl AsRef<[u8]>,
        ) -> Result<#event, #error::WebhookError> {
            self.parse(payload, header.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::Api;
    use crate::testing::{assert_code, emitted, inputs, path};

    #[test]
    fn events_and_the_verifier_have_typed_methods() {
        let mut api = Api::empty();
        let boat = api.object("boat", []);
        let event = api.object("signal", []);
        let object = api.union("signal:object", &[boat]);
        let kind = api.choice(path("signal:type"), &["boat.sunk"]);
        api.events = Some(Events { event, object, kind, carried: BTreeMap::new() });
        let files = emitted(emit, &api.planned(), &inputs());
        assert_code(
            &files["src/shared/payload.rs"],
            &[
                "impl Signal {",
                "pub fn object(&self) -> Result<SignalObject, DecodeError> { self.data.object.decode() }",
                "pub fn from_unverified_json(payload: &[u8]) -> Result<Self, webhook::WebhookError>",
                "impl Verifier {",
                ") -> Result<Signal, webhook::WebhookError> {",
            ],
        );
    }

    #[test]
    fn without_events_there_is_no_file() {
        assert!(emitted(emit, &Api::empty().planned(), &inputs()).is_empty());
    }
}
