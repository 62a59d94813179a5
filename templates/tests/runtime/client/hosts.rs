//! Calls to other hosts of the API, and where the API key may go.

use crate::support::{KEY, MockTransport, WIDGET, response};
use stripe_runtime::client::RawParams;
use stripe_runtime::stand_in::params::UploadWidget;
use stripe_runtime::{Client, ClientBuilder, Error, FileUpload, Method};

const HOST: &str = "files.example.com";

fn upload() -> UploadWidget {
    UploadWidget::new(FileUpload::new("a", "x"), "x")
}

/// Returns the URLs of an operation with a host of its own, and of another one.
async fn urls(configure: impl Fn(ClientBuilder) -> ClientBuilder) -> [String; 2] {
    let mock = MockTransport::new([response(200, WIDGET), response(200, WIDGET)]);
    let client = configure(mock.builder()).build().unwrap();
    client.widgets().upload(upload()).await.unwrap();
    client.widgets().retrieve("w_1").await.unwrap();
    let requests = mock.requests();
    for request in &requests {
        let authorization = request.headers().get("authorization");
        assert_eq!(authorization, Some(&*format!("Bearer {KEY}")));
    }
    [0, 1].map(|index| requests[index].url().to_owned())
}

#[tokio::test]
async fn an_operation_has_its_host_unless_the_client_has_a_base_url() {
    const MOCK: &str = "http://localhost:12111";
    type Configure = fn(ClientBuilder) -> ClientBuilder;
    let table: [(Configure, &str, &str); 6] = [
        (|builder| builder, "https://files.example.com", "https://api.stripe.com"),
        (
            |builder| builder.base_url("https://api.stripe.com/v1/"),
            "https://files.example.com",
            "https://api.stripe.com",
        ),
        (|builder| builder.base_url(MOCK), MOCK, MOCK),
        (
            |builder| builder.host_base_url("Files.Example.com", MOCK),
            MOCK,
            "https://api.stripe.com",
        ),
        (
            |builder| builder.base_url("https://a.test").host_base_url(HOST, MOCK),
            MOCK,
            "https://a.test",
        ),
        (
            |builder| {
                let builder = builder.host_base_url(HOST, "https://first.test");
                builder
                    .host_base_url(HOST, MOCK)
                    .host_base_url("b.test", "https://b.test")
            },
            MOCK,
            "https://api.stripe.com",
        ),
    ];
    for (configure, files, api) in table {
        let expected =
            [format!("{files}/v1/widgets/upload"), format!("{api}/v1/widgets/w_1")];
        assert_eq!(urls(configure).await, expected);
    }
}

#[test]
fn the_base_url_of_a_host_follows_the_rules_of_base_urls() {
    let build = |host: &str, url: &str, plain: bool| {
        let builder = MockTransport::new([]).builder().host_base_url(host, url);
        builder.allow_plain_http(plain).build()
    };
    assert!(build(HOST, "http://mock:80", true).is_ok());
    let bad = [
        (HOST, "http://mock:80"),
        (HOST, "ftp://localhost"),
        (HOST, "https://user@localhost"),
        ("https://files.example.com", "https://localhost"),
        ("", "https://localhost"),
    ];
    for (host, url) in bad {
        let error = build(host, url, false).map(|_| ()).unwrap_err();
        assert!(error.is_invalid_call(), "{host} {url}: {error}");
    }
}

#[tokio::test]
async fn a_raw_call_names_the_host_of_its_key() {
    let mock = MockTransport::new([response(200, "{}"), response(200, "%PDF")]);
    let client = mock.client();
    let file = FileUpload::new("a.txt", "hello").with_content_type("text/plain");
    let params = RawParams::from([("purpose", "x"), ("a[b]", "ü")]).file("file", file);
    client.raw(Method::Post, "/v1/files", params).host(HOST).await.unwrap();
    let call = client.raw(Method::Get, "/v1/files/file_1/contents", ()).bytes();
    assert_eq!(&**call.host("files.example.com:8443").await.unwrap(), b"%PDF");
    let requests = mock.requests();
    let urls = [requests[0].url(), requests[1].url()];
    let expected = [
        "https://files.example.com/v1/files",
        "https://files.example.com:8443/v1/files/file_1/contents",
    ];
    assert_eq!(urls, expected);
    let body = std::str::from_utf8(requests[0].body().unwrap()).unwrap();
    let parts = ["name=\"purpose\"\r\n\r\nx\r\n", "name=\"a[b]\"\r\n\r\nü\r\n"];
    for part in parts.iter().chain(&["name=\"file\"; filename=\"a.txt\"\r\n"]) {
        assert!(body.contains(part), "{part}: {body}");
    }
    for host in ["", "a/b", "https://a", "a@b", "a b", "a?b", "a:b", "a%2eb", "a\\b"] {
        let call = client.raw(Method::Get, "/v1/x", ()).host(host);
        assert!(call.await.unwrap_err().is_invalid_call(), "{host}");
    }
    assert_eq!(mock.requests().len(), 2);
}

#[tokio::test]
async fn what_cannot_be_uploaded_is_rejected() {
    let mock = MockTransport::new([]);
    let client: Client = mock.client();
    let file = || FileUpload::new("a", "x");
    let rejected = |error: Error, about: &str| {
        assert!(error.is_invalid_call() && error.to_string().contains(about), "{error}");
    };
    for content_type in ["", " ", "a\r\nX: y", "é"] {
        let file = file().with_content_type(content_type);
        let call = client.widgets().upload(UploadWidget::new(file, "x"));
        rejected(call.await.unwrap_err(), "of the file `file`");
    }
    let params = || RawParams::from(()).file("f", file());
    let call = client.raw(Method::Get, "/v1/x", params());
    rejected(call.await.unwrap_err(), "only be sent by a POST");
    let json = RawParams::json(serde_json::json!({})).file("f", file());
    let call = client.raw(Method::Post, "/v1/x", json);
    rejected(call.await.unwrap_err(), "without a JSON body");
    assert!(mock.requests().is_empty());
}
