//! Creates sessions with async-stripe.

#[path = "../../../calls.rs"]
mod calls;
#[path = "../create.rs"]
mod create;

use stripe::ClientBuilder;

use self::calls::Arguments;

fn main() {
    let arguments = Arguments::read();
    let client = ClientBuilder::new("sk_test_123").url(&arguments.url);
    let client = client.build().expect("a client");
    calls::make(&arguments, move || {
        let client = client.clone();
        async move {
            create::params().send(&client).await.expect("a session");
        }
    });
}
