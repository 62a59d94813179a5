//! The client: configuration and transport, cheap to clone and to share.

mod builder;
mod raw;

use std::fmt;
use std::sync::Arc;

pub use self::builder::ClientBuilder;
pub use self::raw::RawParams;
use super::call::Call;
use super::config::Config;
use super::decode::Decode;
use super::drive;
use super::error::Error;
use super::list::List;
use super::options::CallSpec;
use super::pages::Pages;
use super::prepare::PreparedRequest;
use super::raw::RawObject;
use super::request::Request;
use super::response::Meta;
use super::transport::{BlockingTransport, Method, Transport};

/// Sends requests to Stripe.
///
/// The same client serves both worlds: `Client<Async>`, whose calls are awaited, and
/// `Client<Blocking>`, whose calls are sent by `.send()`. Clones share configuration, transport
/// and connections.
pub struct Client<M> {
    config: Arc<Config>,
    transport: Arc<M>,
}

/// Marks the client whose calls are awaited.
#[derive(Clone)]
pub struct Async(pub(super) Arc<dyn Transport>);

/// Marks the client whose calls block their thread.
#[derive(Clone)]
pub struct Blocking(pub(super) Arc<dyn BlockingTransport>);

impl<M> Client<M> {
    fn new_with(config: Config, transport: M) -> Self {
        Self { config: Arc::new(config), transport: Arc::new(transport) }
    }

    /// Starts to configure a client with this API key.
    pub fn builder(api_key: impl Into<String>) -> ClientBuilder<M> {
        ClientBuilder::new(api_key.into())
    }

    /// A client for one connected account (`Stripe-Account`), with all else as it is here. With an
    /// empty one its calls are made for no connected account, so for that of the API key.
    #[must_use]
    pub fn with_account(&self, account: impl Into<String>) -> Self {
        let mut config = Config::clone(&self.config);
        config.settings.account = Some(account.into());
        self.derive(config)
    }

    /// A client for one context (`Stripe-Context`), with all else as it is here; with an empty one,
    /// for none.
    #[must_use]
    pub fn with_context(&self, context: impl Into<String>) -> Self {
        let mut config = Config::clone(&self.config);
        config.settings.context = Some(context.into());
        self.derive(config)
    }

    fn derive(&self, config: Config) -> Self {
        Self { config: Arc::new(config), transport: Arc::clone(&self.transport) }
    }

    /// A call that this crate has no method for. The path begins with one `/`; parameters have
    /// their keys as they stand on the wire and go to the body of a POST, to the query else.
    ///
    /// A POST below `/v2/` has JSON in its body: give it [`RawParams::json`], or `()` for an empty
    /// object. Key, retries and errors are as API v2 has them.
    ///
    /// The answer is JSON; [`Call::returning`] reads it as a type, of this crate or of yours.
    /// A list of such objects, [`List<RawObject>`](List), can be paged.
    pub fn raw(
        &self,
        method: Method,
        path: impl Into<String>,
        params: impl Into<RawParams>,
    ) -> Call<RawObject, M> {
        let RawParams { pairs, json } = params.into();
        let request = Request::raw(method, path.into()).extra(pairs).json(json);
        Call::new(self, request)
    }

    /// This page of a list and all that follow, fetched from the list's own path: for lists
    /// inside an object. A list that was asked for with filters is paged by
    /// [`Call::pages`], which repeats them.
    ///
    /// The pages are fetched as this client makes its calls. If the object was asked for with an
    /// account or a version of the API of its own, take a client that has the same: the one of
    /// [`Client::with_account`], say.
    pub fn pages<T: Decode>(&self, list: List<T>) -> Pages<T, M> {
        Pages::resume(self.clone(), list)
    }
}

impl Client<Async> {
    /// Carries out a call. Nothing here is generic, so it is compiled with this crate.
    pub(crate) async fn execute(self, spec: Box<CallSpec>) -> Result<Meta, Error> {
        let prepared = PreparedRequest::new(&self.config, *spec)?;
        drive::run(&self.config, self.transport.0.as_ref(), prepared).await
    }
}

impl Client<Blocking> {
    /// Carries out a call.
    pub(crate) fn execute(self, spec: Box<CallSpec>) -> Result<Meta, Error> {
        let prepared = PreparedRequest::new(&self.config, *spec)?;
        drive::run_blocking(&self.config, self.transport.0.as_ref(), prepared)
    }
}

impl<M> Clone for Client<M> {
    fn clone(&self) -> Self {
        Self { config: Arc::clone(&self.config), transport: Arc::clone(&self.transport) }
    }
}

impl<M> fmt::Debug for Client<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base_url", &self.config.base_url)
            .field("account", &self.config.settings.account)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Async {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Async")
    }
}

impl fmt::Debug for Blocking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Blocking")
    }
}
