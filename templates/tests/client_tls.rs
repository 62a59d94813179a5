//! Certificates: who is trusted, and that a refusal is final.
#![cfg(feature = "hyper")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod support;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use stripe_runtime::transport::Hyper;
use stripe_runtime::{Client, ErrorKind};
use support::server::{Act, ok};
use support::{KEY, WIDGET};

const CA: &[u8] = include_bytes!("support/tls/ca.der");
const SERVER: (&[u8], &[u8]) = (
    include_bytes!("support/tls/server.der"),
    include_bytes!("support/tls/server.key.der"),
);
const OTHER: (&[u8], &[u8]) = (
    include_bytes!("support/tls/other.der"),
    include_bytes!("support/tls/other.key.der"),
);

/// A server with this certificate; counts its connections.
fn serve(
    (certificate, key): (&'static [u8], &'static [u8]),
) -> (String, Arc<AtomicUsize>) {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ServerConfig::builder_with_provider(provider);
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key));
    let builder =
        builder.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
    let config =
        builder.with_single_cert(vec![CertificateDer::from(certificate)], key).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let (config, counter) = (Arc::new(config), Arc::clone(&count));
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            counter.fetch_add(1, Ordering::Relaxed);
            let tls = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = StreamOwned::new(tls, stream.unwrap());
            let mut buffer = [0; 4096];
            if stream.read(&mut buffer).is_ok_and(|length| length > 0)
                && let Act::Write(bytes) = ok(WIDGET)
            {
                stream.write_all(&bytes).unwrap();
                stream.conn.send_close_notify();
                let _ = stream.flush();
            }
        }
    });
    (url, count)
}

#[tokio::test]
async fn a_trusted_certificate() {
    let (url, _) = serve(SERVER);
    let transport =
        Hyper::builder().env_proxies(false).root_certificate(CA).build().unwrap();
    let client =
        Client::builder(KEY).base_url(url).transport(transport).build().unwrap();
    assert_eq!(client.widgets().retrieve("w").await.unwrap().id, "w_1");
}

#[tokio::test]
async fn refused_certificates_are_not_tried_again() {
    for (certificate, trusted) in [(SERVER, false), (OTHER, true)] {
        let (url, count) = serve(certificate);
        let mut builder = Hyper::builder().env_proxies(false);
        if trusted {
            builder = builder.root_certificate(CA);
        }
        let transport = builder.build().unwrap();
        let client =
            Client::builder(KEY).base_url(url).transport(transport).build().unwrap();
        let error = client.widgets().expire("w").await.unwrap_err();
        assert_eq!((error.kind(), error.meta().attempts()), (ErrorKind::Connection, 1));
        assert!(error.to_string().contains("certificate"), "{error}");
        assert_eq!(count.load(Ordering::Relaxed), 1);
    }
    assert!(
        Hyper::builder().root_certificate(*b"junk").build().unwrap_err().is_refused()
    );
}

#[cfg(feature = "blocking")]
#[test]
fn the_blocking_client_does_the_same() {
    let (url, count) = serve(SERVER);
    let builder = stripe_runtime::blocking::Client::builder(KEY).base_url(url);
    let client = builder.env_proxies(false).build().unwrap();
    let error = client.widgets().expire("w").send().unwrap_err();
    assert_eq!((error.kind(), error.meta().attempts()), (ErrorKind::Connection, 1));
    assert!(error.to_string().contains("certificate"), "{error:?}");
    assert_eq!(count.load(Ordering::Relaxed), 1);
}
