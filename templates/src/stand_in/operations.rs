//! The operations of the stand-in, written as the generator writes them.

use super::params::{CreateWidget, ListWidgets, UploadWidget};
use super::{Part, Widget};
use crate::runtime::client::{Async, Client};
use crate::runtime::request::Request;
use crate::runtime::webhook::{self, Verifier};
use crate::runtime::{Bytes, Call, List, RawObject};

impl<M> Client<M> {
    /// Widgets.
    #[must_use]
    pub fn widgets(&self) -> Widgets<M> {
        Widgets { client: self.clone() }
    }
}

/// The operations on widgets.
#[derive(Clone, Debug)]
pub struct Widgets<M = Async> {
    client: Client<M>,
}

impl<M> Widgets<M> {
    /// Creates a widget.
    pub fn create(&self, params: CreateWidget) -> Call<Widget, M> {
        Call::new(&self.client, Request::post("/v1/widgets").params(params))
    }

    /// Retrieves a widget.
    pub fn retrieve(&self, widget: impl Into<String>) -> Call<Widget, M> {
        let request = Request::get("/v1/widgets/{widget}").id("widget", widget);
        Call::new(&self.client, request)
    }

    /// Expires a widget.
    pub fn expire(&self, widget: impl Into<String>) -> Call<Widget, M> {
        let request = Request::post("/v1/widgets/{widget}/expire").id("widget", widget);
        Call::new(&self.client, request)
    }

    /// Deletes a widget.
    pub fn delete(&self, widget: impl Into<String>) -> Call<Widget, M> {
        let request = Request::delete("/v1/widgets/{widget}").id("widget", widget);
        Call::new(&self.client, request)
    }

    /// Lists widgets.
    pub fn list(&self, params: ListWidgets) -> Call<List<Widget>, M> {
        let request = Request::get("/v1/widgets").params(params).list();
        Call::new(&self.client, request)
    }

    /// Uploads a widget.
    pub fn upload(&self, params: UploadWidget) -> Call<Widget, M> {
        let request = Request::post("/v1/widgets/upload").host("files.example.com");
        Call::new(&self.client, request.params(params).multipart())
    }

    /// Downloads a widget.
    pub fn retrieve_content(&self, widget: impl Into<String>) -> Call<Bytes, M> {
        let request = Request::get("/v1/widgets/{widget}/content").id("widget", widget);
        Call::download(&self.client, request.host("files.example.com"))
    }

    /// Lists the parts of a widget.
    pub fn list_parts(&self, widget: impl Into<String>) -> Call<List<Part>, M> {
        let request =
            Request::get("/v1/widgets/{widget}/parts").id("widget", widget).list();
        Call::new(&self.client, request)
    }
}

impl Verifier {
    /// Verifies an event, then decodes it.
    ///
    /// # Errors
    /// Returns an error if the signature is not valid, or if the payload is not an
    /// event.
    pub fn event(
        &self,
        payload: &[u8],
        header: impl AsRef<[u8]>,
    ) -> Result<RawObject, webhook::WebhookError> {
        self.parse(payload, header.as_ref())
    }
}

/// Decodes an unsigned event.
///
/// # Errors
/// Returns an error if the payload is not an event.
pub fn unverified_event(payload: &[u8]) -> Result<RawObject, webhook::WebhookError> {
    webhook::unverified(payload)
}
