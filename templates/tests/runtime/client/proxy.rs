//! Proxies from environment variables, for both built-in transports. Environment
//! variables belong to a process, so each call runs in its own.

use std::process::Command;

use crate::support::{KEY, WIDGET};
use stripe_runtime::Error;
use test_support::server::{TestServer, ok, response};

const TRANSPORTS: &[&str] = &[
    #[cfg(feature = "hyper")]
    "hyper",
    #[cfg(feature = "blocking")]
    "ureq",
];

/// Helper process of the other tests: makes one call with its environment and prints the
/// result.
#[test]
#[ignore = "helper process of the other tests"]
fn child() {
    let Ok(url) = std::env::var("CHILD_URL") else { return };
    let env_proxies = std::env::var("CHILD_USE_PROXIES").is_ok();
    let result = match std::env::var("CHILD_TRANSPORT").as_deref() {
        #[cfg(feature = "hyper")]
        Ok("hyper") => hyper(&url, env_proxies),
        #[cfg(feature = "blocking")]
        Ok("ureq") => ureq(&url, env_proxies),
        _ => return,
    };
    match result {
        Ok(()) => println!("\nRESULT ok"),
        Err(error) if error.is_invalid_call() => println!("\nRESULT rejected"),
        Err(error) => println!("\nRESULT {:?}", error.kind()),
    }
}

#[cfg(feature = "hyper")]
fn hyper(url: &str, env_proxies: bool) -> Result<(), Error> {
    let builder = stripe_runtime::Client::builder(KEY).base_url(url);
    let builder = builder.allow_plain_http(true).env_proxies(env_proxies);
    let call = builder.build()?.widgets().retrieve("w").max_retries(0);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(call.into_future()).map(|_| ())
}

#[cfg(feature = "blocking")]
fn ureq(url: &str, env_proxies: bool) -> Result<(), Error> {
    let builder = stripe_runtime::blocking::Client::builder(KEY).base_url(url);
    let client = builder.env_proxies(env_proxies).build()?;
    client.widgets().retrieve("w").max_retries(0).send().map(|_| ())
}

type Variables<'a> = &'a [(&'a str, &'a str)];

/// Makes a call to this server with these environment variables and returns the result.
fn run(transport: &str, url: &str, variables: Variables<'_>) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command.args(["--exact", "client::proxy::child", "--ignored", "--nocapture"]);
    command.env("CHILD_TRANSPORT", transport).env("CHILD_URL", url);
    let output = command.envs(variables.iter().copied()).output().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{stdout}");
    let result = stdout.lines().find_map(|line| line.strip_prefix("RESULT "));
    result.expect(&stdout).to_owned()
}

const USE_PROXIES: (&str, &str) = ("CHILD_USE_PROXIES", "1");

#[test]
fn https_requests_use_a_tunnel() {
    for transport in TRANSPORTS {
        for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
            let proxy = TestServer::script([response(502, "", "")]);
            let address = proxy.url().replace("http://", "http://us%40er:p%20ss@");
            let result = run(
                transport,
                "https://api.stripe.example",
                &[USE_PROXIES, (name, &address)],
            );
            assert_eq!(result, "Connection", "{transport} {name}");
            let seen = &proxy.seen()[0];
            assert_eq!(seen.line, "CONNECT api.stripe.example:443 HTTP/1.1");
            assert_eq!(seen.header("proxy-authorization"), ["Basic dXNAZXI6cCBzcw=="]);
            assert!(seen.header("authorization").is_empty(), "{transport}");
        }
    }
}

/// A password may contain characters that separate the parts of a URL.
#[test]
fn user_information_ends_at_the_last_at_sign() {
    for transport in TRANSPORTS {
        for (user, expected) in [
            ("user:p@ss", "Basic dXNlcjpwQHNz"),
            ("us@er:p:/?#[s]", "Basic dXNAZXI6cDovPyNbc10="),
            ("user:p%40ss", "Basic dXNlcjpwQHNz"),
        ] {
            let proxy = TestServer::script([response(502, "", "")]);
            let address = proxy.url().replace("http://", &format!("http://{user}@"));
            let variables = [USE_PROXIES, ("HTTPS_PROXY", address.as_str())];
            run(transport, "https://api.stripe.example", &variables);
            let seen = &proxy.seen()[0];
            assert_eq!(
                seen.header("proxy-authorization"),
                [expected],
                "{transport} {user}"
            );
        }
    }
}

#[test]
fn no_proxy_entries_with_a_port() {
    for transport in TRANSPORTS {
        for is_this_port in [true, false] {
            let (proxy, server) = (
                TestServer::script([response(502, "", "")]),
                TestServer::script([ok(WIDGET)]),
            );
            let address = server.address();
            let port = address.rsplit_once(':').unwrap().1;
            let port = if is_this_port { port } else { "1" };
            let exception = format!("127.0.0.1:{port}");
            let variables =
                [USE_PROXIES, ("HTTP_PROXY", &proxy.url()), ("NO_PROXY", &exception)];
            run(transport, &server.url(), &variables);
            let seen = (proxy.seen().is_empty(), server.seen().is_empty());
            assert_eq!(seen, (is_this_port, !is_this_port), "{transport} {exception}");
        }
    }
}

#[cfg(feature = "hyper")]
#[test]
fn http_requests_send_the_absolute_url_to_the_proxy() {
    let proxy = TestServer::script([ok(WIDGET)]);
    let address = proxy.url().replace("http://", "http://user:pass@");
    let result =
        run("hyper", "http://api.example", &[USE_PROXIES, ("HTTP_PROXY", &address)]);
    assert_eq!(result, "ok");
    let seen = &proxy.seen()[0];
    assert_eq!(seen.line, "GET http://api.example/v1/widgets/w HTTP/1.1");
    assert_eq!(seen.header("proxy-authorization"), ["Basic dXNlcjpwYXNz"]);
}

/// The scheme `http://` of the proxy may be omitted.
#[test]
fn proxy_variables_apply_to_their_scheme() {
    for transport in TRANSPORTS {
        for (name, scheme, proxied) in [
            ("HTTPS_PROXY", "https", true),
            ("HTTP_PROXY", "https", false),
            ("ALL_PROXY", "https", true),
            ("HTTPS_PROXY", "http", false),
            ("HTTP_PROXY", "http", true),
            ("ALL_PROXY", "http", true),
        ] {
            let (proxy, server) = (TestServer::script([]), TestServer::script([]));
            // The domain `.invalid` never resolves: only the proxy can receive this call.
            let url = if scheme == "https" {
                "https://api.stripe.invalid"
            } else {
                &server.url()
            };
            let address = proxy.address();
            // Empty variables are ignored.
            let variables =
                [USE_PROXIES, ("ALL_PROXY", ""), ("NO_PROXY", ""), (name, &address)];
            assert_eq!(run(transport, url, &variables), "Connection");
            let seen = proxy.seen().len();
            assert_eq!(seen, usize::from(proxied), "{transport}: {name} for {scheme}");
        }
    }
}

#[test]
fn no_proxy_entries() {
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
            let (proxy, server) = (
                TestServer::script([response(502, "", "")]),
                TestServer::script([ok(WIDGET)]),
            );
            let variables =
                [USE_PROXIES, ("HTTP_PROXY", &proxy.url()), ("NO_PROXY", exception)];
            let result = run(transport, &server.url(), &variables);
            let seen = (proxy.seen().len(), server.seen().len());
            let expected = if direct { (0, 1) } else { (1, 0) };
            assert_eq!(seen, expected, "{transport} {exception:?} {result}");
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
            let proxy = TestServer::script([response(502, "", "")]);
            let variables =
                [USE_PROXIES, ("HTTPS_PROXY", &proxy.url()), ("no_proxy", exception)];
            run(transport, "https://api.stripe.invalid", &variables);
            let seen = proxy.seen().len();
            assert_eq!(seen, usize::from(!direct), "{transport} {exception:?}");
        }
    }
}

/// Ignoring the proxy silently would send requests past it.
#[test]
fn unsupported_proxy_is_rejected() {
    for transport in TRANSPORTS {
        let (proxy, server) =
            (TestServer::script([]), TestServer::script([ok(WIDGET), ok(WIDGET)]));
        let host = proxy.address();
        for scheme in ["https", "socks4", "socks5", "socks5h", "ftp"] {
            let address = format!("{scheme}://{host}");
            for name in ["HTTP_PROXY", "all_proxy"] {
                let result =
                    run(transport, &server.url(), &[USE_PROXIES, (name, &address)]);
                assert_eq!(result, "rejected", "{transport} {name}={address}");
            }
        }
        for address in ["http://", "http://a b", "/", "http:///x", "%"] {
            let result =
                run(transport, &server.url(), &[USE_PROXIES, ("HTTP_PROXY", address)]);
            assert_eq!(result, "rejected", "{transport} {address}");
        }
        assert_eq!((proxy.seen().len(), server.seen().len()), (0, 0), "{transport}");
        // Such a proxy does not affect excluded hosts, or clients that ignore proxies.
        let address = format!("https://{host}");
        let variables =
            [USE_PROXIES, ("HTTP_PROXY", address.as_str()), ("NO_PROXY", "127.0.0.1")];
        assert_eq!(run(transport, &server.url(), &variables), "ok");
        assert_eq!(run(transport, &server.url(), &variables[1..2]), "ok");
    }
}

/// In a CGI program, `HTTP_PROXY` may come from a header of the incoming request.
#[test]
fn cgi_programs_ignore_proxy_variables() {
    for transport in TRANSPORTS {
        let (proxy, server) = (TestServer::script([]), TestServer::script([ok(WIDGET)]));
        let variables =
            [USE_PROXIES, ("HTTP_PROXY", &proxy.url()), ("REQUEST_METHOD", "GET")];
        assert_eq!(run(transport, &server.url(), &variables), "ok");
        assert!(proxy.seen().is_empty(), "{transport}");
    }
}
