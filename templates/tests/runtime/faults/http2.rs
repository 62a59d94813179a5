//! HTTP/2: concurrent calls on one connection, and their outcome if it breaks.

use std::collections::HashSet;
use std::time::Duration;

use crate::support::KEY;
use crate::support::clients::LONG;
use crate::support::http2::{Action, Reason, Server};
use stripe_runtime::Client;
use stripe_runtime::stand_in::params::CreateWidget;
use stripe_runtime::transport::Hyper;
use tokio::task::JoinSet;

fn client(server: &Server) -> Client {
    let transport = Hyper::builder().env_proxies(false).root_certificate(&*server.root);
    let builder = Client::builder(KEY).base_url(&server.url).timeout(LONG);
    builder.transport(transport.build().unwrap()).build().unwrap()
}

async fn calls(client: &Client, number: usize) {
    let calls = (0..number).map(|_| {
        tokio::spawn(client.widgets().create(CreateWidget::new("x")).into_future())
    });
    for call in calls.collect::<Vec<_>>() {
        assert_eq!(call.await.unwrap().unwrap().meta().attempts(), 1);
    }
}

fn connections(server: &Server) -> HashSet<usize> {
    server.seen().iter().map(|seen| seen.connection).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_calls_share_one_connection() {
    let server = Server::start([], Duration::from_millis(20));
    let client = client(&server);
    calls(&client, 1).await;
    calls(&client, 1000).await;
    assert_eq!((server.seen().len(), connections(&server).len()), (1001, 1));
    let max = server.max_concurrent();
    println!("{max} calls at once");
    assert!(max > 8 && max <= 128, "{max}");
}

/// All calls start to connect, since it is not known yet that the server supports
/// HTTP/2. Connections that are ready at the same moment are used, but no call waits for
/// the others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_first_calls_use_few_connections() {
    let server = Server::start([], Duration::from_millis(5));
    calls(&client(&server), 300).await;
    let used = connections(&server).len();
    assert_eq!(server.seen().len(), 300);
    assert!(used <= 8, "{used} connections");
}

#[tokio::test]
async fn broken_stream_or_connection_is_retried_with_the_same_key() {
    let actions = [
        Action::Reset(Reason::INTERNAL_ERROR),
        Action::Reset(Reason::REFUSED_STREAM),
        Action::Reset(Reason::CANCEL),
        Action::ResetBody,
        Action::GoAway(Reason::NO_ERROR),
        Action::GoAway(Reason::ENHANCE_YOUR_CALM),
        Action::Close,
    ];
    // Each action hits a new connection, and one that was used before.
    let rows =
        actions.into_iter().flat_map(|action| [0, 1].map(|before| (action, before)));
    let mut replaced: JoinSet<()> =
        rows.map(|(action, before)| is_replaced(action, before)).collect();
    while let Some(row) = replaced.join_next().await {
        row.unwrap();
    }
    for action in actions {
        let server = Server::start([Some(action)], Duration::ZERO);
        let call = client(&server).widgets().expire("w").max_retries(0);
        let error = call.await.unwrap_err();
        assert!(error.is_connection() && !error.is_timeout(), "{action:?}: {error:?}");
        assert!(error.meta().idempotency_key().is_some(), "{action:?}");
        let status = matches!(action, Action::ResetBody).then_some(200);
        assert_eq!(error.meta().status(), status, "{action:?}");
    }
}

async fn is_replaced(action: Action, before: usize) {
    let responses = vec![None; before];
    let server = Server::start([responses, vec![Some(action)]].concat(), Duration::ZERO);
    let client = client(&server);
    calls(&client, before).await;
    let call = client.widgets().create(CreateWidget::new("x"));
    let widget = call.await.unwrap_or_else(|error| panic!("{action:?}: {error:?}"));
    let seen = server.seen();
    let attempts = widget.meta().attempts() as usize;
    // The transport may repeat a request that the server refused to process, but must count it.
    assert_eq!((seen.len(), attempts), (before + 2, 2), "{action:?}");
    assert!(seen[before].key.is_some(), "{action:?}");
    assert_eq!(seen[before].key, seen[before + 1].key, "{action:?}");
    assert_eq!(seen[before].key.as_deref(), widget.meta().idempotency_key());
    calls(&client, 2).await;
}

#[tokio::test]
async fn graceful_shutdown_costs_no_attempt() {
    let actions =
        [None, Some(Action::GracefulShutdown), None, Some(Action::GracefulShutdown)];
    let server = Server::start(actions, Duration::from_millis(5));
    let client = client(&server);
    for _ in 0..6 {
        calls(&client, 1).await;
    }
    assert_eq!((server.seen().len(), connections(&server).len()), (6, 3));
}

/// The connection is open, but the server is gone: the attempt times out before anything
/// reveals it. The next attempt must not wait on the same connection.
#[tokio::test]
async fn dead_connection_is_not_reused_after_a_timeout() {
    let server = Server::start([None, Some(Action::Freeze)], Duration::ZERO);
    let client = client(&server);
    calls(&client, 1).await;
    let call = client.widgets().create(CreateWidget::new("x"));
    let call = call.timeout(Duration::from_millis(700)).deadline(LONG);
    let widget = call.await.unwrap();
    let seen = server.seen();
    assert_eq!((widget.meta().attempts(), seen.len()), (2, 3));
    assert_eq!(seen[1].key, seen[2].key);
    assert_eq!((seen[1].connection, seen[2].connection), (0, 1));
}

/// Like the previous test, with a timeout too long to wait for.
#[tokio::test]
async fn keep_alive_detects_a_dead_connection_before_the_timeout() {
    let server = Server::start([None, Some(Action::Freeze)], Duration::ZERO);
    let client = client(&server);
    calls(&client, 1).await;
    let call = client.widgets().create(CreateWidget::new("x"));
    let widget = call.timeout(10 * LONG).deadline(10 * LONG).await.unwrap();
    let seen = server.seen();
    assert_eq!((widget.meta().attempts(), seen.len()), (2, 3));
    assert_eq!(seen[1].key, seen[2].key);
    assert_eq!((seen[1].connection, seen[2].connection), (0, 1));
}

/// Other calls on the connection of a dropped call continue.
#[tokio::test]
async fn dropping_a_call_does_not_affect_others() {
    let server = Server::start([None], Duration::from_millis(500));
    let client = client(&server);
    calls(&client, 1).await;
    let going_on = tokio::spawn(client.widgets().expire("w_1").into_future());
    let dropped = client.widgets().expire("w_2").into_future();
    let dropped = tokio::time::timeout(Duration::from_millis(100), dropped).await;
    assert!(dropped.is_err());
    assert_eq!(going_on.await.unwrap().unwrap().meta().attempts(), 1);
    calls(&client, 1).await;
}
