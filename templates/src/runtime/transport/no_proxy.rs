//! The exceptions in `NO_PROXY`: hosts that are reached without a proxy.

use std::net::IpAddr;

/// One exception: `*`, an IP address or network, or a domain, which includes its
/// subdomains. With a port, only that port is exempt.
#[derive(Clone, Debug)]
pub(super) struct Exception {
    host: String,
    port: Option<u16>,
}

impl Exception {
    pub(super) fn parse(entry: &str) -> Self {
        let (host, port) = split_port(entry);
        Self { host: host.trim_matches(['[', ']']).to_owned(), port }
    }

    /// Returns `true` if the host and port are exempt.
    pub(super) fn covers(&self, host: &str, port: u16) -> bool {
        self.port.is_none_or(|exempt| exempt == port) && self.covers_host(host)
    }

    fn covers_host(&self, host: &str) -> bool {
        if self.host == "*" {
            return true;
        }
        if let Ok(address) = host.trim_matches(['[', ']']).parse() {
            return is_within(address, &self.host).unwrap_or(false);
        }
        let domain = self.host.trim_start_matches('*').trim_start_matches('.');
        let Some(start) = host.len().checked_sub(domain.len()) else { return false };
        let (before, end) = host.split_at_checked(start).unwrap_or_default();
        end.eq_ignore_ascii_case(domain) && (before.is_empty() || before.ends_with('.'))
    }
}

/// Splits `host:port`. An IPv6 address with a port has brackets.
fn split_port(entry: &str) -> (&str, Option<u16>) {
    let Some((host, port)) = entry.rsplit_once(':') else { return (entry, None) };
    let is_address = host.contains(':') && !host.ends_with(']');
    match port.parse() {
        Ok(port) if !is_address => (host, Some(port)),
        _ => (entry, None),
    }
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

#[cfg(test)]
mod tests {
    use super::Exception;

    #[test]
    fn ports_and_addresses() {
        for (entry, host, port, expected) in [
            ("a.example:8443", "a.example", 8443, true),
            ("a.example:8443", "b.a.example", 8443, true),
            ("a.example:8443", "a.example", 443, false),
            ("*:8443", "a.example", 8443, true),
            ("*:8443", "a.example", 443, false),
            ("10.0.0.1:80", "10.0.0.1", 80, true),
            ("10.0.0.1:80", "10.0.0.1", 443, false),
            ("[::1]:8443", "[::1]", 8443, true),
            ("[::1]:8443", "::1", 443, false),
            ("[::1]", "[::1]", 443, true),
            ("::1", "[::1]", 443, true),
            ("::1", "[::1]", 1, true),
            ("fe80::/10", "[fe80::1:2]", 443, true),
            ("fe80::/10", "[::1]", 443, false),
            ("a.example:", "a.example", 443, false),
            ("a.example:65536", "a.example", 443, false),
            ("a.example:x", "a.example", 443, false),
        ] {
            let covers = Exception::parse(entry).covers(host, port);
            assert_eq!(covers, expected, "{entry} and {host}:{port}");
        }
    }
}
