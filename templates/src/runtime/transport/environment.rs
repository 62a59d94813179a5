//! Proxy settings from environment variables, for both built-in transports.

use std::fmt;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::no_proxy::Exception;
use crate::runtime::http::error::TransportError;

/// Characters that the user information of a URL cannot contain. Percent signs are left as
/// they are: they belong to characters that are encoded already.
const RESERVED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'/')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'@')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The proxy variables as they were at construction. Variable names are accepted in
/// upper and lower case.
#[derive(Clone, Default)]
pub(super) struct Proxies {
    http: Option<String>,
    https: Option<String>,
    exceptions: Vec<Exception>,
}

impl Proxies {
    /// Reads `HTTPS_PROXY` and `HTTP_PROXY`, with `ALL_PROXY` as the fallback of both,
    /// and the exceptions in `NO_PROXY`.
    pub(super) fn from_env() -> Self {
        // In a CGI program, `HTTP_PROXY` holds the `Proxy` header of the incoming
        // request (httpoxy).
        if std::env::var_os("REQUEST_METHOD").is_some() {
            return Self::default();
        }
        let exceptions = variable("NO_PROXY").unwrap_or_default();
        let exceptions = exceptions.split(',').map(str::trim);
        Self {
            http: variable("HTTP_PROXY").or_else(|| variable("ALL_PROXY")),
            https: variable("HTTPS_PROXY").or_else(|| variable("ALL_PROXY")),
            exceptions: exceptions
                .filter(|entry| !entry.is_empty())
                .map(Exception::parse)
                .collect(),
        }
    }

    /// Returns the proxy for a target, as `http://[user:password@]host[:port]`.
    ///
    /// # Errors
    /// Returns an error if the proxy cannot be reached by plain HTTP. Ignoring it
    /// silently would send requests past a proxy that somebody configured.
    pub(super) fn to(
        &self,
        scheme: Option<&str>,
        host: &str,
        port: Option<u16>,
    ) -> Result<Option<String>, TransportError> {
        let is_https = scheme == Some("https");
        let proxy = if is_https { &self.https } else { &self.http };
        let Some(proxy) = proxy else { return Ok(None) };
        let port = port.unwrap_or(if is_https { 443 } else { 80 });
        if self.exceptions.iter().any(|exception| exception.covers(host, port)) {
            return Ok(None);
        }
        let address = match proxy.split_once("://") {
            Some((scheme, address)) if scheme.eq_ignore_ascii_case("http") => address,
            Some(_) => return Err(unusable()),
            None => proxy,
        };
        Ok(Some(format!("http://{}", encode_user(address))))
    }
}

/// Returns the error for a proxy of the environment that is not supported.
pub(super) fn unusable() -> TransportError {
    TransportError::unsupported("the proxy in the environment is not an http:// URL")
}

fn variable(name: &str) -> Option<String> {
    let lowercase = name.to_ascii_lowercase();
    let values = [name, &lowercase].into_iter().filter_map(std::env::var_os);
    // A value that is not UTF-8 is not a valid proxy URL, but must not be ignored
    // silently.
    let values = values.map(|value| value.to_string_lossy().trim().to_owned());
    values.into_iter().find(|value| !value.is_empty())
}

/// Percent-encodes what must not occur in the user information of a URL. It ends at the last
/// `@`: a password may contain others.
fn encode_user(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((user, host)) => format!("{}@{host}", utf8_percent_encode(user, RESERVED)),
        None => address.to_owned(),
    }
}

/// Omits the proxy URLs, which may contain a password.
impl fmt::Debug for Proxies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proxies")
            .field("http", &self.http.is_some())
            .field("https", &self.https.is_some())
            .field("exceptions", &self.exceptions)
            .finish()
    }
}
