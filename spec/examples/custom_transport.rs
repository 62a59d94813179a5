//! Implements two transports: one wraps the built-in transport, the other one uses an
//! HTTP client of the program.
//!
//! `STRIPE_SECRET_KEY=sk_test_… cargo run --example custom_transport --features blocking`
//!
//! A transport sends one request, once. The client adds headers, retries, and limits of
//! time and size, and decodes the response.

use std::error::Error;
use std::time::{Duration, Instant};

use stripe_sessions::checkout::params::ListCheckoutSessions;
use stripe_sessions::transport::{
    BlockingBody, BlockingTransport, BoxFuture, HttpRequest, HttpResponse, Hyper,
    Limits, Transport, TransportError,
};
use stripe_sessions::{ClientBuilder, Headers, blocking};

/// Prints how long each attempt took until the headers of the response arrived.
struct Timed<T>(T);

impl<T: Transport> Transport for Timed<T> {
    fn send<'a>(
        &'a self,
        request: &'a HttpRequest,
        limits: Limits,
    ) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(async move {
            let start = Instant::now();
            let response = self.0.send(request, limits).await;
            let outcome = match &response {
                Ok(response) => response.status().to_string(),
                Err(error) => error.to_string(),
            };
            // Without the query, which may contain personal data.
            let url = request.url().split('?').next().unwrap_or_default();
            println!("{} {url}: {outcome}, {:?}", request.method(), start.elapsed());
            response
        })
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }
}

/// The HTTP agent of the rest of the program, with its certificates and connections.
struct Shared(ureq::Agent);

impl BlockingTransport for Shared {
    fn send(
        &self,
        request: &HttpRequest,
        limits: Limits,
    ) -> Result<HttpResponse<BlockingBody>, TransportError> {
        let mut head = ureq::http::Request::builder()
            .method(request.method().as_str())
            .uri(request.url());
        for (name, value) in request.headers().iter() {
            head = head.header(name, value);
        }
        let response = match request.body() {
            Some(body) => {
                let request = head.body(body).map_err(TransportError::unsupported)?;
                self.0.run(limited(&self.0, request, limits))
            }
            None => {
                let request = head.body(()).map_err(TransportError::unsupported)?;
                self.0.run(limited(&self.0, request, limits))
            }
        };
        let response = response.map_err(|error| match error {
            ureq::Error::Timeout(_) => TransportError::timeout(),
            error => TransportError::connection(error),
        })?;
        let (head, body) = response.into_parts();
        let mut headers = Headers::new();
        for (name, value) in &head.headers {
            headers.append(name.as_str(), String::from_utf8_lossy(value.as_bytes()));
        }
        let body = BlockingBody::reader(body.into_reader());
        Ok(HttpResponse::new(head.status.as_u16(), headers, body))
    }
}

/// Applies the limits, since the client cannot interrupt a blocking transport, and
/// returns every response unchanged: the client handles error responses, and following a
/// redirect would send the API key to another host.
fn limited<B: ureq::AsSendBody>(
    agent: &ureq::Agent,
    request: ureq::http::Request<B>,
    limits: Limits,
) -> ureq::http::Request<B> {
    agent
        .configure_request(request)
        .timeout_global(Some(limits.timeout))
        .timeout_connect(Some(limits.connect_timeout))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .build()
}

fn main() -> Result<(), Box<dyn Error>> {
    let agent = ureq::Agent::new_with_defaults();
    let client =
        blocking::ClientBuilder::from_env()?.transport(Shared(agent)).build()?;
    let page = client.checkout().sessions().list(ListCheckoutSessions::new()).send()?;
    println!("{} sessions on the first page", page.data.len());
    tokio::runtime::Runtime::new()?.block_on(timed())
}

async fn timed() -> Result<(), Box<dyn Error>> {
    let transport = Timed(Hyper::builder().build()?);
    let client = ClientBuilder::from_env()?.transport(transport).build()?;
    let page = client.checkout().sessions().list(ListCheckoutSessions::new()).await?;
    println!("{} sessions on the first page", page.data.len());
    Ok(())
}
