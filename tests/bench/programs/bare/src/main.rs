//! The same three calls without a client for Stripe: forms as literals, answers as bytes.

use std::error::Error;
use std::sync::Arc;

use http::Request;
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};

const CALLS: [(&str, &str); 3] = [
    (
        "/v1/checkout/sessions",
        "line_items[0][price]=price_123&line_items[0][quantity]=2",
    ),
    ("/v1/billing_portal/sessions", "customer=cus_123"),
    ("/v1/customer_sessions", "components[pricing_table][enabled]=true"),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let key = std::env::var("STRIPE_SECRET_KEY")?;
    let roots = RootCertStore::from_iter(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector = HttpsConnectorBuilder::new()
        .with_tls_config(config)
        .https_only()
        .enable_http1()
        .build();
    let client = Client::builder(TokioExecutor::new())
        .pool_timer(TokioTimer::new())
        .build::<_, Full<Bytes>>(connector);
    for (path, form) in CALLS {
        let request = Request::post(format!("https://api.stripe.com{path}"))
            .header("authorization", format!("Bearer {key}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Full::from(form))?;
        let response = client.request(request).await?;
        let body = response.into_body().collect().await?.to_bytes();
        println!("{}", body.len());
    }
    Ok(())
}
