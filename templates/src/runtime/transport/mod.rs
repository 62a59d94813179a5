//! The HTTP transports of the client, and the traits for custom ones.
//!
//! A transport sends a request once and can sleep. Everything else (headers, encoding,
//! retries, idempotency keys, decoding of responses) is done by the client.
//!
//! # TLS
//!
//! The built-in transports use rustls and name its crypto provider, in this order: that of
//! the configuration passed to `tls_config`; the one that the program has installed with
//! `CryptoProvider::install_default`; the one of the feature `aws-lc-rs`; the one of the
//! feature `ring`, which is a default feature. Without any of them, building a client is an
//! error. This crate never installs a provider.
//!
//! The feature `ring` also enables the feature of that name in rustls, for the whole
//! program. If another crate enables `aws_lc_rs` (a default feature of rustls), rustls does
//! not know which one to use, and code that calls `rustls::ClientConfig::builder()` without
//! an installed provider panics. Then choose the same provider here:
//!
//! ```toml
//! [dependencies.stripe-sessions]
//! version = "0.1"
//! default-features = false
//! features = ["hyper", "aws-lc-rs"]
//! ```
//!
//! or none (`features = ["hyper"]`), and pass a `rustls::ClientConfig` to
//! `HyperBuilder::tls_config`; the program may also install a provider when it starts. The
//! same holds for `blocking`.
//!
//! Mozilla's root certificates are trusted, and those that are added with
//! `root_certificate` or, with the feature `native-roots`, those of the operating system.
//!
//! # Custom transports
//!
//! [`Transport`] is the trait for the asynchronous client, [`BlockingTransport`] the one
//! for the blocking client. Implementations of both must keep these rules:
//!
//! - Send method, URL, headers and body unchanged. The transport adds `Host` and manages
//!   the connection and its framing; it must not drop, change or duplicate any other
//!   header.
//! - Return every response, whatever its status. Do not follow redirects: they would
//!   carry the API key and the request body to another server.
//! - Do not send a request again once it may have reached the server. Retries are up to
//!   the client, which repeats the idempotency key.
//! - Report a body that breaks off as an error rather than as the end of the body.
//! - Choose the constructor of [`TransportError`] that fits the failure: the client
//!   never retries a rejected certificate or a request that the transport does not
//!   support, but retries timeouts and connection failures.

#[cfg(any(feature = "hyper", feature = "blocking"))]
mod environment;
#[cfg(any(feature = "hyper", feature = "blocking", feature = "reqwest"))]
mod failure;
#[cfg(feature = "hyper")]
mod hyper;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod no_proxy;
#[cfg(feature = "reqwest")]
mod reqwest;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod roots;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod tls;
#[cfg(any(feature = "hyper", feature = "reqwest"))]
mod tokio_runtime;
#[cfg(feature = "blocking")]
mod ureq;

#[cfg(feature = "hyper")]
pub use self::hyper::{Hyper, HyperBuilder};
#[cfg(feature = "reqwest")]
pub use self::reqwest::Reqwest;
#[cfg(feature = "blocking")]
pub use self::ureq::{Ureq, UreqBuilder};
pub use crate::runtime::http::error::{TransportError, TransportErrorKind};
pub use crate::runtime::http::message::{
    BlockingBody, Body, BoxFuture, Chunks, HttpRequest, HttpResponse, Limits, Method,
};
pub use crate::runtime::http::transport::{BlockingTransport, Transport};
