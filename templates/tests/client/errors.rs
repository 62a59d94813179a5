//! What errors say, and what they do not say.

use std::error::Error as _;
use std::time::Duration;

use crate::support::{KEY, MockResponse, MockTransport, WIDGET, answer};
use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::{Client, Error, ErrorKind, Method};

async fn error(turn: MockResponse) -> Error {
    let script = MockTransport::new([turn]);
    script
        .client()
        .widgets()
        .create(CreateWidget::new("x"))
        .max_retries(0)
        .await
        .unwrap_err()
}

#[tokio::test]
async fn the_class_comes_from_the_status() {
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
        let error = error(answer(status, &body)).await;
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
async fn whether_the_call_may_have_taken_effect() {
    let refusal = r#"{"error":{"message":"No."}}"#;
    let rows = [
        (MockResponse::Refused, true),
        (MockResponse::Late, true),
        (MockResponse::Certificate, false),
        (MockResponse::Unsupported, false),
        (MockResponse::Cut(200, Vec::new()), true),
        (MockResponse::Cut(503, Vec::new()), true),
        (MockResponse::Cut(402, Vec::new()), false),
        (answer(500, refusal), true),
        (answer(502, "<html>"), true),
        (answer(402, refusal), false),
        (answer(409, refusal), false),
        (answer(302, ""), false),
        // It has taken effect: the status says so.
        (answer(200, "no JSON"), false),
    ];
    for (turn, unknown) in rows {
        let error = error(turn).await;
        assert_eq!(error.is_outcome_unknown(), unknown, "{error:?}");
    }
}

/// To read takes no effect, and what could not be sent took none.
#[tokio::test]
async fn what_had_no_effect_is_never_in_doubt() {
    let script = MockTransport::new(vec![MockResponse::Late; 3]);
    let client = script.client();
    let error = client.widgets().retrieve("w").await.unwrap_err();
    assert!(error.is_timeout() && !error.is_outcome_unknown(), "{error:?}");
    let call = client.widgets().expire("w").deadline(Duration::ZERO);
    let error = call.await.unwrap_err();
    assert!(error.is_timeout() && !error.is_outcome_unknown(), "{error:?}");
    assert_eq!((error.meta().attempts(), script.requests().len()), (0, 3));
}

/// What was lost before is not settled by a refusal that the server would give to any call.
#[tokio::test]
async fn an_earlier_attempt_may_have_taken_effect() {
    let refusal = |status| answer(status, "{}");
    let rows = [
        (vec![MockResponse::Late, refusal(429)], true),
        (vec![MockResponse::Refused, refusal(401)], true),
        (vec![refusal(500), refusal(429)], true),
        (vec![MockResponse::Late, refusal(409), refusal(409)], true),
        (vec![MockResponse::Cut(200, Vec::new()), MockResponse::Certificate], true),
        // Under the same key these are the answer to the first attempt too.
        (vec![MockResponse::Late, refusal(402)], false),
        (vec![refusal(503), refusal(400)], false),
        (vec![refusal(409), refusal(429)], false),
    ];
    for (turns, unknown) in rows {
        let script = MockTransport::new(turns);
        let call = script.client().widgets().create(CreateWidget::new("x"));
        let error = call.await.unwrap_err();
        assert_eq!(error.is_outcome_unknown(), unknown, "{error:?}");
    }
    // Without a key a deletion that was lost looks as if there had been nothing to delete.
    let script = MockTransport::new([MockResponse::Late, refusal(404)]);
    let error = script.client().widgets().delete("w").await.unwrap_err();
    assert!(error.is_not_found() && error.is_outcome_unknown());
}

#[tokio::test]
async fn v2_has_classes_of_its_own() {
    let rows = [
        ("rate_limit", "x", ErrorKind::RateLimit),
        ("idempotency_error", "x", ErrorKind::Idempotency),
        ("temporary_session_expired", "x", ErrorKind::TemporarySessionExpired),
        ("x", "invalid_fields", ErrorKind::InvalidRequest),
        ("x", "y", ErrorKind::Permission),
    ];
    for (type_, code, kind) in rows {
        let body = format!(r#"{{"error":{{"type":"{type_}","code":"{code}"}}}}"#);
        let script = MockTransport::new([answer(403, &body)]);
        let call = script.client().raw(Method::Get, "/v2/things", ());
        assert_eq!(call.await.unwrap_err().kind(), kind, "{type_} {code}");
    }
}

#[tokio::test]
async fn the_servers_description_can_be_read() {
    let body = r#"{"error":{"type":"card_error","code":"card_declined","message":"Declined.",
        "param":"number","decline_code":"lost_card","advice_code":"try_again_later",
        "network_advice_code":"02","network_decline_code":"51","charge":"ch_1","doc_url":"https://d",
        "request_log_url":"https://l","payment_method_type":"card","user_message":"u","extra":7,
        "payment_intent":{"id":"pi_1","client_secret":"hush_1"}}}"#;
    let error = error(answer(402, body)).await;
    let api = error.api_error().unwrap();
    let texts = [
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
    for (found, expected) in texts {
        assert_eq!(found, Some(expected));
    }
    assert_eq!(api.get("payment_intent").unwrap()["id"], "pi_1");
    assert_eq!(
        error.to_string(),
        "Declined. (code card_declined, status 402, request id req_1)"
    );
    assert!(!format!("{error:?} {error:#?} {api:?}").contains("hush"));
}

#[tokio::test]
async fn bodies_that_are_not_errors() {
    let oauth =
        error(answer(400, r#"{"error":"invalid_grant","error_description":"No."}"#))
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
        let error = error(answer(502, body)).await;
        assert!(error.api_error().is_none(), "{body}");
        assert_eq!(error.meta().raw_body(), body.as_bytes());
        assert!(
            error.to_string().ends_with("(status 502, request id req_1)"),
            "{error}"
        );
    }
    let odd =
        error(answer(400, r#"{"error":{"type":7,"message":null,"code":[]}}"#)).await;
    assert_eq!(
        (odd.api_error().unwrap().type_(), odd.kind()),
        (None, ErrorKind::InvalidRequest)
    );
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(
        error(answer(500, &format!(r#"{{"error":{deep}}}"#))).await.kind(),
        ErrorKind::Api
    );
}

#[tokio::test]
async fn successes_that_cannot_be_read() {
    let deep = format!(r#"{{"extra":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    let truncated = &WIDGET[..WIDGET.len() - 1];
    let missing = WIDGET.replace("\"livemode\":false,", "");
    let wrong = WIDGET.replace("\"created\":1", "\"created\":\"hush\"");
    for body in ["", "<html>", "[]", "null", truncated, &deep, &missing, &wrong] {
        let script = MockTransport::new([answer(200, body)]);
        let error = script.client().widgets().expire("w").await.unwrap_err();
        assert_eq!(
            (error.kind(), error.meta().status()),
            (ErrorKind::Decode, Some(200))
        );
        assert_eq!(error.meta().raw_body(), body.as_bytes());
        assert!(error.meta().idempotency_key().is_some() && error.source().is_some());
        assert!(!format!("{error} {error:?}").contains("hush"));
    }
    let script = MockTransport::new([answer(200, &wrong)]);
    let error = script.client().widgets().expire("w").await.unwrap_err();
    assert!(error.to_string().contains("created"), "{error}");
    let bytes = MockResponse::Answer(200, Vec::new(), vec![b'{', 0xff, b'}']);
    assert!(self::error(bytes).await.is_decode());
}

#[tokio::test]
async fn errors_without_a_response_keep_the_key() {
    for turn in [MockResponse::Refused, MockResponse::Late, MockResponse::Certificate] {
        let error = error(turn).await;
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
fn unusable_configuration_is_refused() {
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

#[tokio::test]
async fn base_urls_lose_what_is_too_much() {
    let rows = [
        ("http://h", "http://h/v1/widgets/w"),
        ("http://h/", "http://h/v1/widgets/w"),
        ("http://h/v1", "http://h/v1/widgets/w"),
        ("http://h/v1/", "http://h/v1/widgets/w"),
        ("http://h:8/p/v1/", "http://h:8/p/v1/widgets/w"),
        ("https://h/v12", "https://h/v12/v1/widgets/w"),
    ];
    for (base, url) in rows {
        let script = MockTransport::new([answer(200, WIDGET)]);
        let client = script.builder().base_url(base).build().unwrap();
        client.widgets().retrieve("w").await.unwrap();
        assert_eq!(script.requests()[0].url(), url);
    }
}

#[tokio::test]
async fn nothing_prints_a_secret() {
    let body = WIDGET.replace("\"modes\"", r#""client_secret":"hush_2","modes""#);
    let script = MockTransport::new([answer(200, &body), answer(400, &body)]);
    let client = script.builder().header("X-Key", "hush_3").build().unwrap();
    let mut printed =
        format!("{:?} {client:?} {:?}", script.builder(), client.widgets());
    let call = client.widgets().create(CreateWidget::new("hush_4").password("hush_5"));
    printed += &format!("{call:?}");
    let future = call.into_future();
    printed += &format!("{future:?}");
    let widget = future.await.unwrap();
    printed += &format!("{widget:?} {widget:#?} {:?}", widget.meta());
    let error =
        client.widgets().retrieve("w").extra_param("a", "hush_6").await.unwrap_err();
    printed += &format!("{error} {error:?} {error:#?} {:?}", error.api_error());
    for request in script.requests() {
        printed += &format!("{request:?} {:?}", request.headers());
    }
    printed +=
        &format!("{:?}", Client::builder("sk_hush with space").build().unwrap_err());
    assert!(!printed.contains("hush") && !printed.contains(KEY), "{printed}");
    assert!(printed.contains("w_1") && printed.contains("req_1"));
    assert_eq!(widget.client_secret.as_ref().unwrap().expose(), "hush_2");
}
