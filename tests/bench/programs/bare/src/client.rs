//! A client of hyper that keeps its connections.

use std::error::Error;
use std::sync::Arc;

use http::Request;
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};

pub type Http = Client<HttpsConnector<HttpConnector>, Full<Bytes>>;

pub fn new() -> Result<Http, Box<dyn Error>> {
    let roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector = HttpsConnectorBuilder::new()
        .with_tls_config(config)
        .https_or_http()
        .enable_http1()
        .build();
    let mut client = Client::builder(TokioExecutor::new());
    Ok(client.pool_timer(TokioTimer::new()).build(connector))
}

/// Sends a form and returns the answer.
pub async fn post(
    client: &Http,
    url: String,
    key: &str,
    form: &'static str,
) -> Result<Bytes, Box<dyn Error>> {
    let request = Request::post(url)
        .header("authorization", format!("Bearer {key}"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Full::from(form))?;
    let response = client.request(request).await?;
    Ok(response.into_body().collect().await?.to_bytes())
}
