//! Checks that `Debug` of requests and responses, and everything that contains them,
//! prints no body, key or password.

use std::fmt::Debug;

use stripe_runtime::client::RawParams;
use stripe_runtime::stand_in::params::{CreateWidget, UploadWidget};
use stripe_runtime::testing::{MockResponse, MockTransport};
use stripe_runtime::transport::{BlockingBody, Body, HttpResponse};
use stripe_runtime::{FileUpload, Headers, Method};

/// Checks for secrets as text, as byte values and as hexadecimal digits.
fn check(value: &impl Debug) {
    for shown in [format!("{value:?}"), format!("{value:#?}")] {
        let packed: String = shown.split_whitespace().collect();
        for hidden in ["hush", "104,117,115,104", "68757368", "sk_test"] {
            assert!(!packed.contains(hidden), "{shown}");
        }
        assert!(packed.len() > 2, "nothing is printed: {shown}");
    }
}

#[tokio::test]
async fn mocks_and_recorded_requests() {
    let responses = [
        MockResponse::ok("hush_1").header("X-Token", "hush_2"),
        MockResponse::cut_off(500, "hush_3"),
        MockResponse::connection_error(),
        MockResponse::timeout(),
    ];
    check(&responses);
    let mock = MockTransport::new(responses);
    check(&mock);
    check(&mock.builder());
    let client = mock.builder().header("X-Own", "hush_4").build().unwrap();
    check(&client);
    let params = CreateWidget::new("hush_5").password("hush_6");
    let call = client.widgets().create(params);
    check(&call);
    let error = call.max_retries(3).await.unwrap_err();
    check(&error);
    let raw = client.raw(Method::Get, "/v1/x?q=hush_8", [("k", "hush_9")]);
    check(&raw);
    check(&raw.await.unwrap_err());
    mock.push(MockResponse::ok("hush_10"));
    check(&client.widgets().retrieve_content("w_1").await.unwrap());
    mock.push(MockResponse::ok("{}"));
    let params =
        RawParams::from([("k", "hush_11")]).file("f", FileUpload::new("a", "b"));
    client.raw(Method::Post, "/v1/x", params).await.unwrap();
    let [.., upload] = &mock.requests()[..] else { panic!("a request") };
    let boundary = upload.header("content-type").unwrap().split_once('=').unwrap().1;
    let shown = format!("{upload:?}");
    assert!(
        shown.contains("multipart/form-data") && !shown.contains(boundary),
        "{shown}"
    );
    for recorded in mock.requests() {
        check(&recorded);
        check(recorded.headers());
    }
    check(&mock);
}

#[test]
fn parts_of_requests_and_responses() {
    check(&RawParams::from([("key", "hush")]));
    let file = FileUpload::new("a.png", "hush");
    check(&file);
    check(&UploadWidget::new(file.clone(), "x"));
    check(&RawParams::from(()).file("key", file));
    let mut headers = Headers::new();
    for name in ["Authorization", "X-Any", "Set-Cookie", "Proxy-Authorization"] {
        headers.append(name, "hush");
    }
    check(&headers);
    check(&Body::from(b"hush".to_vec()));
    check(&BlockingBody::from(b"hush".to_vec()));
    check(&HttpResponse::<Body>::new(200, headers, b"hush".to_vec()));
}

/// Environment variables belong to a process, so this test runs in its own.
#[test]
fn proxy_passwords() {
    if std::env::var("CHILD").is_err() {
        let mut child = std::process::Command::new(std::env::current_exe().unwrap());
        let proxy = "http://user:hush@proxy.example:8080";
        child.args(["--exact", "client::secrets::proxy_passwords"]).env("CHILD", "1");
        for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
            child.env_remove(name.to_lowercase()).env(name, proxy);
        }
        let output = child.env_remove("REQUEST_METHOD").output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        return;
    }
    let hyper = stripe_runtime::transport::Hyper::builder().build().unwrap();
    check(&hyper);
    assert!(
        format!("{hyper:?}").contains("https: true"),
        "no proxy is configured: {hyper:?}"
    );
    #[cfg(feature = "blocking")]
    check(&stripe_runtime::transport::Ureq::builder().build().unwrap());
}

#[cfg(feature = "reqwest")]
#[test]
fn reqwest_default_headers() {
    let mut headers = reqwest::header::HeaderMap::new();
    headers.insert("x-token", "hush".parse().unwrap());
    let builder = || reqwest::Client::builder().default_headers(headers.clone());
    check(&stripe_runtime::transport::Reqwest::new(builder).unwrap());
}
