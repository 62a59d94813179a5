//! Trusted certificates of both built-in transports.

use crate::support::WIDGET;
use crate::support::authority::Authority;
use crate::support::clients::{CallOptions, TLS_CLIENTS};
use test_support::server::full_response;

#[test]
fn custom_root_certificate_in_each_format() {
    let (own, other) = (Authority::new("own"), Authority::new("other"));
    let bundle = format!("# two authorities\n{}\n{}", other.pem(), own.pem());
    for root in [own.der(), own.pem().into(), bundle.into()] {
        for (transport, make) in TLS_CLIENTS {
            let server = own.issue("127.0.0.1").serve(full_response(200, "", WIDGET));
            let widget = make(&server.url(), &root)
                .call(&CallOptions::default())
                .expect(transport);
            assert_eq!(widget.id, "w_1", "{transport}");
        }
    }
}

#[test]
fn invalid_certificates_are_rejected() {
    let empty = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    let broken = "-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----\n";
    let junk = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    for root in ["", "junk", empty, broken, junk] {
        #[cfg(feature = "hyper")]
        {
            let builder = stripe_runtime::transport::Hyper::builder();
            let error = builder.root_certificate(root).build().unwrap_err();
            assert!(error.is_invalid_call(), "{root}: {error:?}");
        }
        #[cfg(feature = "blocking")]
        {
            let builder = stripe_runtime::transport::Ureq::builder();
            let error = builder.root_certificate(root).build().unwrap_err();
            assert!(error.is_invalid_call(), "{root}: {error:?}");
        }
    }
}

/// The root certificates of the operating system can be replaced for a single process by
/// environment variables.
#[cfg(feature = "native-roots")]
mod native {
    use std::process::Command;

    use stripe_runtime::Error;

    use super::*;

    /// Helper process of the other tests: makes a call with each transport and prints
    /// the result.
    #[test]
    #[ignore = "helper process of the other tests"]
    fn child() {
        let Ok(url) = std::env::var("CHILD_URL") else { return };
        let trust = std::env::var("CHILD_TRUST").is_ok();
        #[cfg(feature = "hyper")]
        println!("\nhyper {}", describe(hyper(&url, trust)));
        #[cfg(feature = "blocking")]
        println!("\nureq {}", describe(ureq(&url, trust)));
    }

    fn describe(result: Result<(), Error>) -> &'static str {
        match result {
            Ok(()) => "ok",
            Err(error) if error.is_invalid_call() => "none",
            Err(error) if error.to_string().contains("certificate") => "certificate",
            Err(_) => "other",
        }
    }

    #[cfg(feature = "hyper")]
    fn hyper(url: &str, trust: bool) -> Result<(), Error> {
        use stripe_runtime::stand_in::params::CreateWidget;
        use stripe_runtime::transport::Hyper;

        let transport =
            Hyper::builder().env_proxies(false).native_roots(trust).build()?;
        let client = stripe_runtime::Client::builder(crate::support::KEY).base_url(url);
        let client = client.transport(transport).build()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let call = client.widgets().create(CreateWidget::new("x"));
        runtime.unwrap().block_on(call.into_future()).map(|_| ())
    }

    #[cfg(feature = "blocking")]
    fn ureq(url: &str, trust: bool) -> Result<(), Error> {
        use stripe_runtime::stand_in::params::CreateWidget;
        use stripe_runtime::transport::Ureq;

        let transport =
            Ureq::builder().env_proxies(false).native_roots(trust).build()?;
        let client =
            stripe_runtime::blocking::Client::builder(crate::support::KEY).base_url(url);
        let client = client.transport(transport).build()?;
        client.widgets().create(CreateWidget::new("x")).send().map(|_| ())
    }

    /// Checks the result of each transport with this system certificate store.
    fn run(name: &str, store: &str, trust: bool, expected: &str) {
        let authority = Authority::new("company");
        let store = store.replace("COMPANY", &authority.pem());
        let file = format!("{}/{name}.pem", env!("CARGO_TARGET_TMPDIR"));
        std::fs::write(&file, store).unwrap();
        let server = authority.issue("127.0.0.1").serve(full_response(200, "", WIDGET));
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args([
            "--exact",
            "client::tls::native::child",
            "--ignored",
            "--nocapture",
        ]);
        command
            .env("CHILD_URL", server.url())
            .env("SSL_CERT_FILE", file)
            .env_remove("SSL_CERT_DIR");
        if trust {
            command.env("CHILD_TRUST", "1");
        }
        let output = command.output().unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{stdout}");
        for (transport, _) in TLS_CLIENTS {
            let line = format!("{transport} {expected}");
            assert!(
                stdout.lines().any(|found| found == line),
                "{name}: no {line} in {stdout}"
            );
        }
    }

    #[test]
    fn native_roots_are_trusted_if_enabled() {
        run("trusted", "COMPANY", true, "ok");
        run("unasked", "COMPANY", false, "certificate");
        run("unusable", "nothing at all", true, "none");
    }
}
