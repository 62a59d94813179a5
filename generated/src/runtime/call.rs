//! A call that is ready to be made, and its options.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use serde::de::DeserializeOwned;

use super::cancel::CancelToken;
use super::client::{Async, Blocking, Client};
use super::decode::{self, Decode, DecodeError};
use super::error::Error;
use super::expand::Expand;
use super::options::CallSpec;
use super::prepare::IDEMPOTENCY_KEY;
use super::request::Request;
use super::response::{Meta, Response};
use super::transport::BoxFuture;

/// How the body of an answer is read.
pub(crate) type Read<T> = fn(&[u8]) -> Result<T, DecodeError>;

/// A call of the API: an operation, its parameters, and options that stand apart from them.
///
/// It owns a cheap clone of its client and does nothing until it is awaited (or, with the
/// blocking client, sent). Whatever is wrong with ids, parameters or options comes as the error
/// of the call, before anything is sent.
#[must_use = "a call does nothing until it is awaited or sent"]
pub struct Call<T, M = Async> {
    client: Client<M>,
    spec: Box<CallSpec>,
    read: Read<T>,
}

impl<T: Decode, M> Call<T, M> {
    pub(crate) fn new(client: &Client<M>, request: Request) -> Self {
        Self::with(client.clone(), CallSpec::new(request), decode::from_slice)
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

    /// Uses this idempotency key: the server carries out calls with the same key once. Without
    /// it a POST gets a random key of its own.
    ///
    /// The parameters under one key must be the same each time, so they should not hold the
    /// present time: a key with other parameters is refused.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.spec.options.idempotency_key = Some(key.into());
        self
    }

    /// Makes the call for this connected account (`Stripe-Account`). Empty: as the client has it.
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.spec.options.settings.account = Some(account.into());
        self
    }

    /// Makes the call in this context (`Stripe-Context`). Empty: as the client has it.
    pub fn context(mut self, context: impl Into<String>) -> Self {
        self.spec.options.settings.context = Some(context.into());
        self
    }

    /// Asks for another version of the API than the one that this crate was made for; the types
    /// may not fit its answers. Empty: as the client has it.
    pub fn api_version(mut self, version: impl Into<String>) -> Self {
        self.spec.options.settings.api_version = Some(version.into());
        self
    }

    /// How long one attempt may take up to the last byte of its answer. Zero: as the client has
    /// it.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.spec.options.settings.timeout = Some(timeout);
        self
    }

    /// How long a new connection may take. Zero: as the client has it.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.spec.options.settings.connect_timeout = Some(timeout);
        self
    }

    /// How long the call may take with all its attempts and the waiting between them. Without it
    /// only the attempts are limited.
    pub fn deadline(mut self, limit: Duration) -> Self {
        self.spec.options.deadline = Some(limit);
        self
    }

    /// How often the call may be tried again; `0` means that it is sent once.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.spec.options.settings.max_retries = Some(retries);
        self
    }

    /// Sends a header, in place of any that the crate would send under this name.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let (name, value) = (name.into(), value.into());
        if name.eq_ignore_ascii_case(IDEMPOTENCY_KEY) {
            return self.idempotency_key(value);
        }
        self.spec.options.settings.header(name, value);
        self
    }

    /// Sends a parameter that this crate does not know, its key as it stands on the wire:
    /// `payment_method_options[new][x]`. It stands behind all others and in the place of none: if one
    /// of the same key is set too, both are sent.
    pub fn extra_param(
        mut self,
        key: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        self.spec.options.extra.push((key.into(), value.into()));
        self
    }

    /// Asks the server to send objects in place of their ids.
    pub fn expand(mut self, paths: impl IntoIterator<Item = impl Into<Expand>>) -> Self {
        self.spec.options.expand.extend(paths.into_iter().map(Into::into));
        self
    }

    /// The same call, its answer read as another type, of this crate or of yours.
    pub fn returning<U: DeserializeOwned>(self) -> Call<U, M> {
        Call::with(self.client, self.spec, decode::from_slice_as)
    }
}

impl<T> Call<T, Async> {
    /// Makes the call; the same as to await it. What spawns or joins futures wants this one, since
    /// a call only becomes a future.
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
    /// Lets this token give up the call, from another thread. The call then ends with the error
    /// of its last attempt, or with one for which [`Error::is_cancelled`] is true.
    pub fn cancelled_by(mut self, token: &CancelToken) -> Self {
        self.spec.options.cancel = token.clone();
        self
    }

    /// Makes the call.
    ///
    /// # Errors
    /// When the call is refused, when no answer comes, when the answer is an error or cannot be
    /// read.
    pub fn send(self) -> Result<Response<T>, Error> {
        read(self.client.execute(self.spec), self.read)
    }
}

/// A call on its way. To drop it is to cancel it.
#[must_use = "futures do nothing unless they are awaited"]
pub struct CallFuture<T> {
    /// What is generic is only the reading of the answer.
    execute: BoxFuture<'static, Result<Meta, Error>>,
    read: Read<T>,
}

impl<T> Future for CallFuture<T> {
    type Output = Result<Response<T>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(read(ready!(self.execute.as_mut().poll(cx)), self.read))
    }
}

fn read<T>(answer: Result<Meta, Error>, read: Read<T>) -> Result<Response<T>, Error> {
    let meta = answer?;
    match read(meta.raw_body()) {
        Ok(value) => Ok(Response::new(value, meta)),
        Err(error) => Err(Error::decode(error, meta)),
    }
}

/// Without parameters and options: they may hold personal data.
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
