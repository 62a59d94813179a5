//! Proxy settings from environment variables, for both built-in transports.

use std::fmt;
use std::net::IpAddr;

use super::TransportError;

/// The proxy variables as they were at construction. Variable names are accepted in
/// upper and lower case.
#[derive(Clone, Default)]
pub(super) struct Proxies {
    http: Option<String>,
    https: Option<String>,
    exceptions: Vec<String>,
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
                .map(Into::into)
                .collect(),
        }
    }

    /// Returns the proxy for a host, as `http://[user:password@]host[:port]`.
    ///
    /// # Errors
    /// Returns an error if the proxy cannot be reached by plain HTTP. Ignoring it
    /// silently would send requests past a proxy that somebody configured.
    pub(super) fn to(
        &self,
        scheme: Option<&str>,
        host: &str,
    ) -> Result<Option<String>, TransportError> {
        let proxy = if scheme == Some("https") { &self.https } else { &self.http };
        let Some(proxy) = proxy else { return Ok(None) };
        if self.exceptions.iter().any(|entry| covers(entry, host)) {
            return Ok(None);
        }
        let address = match proxy.split_once("://") {
            Some((scheme, address)) if scheme.eq_ignore_ascii_case("http") => address,
            Some(_) => return Err(unusable()),
            None => proxy,
        };
        Ok(Some(format!("http://{address}")))
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

/// Returns `true` if an entry of `NO_PROXY` matches the host: `*`, an IP address or
/// network, or a domain, which includes its subdomains.
fn covers(entry: &str, host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    if entry == "*" {
        return true;
    }
    if let Ok(address) = host.parse() {
        return is_within(address, entry).unwrap_or(false);
    }
    let domain = entry.trim_start_matches('*').trim_start_matches('.');
    let Some(start) = host.len().checked_sub(domain.len()) else { return false };
    let (before, end) = host.split_at_checked(start).unwrap_or_default();
    end.eq_ignore_ascii_case(domain) && (before.is_empty() || before.ends_with('.'))
}

/// Returns `true` if the address equals the entry or is in its network, `None` if the
/// entry is not an address or network of the same family.
fn is_within(address: IpAddr, entry: &str) -> Option<bool> {
    let (network, prefix) = match entry.split_once('/') {
        Some((network, prefix)) => (network, Some(prefix)),
        None => (entry, None),
    };
    let (address, network, width) = match (address, network.parse().ok()?) {
        (IpAddr::V4(address), IpAddr::V4(network)) => {
            (address.to_bits().into(), network.to_bits().into(), 32)
        }
        (IpAddr::V6(address), IpAddr::V6(network)) => {
            (address.to_bits(), network.to_bits(), 128_u32)
        }
        _ => return None,
    };
    let prefix = prefix.map_or(Some(width), |prefix| prefix.parse().ok())?;
    let differing: u128 = address ^ network;
    Some(differing.checked_shr(width.checked_sub(prefix)?).unwrap_or(0) == 0)
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
