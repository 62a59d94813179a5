//! Reads calls from standard input, one a line, and performs them with the functions in
//! `calls`, which are generated from the inventory. Prints the number and the outcome of
//! each.

#![allow(deprecated, reason = "what is deprecated can still be sent")]
#![allow(non_snake_case, reason = "functions are called after types")]

mod calls {
    include!(concat!(env!("WRITTEN_CODE"), "/calls.rs"));
}
mod given;

use std::error::Error as _;
use std::future::IntoFuture;
use std::pin::Pin;
use std::sync::Arc;
use std::{panic, thread};

use stripe_sessions::{Call, Client, Error, Response};
use tokio::sync::Semaphore;

use crate::given::Given;

/// The number of concurrent calls.
const AT_ONCE: usize = 8;

type Pending = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

/// Starts a call. The header identifies it to the server.
fn send<T: 'static>(given: &Given, call: Call<T>) -> Pending
where
    Call<T>: IntoFuture<Output = Result<Response<T>, Error>, IntoFuture: Send + 'static>,
{
    let future = call.header("Case", given.case()).max_retries(0).into_future();
    Box::pin(async { future.await.map(|_| ()) })
}

/// Returns the outcome of a call as one line.
async fn outcome(client: Client, given: Arc<Given>) -> String {
    // In a task of its own, so that a panic is an outcome too.
    let made = tokio::spawn(async move { calls::call(&client, &given).await });
    let text = match made.await {
        Ok(Ok(())) => "ok".to_owned(),
        Ok(Err(error)) => {
            let mut text = error.to_string();
            let mut source = error.source();
            while let Some(error) = source {
                text += &format!(": {error}");
                source = error.source();
            }
            text
        }
        Err(panic) => panic.to_string(),
    };
    text.replace('\n', " ")
}

/// Suppresses the messages of panics, which are printed as outcomes.
fn quieten() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().name() == Some("main") {
            usual(info);
        }
    }));
}

fn main() {
    quieten();
    let base_url = std::env::var("STRIPE_BASE_URL").expect("STRIPE_BASE_URL is set");
    let builder = Client::builder("sk_test_123").base_url(base_url).env_proxies(false);
    let client = builder.build().expect("a client");
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let places = Arc::new(Semaphore::new(AT_ONCE));
    for line in std::io::stdin().lines() {
        let given = Arc::new(Given::read(&line.expect("the input is text")));
        let (client, places) = (client.clone(), Arc::clone(&places));
        runtime.spawn(async move {
            let _place = places.acquire().await.expect("it is never closed");
            let outcome = outcome(client, Arc::clone(&given)).await;
            println!("{}\t{outcome}", given.case());
        });
    }
}
