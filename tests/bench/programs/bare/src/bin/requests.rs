//! Creates sessions without a client for Stripe: a form as a literal, the answer as bytes.

#[path = "../../../calls.rs"]
mod calls;
#[path = "../client.rs"]
mod client;

use self::calls::Arguments;

const FORM: &str = include_str!("../create.form");

fn main() {
    let arguments = Arguments::read();
    let http = client::new().expect("a client");
    let url = format!("{}/v1/checkout/sessions", arguments.url);
    calls::make(&arguments, move || {
        let (http, url) = (http.clone(), url.clone());
        async move {
            let answer = client::post(&http, url, "sk_test_123", FORM).await;
            assert!(!answer.expect("a session").is_empty());
        }
    });
}
