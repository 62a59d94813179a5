//! Proxies of the environment, for both built-in transports. Each call is made in a process of its
//! own, since an environment belongs to a process.

use std::process::Command;

use crate::support::server::{Server, ok, response};
use crate::support::{KEY, WIDGET};
use stripe_runtime::Error;

const TRANSPORTS: &[&str] = &[
    #[cfg(feature = "hyper")]
    "hyper",
    #[cfg(feature = "blocking")]
    "ureq",
];

/// Not a test of its own: makes one call as the environment says, and prints what came of it.
#[test]
#[ignore = "run by the other tests, in a process of its own"]
fn child() {
    let Ok(url) = std::env::var("CHILD_URL") else { return };
    let heed = std::env::var("CHILD_HEED").is_ok();
    let told = match std::env::var("CHILD_TRANSPORT").as_deref() {
        #[cfg(feature = "hyper")]
        Ok("hyper") => hyper(&url, heed),
        #[cfg(feature = "blocking")]
        Ok("ureq") => ureq(&url, heed),
        _ => return,
    };
    match told {
        Ok(()) => println!("\nTOLD answered"),
        Err(error) if error.is_invalid_call() => println!("\nTOLD refused"),
        Err(error) => println!("\nTOLD {:?}", error.kind()),
    }
}

#[cfg(feature = "hyper")]
fn hyper(url: &str, heed: bool) -> Result<(), Error> {
    let builder = stripe_runtime::Client::builder(KEY).base_url(url).env_proxies(heed);
    let call = builder.build()?.widgets().retrieve("w").max_retries(0);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(call.into_future()).map(|_| ())
}

#[cfg(feature = "blocking")]
fn ureq(url: &str, heed: bool) -> Result<(), Error> {
    let builder = stripe_runtime::blocking::Client::builder(KEY).base_url(url);
    let client = builder.env_proxies(heed).build()?;
    client.widgets().retrieve("w").max_retries(0).send().map(|_| ())
}

type Variables<'a> = &'a [(&'a str, &'a str)];

/// What came of a call to this server in this environment.
fn run(transport: &str, url: &str, variables: Variables<'_>) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command.args(["--exact", "proxy::child", "--ignored", "--nocapture"]);
    command.env("CHILD_TRANSPORT", transport).env("CHILD_URL", url);
    let output = command.envs(variables.iter().copied()).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}");
    let told = text.lines().find_map(|line| line.strip_prefix("TOLD "));
    told.expect(&text).to_owned()
}

const HEED: (&str, &str) = ("CHILD_HEED", "1");

#[test]
fn encrypted_requests_go_through_a_tunnel() {
    for transport in TRANSPORTS {
        for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
            let proxy = Server::start([response(502, "", "")]);
            let address = proxy.url.replace("http://", "http://us%40er:p%20ss@");
            let told =
                run(transport, "https://api.stripe.example", &[HEED, (name, &address)]);
            assert_eq!(told, "Connection", "{transport} {name}");
            let seen = &proxy.seen()[0];
            assert_eq!(seen.line, "CONNECT api.stripe.example:443 HTTP/1.1");
            assert_eq!(seen.all("proxy-authorization"), ["Basic dXNAZXI6cCBzcw=="]);
            assert!(seen.all("authorization").is_empty(), "{transport}");
        }
    }
}

#[cfg(feature = "hyper")]
#[test]
fn plain_requests_name_the_host_to_the_proxy() {
    let proxy = Server::start([ok(WIDGET)]);
    let address = proxy.url.replace("http://", "http://user:pass@");
    let told = run("hyper", "http://api.example", &[HEED, ("HTTP_PROXY", &address)]);
    assert_eq!(told, "answered");
    let seen = &proxy.seen()[0];
    assert_eq!(seen.line, "GET http://api.example/v1/widgets/w HTTP/1.1");
    assert_eq!(seen.all("proxy-authorization"), ["Basic dXNlcjpwYXNz"]);
}

/// The proxy may be named without `http://`.
#[test]
fn a_proxy_is_for_one_scheme_or_for_all() {
    for transport in TRANSPORTS {
        for (name, scheme, proxied) in [
            ("HTTPS_PROXY", "https", true),
            ("HTTP_PROXY", "https", false),
            ("ALL_PROXY", "https", true),
            ("HTTPS_PROXY", "http", false),
            ("HTTP_PROXY", "http", true),
            ("ALL_PROXY", "http", true),
        ] {
            let (proxy, server) = (Server::start([]), Server::start([]));
            // No such host can exist: without the proxy there is nobody to ask.
            let url = if scheme == "https" {
                "https://api.stripe.invalid"
            } else {
                &server.url
            };
            let address = proxy.url.trim_start_matches("http://");
            // The other variables are there, but say nothing.
            let variables = [HEED, ("ALL_PROXY", ""), ("NO_PROXY", ""), (name, address)];
            assert_eq!(run(transport, url, &variables), "Connection");
            let seen = proxy.seen().len();
            assert_eq!(seen, usize::from(proxied), "{transport}: {name} for {scheme}");
        }
    }
}

#[test]
fn exceptions() {
    let hosts = [
        ("*", true),
        ("127.0.0.1", true),
        ("other.example, 127.0.0.1", true),
        ("127.0.0.0/8", true),
        ("127.0.0.1/32,", true),
        ("0.0.0.0/0", true),
        ("::1,::/0", false),
        ("127.0.0.2/32", false),
        ("128.0.0.0/1", false),
        ("127.0.0.0/33", false),
        ("127.0.0.0/x", false),
        (".0.1", false),
        ("7.0.0.1", false),
    ];
    for transport in TRANSPORTS {
        for (exception, direct) in hosts {
            let (proxy, server) =
                (Server::start([response(502, "", "")]), Server::start([ok(WIDGET)]));
            let variables = [HEED, ("HTTP_PROXY", &proxy.url), ("NO_PROXY", exception)];
            let told = run(transport, &server.url, &variables);
            let seen = (proxy.seen().len(), server.seen().len());
            let expected = if direct { (0, 1) } else { (1, 0) };
            assert_eq!(seen, expected, "{transport} {exception:?} {told}");
        }
        for (exception, direct) in [
            ("stripe.invalid", true),
            (".STRIPE.invalid", true),
            ("*.stripe.invalid", true),
            ("api.stripe.invalid", true),
            ("i.stripe.invalid", false),
            ("xapi.stripe.invalid", false),
            ("10.0.0.0/8", false),
        ] {
            let proxy = Server::start([response(502, "", "")]);
            let variables = [HEED, ("HTTPS_PROXY", &proxy.url), ("no_proxy", exception)];
            run(transport, "https://api.stripe.invalid", &variables);
            let seen = proxy.seen().len();
            assert_eq!(seen, usize::from(!direct), "{transport} {exception:?}");
        }
    }
}

/// To go around a proxy in silence would send requests where nobody expects them.
#[test]
fn a_proxy_that_cannot_be_used_is_refused() {
    for transport in TRANSPORTS {
        let (proxy, server) =
            (Server::start([]), Server::start([ok(WIDGET), ok(WIDGET)]));
        let host = proxy.url.trim_start_matches("http://");
        for scheme in ["https", "socks4", "socks5", "socks5h", "ftp"] {
            let address = format!("{scheme}://{host}");
            for name in ["HTTP_PROXY", "all_proxy"] {
                let told = run(transport, &server.url, &[HEED, (name, &address)]);
                assert_eq!(told, "refused", "{transport} {name}={address}");
            }
        }
        for address in ["http://", "http://a b", "/", "http:///x", "%"] {
            let told = run(transport, &server.url, &[HEED, ("HTTP_PROXY", address)]);
            assert_eq!(told, "refused", "{transport} {address}");
        }
        assert_eq!((proxy.seen().len(), server.seen().len()), (0, 0), "{transport}");
        // It does not matter to hosts that it is not for, or when it is not heeded.
        let address = format!("https://{host}");
        let variables =
            [HEED, ("HTTP_PROXY", address.as_str()), ("NO_PROXY", "127.0.0.1")];
        assert_eq!(run(transport, &server.url, &variables), "answered");
        assert_eq!(run(transport, &server.url, &variables[1..2]), "answered");
    }
}

/// There a header of whoever calls the program would be taken for a variable.
#[test]
fn a_cgi_program_heeds_no_proxy() {
    for transport in TRANSPORTS {
        let (proxy, server) = (Server::start([]), Server::start([ok(WIDGET)]));
        let variables = [HEED, ("HTTP_PROXY", &proxy.url), ("REQUEST_METHOD", "GET")];
        assert_eq!(run(transport, &server.url, &variables), "answered");
        assert!(proxy.seen().is_empty(), "{transport}");
    }
}
