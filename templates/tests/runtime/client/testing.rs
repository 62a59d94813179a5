//! The `testing` module, for tests of programs that use the crate.

use std::time::Duration;

use serde_json::json;
use stripe_runtime::stand_in::params::{CreateWidget, PartParams, UploadWidget};
use stripe_runtime::testing::{MockResponse, MockTransport};
use stripe_runtime::{ErrorKind, FileUpload, Method};

const WIDGET: &str = r#"{"id":"w_1","object":"widget","created":1,"livemode":false,"mode":"payment","modes":[]}"#;

/// A timeout advances the virtual clock, like a server that never responds.
#[tokio::test]
async fn timeouts_count_toward_the_deadline() {
    let mock = MockTransport::new([
        MockResponse::timeout(),
        MockResponse::timeout(),
        MockResponse::ok(WIDGET),
    ]);
    let call = mock.client().raw(Method::Get, "/v1/x", ());
    let limit = Duration::from_secs;
    let error = call.timeout(limit(80)).deadline(limit(100)).await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    let limits: Vec<_> =
        mock.requests().iter().map(|request| request.limits().timeout).collect();
    assert_eq!(limits.len(), 2);
    assert_eq!(limits[0], limit(80));
    assert!(limits[1] > limit(18) && limits[1] < limit(20), "{limits:?}");
}

#[tokio::test]
async fn error_responses() {
    let declined = json!({"type": "card_error", "decline_code": "lost_card"});
    let mock = MockTransport::new([MockResponse::error(402, declined)]);
    let error = mock.client().raw(Method::Get, "/v1/x", ()).await.unwrap_err();
    let code = error.api_error().and_then(|error| error.decline_code());
    assert_eq!((error.kind(), code), (ErrorKind::Card, Some("lost_card")));
}

/// Users see only the error of the program under test.
#[tokio::test]
async fn exhausted_mock_is_reported() {
    let mock = MockTransport::new([]);
    let error = mock.client().raw(Method::Get, "/v1/x?a=b", ()).await.unwrap_err();
    assert!(error.to_string().contains("no response left"), "{error}");
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(source.starts_with("GET https://") && source.ends_with("/v1/x"), "{source}");
}

#[tokio::test]
async fn mock_responds_and_records_requests() {
    let mock = MockTransport::new([
        MockResponse::connection_error(),
        MockResponse::new(409, "{}").header("Retry-After", "7"),
        MockResponse::ok(WIDGET)
            .header("Request-Id", "req_1")
            .after(Duration::from_secs(79)),
    ]);
    let call =
        mock.client().widgets().create(CreateWidget::new("a b").metadata([("k", "v")]));
    let widget = call.await.unwrap();
    assert_eq!((widget.id.as_str(), widget.meta().request_id()), ("w_1", Some("req_1")));
    let requests = mock.requests();
    assert_eq!((requests.len(), mock.remaining()), (3, 0));
    let last = &requests[2];
    assert_eq!((last.method(), last.path()), (Method::Post, "/v1/widgets"));
    assert_eq!(last.param("name").as_deref(), Some("a b"));
    assert_eq!(last.param("metadata[k]").as_deref(), Some("v"));
    assert_eq!(last.header("idempotency-key"), widget.meta().idempotency_key());
    assert_eq!(mock.waits()[1], Duration::from_secs(7));
    assert!(!format!("{mock:?} {last:?}").contains("sk_test"));
}

#[tokio::test]
async fn delays_and_failures() {
    let mock =
        MockTransport::new([MockResponse::ok(WIDGET).after(Duration::from_secs(80))]);
    let call = mock.client().widgets().retrieve("w");
    assert!(call.max_retries(0).await.unwrap_err().is_timeout());
    let responses = [
        MockResponse::timeout(),
        MockResponse::cut_off(200, "{\"id\""),
        MockResponse::connection_error(),
    ];
    for response in responses {
        let mock = MockTransport::new([response.clone(), response.clone(), response]);
        let error = mock.client().widgets().retrieve("w").await.unwrap_err();
        assert_eq!((error.kind(), error.meta().attempts()), (ErrorKind::Connection, 3));
    }
    let error =
        MockTransport::new([]).client().widgets().retrieve("w").await.unwrap_err();
    assert_eq!(error.meta().attempts(), 1);
    // Deadlines are measured with the virtual clock.
    let mock = MockTransport::new(vec![
        MockResponse::new(500, "")
            .after(Duration::from_secs(4));
        9
    ]);
    let call = mock.client().widgets().retrieve("w").max_retries(8);
    assert!(call.deadline(Duration::from_secs(10)).await.is_err());
    assert_eq!(mock.requests().len(), 3);
}

#[test]
fn mock_from_a_function_with_blocking_clients() {
    let mock = MockTransport::from_fn(|request| match request.path() {
        "/v1/widgets/w_1" => Some(MockResponse::ok(WIDGET)),
        _ => None,
    });
    let client = mock.blocking_client();
    assert_eq!(client.widgets().retrieve("w_1").send().unwrap().id, "w_1");
    assert!(client.widgets().retrieve("w_2").send().is_err());
    mock.push(MockResponse::cut_off(200, "{"));
    assert!(
        client
            .widgets()
            .retrieve("w_1")
            .max_retries(0)
            .send()
            .unwrap_err()
            .is_connection()
    );
    let client = mock.blocking_builder().account("acct_1").build().unwrap();
    client.widgets().retrieve("w_1").send().unwrap();
    assert_eq!(mock.requests()[3].header("stripe-account"), Some("acct_1"));
}

#[tokio::test]
async fn files_are_recorded() {
    let content: Vec<u8> = (0..=255).cycle().take(1000).collect();
    let mock =
        MockTransport::new([MockResponse::ok(WIDGET), MockResponse::ok([0, 255])]);
    let file = FileUpload::new("\"ü\"\r\n; name=\"x\"", content.clone());
    let file = file.with_content_type("image/png; a=\"b\"");
    let params =
        UploadWidget::new(file.clone(), "a=b&c").part(PartParams::new().price("p"));
    mock.client().widgets().upload(params).extra_param("x[y]", "").await.unwrap();
    let bytes = mock.client().widgets().retrieve_content("w_1").await.unwrap();
    assert_eq!(&**bytes, [0, 255]);
    let [upload, download] = &mock.requests()[..] else { panic!("two requests") };
    assert_eq!(
        (upload.host(), upload.path()),
        ("files.example.com", "/v1/widgets/upload")
    );
    assert_eq!((upload.file("file"), upload.file("name")), (Some(file), None));
    let params = [("name", "a=b&c"), ("part[price]", "p"), ("x[y]", "")];
    assert_eq!(upload.params(), params.map(|(k, v)| (k.to_owned(), v.to_owned())));
    assert_eq!(upload.body(), None);
    let body = upload.body_bytes().unwrap();
    assert!(body.windows(content.len()).any(|window| window == content));
    assert_eq!((download.body_bytes(), download.file("file")), (None, None));
}
