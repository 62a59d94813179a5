//! API calls: a client makes a [`Call`] of a request and its options, which is prepared,
//! sent, retried and, for a list, continued page by page.

#[allow(unreachable_pub, reason = "the emitted module of this name re-exports it")]
pub mod blocking;
pub mod client;
pub(crate) mod clock;
pub(crate) mod config;
mod drive;
mod options;
pub(crate) mod pages;
mod prepare;
pub(crate) mod request;
mod retry;

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use serde::de::DeserializeOwned;

use self::client::{Async, Blocking, Client, RawParams};
use self::options::CallSpec;
use self::prepare::IDEMPOTENCY_KEY;
use self::request::Request;
use crate::runtime::decode::{self, Decode, DecodeError};
use crate::runtime::http::cancel::CancelToken;
use crate::runtime::http::message::{BoxFuture, Method};
use crate::runtime::outcome::bytes::Bytes;
use crate::runtime::outcome::error::Error;
use crate::runtime::outcome::response::{Meta, Response};
use crate::runtime::values::convert::OneOrMany;
use crate::runtime::values::expand::Expand;
use crate::runtime::values::raw::RawObject;

/// Reads the result of a call from its response.
pub(crate) type Read<T> = fn(&Meta) -> Result<T, DecodeError>;

/// Decodes the body of a response.
pub(crate) fn json<T: Decode>(meta: &Meta) -> Result<T, DecodeError> {
    decode::from_slice(meta.raw_body())
}

/// A call to the API: an operation, its parameters and its options.
///
/// A call holds a cheap clone of its client and does nothing until it is awaited (or,
/// with the blocking client, sent). Invalid ids, parameters and options are reported as
/// the error of the call, before anything is sent.
#[doc = include_str!("../docs/call.md")]
#[must_use = "a call does nothing until it is awaited or sent"]
pub struct Call<T, M = Async> {
    client: Client<M>,
    spec: Box<CallSpec>,
    read: Read<T>,
}

impl<T: Decode, M> Call<T, M> {
    pub(crate) fn new(client: &Client<M>, request: Request) -> Self {
        Self::with(client.clone(), CallSpec::new(request), json)
    }
}

#[allow(dead_code, reason = "what is emitted decides what is needed")]
impl<M> Call<Bytes, M> {
    /// Creates the call of an operation that returns bytes.
    pub(crate) fn download(client: &Client<M>, request: Request) -> Self {
        let spec = CallSpec::new(request.any_response());
        Self::with(client.clone(), spec, Bytes::read)
    }
}

impl<T, M> Call<T, M> {
    pub(crate) const fn with(
        client: Client<M>,
        spec: Box<CallSpec>,
        read: Read<T>,
    ) -> Self {
        Self { client, spec, read }
    }

    pub(crate) fn into_parts(self) -> (Client<M>, Box<CallSpec>, Read<T>) {
        (self.client, self.spec, self.read)
    }

    /// Sets the idempotency key. The server executes calls with the same key only once.
    /// By default each POST has a random key.
    ///
    /// All calls with one key must have the same parameters; the server rejects the key
    /// otherwise. Avoid parameters that change between calls, such as the current time.
    #[doc(alias = "idempotency")]
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.spec.options.idempotency_key = Some(key.into());
        self
    }

    /// Makes the call for a connected account (`Stripe-Account`). An empty string means
    /// the client's setting.
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.spec.options.settings.account = Some(account.into());
        self
    }

    /// Makes the call in a context (`Stripe-Context`). An empty string means the
    /// client's setting.
    pub fn context(mut self, context: impl Into<String>) -> Self {
        self.spec.options.settings.context = Some(context.into());
        self
    }

    /// Sets the API version (`Stripe-Version`). The types of this crate match the
    /// default version, and may not fit the responses of another one. An empty string
    /// means the client's setting.
    pub fn api_version(mut self, version: impl Into<String>) -> Self {
        self.spec.options.settings.api_version = Some(version.into());
        self
    }

    /// Sets the timeout of each attempt, from connecting to the last byte of the
    /// response. Zero means the client's setting.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.spec.options.settings.timeout = Some(timeout);
        self
    }

    /// Sets the timeout for establishing a connection, including the TLS handshake. Zero
    /// means the client's setting.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.spec.options.settings.connect_timeout = Some(timeout);
        self
    }

    /// Limits the time of the whole call, including all attempts and the delays between
    /// them. By default only the attempts are limited.
    pub fn deadline(mut self, limit: Duration) -> Self {
        self.spec.options.deadline = Some(limit);
        self
    }

    /// Sets the maximum number of retries. With 0, the call is sent once.
    #[doc(alias = "retry")]
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.spec.options.settings.max_retries = Some(retries);
        self
    }

    /// Sends a header with the call. It replaces any header of the same name that the
    /// client would send.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let (name, value) = (name.into(), value.into());
        if name.eq_ignore_ascii_case(IDEMPOTENCY_KEY) {
            return self.idempotency_key(value);
        }
        self.spec.options.settings.header(name, value);
        self
    }

    /// Adds a parameter that this crate does not support. The key is the full key in
    /// form encoding, such as `payment_method_options[new][x]`.
    ///
    /// The parameter is sent after all others and does not replace any of them: if one
    /// of the same key is set too, both are sent.
    pub fn extra_param(
        mut self,
        key: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        self.spec.options.extra.push((key.into(), value.into()));
        self
    }

    /// Requests that the server returns full objects instead of their ids at this path, or
    /// at several: `.expand("line_items")`, `.expand([CheckoutSession::EXPAND_CUSTOMER])`.
    pub fn expand<N>(mut self, paths: impl OneOrMany<Expand, N>) -> Self {
        self.spec.options.expand.extend(paths.into_vec());
        self
    }

    /// Returns the same call with its response decoded as another type, of this crate or
    /// your own.
    pub fn returning<U: DeserializeOwned>(self) -> Call<U, M> {
        let read: Read<U> = |meta| decode::from_slice_as(meta.raw_body());
        Call::with(self.client, self.spec, read)
    }

    /// Returns the same call with the body of its response as bytes, for paths whose
    /// responses are not JSON: `client.raw(Method::Get, "/v1/quotes/qt_1/pdf", ()).bytes()`.
    /// Errors are decoded as those of other calls. The size of a response is
    /// [limited](client::ClientBuilder::max_response_size).
    #[doc(alias = "download")]
    pub fn bytes(self) -> Call<Bytes, M> {
        let Self { client, mut spec, .. } = self;
        spec.request = spec.request.any_response();
        Call::with(client, spec, Bytes::read)
    }

    /// Sends the call to another host of the API, such as `files.stripe.com` for files.
    /// Operations of this crate go to the right host on their own.
    ///
    /// The API key is sent to this host, always encrypted. A [base
    /// URL](client::ClientBuilder::base_url) of the client replaces the host, such as that of a
    /// mock server.
    pub fn host(mut self, host: impl Into<String>) -> Self {
        self.spec.request = self.spec.request.host(host.into());
        self
    }
}

impl<M> Client<M> {
    /// Creates a call to an API path that has no method in this crate.
    ///
    /// The path starts with a single `/`. The keys of the parameters are sent as given,
    /// in the body of a POST and in the query of a GET or DELETE.
    ///
    /// A POST to a path under `/v2/` has a JSON body: pass [`RawParams::json`], or `()`
    /// for an empty object. Idempotency keys, retries and errors follow the rules of API
    /// v2 there.
    ///
    /// The response is read as a [`RawObject`]; [`Call::returning`] decodes it as
    /// another type, of this crate or your own. A list, [`List<RawObject>`](crate::List),
    /// can be paged.
    pub fn raw(
        &self,
        method: Method,
        path: impl Into<String>,
        params: impl Into<RawParams>,
    ) -> Call<RawObject, M> {
        Call::new(self, params.into().into_request(method, path.into()))
    }
}

impl<T> Call<T, Async> {
    /// Starts the call; the same as awaiting it. Functions that spawn or join futures
    /// need this method, since a `Call` is not a future itself.
    pub fn send(self) -> CallFuture<T> {
        CallFuture { execute: Box::pin(self.client.execute(self.spec)), read: self.read }
    }
}

impl<T> IntoFuture for Call<T, Async> {
    type Output = Result<Response<T>, Error>;
    type IntoFuture = CallFuture<T>;

    fn into_future(self) -> CallFuture<T> {
        self.send()
    }
}

impl<T> Call<T, Blocking> {
    /// Allows another thread to cancel the call by this token. The call then returns the
    /// error of its last attempt, or one for which [`Error::is_cancelled`] is `true`.
    pub fn cancelled_by(mut self, token: &CancelToken) -> Self {
        self.spec.options.cancel = token.clone();
        self
    }

    /// Makes the call and returns the response.
    ///
    /// # Errors
    /// Returns an error if the call is invalid, if no response arrives, if the server
    /// responds with an error, or if the response cannot be decoded.
    pub fn send(self) -> Result<Response<T>, Error> {
        read(self.client.execute(self.spec), self.read)
    }
}

/// A call in progress. Dropping it cancels the call.
#[must_use = "futures do nothing unless they are awaited"]
pub struct CallFuture<T> {
    /// Only decoding the response depends on the type of the result.
    execute: BoxFuture<'static, Result<Meta, Error>>,
    read: Read<T>,
}

impl<T> Future for CallFuture<T> {
    type Output = Result<Response<T>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(read(ready!(self.execute.as_mut().poll(cx)), self.read))
    }
}

fn read<T>(result: Result<Meta, Error>, read: Read<T>) -> Result<Response<T>, Error> {
    let meta = result?;
    match read(&meta) {
        Ok(value) => Ok(Response::new(value, meta)),
        Err(error) => Err(Error::decode(error, meta)),
    }
}

/// Omits parameters and options, which may hold personal data.
impl<T, M> fmt::Debug for Call<T, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("method", &self.spec.request.method())
            .field("path", &self.spec.request.template())
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for CallFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").finish_non_exhaustive()
    }
}
