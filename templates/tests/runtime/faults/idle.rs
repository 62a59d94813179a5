//! Idle connections that are dead without the client knowing, as after a balancer forgot
//! them or a frozen process thawed.

use std::time::Duration;

use crate::support::WIDGET;
use crate::support::clients::{CLIENTS, CallOptions, TestClient};
use test_support::server::{Exchange, Step, TestServer, bytes, exchange, full_response};

/// The delay of each response, so that concurrent calls need a connection each.
const DELAY: Duration = Duration::from_millis(300);

fn slow(response: Vec<u8>) -> Exchange {
    exchange([Step::Pause(DELAY), Step::Write(response)])
}

/// Opens this number of connections, and lets each of them perform `step` on the next
/// request.
fn make_stale(server: &TestServer, client: &dyn TestClient, count: usize, step: Step) {
    for result in client.calls(&CallOptions::default(), count) {
        result.unwrap();
    }
    // A slow machine may serve some calls one after the other.
    assert!(server.connections() > count / 2, "{:?}", server.connections());
    server.make_stale(step);
}

#[test]
fn dead_idle_connections_cost_a_call_one_attempt() {
    let cases = [
        (1, Step::Close, 1),
        (3, Step::Close, 2),
        (64, Step::Close, 1),
        (3, Step::Reset, 2),
        (64, Step::Reset, 1),
        (3, Step::Hang, 2),
        (64, Step::Hang, 1),
    ];
    for (count, step, retries) in &cases {
        let (count, retries) = (*count, *retries);
        let silent = matches!(step, Step::Hang);
        let timeout = Duration::from_secs(if silent { 1 } else { 20 });
        let options = CallOptions { timeout, retries, ..CallOptions::default() };
        std::thread::scope(|scope| {
            for (name, make) in CLIENTS {
                scope.spawn(move || {
                    let response = full_response(200, "", WIDGET);
                    let server = TestServer::always(slow(response));
                    let client = make(&server.url(), &options);
                    make_stale(&server, client.as_ref(), count, step.clone());
                    let widget = client.call(&options).unwrap_or_else(|error| {
                        panic!(
                            "{name}, {count} connections, {retries} retries: {error:?}"
                        )
                    });
                    assert!(
                        widget.meta().attempts() <= 2,
                        "{name}, {count} connections"
                    );
                });
            }
        });
    }
}

/// Dead connections must not use up the limit of connections either.
#[cfg(feature = "hyper")]
#[tokio::test]
async fn dead_idle_connections_do_not_prevent_new_ones() {
    use stripe_runtime::Client;
    use stripe_runtime::transport::Hyper;

    let server = TestServer::always(slow(full_response(200, "", WIDGET)));
    let transport = Hyper::builder().env_proxies(false).max_concurrent(3);
    let client = Client::builder(crate::support::KEY).base_url(server.url());
    let client = client.transport(transport.build().unwrap()).build().unwrap();
    let call = || client.widgets().retrieve("w_1").timeout(Duration::from_secs(1));
    let tasks: Vec<_> = (0..3).map(|_| tokio::spawn(call().send())).collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    server.make_stale(Step::Hang);
    assert_eq!(call().await.unwrap().meta().attempts(), 2);
}

/// After a complete response, its connection is known to be alive.
#[test]
fn a_connection_that_responded_is_reused() {
    for (name, make) in CLIENTS {
        let unavailable = full_response(503, "", "{}");
        let exchange = bytes(unavailable);
        let server = TestServer::start([exchange], full_response(200, "", WIDGET));
        let options = CallOptions { retries: 1, ..CallOptions::default() };
        let client = make(&server.url(), &options);
        assert_eq!(client.call(&options).unwrap().meta().attempts(), 2, "{name}");
        assert_eq!(server.connections(), 1, "{name}");
    }
}

/// The connection that replaced a dead one is the next to be used.
#[cfg(feature = "hyper")]
#[tokio::test]
async fn a_connection_that_replaced_a_dead_one_is_reused() {
    let server = TestServer::start([], full_response(200, "", WIDGET));
    let client = stripe_runtime::Client::builder(crate::support::KEY);
    let client = client.base_url(server.url()).env_proxies(false).build().unwrap();
    let call = || client.widgets().retrieve("w_1");
    assert_eq!(call().await.unwrap().meta().attempts(), 1);
    server.make_stale(Step::Close);
    assert_eq!(call().await.unwrap().meta().attempts(), 2);
    for _ in 0..3 {
        assert_eq!(call().await.unwrap().meta().attempts(), 1);
    }
    assert_eq!(server.connections(), 2);
}

/// The tasks of idle connections belong to a runtime that does not run any more, or not now.
#[cfg(feature = "hyper")]
#[test]
fn a_client_can_be_used_on_several_runtimes() {
    let server = TestServer::start([], full_response(200, "", WIDGET));
    let client = stripe_runtime::Client::builder(crate::support::KEY);
    let client = client.base_url(server.url()).env_proxies(false).build().unwrap();
    let runtime = || {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        runtime.enable_all().build().unwrap()
    };
    let (first, second) = (runtime(), runtime());
    for _ in 0..3 {
        for runtime in [&first, &second] {
            let widget =
                runtime.block_on(client.widgets().retrieve("w_1").into_future());
            assert_eq!(widget.unwrap().meta().attempts(), 1);
        }
    }
    assert_eq!(server.connections(), 2, "each runtime reuses its own connection");
    // More runtimes than have a pool.
    for _ in 0..20 {
        let widget = runtime().block_on(client.widgets().retrieve("w_1").into_future());
        assert_eq!(widget.unwrap().meta().attempts(), 1);
    }
}
