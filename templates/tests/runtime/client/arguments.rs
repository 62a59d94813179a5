//! The forms of arguments that calls and constructors accept. What compiles here is tested
//! for its result.
#![allow(
    clippy::needless_borrows_for_generic_args,
    reason = "references are tested too"
)]

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::support::WIDGET;
use stripe_runtime::stand_in::Widgets;
use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::testing::{MockResponse, MockTransport};
use stripe_runtime::transport::{BlockingTransport, Transport};
use stripe_runtime::webhook::Verifier;
use stripe_runtime::{Call, Client, Expand, Method, blocking, client};

type Sent = Vec<(String, String)>;

/// Returns the parameters that a call sends.
fn sent<T>(make: impl FnOnce(&blocking::Client) -> Call<T, client::Blocking>) -> Sent {
    let mock = MockTransport::new([MockResponse::ok(WIDGET)]);
    let _ = make(&mock.blocking_client()).send();
    mock.requests()[0].params()
}

#[test]
fn paths_to_expand() {
    let expand = |add: fn(Call<_, _>) -> Call<_, _>| {
        let sent = sent(|client| add(client.widgets().retrieve("w")));
        sent.into_iter().map(|(_, path)| path).collect::<Vec<String>>()
    };
    const OWNER: Expand = Expand::field("owner");
    assert_eq!(expand(|call| call.expand("owner")), ["owner"]);
    assert_eq!(expand(|call| call.expand(String::from("owner"))), ["owner"]);
    assert_eq!(expand(|call| call.expand(&String::from("owner"))), ["owner"]);
    assert_eq!(expand(|call| call.expand(OWNER)), ["owner"]);
    assert_eq!(expand(|call| call.expand(["owner"])), ["owner"]);
    assert_eq!(expand(|call| call.expand(&["owner", "a"])), ["owner", "a"]);
    assert_eq!(expand(|call| call.expand(vec!["owner".to_owned()])), ["owner"]);
    assert_eq!(expand(|call| call.expand([OWNER])), ["owner"]);
    assert_eq!(expand(|call| call.expand(&[OWNER][..])), ["owner"]);
    assert_eq!(expand(|call| call.expand("a,b".split(','))), ["a", "b"]);
    assert_eq!(expand(|call| call.expand("a").expand(OWNER)), ["a", "owner"]);
    assert!(expand(|call| call.expand([""; 0])).is_empty());
}

#[test]
fn secrets_of_webhooks() {
    let secret = String::from("whsec_1");
    assert!(Verifier::new("whsec_1").is_ok());
    assert!(Verifier::new(&secret).is_ok());
    assert!(Verifier::new(secret.clone()).is_ok());
    assert!(Verifier::new(["whsec_1", "whsec_2"]).is_ok());
    assert!(Verifier::new(&["whsec_1", "whsec_2"]).is_ok());
    assert!(Verifier::new(std::slice::from_ref(&secret)).is_ok());
    assert!(Verifier::new(&vec![secret.clone()]).is_ok());
    assert!(Verifier::new(vec![secret]).is_ok());
    assert!(Verifier::new("whsec_1,whsec_2".split(',')).is_ok());
    assert!(Verifier::new("").is_err());
    assert!(Verifier::new([""; 0]).is_err());
    let both = format!("{:?}", Verifier::new("a,b".split(',')).unwrap());
    assert!(both.contains("secrets: 2"), "{both}");
}

#[test]
fn raw_parameters() {
    let pairs = [("b", "2"), ("a", "1")].map(|(k, v)| (k.to_owned(), v.to_owned()));
    let sorted = [pairs[1].clone(), pairs[0].clone()];
    let path = "/v1/widgets";
    assert_eq!(sent(|c| c.raw(Method::Post, path, pairs.clone())), pairs);
    assert_eq!(sent(|c| c.raw(Method::Post, path, &pairs)), pairs);
    assert_eq!(sent(|c| c.raw(Method::Post, path, &pairs[..])), pairs);
    assert_eq!(sent(|c| c.raw(Method::Post, path, pairs.to_vec())), pairs);
    let map = HashMap::from(pairs.clone());
    assert_eq!(sent(|c| c.raw(Method::Get, path, map)), sorted);
    let map = BTreeMap::from(pairs.clone());
    assert_eq!(sent(|c| c.raw(Method::Get, path, map)), sorted);
    assert_eq!(sent(|c| c.raw(Method::Get, path, ())), []);
}

/// A program that keeps accessors does not name their type parameter.
struct Shop {
    widgets: Widgets,
}

#[tokio::test]
async fn transports_behind_pointers() {
    let mock = MockTransport::new([MockResponse::ok(WIDGET), MockResponse::ok(WIDGET)]);
    let shared: Arc<dyn Transport> = Arc::new(mock.clone());
    let boxed: Box<dyn Transport> = Box::new(shared);
    let client = Client::builder("sk_test_1").transport(boxed).build().unwrap();
    let shop = Shop { widgets: client.widgets() };
    assert_eq!(shop.widgets.retrieve("w").await.unwrap().id, "w_1");

    let shared: Arc<dyn BlockingTransport> = Arc::new(mock.clone());
    let boxed: Box<dyn BlockingTransport> = Box::new(shared);
    let client =
        blocking::Client::builder("sk_test_1").transport(boxed).build().unwrap();
    assert_eq!(client.widgets().retrieve("w").send().unwrap().id, "w_1");
    assert_eq!(mock.remaining(), 0);
}

#[test]
fn a_client_for_another_api_key() {
    let mock = MockTransport::new([MockResponse::ok(WIDGET)]);
    let client = mock.blocking_client().with_account("acct_1");
    assert!(client.with_api_key("").unwrap_err().is_invalid_call());
    assert!(!format!("{:?}", client.with_api_key("s k").unwrap_err()).contains("s k"));
    let other = client.with_api_key("sk_test_2").unwrap();
    other.widgets().create(CreateWidget::new("x")).send().unwrap();
    let request = &mock.requests()[0];
    assert_eq!(request.header("authorization"), Some("Bearer sk_test_2"));
    assert_eq!(request.header("stripe-account"), Some("acct_1"));
}
