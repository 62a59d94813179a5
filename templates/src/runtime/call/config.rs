//! The configuration of a client.

use std::borrow::Cow;
use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;

use super::clock::{Clock, Random};
use super::options::Settings;
use crate::runtime::outcome::error::Error;

/// The configuration that all calls of a client share.
#[derive(Clone)]
pub(crate) struct Config {
    pub(crate) key: ApiKey,
    /// The base URL of all hosts, if the user has set one.
    pub(crate) base_url: Option<String>,
    /// The base URLs of single hosts.
    pub(crate) host_urls: Vec<(String, String)>,
    pub(crate) user_agent: String,
    pub(crate) settings: Settings,
    pub(crate) max_response_size: usize,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) random: Arc<dyn Random>,
}

/// The base URL of most operations.
const BASE_URL: &str = "https://api.stripe.com";

impl Config {
    /// Returns the base URL for a host, or for most operations.
    ///
    /// The API key reaches a host only if the user has named its URL, or if the emitted code or
    /// the user has named the host; then the connection is encrypted.
    pub(crate) fn base_url_of(&self, host: Option<&str>) -> Result<Cow<'_, str>, Error> {
        let is_meant =
            |name: &str| host.is_some_and(|host| host.eq_ignore_ascii_case(name));
        let own = self.host_urls.iter().find(|(name, _)| is_meant(name));
        let own = own.map(|(_, url)| url).or(self.base_url.as_ref());
        match (own, host) {
            (Some(url), _) => Ok(url.into()),
            (None, None) => Ok(BASE_URL.into()),
            (None, Some(host)) => {
                check_host(host).map(|()| format!("https://{host}").into())
            }
        }
    }
}

/// Checks the name of a host.
pub(crate) fn check_host(host: &str) -> Result<(), Error> {
    if is_usable(host) && !host.contains('/') {
        return Ok(());
    }
    let message = format!(
        "the host must be a name such as `files.example.com`, without scheme and path: {host:?}"
    );
    Err(Error::invalid_call(message))
}

/// An API key, which `Debug` redacts.
#[derive(Clone)]
pub(crate) struct ApiKey(String);

/// The API key of clients with a mock transport.
#[cfg(feature = "testing")]
pub(crate) const MOCK_KEY: &str = "sk_test_script";

impl ApiKey {
    #[cfg(feature = "testing")]
    pub(crate) fn mock() -> Self {
        Self(MOCK_KEY.to_owned())
    }

    pub(crate) fn new(key: String) -> Result<Self, Error> {
        let fault = if key.is_empty() {
            "is empty"
        } else if key.contains(char::is_whitespace) {
            "contains whitespace"
        } else if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
            "contains non-printable or non-ASCII characters"
        } else {
            return Ok(Self(key));
        };
        Err(Error::invalid_call(format!("the API key {fault}")))
    }

    pub(crate) fn authorization(&self) -> String {
        format!("Bearer {}", self.0)
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Checks the base URL of all hosts. The default one leaves the other hosts alone.
pub(crate) fn common_base_url(
    url: Option<&str>,
    allow_plain_http: bool,
) -> Result<Option<String>, Error> {
    let url = url.map(|url| base_url(url, allow_plain_http)).transpose()?;
    Ok(url.filter(|url| url != BASE_URL))
}

/// Checks a base URL and strips trailing slashes and `/v1`. Without encryption, it must be
/// on this machine, or be allowed explicitly.
pub(crate) fn base_url(url: &str, allow_plain_http: bool) -> Result<String, Error> {
    let url = url.trim_end_matches('/');
    let url = url.strip_suffix("/v1").unwrap_or(url).trim_end_matches('/');
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    if !rest.is_some_and(is_usable) {
        let message = "the base URL must be an http:// or https:// URL \
                       without user, query or fragment";
        return Err(Error::invalid_call(message));
    }
    let is_plain = url.starts_with("http://");
    if is_plain && !allow_plain_http && !rest.is_some_and(is_loopback) {
        let message = "a base URL with http:// would send the API key unencrypted: \
                       use https://, or `ClientBuilder::allow_plain_http`";
        return Err(Error::invalid_call(message));
    }
    Ok(url.to_owned())
}

/// Returns `true` if a usable URL without its scheme is on this machine.
fn is_loopback(rest: &str) -> bool {
    let (host, _) = host_and_port(rest);
    match host.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(address) => address.to_canonical().is_loopback(),
        Err(_) => {
            let host = host.to_ascii_lowercase();
            host == "localhost" || host.ends_with(".localhost")
        }
    }
}

/// Returns host and port of a URL without its scheme.
fn host_and_port(rest: &str) -> (&str, Option<&str>) {
    let authority = rest.split('/').next().unwrap_or_default();
    // The last colon, unless it is part of an IPv6 address.
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    }
}

/// Returns `true` if a URL without its scheme can be the base of requests.
fn is_usable(rest: &str) -> bool {
    let (host, port) = host_and_port(rest);
    let mut directories = rest.split('/').skip(1);
    let is_number = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok()
    };
    !host.is_empty()
        && (host.starts_with('[') && host.ends_with(']'))
            == host.contains([':', '[', ']'])
        && port.is_none_or(is_number)
        && directories.all(|part| !matches!(part, "" | "." | ".."))
        && rest.bytes().all(|byte| byte.is_ascii_graphic())
        && !rest.contains(['@', '?', '#', '\\', '%'])
}

/// The application that uses this crate, as named in the `User-Agent` header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppInfo {
    name: String,
    version: Option<String>,
    url: Option<String>,
}

impl AppInfo {
    /// Creates an `AppInfo` with a name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), version: None, url: None }
    }

    /// Sets the version of the application.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// Sets a URL with information about the application or its support.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}

/// The part of the `User-Agent` header that names this crate.
pub(crate) const USER_AGENT: &str =
    concat!("Stripe/v1 ", env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));

/// Returns the `User-Agent` header: this crate and, if given, the application.
pub(crate) fn user_agent(app: Option<&AppInfo>) -> Result<String, Error> {
    let mut agent = USER_AGENT.to_owned();
    let Some(app) = app else { return Ok(agent) };
    if app.name.trim().is_empty() {
        return Err(Error::invalid_call("the app info has no name"));
    }
    agent.push(' ');
    agent.push_str(&app.name);
    if let Some(version) = &app.version {
        agent.push('/');
        agent.push_str(version);
    }
    if let Some(url) = &app.url {
        agent.push_str(&format!(" ({url})"));
    }
    Ok(agent)
}
