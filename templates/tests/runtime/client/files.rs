//! Files that are uploaded and downloaded, with each transport.

use crate::support::WIDGET;
use crate::support::clients::{CLIENTS, CallOptions, CallResult, TestClient};
use stripe_runtime::stand_in::params::{PartParams, UploadWidget};
use stripe_runtime::{Bytes, Error, ErrorKind, FileUpload};
use test_support::server::{
    Exchange, Request, Step, TestServer, exchange, full_response, head, ok, response,
};

/// Lets each client make calls to a server of its own, which performs the exchanges. Returns the
/// requests.
fn each(
    exchanges: &[Exchange],
    options: &CallOptions,
    call: impl Fn(&str, &dyn TestClient) + Sync,
) -> Vec<(&'static str, Vec<Request>)> {
    let run = |(name, make): &(&'static str, fn(&str, &CallOptions) -> _)| {
        let server = TestServer::script(exchanges.to_vec());
        let client: Box<dyn TestClient> = make(&server.url(), options);
        call(name, client.as_ref());
        (*name, server.seen())
    };
    std::thread::scope(|scope| {
        let clients: Vec<_> =
            CLIENTS.iter().map(|client| scope.spawn(|| run(client))).collect();
        clients.into_iter().map(|client| client.join().unwrap()).collect()
    })
}

fn options(retries: u32) -> CallOptions {
    CallOptions { retries, ..CallOptions::default() }
}

/// Every byte, and what the end of a part looks like.
fn content() -> Vec<u8> {
    let bytes: Vec<u8> = (0..=255).collect();
    [&bytes[..], b"\r\n--B\r\n\r\n--B--\r\n"].concat()
}

#[test]
fn an_upload_has_its_parameters_and_its_file_in_each_attempt() {
    let file =
        FileUpload::new("a \"é\"\n.bin", content()).with_content_type("image/png");
    let params =
        UploadWidget::new(file, "é & x").part(PartParams::new().tax_rates(["a", "b"]));
    let exchanges = [response(503, "", ""), ok(WIDGET)];
    let all = each(&exchanges, &options(1), |name, client| {
        let widget = client.upload(params.clone(), &options(1)).expect(name);
        assert_eq!((&*widget.id, widget.meta().attempts()), ("w_1", 2), "{name}");
    });
    let field = |name: &str, value: &str| {
        format!(
            "--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        )
    };
    let start = field("name", "é & x")
        + &field("part[tax_rates][0]", "a")
        + &field("part[tax_rates][1]", "b")
        + "--B\r\nContent-Disposition: form-data; name=\"file\"; \
           filename=\"a %22é%22%0A.bin\"\r\nContent-Type: image/png\r\n\r\n";
    for (name, seen) in all {
        assert_eq!(seen.len(), 2, "{name}");
        let media_type = seen[0].header("content-type")[0];
        let boundary =
            media_type.strip_prefix("multipart/form-data; boundary=").unwrap();
        let start = start.replace("--B\r\n", &format!("--{boundary}\r\n"));
        let end = format!("\r\n--{boundary}--\r\n");
        let expected = [start.as_bytes(), &content(), end.as_bytes()].concat();
        assert!(seen[0].key().is_some() && seen[0].key() == seen[1].key(), "{name}");
        for request in &seen {
            assert_eq!(request.line, "POST /v1/widgets/upload HTTP/1.1", "{name}");
            assert!(request.bytes == expected, "{name}: {}", request.body);
            assert_eq!(request.header("content-type"), [media_type]);
            assert_eq!(request.header("content-length"), [expected.len().to_string()]);
            assert_eq!(request.header("accept"), ["application/json"]);
        }
    }
}

#[test]
fn a_repeated_upload_has_the_same_bytes() {
    let params = || UploadWidget::new(FileUpload::new("a", content()), "x");
    let all = each(&[ok(WIDGET), ok(WIDGET)], &options(0), |name, client| {
        for _ in 0..2 {
            client.upload(params(), &options(0)).expect(name);
        }
    });
    for (name, seen) in all {
        assert_eq!(seen[0].bytes, seen[1].bytes, "{name}");
    }
}

#[test]
fn a_file_can_be_empty_or_large() {
    let large: Vec<u8> = (0..3_000_000_u32).map(|n| n.to_le_bytes()[0]).collect();
    for content in [Vec::new(), large] {
        let file = FileUpload::new("", content.clone());
        let all = each(&[ok(WIDGET)], &options(0), |name, client| {
            let params = UploadWidget::new(file.clone(), "x");
            client.upload(params, &options(0)).expect(name);
        });
        for (name, seen) in all {
            let body = &seen[0].bytes;
            let start = b"Content-Type: application/octet-stream\r\n\r\n";
            let windows = &mut body.windows(start.len());
            let start = windows.position(|part| part == start).unwrap() + start.len();
            assert!(body[start..].starts_with(&content), "{name}");
            assert!(body[start + content.len()..].starts_with(b"\r\n--"), "{name}");
        }
    }
}

/// Makes the same download with each client.
fn downloads(
    exchanges: &[Exchange],
    options: &CallOptions,
    check: impl Fn(&str, CallResult<Bytes>) + Sync,
) {
    let all = each(exchanges, options, |name, client| {
        check(name, client.download(options));
    });
    for (name, seen) in all {
        assert_eq!(seen.len(), exchanges.len(), "{name}");
        for request in seen {
            assert_eq!(request.line, "GET /v1/widgets/w_1/content HTTP/1.1", "{name}");
            assert_eq!(request.header("accept"), ["*/*"], "{name}");
        }
    }
}

#[test]
fn a_download_is_what_the_server_sends() {
    let headers = "Content-Type: application/pdf\r\n";
    for body in [&content()[..], b"", br#"{"error":{"type":"x"}}"#] {
        let exchanges = [response(503, "", "{}"), response(200, headers, body)];
        downloads(&exchanges, &options(1), |name, result| {
            let bytes = result.expect(name);
            let meta = bytes.meta();
            assert_eq!((&**bytes, meta.raw_body()), (body, body), "{name}");
            assert_eq!(meta.headers().get("content-type"), Some("application/pdf"));
            let facts = (meta.status(), meta.request_id(), meta.attempts());
            assert_eq!(facts, (Some(200), Some("req_1"), 2), "{name}");
            let shared = (*bytes).clone();
            assert_eq!(bytes.into_inner().into_vec(), body, "{name}");
            assert_eq!(
                (shared.as_ref(), Vec::from(shared.clone())),
                (body, body.into())
            );
        });
    }
}

#[test]
fn a_download_can_fail_like_any_call() {
    let object = r#"{"error":{"type":"invalid_request_error","code":"gone"}}"#;
    downloads(&[response(404, "", object)], &options(2), |name, result| {
        let error = result.expect_err(name);
        assert!(error.is_not_found(), "{name}: {error:?}");
        assert_eq!((error.code(), error.request_id()), (Some("gone"), Some("req_1")));
    });
    let moved = "Location: http://127.0.0.1:1/\r\n";
    downloads(&[response(302, moved, "")], &options(2), |name, result| {
        assert_eq!(result.expect_err(name).kind(), ErrorKind::Api, "{name}");
    });
    let coded = [response(200, "Content-Encoding: gzip\r\n", "x")];
    downloads(&coded, &options(2), |name, result| {
        let error = result.expect_err(name);
        assert!(error.is_decode(), "{name}: {error:?}");
        assert!(error.to_string().contains("content coding `gzip`"), "{name}: {error}");
    });
    let broken = [head(200, "", 9), b"%PDF".to_vec()].concat();
    let broken = exchange([Step::Write(broken), Step::Close]);
    downloads(&[broken, ok("%PDF")], &options(1), |name, result| {
        assert_eq!(&**result.expect(name), b"%PDF", "{name}");
    });
}

#[test]
fn the_size_of_a_download_is_limited() {
    let large = vec![b'x'; 100_000];
    let with = |limit| CallOptions { limit, ..options(2) };
    let too_large = |name: &str, result: CallResult<Bytes>| {
        let error: Error = result.expect_err(name);
        let meta = error.meta();
        assert!(error.is_decode(), "{name}: {error:?}");
        let facts = (meta.status(), meta.request_id(), meta.attempts());
        assert_eq!(facts, (Some(200), Some("req_1"), 1), "{name}");
        assert!(meta.raw_body().is_empty(), "{name}");
    };
    downloads(&[ok(&large)], &with(99_999), too_large);
    let endless = "HTTP/1.1 200 X\r\nRequest-Id: req_1\r\n\r\n".as_bytes();
    let endless = [endless, &large].concat();
    let endless = exchange([Step::Write(endless), Step::Hang]);
    downloads(&[endless], &with(99_999), too_large);
    downloads(
        &[full_response(200, "", &large).into()],
        &with(100_000),
        |name, result| {
            assert!(**result.expect(name) == *large, "{name}");
        },
    );
}
