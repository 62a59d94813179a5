//! HTTP/2: many calls on one connection, and what becomes of them when it breaks.

use std::collections::HashSet;
use std::time::Duration;

use crate::support::KEY;
use crate::support::clients::LONG;
use crate::support::http2::{Act, Reason, Server};
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
    let most = server.most_at_once();
    println!("{most} calls at once");
    assert!(most > 8 && most <= 128, "{most}");
}

/// All of them connect, since nobody knows yet that the server speaks HTTP/2. Those that are ready
/// at the same moment are used, and nobody waits for the others.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_calls_begin_at_once() {
    let server = Server::start([], Duration::from_millis(5));
    calls(&client(&server), 300).await;
    let used = connections(&server).len();
    assert_eq!(server.seen().len(), 300);
    assert!(used <= 8, "{used} connections");
}

#[tokio::test]
async fn a_stream_or_a_connection_that_breaks_is_replaced_under_the_same_key() {
    let acts = [
        Act::Reset(Reason::INTERNAL_ERROR),
        Act::Reset(Reason::REFUSED_STREAM),
        Act::Reset(Reason::CANCEL),
        Act::ResetBody,
        Act::GoAway(Reason::NO_ERROR),
        Act::GoAway(Reason::ENHANCE_YOUR_CALM),
        Act::Close,
    ];
    // Once on a new connection, once on one that was used before.
    let rows = acts.into_iter().flat_map(|act| [0, 1].map(|before| (act, before)));
    let mut replaced: JoinSet<()> =
        rows.map(|(act, before)| is_replaced(act, before)).collect();
    while let Some(row) = replaced.join_next().await {
        row.unwrap();
    }
    for act in acts {
        let server = Server::start([Some(act)], Duration::ZERO);
        let call = client(&server).widgets().expire("w").max_retries(0);
        let error = call.await.unwrap_err();
        assert!(error.is_connection() && !error.is_timeout(), "{act:?}: {error:?}");
        assert!(error.meta().idempotency_key().is_some(), "{act:?}");
        let status = matches!(act, Act::ResetBody).then_some(200);
        assert_eq!(error.meta().status(), status, "{act:?}");
    }
}

async fn is_replaced(act: Act, before: usize) {
    let answers = vec![None; before];
    let server = Server::start([answers, vec![Some(act)]].concat(), Duration::ZERO);
    let client = client(&server);
    calls(&client, before).await;
    let call = client.widgets().create(CreateWidget::new("x"));
    let widget = call.await.unwrap_or_else(|error| panic!("{act:?}: {error:?}"));
    let seen = server.seen();
    let attempts = widget.meta().attempts() as usize;
    // The transport may repeat what the server has refused to look at, and says so.
    assert_eq!((seen.len(), attempts), (before + 2, 2), "{act:?}");
    assert!(seen[before].key.is_some(), "{act:?}");
    assert_eq!(seen[before].key, seen[before + 1].key, "{act:?}");
    assert_eq!(seen[before].key.as_deref(), widget.meta().idempotency_key());
    calls(&client, 2).await;
}

#[tokio::test]
async fn a_server_that_says_goodbye_costs_no_attempt() {
    let acts = [None, Some(Act::LastOne), None, Some(Act::LastOne)];
    let server = Server::start(acts, Duration::from_millis(5));
    let client = client(&server);
    for _ in 0..6 {
        calls(&client, 1).await;
    }
    assert_eq!((server.seen().len(), connections(&server).len()), (6, 3));
}

/// The connection is there, but the server is not: the time of an attempt is up before anything
/// tells. The next attempt must not wait on the same connection.
#[tokio::test]
async fn a_dead_connection_is_not_used_again_after_a_timeout() {
    let server = Server::start([None, Some(Act::Freeze)], Duration::ZERO);
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

/// The same with a timeout that is longer than anybody wants to wait.
#[tokio::test]
async fn a_dead_connection_is_noticed_before_the_time_of_an_attempt_is_up() {
    let server = Server::start([None, Some(Act::Freeze)], Duration::ZERO);
    let client = client(&server);
    calls(&client, 1).await;
    let call = client.widgets().create(CreateWidget::new("x"));
    let widget = call.timeout(10 * LONG).deadline(10 * LONG).await.unwrap();
    let seen = server.seen();
    assert_eq!((widget.meta().attempts(), seen.len()), (2, 3));
    assert_eq!(seen[1].key, seen[2].key);
    assert_eq!((seen[1].connection, seen[2].connection), (0, 1));
}

/// Other calls on the connection of a call that is given up go on.
#[tokio::test]
async fn to_drop_a_call_harms_no_other() {
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
