//! All ways in which JSON enters the crate: a call, `serde`, and stored raw JSON.

use std::error::Error as _;
use std::fmt::Debug;
use std::future::{Future, IntoFuture, pending, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use stripe_sessions::transport::{
    BoxFuture, HttpRequest, HttpResponse, Limits, Method, Transport, TransportError,
};
use stripe_sessions::{
    Call, Client, DecodeError, Error, Headers, RawJson, RawObject, Response,
};

/// A transport that returns the same response to every request.
#[derive(Debug)]
struct Answer(Vec<u8>);

impl Transport for Answer {
    fn send<'a>(
        &'a self,
        _: &'a HttpRequest,
        _: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        let mut headers = Headers::new();
        headers.append("Request-Id", "req_sample");
        let reply = HttpResponse::new(200, headers, self.0.clone());
        Box::pin(ready(Ok(reply)))
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(pending())
    }
}

/// Returns a call whose response is `text`.
pub fn call(text: &str) -> Call<RawObject> {
    let client =
        Client::builder("sk_test_123").transport(Answer(text.as_bytes().to_vec()));
    let client = client.build().expect("a client");
    client.raw(Method::Get, "/v1/sample", Vec::<(String, String)>::new())
}

/// Returns the result of a future that never waits.
pub fn finish<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => panic!("the answer is there, but the call waits"),
    }
}

/// Reads an object in all ways and serializes it again.
///
/// # Errors
/// Returns an error if it cannot be read or if the results differ.
pub fn read<T>(text: &str) -> Result<Value, String>
where
    T: DeserializeOwned + Serialize + PartialEq + Debug,
    Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
{
    let plain: T =
        serde_json::from_str(text).map_err(|error| format!("serde: {error}"))?;
    let called = finish(call(text).returning::<T>().into_future());
    let called = called.map_err(|error| format!("a call: {error}"))?.into_inner();
    let kept: T = raw(text).decode().map_err(|error| format!("raw JSON: {error}"))?;
    if plain != called || plain != kept {
        return Err("the ways to read it give different objects".to_owned());
    }
    serde_json::to_value(&plain).map_err(|error| error.to_string())
}

/// The reason why an object was rejected.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    pub path: String,
    pub message: String,
}

/// The errors through serde and through a call agree, apart from the path inside values
/// that serde had to buffer.
fn is_same(plain: &str, called: &Refusal) -> bool {
    match plain.strip_prefix("at `").and_then(|rest| rest.split_once("`: ")) {
        Some((inner, message)) => {
            called.path.ends_with(inner) && message.starts_with(&called.message)
        }
        None => plain.starts_with(&called.message),
    }
}

/// Reads the response to a call, which must be rejected, also through `serde`.
///
/// # Errors
/// Returns an error if it is accepted or if the error lacks information.
pub fn refuse<T>(text: &str) -> Result<Refusal, String>
where
    T: DeserializeOwned + Debug,
    Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
{
    let Err(called) = finish(call(text).returning::<T>().into_future()) else {
        return Err("a call accepts it".to_owned());
    };
    let called = explained(&called, text)?;
    match serde_json::from_str::<T>(text) {
        Ok(_) => Err("serde accepts it".to_owned()),
        Err(plain) if is_same(&plain.to_string(), &called) => Ok(called),
        Err(plain) => Err(format!("refused as {plain:?} and as {called:?}")),
    }
}

/// Reads stored raw JSON, which must be rejected.
///
/// # Errors
/// Returns an error if it is accepted.
pub fn refuse_kept<T: DeserializeOwned>(text: &str) -> Result<Refusal, String> {
    match raw(text).decode::<T>() {
        Ok(_) => Err("raw JSON accepts it".to_owned()),
        Err(error) => Ok(refusal(&error)),
    }
}

fn raw(text: &str) -> RawJson {
    serde_json::from_str(text).expect("the sample is JSON")
}

/// The call has taken effect, so the error must keep the whole response.
fn explained(error: &Error, text: &str) -> Result<Refusal, String> {
    let meta = error.meta();
    let kept = error.is_decode()
        && meta.status() == Some(200)
        && meta.request_id() == Some("req_sample")
        && meta.raw_body() == text.as_bytes();
    let cause = error.source().and_then(|cause| cause.downcast_ref::<DecodeError>());
    match cause {
        Some(cause) if kept && error.to_string().contains(cause.path()) => {
            Ok(refusal(cause))
        }
        _ => Err(format!("the error of the call does not tell all: {error:?}")),
    }
}

fn refusal(error: &DecodeError) -> Refusal {
    Refusal { path: error.path().to_owned(), message: error.message().to_owned() }
}
