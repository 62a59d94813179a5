//! What a call of async-stripe needs on the heap.

#[path = "../create.rs"]
mod create;
#[path = "../../../heap.rs"]
mod heap;

use stripe::ClientBuilder;

fn main() {
    let client = ClientBuilder::new("sk_test_123").url("http://127.0.0.1:9");
    let client = client.build().expect("a client");
    heap::print_first_pause(|| {
        let (client, params) = (client.clone(), create::params());
        async move { params.send(&client).await }
    });
}
