//! Certificate authorities, created when a test needs them, and servers with their
//! certificates.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair,
    date_time_ymd,
};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::server;

pub(crate) struct Authority(CertifiedIssuer<'static, KeyPair>);

/// A certificate with its private key.
pub(crate) struct Identity(CertificateDer<'static>, KeyPair);

impl Authority {
    pub(crate) fn new(name: &str) -> Self {
        let mut params = CertificateParams::default();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, name);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    pub(crate) fn der(&self) -> Vec<u8> {
        self.0.der().to_vec()
    }

    pub(crate) fn pem(&self) -> String {
        self.0.pem()
    }

    /// Issues a certificate for a host.
    pub(crate) fn issue(&self, host: &str) -> Identity {
        self.issue_for_years(host, 2000, 3000)
    }

    /// Issues a certificate for a host, valid from January 1 of the first year to
    /// January 1 of the last.
    pub(crate) fn issue_for_years(&self, host: &str, first: i32, last: i32) -> Identity {
        let mut params = CertificateParams::new([host.to_owned()]).unwrap();
        params.not_before = date_time_ymd(first, 1, 1);
        params.not_after = date_time_ymd(last, 1, 1);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        Identity(certificate.der().clone(), key)
    }
}

impl Identity {
    pub(crate) fn config(self, protocols: &[&str]) -> Arc<ServerConfig> {
        let Self(certificate, key) = self;
        let builder =
            ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions().unwrap();
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        let builder = builder.with_no_client_auth();
        let mut config =
            builder.with_single_cert(vec![certificate], key.into()).unwrap();
        config.alpn_protocols = protocols.iter().map(|name| (*name).into()).collect();
        Arc::new(config)
    }

    /// Starts a server that sends these bytes after a request and then closes the
    /// connection without a TLS `close_notify`. Returns its URL and the number of
    /// connections so far.
    pub(crate) fn serve(self, response: Vec<u8>) -> (String, Arc<AtomicUsize>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("https://{}", listener.local_addr().unwrap());
        let count = Arc::new(AtomicUsize::new(0));
        let (config, counter) = (self.config(&[]), Arc::clone(&count));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                counter.fetch_add(1, Ordering::SeqCst);
                let _ = respond(stream.unwrap(), &config, &response);
            }
        });
        (url, count)
    }
}

fn respond(
    stream: TcpStream,
    config: &Arc<ServerConfig>,
    response: &[u8],
) -> std::io::Result<()> {
    let tls = ServerConnection::new(Arc::clone(config)).unwrap();
    let mut stream = StreamOwned::new(tls, stream);
    if server::read(&mut stream, 0).is_none() {
        return Ok(());
    }
    stream.write_all(response)?;
    stream.flush()
}
