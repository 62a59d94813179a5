//! Certificate authorities, created when a test needs them, and servers with their
//! certificates.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair,
    date_time_ymd,
};
use test_support::server::{Listener, read_request};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};

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
    /// connection without a TLS `close_notify`.
    pub(crate) fn serve(self, response: Vec<u8>) -> TlsServer {
        let (tls, response) = (TlsAcceptor::from(self.config(&[])), Arc::new(response));
        let connections = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&connections);
        let listener = Listener::start(move |_, stream| {
            counter.fetch_add(1, Ordering::SeqCst);
            let (tls, response) = (tls.clone(), Arc::clone(&response));
            async move {
                // A client that does not trust the certificate sends no request.
                let _ = respond(stream, &tls, &response).await;
            }
        });
        TlsServer { listener, connections }
    }
}

/// A server with a certificate, which stops when it is dropped.
pub(crate) struct TlsServer {
    listener: Listener,
    connections: Arc<AtomicUsize>,
}

impl TlsServer {
    pub(crate) fn url(&self) -> String {
        format!("https://{}", self.listener.address())
    }

    /// Returns the number of connections so far.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

async fn respond(stream: TcpStream, tls: &TlsAcceptor, response: &[u8]) -> Option<()> {
    let mut stream = tls.accept(stream).await.ok()?;
    read_request(&mut stream, 0).await?;
    stream.write_all(response).await.ok()?;
    stream.flush().await.ok()
}
