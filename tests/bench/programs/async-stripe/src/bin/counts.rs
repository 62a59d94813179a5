//! The same work as the crate's program of this name, with async-stripe.

#[path = "../create.rs"]
mod create;

use std::future::Future;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use serde::de::DeserializeOwned;
use stripe::StripeError;
use stripe_checkout::CheckoutSession;
use stripe_checkout::checkout_session::{CreateCheckoutSession, ListCheckoutSession};
use stripe_client_core::{CustomizedStripeRequest, StripeClient};
use stripe_types::List;

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
            let client = Memory(session);
            repeat(times, || create(&client, params()));
        }
        "create without parameters" => {
            let client = Memory(session);
            repeat(times, || create(&client, CreateCheckoutSession::new()));
        }
        "list" => {
            let client = Memory(list_of(&session));
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

impl StripeClient for Memory {
    type Err = StripeError;

    async fn execute(
        &self,
        request: CustomizedStripeRequest,
    ) -> Result<Bytes, StripeError> {
        black_box(request.into_pieces());
        Ok(Bytes::from(self.0.clone()))
    }
}

fn create(client: &Memory, params: CreateCheckoutSession) -> CheckoutSession {
    now(params.send(client)).expect("a session")
}

fn list(client: &Memory) -> List<CheckoutSession> {
    now(ListCheckoutSession::new().send(client)).expect("a list")
}

/// Returns the result of a future that never waits.
fn now<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}

fn sizes() {
    let client = Memory(String::new());
    let params = params();
    let future = params.send(&client);
    for (name, size) in [
        ("CheckoutSession", size_of::<CheckoutSession>()),
        ("CreateCheckoutSession", size_of::<CreateCheckoutSession>()),
        ("future of a create", size_of_val(&future)),
    ] {
        println!("{name}={size}");
    }
}
