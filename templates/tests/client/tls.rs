//! Certificates: who is trusted, by both built-in transports.

use crate::support::WIDGET;
use crate::support::authority::Authority;
use crate::support::clients::{Ask, TRUSTERS};
use crate::support::faulty::whole;

#[test]
fn an_authority_of_ones_own_in_each_form() {
    let (own, other) = (Authority::new("own"), Authority::new("other"));
    let bundle = format!("# two authorities\n{}\n{}", other.pem(), own.pem());
    for root in [own.der(), own.pem().into(), bundle.into()] {
        for (transport, make) in TRUSTERS {
            let (url, _) = own.vouch("127.0.0.1").serve(whole(200, "", WIDGET));
            let widget = make(&url, &root).ask(&Ask::default()).expect(transport);
            assert_eq!(widget.id, "w_1", "{transport}");
        }
    }
}

#[test]
fn what_is_no_certificate_is_refused() {
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

/// The store of the operating system can be replaced for one process, by its environment.
#[cfg(feature = "native-roots")]
mod native {
    use std::process::Command;

    use stripe_runtime::Error;

    use super::*;

    /// Not a test of its own: makes a call with each transport and prints what came of it.
    #[test]
    #[ignore = "run by the other tests, in a process of its own"]
    fn child() {
        let Ok(url) = std::env::var("CHILD_URL") else { return };
        let trust = std::env::var("CHILD_TRUST").is_ok();
        #[cfg(feature = "hyper")]
        println!("\nhyper {}", told(hyper(&url, trust)));
        #[cfg(feature = "blocking")]
        println!("\nureq {}", told(ureq(&url, trust)));
    }

    fn told(answer: Result<(), Error>) -> &'static str {
        match answer {
            Ok(()) => "answered",
            Err(error) if error.is_invalid_call() => "none",
            Err(error) if error.to_string().contains("certificate") => "certificate",
            Err(_) => "lost",
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

    /// What the transports say when the operating system trusts this.
    fn run(name: &str, store: &str, trust: bool, expected: &str) {
        let authority = Authority::new("company");
        let store = store.replace("COMPANY", &authority.pem());
        let file = format!("{}/{name}.pem", env!("CARGO_TARGET_TMPDIR"));
        std::fs::write(&file, store).unwrap();
        let (url, _) = authority.vouch("127.0.0.1").serve(whole(200, "", WIDGET));
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "tls::native::child", "--ignored", "--nocapture"]);
        command
            .env("CHILD_URL", url)
            .env("SSL_CERT_FILE", file)
            .env_remove("SSL_CERT_DIR");
        if trust {
            command.env("CHILD_TRUST", "1");
        }
        let output = command.output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{text}");
        for (transport, _) in TRUSTERS {
            let line = format!("{transport} {expected}");
            assert!(
                text.lines().any(|found| found == line),
                "{name}: no {line} in {text}"
            );
        }
    }

    #[test]
    fn the_store_of_the_operating_system_is_trusted_when_it_is_asked_for() {
        run("trusted", "COMPANY", true, "answered");
        run("unasked", "COMPANY", false, "certificate");
        run("unusable", "nothing at all", true, "none");
    }
}
