//! The contents of errors, and secrets that must not appear in them.

use std::error::Error as _;
use std::time::Duration;

use crate::support::{KEY, MockResponse, MockTransport, WIDGET, response};
use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::{Client, Error, ErrorKind, Method};

async fn error(outcome: MockResponse) -> Error {
    let mock = MockTransport::new([outcome]);
    mock.client()
        .widgets()
        .create(CreateWidget::new("x"))
        .max_retries(0)
        .await
        .unwrap_err()
}

#[tokio::test]
async fn error_kind_depends_on_the_status() {
    let body = |type_: &str, code: &str| {
        format!(r#"{{"error":{{"type":"{type_}","code":"{code}"}}}}"#)
    };
    let plain = body("invalid_request_error", "x");
    let rows = [
        (429, plain.clone(), ErrorKind::RateLimit),
        (400, body("invalid_request_error", "rate_limit"), ErrorKind::RateLimit),
        (404, body("invalid_request_error", "rate_limit"), ErrorKind::InvalidRequest),
        (400, body("idempotency_error", "x"), ErrorKind::Idempotency),
        (404, body("idempotency_error", "x"), ErrorKind::Idempotency),
        (402, body("idempotency_error", "x"), ErrorKind::Card),
        (400, plain.clone(), ErrorKind::InvalidRequest),
        (404, plain.clone(), ErrorKind::InvalidRequest),
        (401, plain.clone(), ErrorKind::Authentication),
        (402, plain.clone(), ErrorKind::Card),
        (403, plain.clone(), ErrorKind::Permission),
        (301, plain.clone(), ErrorKind::Api),
        (409, plain.clone(), ErrorKind::Api),
        (418, plain.clone(), ErrorKind::Api),
        (500, plain.clone(), ErrorKind::Api),
        (500, r#"{"id":"w_1"}"#.into(), ErrorKind::Api),
        (302, WIDGET.into(), ErrorKind::Api),
        (400, "<html>".into(), ErrorKind::InvalidRequest),
        (502, "<html>".into(), ErrorKind::Api),
    ];
    for (status, body, kind) in rows {
        let error = error(response(status, &body)).await;
        assert_eq!(
            (error.kind(), error.meta().status()),
            (kind, Some(status)),
            "{body}"
        );
        assert_eq!(error.meta().raw_body(), body.as_bytes());
        assert_eq!(error.meta().request_id(), Some("req_1"));
        assert!(error.meta().idempotency_key().is_some());
    }
}

#[tokio::test]
async fn outcome_unknown_after_one_attempt() {
    let rejection = r#"{"error":{"message":"No."}}"#;
    let rows = [
        (MockResponse::ConnectionError, true),
        (MockResponse::Timeout, true),
        (MockResponse::Certificate, false),
        (MockResponse::Unsupported, false),
        (MockResponse::CutOff(200, Vec::new()), true),
        (MockResponse::CutOff(503, Vec::new()), true),
        (MockResponse::CutOff(402, Vec::new()), false),
        (response(500, rejection), true),
        (response(502, "<html>"), true),
        (response(402, rejection), false),
        (response(409, rejection), false),
        (response(302, ""), false),
        // The status shows that the call has taken effect.
        (response(200, "no JSON"), false),
    ];
    for (outcome, unknown) in rows {
        let error = error(outcome).await;
        assert_eq!(error.is_outcome_unknown(), unknown, "{error:?}");
    }
}

/// GET requests have no side effects, and neither do calls that were not sent.
#[tokio::test]
async fn outcome_is_known_without_side_effects() {
    let mock = MockTransport::new(vec![MockResponse::Timeout; 3]);
    let client = mock.client();
    let error = client.widgets().retrieve("w").await.unwrap_err();
    assert!(error.is_timeout() && !error.is_outcome_unknown(), "{error:?}");
    let call = client.widgets().expire("w").deadline(Duration::ZERO);
    let error = call.await.unwrap_err();
    assert!(error.is_timeout() && !error.is_outcome_unknown(), "{error:?}");
    assert_eq!((error.meta().attempts(), mock.requests().len()), (0, 3));
}

/// Only a response that applies to the idempotency key settles earlier attempts. The
/// server may give any other rejection to a call that was executed before.
#[tokio::test]
async fn outcome_unknown_after_several_attempts() {
    let rejection =
        |status| response(status, r#"{"error":{"type":"invalid_request_error"}}"#);
    let rows = [
        (vec![MockResponse::Timeout, rejection(429)], true),
        (vec![MockResponse::ConnectionError, rejection(401)], true),
        (vec![rejection(500), rejection(429)], true),
        (vec![MockResponse::Timeout, rejection(409), rejection(409)], true),
        (vec![MockResponse::CutOff(200, Vec::new()), MockResponse::Certificate], true),
        // Under the same key, these responses apply to the first attempt too.
        (vec![MockResponse::Timeout, rejection(402)], false),
        (vec![rejection(503), rejection(400)], false),
        (vec![rejection(409), rejection(429)], false),
    ];
    for (outcomes, unknown) in rows {
        let mock = MockTransport::new(outcomes);
        let call = mock.client().widgets().create(CreateWidget::new("x"));
        let error = call.await.unwrap_err();
        assert_eq!(error.is_outcome_unknown(), unknown, "{error:?}");
    }
    // Without a key, a deletion whose response was lost makes the retry return a 404.
    let mock = MockTransport::new([MockResponse::Timeout, rejection(404)]);
    let error = mock.client().widgets().delete("w").await.unwrap_err();
    assert!(error.is_not_found() && error.is_outcome_unknown());
}

#[tokio::test]
async fn v2_error_kinds() {
    let rows = [
        ("rate_limit", "x", ErrorKind::RateLimit),
        ("idempotency_error", "x", ErrorKind::Idempotency),
        ("temporary_session_expired", "x", ErrorKind::TemporarySessionExpired),
        ("x", "invalid_fields", ErrorKind::InvalidRequest),
        ("x", "y", ErrorKind::Permission),
    ];
    for (type_, code, kind) in rows {
        let body = format!(r#"{{"error":{{"type":"{type_}","code":"{code}"}}}}"#);
        let mock = MockTransport::new([response(403, &body)]);
        let call = mock.client().raw(Method::Get, "/v2/things", ());
        assert_eq!(call.await.unwrap_err().kind(), kind, "{type_} {code}");
    }
}

#[tokio::test]
async fn api_error_fields() {
    let body = r#"{"error":{"type":"card_error","code":"card_declined","message":"Declined.",
        "param":"number","decline_code":"lost_card","advice_code":"try_again_later",
        "network_advice_code":"02","network_decline_code":"51","charge":"ch_1","doc_url":"https://d",
        "request_log_url":"https://l","payment_method_type":"card","user_message":"u","extra":7,
        "payment_intent":{"id":"pi_1","client_secret":"hush_1"}}}"#;
    let error = error(response(402, body)).await;
    assert_eq!(error.status(), Some(402));
    assert_eq!(error.code(), Some("card_declined"));
    assert_eq!(error.decline_code(), Some("lost_card"));
    assert_eq!(error.param(), Some("number"));
    assert_eq!(error.request_id(), error.meta().request_id());
    let api = error.api_error().unwrap();
    let fields = [
        (api.type_(), "card_error"),
        (api.code(), "card_declined"),
        (api.message(), "Declined."),
        (api.param(), "number"),
        (api.decline_code(), "lost_card"),
        (api.advice_code(), "try_again_later"),
        (api.network_advice_code(), "02"),
        (api.network_decline_code(), "51"),
        (api.charge(), "ch_1"),
        (api.doc_url(), "https://d"),
        (api.request_log_url(), "https://l"),
        (api.payment_method_type(), "card"),
        (api.user_message(), "u"),
    ];
    for (found, expected) in fields {
        assert_eq!(found, Some(expected));
    }
    assert_eq!(api.get("payment_intent").unwrap()["id"], "pi_1");
    assert_eq!(api.get("extra"), Some(7.into()));
    assert_eq!(api.get("code"), Some("card_declined".into()));
    assert_eq!(api.get("missing"), None);
    assert_eq!(
        error.to_string(),
        "Declined. (code card_declined, status 402, request id req_1)"
    );
    assert!(!format!("{error:?} {error:#?} {api:?}").contains("hush"));
}

#[tokio::test]
async fn bodies_without_an_error_object() {
    let oauth =
        error(response(400, r#"{"error":"invalid_grant","error_description":"No."}"#))
            .await;
    let api = oauth.api_error().unwrap();
    assert_eq!(
        (api.code(), api.type_()),
        (Some("invalid_grant"), Some("invalid_grant"))
    );
    assert_eq!((api.message(), oauth.message()), (Some("No."), "No."));
    for body in [
        "",
        "<html>",
        "{}",
        "[]",
        "null",
        r#"{"error":7}"#,
        r#"{"error":{}"#,
        "\u{feff}{}",
    ] {
        let error = error(response(502, body)).await;
        assert!(error.api_error().is_none(), "{body}");
        assert_eq!(error.meta().raw_body(), body.as_bytes());
        assert!(
            error.to_string().ends_with("(status 502, request id req_1)"),
            "{error}"
        );
    }
    let odd =
        error(response(400, r#"{"error":{"type":7,"message":null,"code":[]}}"#)).await;
    assert_eq!(
        (odd.api_error().unwrap().type_(), odd.kind()),
        (None, ErrorKind::InvalidRequest)
    );
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(
        error(response(500, &format!(r#"{{"error":{deep}}}"#))).await.kind(),
        ErrorKind::Api
    );
}

#[tokio::test]
async fn undecodable_successes() {
    let deep = format!(r#"{{"extra":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    let truncated = &WIDGET[..WIDGET.len() - 1];
    let missing = WIDGET.replace("\"livemode\":false,", "");
    let wrong = WIDGET.replace("\"created\":1", "\"created\":\"hush\"");
    for body in ["", "<html>", "[]", "null", truncated, &deep, &missing, &wrong] {
        let mock = MockTransport::new([response(200, body)]);
        let error = mock.client().widgets().expire("w").await.unwrap_err();
        assert_eq!(
            (error.kind(), error.meta().status()),
            (ErrorKind::Decode, Some(200))
        );
        assert_eq!(error.meta().raw_body(), body.as_bytes());
        assert!(error.meta().idempotency_key().is_some() && error.source().is_some());
        assert!(!format!("{error} {error:?}").contains("hush"));
    }
    let mock = MockTransport::new([response(200, &wrong)]);
    let error = mock.client().widgets().expire("w").await.unwrap_err();
    assert!(error.to_string().contains("created"), "{error}");
    let bytes = MockResponse::Response(200, Vec::new(), vec![b'{', 0xff, b'}']);
    assert!(self::error(bytes).await.is_decode());
}

#[tokio::test]
async fn errors_without_a_response_keep_the_key() {
    for outcome in
        [MockResponse::ConnectionError, MockResponse::Timeout, MockResponse::Certificate]
    {
        let error = error(outcome).await;
        assert_eq!((error.kind(), error.meta().status()), (ErrorKind::Connection, None));
        assert!(error.meta().idempotency_key().is_some());
        assert!(
            error.meta().raw_body().is_empty()
                && error.meta().headers().iter().next().is_none()
        );
        assert_eq!(error.source().is_some(), !error.is_timeout());
    }
}

#[test]
fn invalid_configuration_is_rejected() {
    for key in ["", " ", "sk test", "sk_test\n", "\tsk", "sk_ü", "sk\u{a0}x"] {
        let error = Client::builder(key).build().unwrap_err();
        assert!(error.is_invalid_call());
        assert!(key.trim().is_empty() || !error.to_string().contains(key));
    }
    let urls = [
        "",
        "api.stripe.com",
        "ftp://x",
        "https://",
        "https://a@b",
        "https://a?b",
        "https:///v1",
        "http://a b",
        "https://h/../v1",
        "https://h/%2e%2e",
        "https://h/a//b",
        "https://:5",
        "https://h:",
        "https://h:99999",
        "https://h:+5",
        "https://::1",
        "https://[::1",
    ];
    for url in urls {
        assert!(
            MockTransport::default()
                .builder()
                .base_url(url)
                .build()
                .unwrap_err()
                .is_invalid_call(),
            "{url}"
        );
    }
    let app = stripe_runtime::AppInfo::new(" ");
    assert!(
        MockTransport::default()
            .builder()
            .app_info(app)
            .build()
            .unwrap_err()
            .is_invalid_call()
    );
}

#[test]
fn plain_http_to_another_machine_needs_consent() {
    for (host, is_local) in [
        ("localhost", true),
        ("LOCALHOST:80", true),
        ("api.localhost", true),
        ("127.0.0.1:12111", true),
        ("127.8.9.1", true),
        ("[::1]:12111", true),
        ("[::ffff:127.0.0.1]", true),
        ("localhost.example", false),
        ("127.0.0.1.example", false),
        ("notlocalhost", false),
        ("stripe-mock:12111", false),
        ("0.0.0.0", false),
        ("[::2]", false),
    ] {
        let builder = || MockTransport::default().builder();
        let url = format!("http://{host}/v1");
        let plain = builder().base_url(&url).build();
        assert_eq!(plain.is_ok(), is_local, "{url}");
        if let Err(error) = plain {
            assert!(error.to_string().contains("allow_plain_http"), "{error}");
        }
        assert!(builder().base_url(&url).allow_plain_http(true).build().is_ok());
        assert!(builder().base_url(url.replace("http", "https")).build().is_ok());
    }
}

#[tokio::test]
async fn base_url_suffixes_are_stripped() {
    let rows = [
        ("http://h", "http://h/v1/widgets/w"),
        ("http://h/", "http://h/v1/widgets/w"),
        ("http://h/v1", "http://h/v1/widgets/w"),
        ("http://h/v1/", "http://h/v1/widgets/w"),
        ("http://h:8/p/v1/", "http://h:8/p/v1/widgets/w"),
        ("http://h//", "http://h/v1/widgets/w"),
        ("http://h//v1//", "http://h/v1/widgets/w"),
        ("http://[::1]:8", "http://[::1]:8/v1/widgets/w"),
        ("https://h/v12", "https://h/v12/v1/widgets/w"),
    ];
    for (base, url) in rows {
        let mock = MockTransport::new([response(200, WIDGET)]);
        let builder = mock.builder().allow_plain_http(true);
        let client = builder.base_url(base).build().unwrap();
        client.widgets().retrieve("w").await.unwrap();
        assert_eq!(mock.requests()[0].url(), url);
    }
}

#[tokio::test]
async fn control_characters_of_the_server_are_escaped() {
    let body =
        r#"{"error":{"message":"a\u001b[31mb\nERROR forged\u009b","code":"c\r"}}"#;
    let printed = error(response(400, body)).await.to_string();
    assert!(!printed.contains(char::is_control), "{printed:?}");
    assert!(printed.contains(r"b\nERROR forged"), "{printed}");
}

#[test]
fn user_information_of_the_base_url_is_not_printed() {
    let builder = MockTransport::default().builder();
    let printed = format!("{:?}", builder.base_url("https://hush:hu@sh@h.example/x"));
    assert!(printed.contains("h.example/x") && !printed.contains("hu"), "{printed}");
}

#[tokio::test]
async fn secrets_are_not_printed() {
    let body = WIDGET.replace("\"modes\"", r#""client_secret":"hush_2","modes""#);
    let mock = MockTransport::new([response(200, &body), response(400, &body)]);
    let client = mock.builder().header("X-Key", "hush_3").build().unwrap();
    let mut printed = format!("{:?} {client:?} {:?}", mock.builder(), client.widgets());
    let call = client.widgets().create(CreateWidget::new("hush_4").password("hush_5"));
    printed += &format!("{call:?}");
    let future = call.into_future();
    printed += &format!("{future:?}");
    let widget = future.await.unwrap();
    printed += &format!("{widget:?} {widget:#?} {:?}", widget.meta());
    let error =
        client.widgets().retrieve("w").extra_param("a", "hush_6").await.unwrap_err();
    printed += &format!("{error} {error:?} {error:#?} {:?}", error.api_error());
    for request in mock.requests() {
        printed += &format!("{request:?} {:?}", request.headers());
    }
    printed +=
        &format!("{:?}", Client::builder("sk_hush with space").build().unwrap_err());
    assert!(!printed.contains("hush") && !printed.contains(KEY), "{printed}");
    assert!(printed.contains("w_1") && printed.contains("req_1"));
    assert_eq!(widget.client_secret.as_ref().unwrap().expose(), "hush_2");
}

/// Asserts what a log line of an error without a response says.
#[cfg(feature = "hyper")]
#[tokio::test]
async fn errors_without_a_response_name_the_cause() {
    let unused =
        std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let client = Client::builder(KEY).base_url(format!("http://{unused}"));
    let client = client.env_proxies(false).build().unwrap();
    let error = client.widgets().retrieve("w").max_retries(0).await.unwrap_err();
    let (short, long) = (error.to_string(), format!("{error:#}"));
    assert!(short.starts_with("could not connect to the server: Connection refused"));
    assert!(!short.contains("TCP"), "{short}");
    let order = ["could not connect", "TCP connection failed", "Connection refused"];
    let places: Vec<_> = order.iter().map(|text| long.find(text).unwrap()).collect();
    assert!(places.is_sorted(), "{long}");
}

#[cfg(feature = "hyper")]
#[test]
fn a_missing_runtime_is_named() {
    let client = Client::builder(KEY).build().unwrap();
    let mut call = std::pin::pin!(client.widgets().retrieve("w").send());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = call.as_mut().poll(&mut context) else {
        panic!("the call must fail on the first poll");
    };
    assert!(error.to_string().contains("not made within a tokio runtime"), "{error}");
}

#[tokio::test]
async fn the_causes_of_a_response_are_in_the_alternate_form_only() {
    let error = error(response(200, r#"{"id":7}"#)).await;
    assert_eq!(
        error.to_string(),
        "the response could not be decoded at `id` (status 200, request id req_1)"
    );
    let long = format!("{error:#}");
    assert!(long.contains("expected a string, found an integer"), "{long}");
}
