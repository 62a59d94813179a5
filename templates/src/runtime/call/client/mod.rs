//! The client: a configuration and a transport.

mod builder;
mod raw_params;

use std::fmt;
use std::sync::Arc;

pub use self::builder::ClientBuilder;
pub use self::raw_params::RawParams;
use super::config::{ApiKey, Config};
use super::drive;
use super::options::CallSpec;
use super::prepare::PreparedRequest;
use crate::runtime::http::transport::{BlockingTransport, Transport};
use crate::runtime::outcome::error::Error;
use crate::runtime::outcome::response::Meta;

/// A client for the Stripe API.
///
/// `Client<Async>` is the asynchronous client, whose calls are awaited;
/// `Client<Blocking>` is the blocking one, whose calls run on `.send()`. Clones are
/// cheap and share the configuration, the transport and its connections.
///
/// # Runtimes
/// With the built-in transport, calls of the asynchronous client need a tokio runtime with
/// time and I/O enabled (`enable_all`). Outside a runtime, a call returns an error; in a
/// runtime without them, tokio panics. Several runtimes can use one client: each has its own
/// connections, since a connection only makes progress while the runtime runs on which it
/// was opened.
#[doc = include_str!("../../docs/client.md")]
pub struct Client<M> {
    config: Arc<Config>,
    transport: Arc<M>,
}

/// The marker type of the asynchronous client.
#[derive(Clone)]
pub struct Async(pub(crate) Arc<dyn Transport>);

/// The marker type of the blocking client.
#[derive(Clone)]
pub struct Blocking(pub(crate) Arc<dyn BlockingTransport>);

impl<M> Client<M> {
    fn new_with(config: Config, transport: M) -> Self {
        Self { config: Arc::new(config), transport: Arc::new(transport) }
    }

    /// Creates a builder for a client with this API key.
    #[doc(alias = "api_key")]
    pub fn builder(api_key: impl Into<String>) -> ClientBuilder<M> {
        ClientBuilder::new(api_key.into())
    }

    /// Returns a client for another API key, with all other settings unchanged. It shares the
    /// connections of this one.
    ///
    /// # Errors
    /// Returns an error if the key is empty or contains characters that no API key has.
    pub fn with_api_key(&self, api_key: impl Into<String>) -> Result<Self, Error> {
        let mut config = Config::clone(&self.config);
        config.key = ApiKey::new(api_key.into())?;
        Ok(self.derive(config))
    }

    /// Returns a client for a connected account (`Stripe-Account`), with all other
    /// settings unchanged. An empty string means no connected account: calls are made
    /// for the account of the API key.
    #[must_use]
    pub fn with_account(&self, account: impl Into<String>) -> Self {
        let mut config = Config::clone(&self.config);
        config.settings.account = Some(account.into());
        self.derive(config)
    }

    /// Returns a client for a context (`Stripe-Context`), with all other settings
    /// unchanged. An empty string means no context.
    #[must_use]
    pub fn with_context(&self, context: impl Into<String>) -> Self {
        let mut config = Config::clone(&self.config);
        config.settings.context = Some(context.into());
        self.derive(config)
    }

    fn derive(&self, config: Config) -> Self {
        Self { config: Arc::new(config), transport: Arc::clone(&self.transport) }
    }
}

impl Client<Async> {
    /// Runs a call. The method is not generic, so that it is compiled only once, with
    /// this crate.
    pub(crate) async fn execute(self, spec: Box<CallSpec>) -> Result<Meta, Error> {
        let prepared = PreparedRequest::new(&self.config, *spec)?;
        drive::run(&self.config, self.transport.0.as_ref(), prepared).await
    }
}

impl Client<Blocking> {
    /// Runs a call.
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
            .field("base_url", &self.config.base_url_of(None).unwrap_or_default())
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
