//! Makes the calls in `calls`, which are written from the inventory, and prints for each its
//! number and its outcome.

#![allow(deprecated, reason = "what is deprecated can still be sent")]

mod calls;

use std::fmt::{Debug, Display};
use std::future::IntoFuture;

use stripe_sessions::{Call, Client, Error, Response};

pub struct Run {
    client: Client,
    runtime: tokio::runtime::Runtime,
}

impl Run {
    /// The header tells the server which call this is.
    fn call<T: Debug>(&self, case: &str, call: Call<T>)
    where
        Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
    {
        let call = call.header("Case", case).max_retries(0);
        let outcome = match self.runtime.block_on(call.into_future()) {
            Ok(_) => "ok".to_owned(),
            Err(error) => error.to_string().replace('\n', " "),
        };
        println!("{case}\t{outcome}");
    }
}

/// An enum value that has a variant.
fn known<E: for<'a> From<&'a str> + Debug>(text: &str) -> E {
    let value = E::from(text);
    assert!(!format!("{value:?}").contains("Unrecognized"), "no variant for `{text}`");
    value
}

/// An enum value that has none, and keeps its text.
fn unknown<E: for<'a> From<&'a str> + Debug + Display>(text: &str) -> E {
    let value = E::from(text);
    assert!(format!("{value:?}").contains("Unrecognized"), "a variant for `{text}`");
    assert_eq!(value.to_string(), text);
    value
}

fn main() {
    let base_url = std::env::var("STRIPE_BASE_URL").expect("STRIPE_BASE_URL is set");
    let builder = Client::builder("sk_test_123").base_url(base_url).env_proxies(false);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let run = Run {
        client: builder.build().expect("a client"),
        runtime: runtime.expect("a runtime"),
    };
    calls::all(&run);
}
