//! Repeats one piece of the crate's work, so that its instructions can be counted:
//! `counts CASE TIMES FILE`, with the JSON of a session. Without arguments, it prints the sizes of
//! types and futures.

#[path = "../create.rs"]
mod create;

use std::future::IntoFuture;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use serde::de::DeserializeOwned;
use stripe_sessions::billing_portal::{
    BillingPortalConfiguration, BillingPortalSession,
};
use stripe_sessions::checkout::CheckoutSession;
use stripe_sessions::checkout::params::{CreateCheckoutSession, ListCheckoutSessions};
use stripe_sessions::transport::{
    BoxFuture, HttpRequest, HttpResponse, Limits, Transport, TransportError,
};
use stripe_sessions::{Client, Headers, List, Response};

use self::create::params;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [case, times, file] = &arguments[..] else { return sizes() };
    let times = times.parse().expect("a number");
    let session = std::fs::read_to_string(file).expect("a session");
    match case.as_str() {
        "decode" => repeat(times, || decode::<CheckoutSession>(&session)),
        "decode list" => {
            let list = list_of(&session);
            repeat(times, || decode::<List<CheckoutSession>>(&list));
        }
        "construct" => repeat(times, params),
        "create" => {
            let client = client(session);
            repeat(times, || create(&client, params()));
        }
        "create without parameters" => {
            let client = client(session);
            repeat(times, || create(&client, CreateCheckoutSession::new()));
        }
        "list" => {
            let client = client(list_of(&session));
            repeat(times, || list(&client));
        }
        other => panic!("unknown case {other}"),
    }
}

fn repeat<T>(times: u32, mut work: impl FnMut() -> T) {
    for _ in 0..times {
        black_box(work());
    }
}

fn decode<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(black_box(json)).expect("valid JSON of the type")
}

fn list_of(session: &str) -> String {
    let sessions = [session; 100].join(",");
    format!(r#"{{"object":"list","data":[{sessions}],"has_more":false,"url":"/v1/x"}}"#)
}

/// Answers every request from memory.
struct Memory(String);

impl Transport for Memory {
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        _: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        black_box(request.body());
        let response =
            HttpResponse::new(200, Headers::new(), self.0.clone().into_bytes());
        Box::pin(std::future::ready(Ok(response)))
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(std::future::pending())
    }
}

fn client(answer: String) -> Client {
    Client::builder("sk_test_123").transport(Memory(answer)).build().expect("a client")
}

fn create(client: &Client, params: CreateCheckoutSession) -> Response<CheckoutSession> {
    now(client.checkout().sessions().create(params)).expect("a session")
}

fn list(client: &Client) -> Response<List<CheckoutSession>> {
    now(client.checkout().sessions().list(ListCheckoutSessions::new())).expect("a list")
}

/// Returns the result of a future that never waits.
fn now<F: IntoFuture>(future: F) -> F::Output {
    let mut future = pin!(future.into_future());
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}

fn sizes() {
    let client = client(String::new());
    let future = client.checkout().sessions().create(params()).into_future();
    for (name, size) in [
        ("Response<CheckoutSession>", size_of::<Response<CheckoutSession>>()),
        ("CheckoutSession", size_of::<CheckoutSession>()),
        ("BillingPortalConfiguration", size_of::<BillingPortalConfiguration>()),
        ("BillingPortalSession", size_of::<BillingPortalSession>()),
        ("CreateCheckoutSession", size_of::<CreateCheckoutSession>()),
        ("future of a create", size_of_val(&future)),
    ] {
        println!("{name}={size}");
    }
}
