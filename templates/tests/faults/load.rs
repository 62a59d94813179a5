//! Many calls at once, and calls that nobody waits for any more, on the default transport.

use std::time::Duration;

use crate::support::clients::LONG;
use crate::support::faulty::{Exchange, Server, Step, head, play, unread, whole};
use crate::support::{KEY, WIDGET};
use stripe_runtime::Client;
use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::transport::Hyper;

fn client(url: &str, at_once: usize) -> Client {
    let transport = Hyper::builder().env_proxies(false).max_concurrent(at_once);
    let builder = Client::builder(KEY).base_url(url).max_retries(0);
    builder.transport(transport.build().unwrap()).timeout(LONG).build().unwrap()
}

async fn calls_at_once(server: &Server, calls: usize, at_once: usize) {
    let client = client(&server.url(), at_once);
    let calls = (0..calls).map(|_| {
        tokio::spawn(client.widgets().create(CreateWidget::new("x")).into_future())
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thousands_of_calls_share_a_few_connections() {
    for (busy, at_once) in [(0, 16), (2, 16), (1, 1)] {
        let answer = whole(200, "", WIDGET);
        let server = Server::slow([], answer, Duration::from_millis(busy));
        let calls = if at_once == 1 { 300 } else { 3000 };
        calls_at_once(&server, calls, at_once).await;
        assert_eq!(server.seen().len(), calls);
        let (opened, most) = server.connections();
        println!(
            "{calls} calls, {at_once} at once: {opened} connections, {most} at once"
        );
        assert!(most <= at_once, "{most} connections for {at_once} calls at once");
        assert!(opened <= at_once, "{opened} connections for {at_once} calls at once");
    }
}

/// A connection that lies idle for one host does not keep a call to another waiting.
#[tokio::test]
async fn each_host_has_connections_of_its_own() {
    let answer = whole(200, "", WIDGET);
    let servers: [_; 2] = std::array::from_fn(|_| Server::start([], answer.clone()));
    let transport = Hyper::builder().env_proxies(false).max_concurrent(1);
    let transport = transport.build().unwrap();
    for server in [&servers[0], &servers[1], &servers[0]] {
        let builder = Client::builder(KEY).base_url(server.url()).max_retries(0);
        let client = builder.transport(transport.clone()).timeout(LONG).build().unwrap();
        client.widgets().expire("w").await.unwrap();
    }
    assert_eq!(servers.map(|server| server.connections().0), [1, 1]);
}

/// Connections that break give their place to others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_broken_connection_frees_its_place() {
    let broken = play([Step::Write(head(200, "", 9)), Step::Close]);
    let server = Server::start(vec![broken; 60], whole(200, "", WIDGET));
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

/// Where a call can be when it is dropped.
fn moments() -> Vec<(&'static str, Exchange)> {
    let answer = whole(200, "", WIDGET);
    vec![
        ("before the request is read", unread([Step::Hang])),
        ("before an answer", play([Step::Hang])),
        ("in the headers", play([Step::Write(answer[..30].into()), Step::Hang])),
        ("before the body", play([Step::Write(head(200, "", 9)), Step::Hang])),
        (
            "in the body",
            play([Step::Write(answer[..answer.len() - 5].into()), Step::Hang]),
        ),
    ]
}

/// The server sees the end of the connection, and the only turn is free again.
#[tokio::test]
async fn to_drop_a_call_is_to_cancel_it() {
    for (moment, play) in moments() {
        let server = Server::start([play], whole(200, "", WIDGET));
        let client = client(&server.url(), 1);
        let call = client.widgets().expire("w").into_future();
        let dropped = tokio::time::timeout(Duration::from_millis(150), call).await;
        assert!(dropped.is_err(), "{moment}");
        let next = client.widgets().expire("w").into_future();
        let next = tokio::time::timeout(LONG, next).await.expect(moment);
        assert_eq!(next.unwrap().id, "w_1", "{moment}");
        let hung_up = async {
            while server.hung_up() == 0 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(LONG, hung_up).await.expect(moment);
    }
}

#[tokio::test]
async fn a_call_that_is_dropped_between_attempts_is_over() {
    let busy = play([Step::Write(whole(503, "", ""))]);
    let server = Server::start([busy], whole(200, "", WIDGET));
    let call = client(&server.url(), 1).widgets().expire("w").max_retries(5);
    let call = call.into_future();
    // The first answer is there long before the first delay of at least 250 ms is over.
    let dropped = tokio::time::timeout(Duration::from_millis(150), call).await;
    assert!(dropped.is_err());
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert!(server.seen().len() <= 1, "sent after it was dropped");
}

#[tokio::test]
async fn calls_that_wait_for_their_turn_can_be_dropped_and_time_out() {
    let server = Server::start([play([Step::Hang])], whole(200, "", WIDGET));
    let client = client(&server.url(), 1);
    let first = tokio::spawn(client.widgets().expire("w_1").into_future());
    while server.seen().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let short = Duration::from_millis(100);
    let error = client.widgets().expire("w_2").timeout(short).await.unwrap_err();
    assert!(error.is_timeout() && error.meta().idempotency_key().is_some());
    let waiting = client.widgets().expire("w_3").into_future();
    assert!(tokio::time::timeout(short, waiting).await.is_err());
    assert_eq!(server.seen().len(), 1, "nothing was sent out of turn");
    first.abort();
    let next = tokio::time::timeout(LONG, client.widgets().expire("w_4").into_future());
    assert_eq!(next.await.unwrap().unwrap().id, "w_1");
    assert!(server.seen()[1].line.contains("w_4"));
}
