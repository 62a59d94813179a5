//! The proxies of the environment, for both built-in transports.

use std::fmt;
use std::net::IpAddr;

use super::TransportError;

/// What the variables said when this was made. Their names are known in capitals and in small
/// letters.
#[derive(Clone, Default)]
pub(super) struct Proxies {
    http: Option<String>,
    https: Option<String>,
    exceptions: Vec<String>,
}

impl Proxies {
    /// `HTTPS_PROXY` or `HTTP_PROXY`, by the scheme of the target, else `ALL_PROXY`; none for what
    /// is in `NO_PROXY`.
    pub(super) fn from_env() -> Self {
        // A CGI program finds a header of whoever calls it in `HTTP_PROXY`.
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

    /// The proxy on the way to a host, as `http://[user:password@]host[:port]`.
    ///
    /// # Errors
    /// When there is one that is not reached by plain HTTP. To go around it in silence would send
    /// requests where nobody expects them.
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

/// The proxy of the environment is none that can be used.
pub(super) fn unusable() -> TransportError {
    TransportError::unsupported("the proxy of the environment is not http:// and a host")
}

fn variable(name: &str) -> Option<String> {
    let small = name.to_ascii_lowercase();
    let values = [name, &small].into_iter().filter_map(std::env::var_os);
    // What is no text is no address either, and must not be passed over.
    let values = values.map(|value| value.to_string_lossy().trim().to_owned());
    values.into_iter().find(|value| !value.is_empty())
}

/// Whether an entry of `NO_PROXY` speaks of this host: `*`, an address or a network, or a domain,
/// which stands for all below it too.
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

/// Whether an address is the one of the entry, or in its network; nothing if it names none.
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

/// Without the addresses, which may hold a password.
impl fmt::Debug for Proxies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proxies")
            .field("http", &self.http.is_some())
            .field("https", &self.https.is_some())
            .field("exceptions", &self.exceptions)
            .finish()
    }
}
