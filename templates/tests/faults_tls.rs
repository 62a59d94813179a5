//! Encryption that fails: what a further attempt could heal is repeated, a certificate is not.
#![cfg(any(feature = "hyper", feature = "blocking"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod support;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use support::WIDGET;
use support::askers::{ASKERS, Ask, LONG};
use support::faulty::{Server, Step, unread, whole};

type Pair = (&'static [u8], &'static [u8]);

/// For 127.0.0.1, by an authority that nobody knows.
const UNKNOWN: Pair = (
    include_bytes!("support/tls/server.der"),
    include_bytes!("support/tls/server.key.der"),
);
/// For another host.
const OTHER: Pair = (
    include_bytes!("support/tls/other.der"),
    include_bytes!("support/tls/other.key.der"),
);

fn config((certificate, key): Pair) -> Arc<ServerConfig> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ServerConfig::builder_with_provider(provider);
    let builder =
        builder.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key));
    let certificate = vec![CertificateDer::from(certificate)];
    Arc::new(builder.with_single_cert(certificate, key).unwrap())
}

/// A server with this certificate that writes these bytes after a request and then breaks the
/// connection without the goodbye of TLS; counts its connections.
fn serve(pair: Pair, answer: Vec<u8>) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let (config, counter) = (config(pair), Arc::clone(&count));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            counter.fetch_add(1, Ordering::SeqCst);
            let _ = talk(stream.unwrap(), &config, &answer);
        }
    });
    (url, count)
}

fn talk(
    stream: TcpStream,
    config: &Arc<ServerConfig>,
    answer: &[u8],
) -> std::io::Result<()> {
    let tls = ServerConnection::new(Arc::clone(config)).unwrap();
    let mut stream = StreamOwned::new(tls, stream);
    let mut request = Vec::new();
    // The body of the requests of this test ends so.
    while !request.ends_with(b"name=x") {
        let mut part = [0; 1024];
        match stream.read(&mut part)? {
            0 => return Ok(()),
            length => request.extend_from_slice(&part[..length]),
        }
    }
    stream.write_all(answer)?;
    stream.flush()
}

#[test]
fn a_wrong_certificate_is_final_and_gets_no_request() {
    for pair in [UNKNOWN, OTHER] {
        for (transport, make) in ASKERS {
            if *transport == "reqwest" {
                continue; // Its TLS is the caller's to choose.
            }
            let (url, count) = serve(pair, whole(200, "", WIDGET));
            let ask = Ask { retries: 3, ..Ask::default() };
            let error = make(&url, &ask).ask(&ask).unwrap_err();
            assert!(error.is_connection() && !error.is_timeout(), "{error:?}");
            assert!(error.to_string().contains("certificate"), "{transport} {error}");
            assert_eq!(error.meta().attempts(), 1, "{transport} {error:?}");
            assert!(error.meta().idempotency_key().is_some(), "{transport}");
            assert_eq!(count.load(Ordering::SeqCst), 1, "{transport}");
        }
    }
}

/// Nothing says that these do not pass: no alert, no certificate.
#[test]
fn a_handshake_that_breaks_is_repeated() {
    let plain = whole(400, "", "<html>plain HTTP on a port of TLS</html>");
    let faults = [
        ("closed", [unread([Step::Close]), unread([Step::Close])]),
        ("reset", [unread([Step::Reset]), unread([Step::Reset])]),
        (
            "not TLS",
            std::array::from_fn(|_| unread([Step::Write(plain.clone()), Step::Close])),
        ),
    ];
    for (fault, plays) in faults {
        for (transport, make) in ASKERS {
            if *transport == "reqwest" {
                continue;
            }
            let server = Server::start(plays.clone(), Vec::new());
            let ask = Ask { retries: 1, ..Ask::default() };
            let (url, started) = (format!("https://{}", server.address), Instant::now());
            let error = make(&url, &ask).ask(&ask).unwrap_err();
            let found = (error.is_connection(), error.meta().attempts());
            assert_eq!(found, (true, 2), "{fault} ({transport}): {error:?}");
            assert!(started.elapsed() < LONG, "{fault} ({transport})");
            assert_eq!(server.connections().0, 2, "{fault} ({transport})");
        }
    }
}

/// Whoever sits on the line can cut it, but not make half an answer look whole.
#[cfg(feature = "hyper")]
#[test]
fn an_answer_that_was_cut_off_is_not_taken_for_a_whole_one() {
    use stripe_runtime::stand_in::params::CreateWidget;
    use stripe_runtime::transport::Hyper;

    const CA: &[u8] = include_bytes!("support/tls/ca.der");
    let unframed = format!("HTTP/1.1 200 X\r\nRequest-Id: req_1\r\n\r\n{WIDGET}");
    let (url, count) = serve(UNKNOWN, unframed.into());
    let transport = Hyper::builder().env_proxies(false).root_certificate(CA);
    let client = stripe_runtime::Client::builder(support::KEY).base_url(url);
    let client = client.transport(transport.build().unwrap()).build().unwrap();
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let call = client.widgets().create(CreateWidget::new("x")).max_retries(1);
    let answer = runtime.enable_all().build().unwrap().block_on(call.into_future());
    let error = answer.unwrap_err();
    assert!(error.is_connection() && error.meta().status() == Some(200), "{error:?}");
    assert_eq!((error.meta().attempts(), count.load(Ordering::SeqCst)), (2, 2));
}
