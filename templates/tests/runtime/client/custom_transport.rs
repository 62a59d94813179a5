//! Custom transports, written with public types only. The documentation of the two
//! traits shows their essential parts.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use crate::support::{KEY, WIDGET};
use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::transport::{
    BlockingBody, BlockingTransport, BoxFuture, HttpRequest, HttpResponse, Limits,
    Transport, TransportError,
};
use stripe_runtime::{Client, ErrorKind, Headers, blocking};
use test_support::server::{Exchange, TestServer, full_response, last_bytes, stalled};

/// Returns the bytes of the request and the address of the server.
fn on_wire(request: &HttpRequest) -> Result<(SocketAddr, Vec<u8>), TransportError> {
    let rest = request.url().strip_prefix("http://");
    let rest =
        rest.ok_or_else(|| TransportError::unsupported("only http:// is supported"))?;
    let (host, target) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let mut head = format!("{} {target} HTTP/1.1\r\nHost: {host}\r\n", request.method());
    for (name, value) in request.headers().iter() {
        head += &format!("{name}: {value}\r\n");
    }
    let mut bytes = (head + "Connection: close\r\n\r\n").into_bytes();
    bytes.extend_from_slice(request.body().unwrap_or_default());
    Ok((host.parse().map_err(TransportError::unsupported)?, bytes))
}

/// Parses a response that ends with the connection, and checks its length.
fn parse(bytes: &[u8]) -> Result<(u16, Headers, Vec<u8>), TransportError> {
    let broken =
        || TransportError::connection(io::Error::from(io::ErrorKind::UnexpectedEof));
    let end =
        bytes.windows(4).position(|four| four == b"\r\n\r\n").ok_or_else(broken)?;
    let head = String::from_utf8_lossy(&bytes[..end]);
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let mut headers = Headers::new();
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        headers.append(name, value);
    }
    let body = &bytes[end + 4..];
    let length = headers.get("content-length").and_then(|length| length.parse().ok());
    if length.is_some_and(|length: usize| length > body.len()) {
        return Err(broken());
    }
    Ok((status.ok_or_else(broken)?, headers, body.to_vec()))
}

struct PlainHttp;

impl Transport for PlainHttp {
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        _limits: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};

        Box::pin(async move {
            let (address, bytes) = on_wire(request)?;
            let stream = tokio::net::TcpStream::connect(address).await;
            let mut stream = stream.map_err(TransportError::connection)?;
            stream.write_all(&bytes).await.map_err(TransportError::connection)?;
            let mut response = Vec::new();
            stream
                .read_to_end(&mut response)
                .await
                .map_err(TransportError::connection)?;
            let (status, headers, body) = parse(&response)?;
            Ok(HttpResponse::new(status, headers, body))
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

impl BlockingTransport for PlainHttp {
    fn send(
        &self,
        request: &HttpRequest,
        limits: Limits,
    ) -> Result<HttpResponse<BlockingBody>, TransportError> {
        let (until, (address, bytes)) =
            (Instant::now() + limits.timeout, on_wire(request)?);
        let stream = TcpStream::connect_timeout(&address, limits.connect_timeout);
        let mut stream = stream.map_err(TransportError::connection)?;
        stream.write_all(&bytes).map_err(TransportError::connection)?;
        let (mut response, mut part) = (Vec::new(), [0; 4096]);
        loop {
            let remaining = until.saturating_duration_since(Instant::now());
            if remaining.is_zero() {
                return Err(TransportError::timeout());
            }
            stream
                .set_read_timeout(Some(remaining))
                .map_err(TransportError::connection)?;
            match stream.read(&mut part) {
                Ok(0) => break,
                Ok(length) => response.extend_from_slice(&part[..length]),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(TransportError::connection(error)),
            }
        }
        let (status, headers, body) = parse(&response)?;
        Ok(HttpResponse::new(status, headers, body))
    }
}

/// Responds and closes the connection.
fn last(status: u16, headers: &str, body: &str) -> Exchange {
    last_bytes(full_response(status, headers, body))
}

fn truncated() -> Exchange {
    let mut bytes = full_response(200, "", WIDGET);
    bytes.truncate(bytes.len() - 5);
    last_bytes(bytes)
}

/// Responds with a 503, a body that breaks off, and a success, so that the client must
/// retry.
fn server() -> TestServer {
    TestServer::script([last(503, "", ""), truncated(), last(200, "", WIDGET)])
}

fn check(server: &TestServer) {
    let seen = server.seen();
    assert_eq!(seen.len(), 3);
    for seen in &seen[1..] {
        assert_eq!(seen.line, "POST /v1/widgets HTTP/1.1");
        assert_eq!(seen.body, "name=a%20b");
    }
    assert_eq!(seen[0].header("idempotency-key"), seen[2].header("idempotency-key"));
    assert_eq!(seen[0].header("authorization"), [format!("Bearer {KEY}")]);
}

#[tokio::test]
async fn custom_async_transport() {
    let server = server();
    let client = Client::builder(KEY).base_url(server.url()).transport(PlainHttp);
    let client = client.build().unwrap();
    let widget = client.widgets().create(CreateWidget::new("a b")).await.unwrap();
    assert_eq!((widget.id.as_str(), widget.meta().attempts()), ("w_1", 3));
    check(&server);

    let server = TestServer::script([stalled(Vec::new())]);
    let client = Client::builder(KEY).base_url(server.url()).transport(PlainHttp);
    let call = client.build().unwrap().widgets().expire("w").max_retries(0);
    assert!(call.timeout(Duration::from_millis(100)).await.unwrap_err().is_timeout());
}

#[test]
fn custom_blocking_transport() {
    let server = server();
    let client =
        blocking::Client::builder(KEY).base_url(server.url()).transport(PlainHttp);
    let client = client.build().unwrap();
    let widget = client.widgets().create(CreateWidget::new("a b")).send().unwrap();
    assert_eq!((widget.id.as_str(), widget.meta().attempts()), ("w_1", 3));
    check(&server);

    let server = TestServer::script([stalled(Vec::new())]);
    let client =
        blocking::Client::builder(KEY).base_url(server.url()).transport(PlainHttp);
    let call = client.build().unwrap().widgets().expire("w").max_retries(0);
    let error = call.timeout(Duration::from_millis(100)).send().unwrap_err();
    assert!(error.is_timeout(), "{error:?}");

    let client = blocking::Client::builder(KEY).transport(PlainHttp).build().unwrap();
    let error = client.widgets().expire("w").send().unwrap_err();
    assert_eq!((error.kind(), error.meta().attempts()), (ErrorKind::InvalidCall, 1));
}
