//! Certificates: who is trusted, and that a refusal is final.
#![cfg(feature = "hyper")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod support;

use std::sync::atomic::Ordering;

use stripe_runtime::transport::Hyper;
use stripe_runtime::{Client, ErrorKind};
use support::tls::{CA, OTHER, SERVER, serve};
use support::{KEY, WIDGET};

#[tokio::test]
async fn a_trusted_certificate() {
    let (url, _) = serve(SERVER, WIDGET);
    let transport =
        Hyper::builder().env_proxies(false).root_certificate(CA).build().unwrap();
    let client =
        Client::builder(KEY).base_url(url).transport(transport).build().unwrap();
    assert_eq!(client.widgets().retrieve("w").await.unwrap().id, "w_1");
}

#[tokio::test]
async fn refused_certificates_are_not_tried_again() {
    for (certificate, trusted) in [(SERVER, false), (OTHER, true)] {
        let (url, count) = serve(certificate, WIDGET);
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
    let (url, count) = serve(SERVER, WIDGET);
    let builder = stripe_runtime::blocking::Client::builder(KEY).base_url(url);
    let client = builder.env_proxies(false).build().unwrap();
    let error = client.widgets().expire("w").send().unwrap_err();
    assert_eq!((error.kind(), error.meta().attempts()), (ErrorKind::Connection, 1));
    assert!(error.to_string().contains("certificate"), "{error:?}");
    assert_eq!(count.load(Ordering::Relaxed), 1);
}
