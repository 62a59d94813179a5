//! A server with a certificate.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::server::{Act, ok};

pub(crate) const CA: &[u8] = include_bytes!("tls/ca.der");
pub(crate) const SERVER: (&[u8], &[u8]) =
    (include_bytes!("tls/server.der"), include_bytes!("tls/server.key.der"));
pub(crate) const OTHER: (&[u8], &[u8]) =
    (include_bytes!("tls/other.der"), include_bytes!("tls/other.key.der"));

/// A server with this certificate, which answers with this body; counts its connections.
pub(crate) fn serve(
    (certificate, key): (&'static [u8], &'static [u8]),
    body: &'static str,
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
                && let Act::Write(bytes) = ok(body)
            {
                stream.write_all(&bytes).unwrap();
                stream.conn.send_close_notify();
                let _ = stream.flush();
            }
        }
    });
    (url, count)
}
