//! `axum_shop`: a checkout, and webhooks.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, SystemTime};

use client_tests::mock::{self, Mock};
use client_tests::report::{Trial, needing, test};
use client_tests::server::{TestServer, response};
use serde_json::{Value, json};
use stripe_sessions::testing::SignatureHeader;

use super::run::{Outcome, WEBHOOK_SECRET, ensure, program};

const LINK: &str = "https://checkout.example/c/pay#f%20g";
const CART: &str = "cart=4711";

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("axum_shop/redirects", redirects),
        test("axum_shop/hides_errors", hides_errors),
        test("axum_shop/delivers_once", delivers_once),
        test("axum_shop/waits_for_the_money", waits_for_the_money),
        test("axum_shop/rejects_forgeries", rejects_forgeries),
        test("axum_shop/failures_are_delivered_again", failures_are_delivered_again),
        needing("axum_shop/on_the_mock", mock::program(), |mock| {
            let mock = Mock::start(mock)?;
            let shop = Shop::start(&mock.url())?;
            let answer = shop.post("/checkout", &[], CART)?;
            let to_stripe = answer.location.starts_with("https://checkout.stripe.com/");
            ensure(answer.status == 303 && to_stripe, || format!("{answer:?}"))?;
            shop.deliver(&event("checkout.session.completed"), 200)?;
            shop.says("cs_test_1: the payment has not arrived yet")
        }),
    ]
}

/// Returns a paid session with its line items.
fn session() -> Value {
    let item = json!({
        "id": "li_1", "object": "item", "amount_discount": 0, "amount_subtotal": 800,
        "amount_tax": 0, "amount_total": 800, "currency": "eur", "description": "Tea",
        "quantity": 2
    });
    json!({
        "id": "cs_test_1", "object": "checkout.session", "automatic_tax": {"enabled": false},
        "created": 1, "custom_fields": [], "custom_text": {}, "expires_at": 2,
        "livemode": false, "mode": "payment", "payment_method_types": ["card"],
        "payment_status": "paid", "shipping_options": [], "url": LINK,
        "line_items": {
            "object": "list", "data": [item], "has_more": false,
            "url": "/v1/checkout/sessions/cs_test_1/line_items"
        }
    })
}

/// Returns an event about the session, without line items, as it is sent.
pub(crate) fn event(kind: &str) -> String {
    let mut session = session();
    session["line_items"] = Value::Null;
    let event = json!({
        "id": "evt_1", "object": "event", "api_version": stripe_sessions::API_VERSION,
        "created": 1, "data": {"object": session}, "livemode": false,
        "pending_webhooks": 1, "request": null, "type": kind
    });
    // Formatted as no program would.
    format!("  {event:#}\n")
}

fn redirects() -> Outcome {
    let server = TestServer::always(response(200, "", session().to_string()));
    let shop = Shop::start(&server.url())?;
    for _ in 0..2 {
        let answer = shop.post("/checkout", &[], CART)?;
        ensure((answer.status, answer.location.as_str()) == (303, LINK), || {
            format!("{answer:?}")
        })?;
    }
    let unknown = shop.post("/checkout", &[], "cart=1")?;
    ensure(unknown.status == 404, || format!("{unknown:?}"))?;
    let seen = server.seen();
    ensure(seen.len() == 2 && seen[0].body == seen[1].body, || format!("{seen:?}"))?;
    for request in &seen {
        let key = request.header("idempotency-key");
        ensure(key == ["cart-4711-3"], || format!("{key:?}"))?;
        let price = "line_items[0][price]=price_tea&line_items[0][quantity]=2";
        ensure(request.body.contains(price), || request.body.clone())?;
    }
    Ok(())
}

fn hides_errors() -> Outcome {
    for (status, expected) in [(401, 502), (400, 502), (429, 503), (500, 502)] {
        let body = r#"{"error": {"message": "of the shop's own concern"}}"#;
        let answer = response(status, "Stripe-Should-Retry: false\r\n", body);
        let server = TestServer::always(answer);
        let answer = Shop::start(&server.url())?.post("/checkout", &[], CART)?;
        let told = answer.status == expected && !answer.body.is_empty();
        let silent = !answer.body.contains("concern");
        ensure(told && silent, || format!("{status}: {answer:?}"))?;
    }
    // A session without a hosted page.
    let mut embedded = session();
    embedded["url"] = Value::Null;
    let server = TestServer::always(response(200, "", embedded.to_string()));
    let answer = Shop::start(&server.url())?.post("/checkout", &[], CART)?;
    ensure(answer.status == 502 && answer.location.is_empty(), || format!("{answer:?}"))
}

fn delivers_once() -> Outcome {
    let server = TestServer::always(response(200, "", session().to_string()));
    let shop = Shop::start(&server.url())?;
    shop.deliver(&event("checkout.session.completed"), 200)?;
    shop.says("cs_test_1: deliver 2 × Tea")?;
    shop.deliver(&event("checkout.session.completed"), 200)?;
    shop.says("cs_test_1: has already been delivered")?;
    shop.deliver(&event("checkout.session.async_payment_succeeded"), 200)?;
    shop.says("cs_test_1: has already been delivered")?;
    let asked = server.seen();
    let items = |target: &str| target.contains("expand[0]=line_items");
    ensure(asked.iter().all(|request| items(request.target())), || format!("{asked:?}"))
}

fn waits_for_the_money() -> Outcome {
    let mut unpaid = session();
    unpaid["payment_status"] = "unpaid".into();
    let server = TestServer::always(response(200, "", unpaid.to_string()));
    let shop = Shop::start(&server.url())?;
    shop.deliver(&event("checkout.session.completed"), 200)?;
    shop.says("cs_test_1: the payment has not arrived yet")?;
    shop.deliver(&event("checkout.session.async_payment_failed"), 200)?;
    shop.says("cs_test_1: not paid after all")?;
    // Irrelevant to the shop, and of an unknown type.
    shop.deliver(&event("checkout.session.invented"), 200)?;
    let stranger = r#"{"id": "evt_2", "object": "event", "created": 1,
        "data": {"object": {"id": "x_1", "object": "invented"}}, "livemode": false,
        "pending_webhooks": 1, "type": "invented.created"}"#;
    shop.deliver(stranger, 200)
}

fn rejects_forgeries() -> Outcome {
    let server = TestServer::always(response(200, "", session().to_string()));
    let shop = Shop::start(&server.url())?;
    let event = event("checkout.session.completed");
    let old = SystemTime::now() - Duration::from_secs(301);
    let forged = [
        SignatureHeader::new("whsec_guess").sign(&event),
        SignatureHeader::new(WEBHOOK_SECRET).timestamp(old).sign(&event),
        SignatureHeader::new(WEBHOOK_SECRET).sign(event.trim()),
        "nonsense".to_owned(),
    ];
    for header in &forged {
        let answer = shop.post("/webhook", &[("Stripe-Signature", header)], &event)?;
        ensure(answer.status == 400, || format!("{header}: {answer:?}"))?;
    }
    let answer = shop.post("/webhook", &[], &event)?;
    ensure(answer.status == 400, || format!("{answer:?}"))?;
    shop.deliver("not an event", 400)?;
    ensure(server.seen().is_empty(), || "the API was asked about a forgery".to_owned())
}

/// A delivery that fails is sent again, and then succeeds.
fn failures_are_delivered_again() -> Outcome {
    let answer = response(500, "Stripe-Should-Retry: false\r\n", "{}");
    let server = TestServer::always(answer);
    let shop = Shop::start(&server.url())?;
    shop.deliver(&event("checkout.session.completed"), 500)?;
    // An object of another API version, which this one cannot decode.
    let odd =
        event("checkout.session.completed").replace("\"custom_fields\": []", "\"x\": 1");
    shop.deliver(&odd, 500)
}

/// A running shop, which stops when this value is dropped.
struct Shop {
    process: Child,
    url: String,
    lines: Receiver<String>,
}

#[derive(Debug)]
struct HttpResponse {
    status: u16,
    location: String,
    body: String,
}

impl Shop {
    fn start(api: &str) -> Result<Self, String> {
        let program = program("axum_shop")?.on(api).with("SHOP_ADDRESS", "127.0.0.1:0");
        let mut process = program
            .into_command()
            .stderr(Stdio::inherit())
            .spawn()
            .map_err(|error| error.to_string())?;
        let output = process.stdout.take().ok_or("no output")?;
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            let lines = BufReader::new(output).lines().map_while(Result::ok);
            for line in lines {
                // The test may have stopped listening.
                let _ = sender.send(line);
            }
        });
        let mut shop = Self { process, url: String::new(), lines };
        let line = shop.line()?;
        let url = line.strip_prefix("listening on ").ok_or("no address")?;
        url.clone_into(&mut shop.url);
        Ok(shop)
    }

    fn line(&self) -> Result<String, String> {
        let line = self.lines.recv_timeout(Duration::from_secs(60));
        line.map_err(|_| "the shop says nothing".to_owned())
    }

    fn says(&self, expected: &str) -> Outcome {
        let line = self.line()?;
        ensure(line == expected, || format!("{line:?} in place of {expected:?}"))
    }

    /// Sends an event as Stripe does.
    fn deliver(&self, event: &str, expected: u16) -> Outcome {
        let header = SignatureHeader::new(WEBHOOK_SECRET).sign(event);
        let answer = self.post("/webhook", &[("Stripe-Signature", &header)], event)?;
        ensure(answer.status == expected, || format!("{answer:?}"))
    }

    fn post(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Result<HttpResponse, String> {
        let agent = ureq::Agent::config_builder()
            .proxy(None)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .new_agent();
        let mut request = agent
            .post(format!("{}{path}", self.url))
            .content_type("application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = request.send(body).map_err(|error| error.to_string())?;
        let location = response.headers().get("location");
        let location = location.and_then(|value| value.to_str().ok());
        Ok(HttpResponse {
            status: response.status().as_u16(),
            location: location.unwrap_or_default().to_owned(),
            body: response.body_mut().read_to_string().map_err(|e| e.to_string())?,
        })
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        // It may have stopped already; neither failure matters here.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
