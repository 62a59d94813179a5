//! Proxies of the environment. Each case runs in a process of its own, since an environment
//! belongs to a process.
#![cfg(feature = "hyper")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod support;

use std::process::Command;

use stripe_runtime::Client;
use support::server::{Server, ok, response};
use support::{KEY, WIDGET};

/// Not a test of its own: makes one call as the environment says.
#[tokio::test]
#[ignore = "run by the other tests, in a process of its own"]
async fn child() {
    let Ok(url) = std::env::var("CHILD_URL") else { return };
    let heed = std::env::var("CHILD_HEED").is_ok();
    if std::env::var("CHILD_BLOCKING").is_ok() {
        #[cfg(feature = "blocking")]
        tokio::task::spawn_blocking(move || {
            let client = stripe_runtime::blocking::Client::builder(KEY).base_url(url);
            let client = client.env_proxies(heed).max_retries(0).build().unwrap();
            let _ = client.widgets().retrieve("w").send();
        })
        .await
        .unwrap();
        return;
    }
    let builder = Client::builder(KEY).base_url(url).env_proxies(heed).max_retries(0);
    let _ = builder.build().unwrap().widgets().retrieve("w").await;
}

fn run(url: &str, variables: &[(&str, &str)]) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command.args(["--exact", "child", "--ignored"]).env("CHILD_URL", url);
    let output = command.envs(variables.iter().copied()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

fn modes() -> Vec<Vec<(&'static str, &'static str)>> {
    let mut modes = vec![vec![("CHILD_HEED", "1")]];
    if cfg!(feature = "blocking") {
        modes.push(vec![("CHILD_HEED", "1"), ("CHILD_BLOCKING", "1")]);
    }
    modes
}

#[test]
fn encrypted_requests_go_through_a_tunnel() {
    for mode in modes() {
        let proxy = Server::start([response(502, "", "")]);
        let address = proxy.url.replace("http://", "http://user:pass@");
        let variables = [mode, vec![("HTTPS_PROXY", address.as_str())]].concat();
        run("https://api.stripe.example", &variables);
        let seen = &proxy.seen()[0];
        assert_eq!(seen.line, "CONNECT api.stripe.example:443 HTTP/1.1");
        assert_eq!(seen.all("proxy-authorization"), ["Basic dXNlcjpwYXNz"]);
        assert!(seen.all("authorization").is_empty());
    }
}

#[test]
fn plain_requests_name_the_host_to_the_proxy() {
    let proxy = Server::start([ok(WIDGET)]);
    let address = proxy.url.replace("http://", "http://user:pass@");
    run("http://api.example", &[("CHILD_HEED", "1"), ("HTTP_PROXY", address.as_str())]);
    let seen = &proxy.seen()[0];
    assert_eq!(seen.line, "GET http://api.example/v1/widgets/w HTTP/1.1");
    assert_eq!(seen.all("proxy-authorization"), ["Basic dXNlcjpwYXNz"]);
}

#[test]
fn exceptions_and_the_switch() {
    for mode in modes() {
        let (proxy, server) =
            (Server::start([ok(WIDGET)]), Server::start([ok(WIDGET), ok(WIDGET)]));
        let proxies =
            vec![("HTTP_PROXY", proxy.url.as_str()), ("NO_PROXY", "127.0.0.1")];
        run(&server.url, &[mode.clone(), proxies.clone()].concat());
        run(&server.url, &[mode[1..].to_vec(), proxies[..1].to_vec()].concat());
        assert_eq!((proxy.seen().len(), server.seen().len()), (0, 2));
    }
}
