//! Errors of ureq that occur before the request is sent.

use std::error::Error as StdError;
use std::fmt;

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{ConnectionDetails, Connector, NextTimeout};

/// An error of establishing a connection, so that nothing was sent.
///
/// The error itself does not tell: the network can report an unreachable host, or the
/// time of the whole attempt can expire, before and after the request was sent.
#[derive(Debug)]
pub(super) struct ConnectError(pub(super) Error);

impl ConnectError {
    fn mark(error: Error) -> Error {
        match error {
            // The connection to a proxy is established by another run of the connector.
            Error::Other(inner) if inner.is::<Self>() => Error::Other(inner),
            error => Error::Other(Box::new(Self(error))),
        }
    }
}

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl StdError for ConnectError {}

/// A resolver or connector whose errors are marked as [`ConnectError`].
#[derive(Debug)]
pub(super) struct MarkErrors<T>(pub(super) T);

impl<R: Resolver> Resolver for MarkErrors<R> {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        self.0.resolve(uri, config, timeout).map_err(ConnectError::mark)
    }
}

impl<C: Connector> Connector for MarkErrors<C> {
    type Out = C::Out;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<()>,
    ) -> Result<Option<C::Out>, Error> {
        self.0.connect(details, chained).map_err(ConnectError::mark)
    }
}
