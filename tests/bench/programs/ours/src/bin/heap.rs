//! What a call of the crate needs on the heap.

#[path = "../create.rs"]
mod create;
#[path = "../../../heap.rs"]
mod heap;

use std::future::IntoFuture;

use stripe_sessions::Client;

fn main() {
    let client = Client::builder("sk_test_123").base_url("http://127.0.0.1:9");
    let sessions = client.build().expect("a client").checkout().sessions();
    heap::print_first_pause(|| sessions.create(create::params()).into_future());
}
