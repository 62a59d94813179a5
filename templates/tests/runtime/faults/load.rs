//! Many concurrent calls, and calls that are dropped, on the default transport.

use std::time::Duration;

use crate::support::clients::LONG;
use crate::support::{KEY, WIDGET};
use stripe_runtime::Client;
use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::transport::Hyper;
use test_support::server::{
    Exchange, Step, TestServer, exchange, full_response, head, unread,
};

fn client(url: &str, limit: usize) -> Client {
    let transport = Hyper::builder().env_proxies(false).max_concurrent(limit);
    let builder = Client::builder(KEY).base_url(url).max_retries(0);
    builder.transport(transport.build().unwrap()).timeout(LONG).build().unwrap()
}

async fn run_calls(server: &TestServer, calls: usize, limit: usize) {
    let client = client(&server.url(), limit);
    let calls = (0..calls).map(|_| {
        tokio::spawn(client.widgets().create(CreateWidget::new("x")).into_future())
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thousands_of_calls_share_a_few_connections() {
    for (delay, limit) in [(0, 16), (2, 16), (1, 1)] {
        let (delay, response) =
            (Step::Pause(Duration::from_millis(delay)), full_response(200, "", WIDGET));
        let server = TestServer::always(exchange([delay, Step::Write(response)]));
        let calls = if limit == 1 { 300 } else { 3000 };
        run_calls(&server, calls, limit).await;
        assert_eq!(server.seen().len(), calls);
        let (opened, max) = (server.connections(), server.max_connections());
        println!(
            "{calls} calls, {limit} concurrent: {opened} connections, {max} concurrent"
        );
        assert!(max <= limit, "{max} connections for {limit} concurrent calls");
        assert!(opened <= limit, "{opened} connections for {limit} concurrent calls");
    }
}

/// An idle connection to one host does not block a call to another.
#[tokio::test]
async fn connection_limit_is_per_host() {
    let response = full_response(200, "", WIDGET);
    let servers: [_; 2] =
        std::array::from_fn(|_| TestServer::start([], response.clone()));
    let transport = Hyper::builder().env_proxies(false).max_concurrent(1);
    let transport = transport.build().unwrap();
    for server in [&servers[0], &servers[1], &servers[0]] {
        let builder = Client::builder(KEY).base_url(server.url()).max_retries(0);
        let client = builder.transport(transport.clone()).timeout(LONG).build().unwrap();
        client.widgets().expire("w").await.unwrap();
    }
    assert_eq!(servers.map(|server| server.connections()), [1, 1]);
}

/// Connections that break release their permits.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn broken_connection_releases_its_permit() {
    let broken = exchange([Step::Write(head(200, "", 9)), Step::Close]);
    let server = TestServer::start(vec![broken; 60], full_response(200, "", WIDGET));
    let client = client(&server.url(), 2);
    let calls = (0..80).map(|_| {
        tokio::spawn(client.widgets().create(CreateWidget::new("x")).into_future())
    });
    let mut lost = 0;
    for call in calls.collect::<Vec<_>>() {
        lost += u32::from(call.await.unwrap().is_err());
    }
    assert_eq!((lost, server.seen().len()), (60, 80));
}

/// The moments at which a call can be dropped.
fn moments() -> Vec<(&'static str, Exchange)> {
    let response = full_response(200, "", WIDGET);
    vec![
        ("before the request is read", unread([Step::Hang])),
        ("before the response", exchange([Step::Hang])),
        ("in the headers", exchange([Step::Write(response[..30].into()), Step::Hang])),
        ("before the body", exchange([Step::Write(head(200, "", 9)), Step::Hang])),
        (
            "in the body",
            exchange([Step::Write(response[..response.len() - 5].into()), Step::Hang]),
        ),
    ]
}

/// The server sees the connection close, and the only permit is released.
#[tokio::test]
async fn dropping_a_call_cancels_it() {
    for (moment, exchange) in moments() {
        let server = TestServer::start([exchange], full_response(200, "", WIDGET));
        let client = client(&server.url(), 1);
        let call = client.widgets().expire("w").into_future();
        let dropped = tokio::time::timeout(Duration::from_millis(150), call).await;
        assert!(dropped.is_err(), "{moment}");
        let next = client.widgets().expire("w").into_future();
        let next = tokio::time::timeout(LONG, next).await.expect(moment);
        assert_eq!(next.unwrap().id, "w_1", "{moment}");
        let closed_by_client = async {
            while server.closed_by_client() == 0 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(LONG, closed_by_client).await.expect(moment);
    }
}

#[tokio::test]
async fn call_dropped_between_attempts_is_not_retried() {
    let delay = exchange([Step::Write(full_response(503, "", ""))]);
    let server = TestServer::start([delay], full_response(200, "", WIDGET));
    let call = client(&server.url(), 1).widgets().expire("w").max_retries(5);
    let call = call.into_future();
    // The first response arrives long before the first delay of at least 250 ms has passed.
    let dropped = tokio::time::timeout(Duration::from_millis(150), call).await;
    assert!(dropped.is_err());
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert!(server.seen().len() <= 1, "an attempt was sent after the call was dropped");
}

#[tokio::test]
async fn waiting_calls_can_be_dropped_and_time_out() {
    let server =
        TestServer::start([exchange([Step::Hang])], full_response(200, "", WIDGET));
    let client = client(&server.url(), 1);
    let first = tokio::spawn(client.widgets().expire("w_1").into_future());
    while server.seen().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let short = Duration::from_millis(100);
    let error = client.widgets().expire("w_2").timeout(short).await.unwrap_err();
    assert!(error.is_timeout() && error.meta().idempotency_key().is_some());
    assert!(!error.is_outcome_unknown(), "the call was not sent: {error}");
    let waiting = client.widgets().expire("w_3").into_future();
    assert!(tokio::time::timeout(short, waiting).await.is_err());
    assert_eq!(server.seen().len(), 1, "a call was sent without a permit");
    first.abort();
    let next = tokio::time::timeout(LONG, client.widgets().expire("w_4").into_future());
    assert_eq!(next.await.unwrap().unwrap().id, "w_1");
    assert!(server.seen()[1].line.contains("w_4"));
}
