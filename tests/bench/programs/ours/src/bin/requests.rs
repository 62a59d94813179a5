//! Creates sessions with the crate.

#[path = "../../../calls.rs"]
mod calls;
#[path = "../create.rs"]
mod create;

use std::future::IntoFuture;

use stripe_sessions::Client;

use self::calls::Arguments;

fn main() {
    let arguments = Arguments::read();
    let client = Client::builder("sk_test_123").base_url(&arguments.url);
    let client = client.build().expect("a client");
    calls::make(&arguments, move || {
        let call = client.checkout().sessions().create(create::params());
        async move {
            call.into_future().await.expect("a session");
        }
    });
}
