//! Proxies that are reached by plain HTTP.

use http::{HeaderValue, Uri};
use percent_encoding::percent_decode_str;

use crate::runtime::http::error::TransportError;
use crate::runtime::transport::environment::{Proxies, unusable};

/// The proxy for a request.
#[derive(Clone)]
pub(super) struct Proxy {
    pub(super) host: String,
    pub(super) port: u16,
    /// The value of `Proxy-Authorization`.
    pub(super) authorization: Option<HeaderValue>,
}

impl Proxy {
    /// Returns the proxy for this target.
    ///
    /// # Errors
    /// Returns an error if the proxy is not supported.
    pub(super) fn to(
        proxies: &Proxies,
        target: &Uri,
    ) -> Result<Option<Self>, TransportError> {
        let host = target.host().unwrap_or_default();
        let url = proxies.to(target.scheme_str(), host, target.port_u16())?;
        url.map(|url| Self::parse(&url).ok_or_else(unusable)).transpose()
    }

    fn parse(url: &str) -> Option<Self> {
        let uri: Uri = url.parse().ok()?;
        let authority =
            uri.authority().filter(|authority| !authority.host().is_empty())?;
        let user = authority.as_str().rsplit_once('@').map(|(user, _)| user);
        Some(Self {
            host: authority.host().to_owned(),
            port: authority.port_u16().unwrap_or(80),
            authorization: user.and_then(basic),
        })
    }
}

/// Returns the value of `Proxy-Authorization` for the user information of a URL.
fn basic(user: &str) -> Option<HeaderValue> {
    let separator = if user.contains(':') { "" } else { ":" };
    let user = [user, separator].concat();
    let decoded: Vec<u8> = percent_decode_str(&user).collect();
    let mut value = HeaderValue::try_from(format!("Basic {}", base64(&decoded))).ok()?;
    value.set_sensitive(true);
    Some(value)
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] =
        b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, i| {
            bits << 8 | u32::from(group.get(i).copied().unwrap_or(0))
        });
        for i in 0..4 {
            let digit = DIGITS.get((bits >> (18 - 6 * i) & 63) as usize);
            let digit = digit.filter(|_| i <= group.len());
            text.push(char::from(*digit.unwrap_or(&b'=')));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Proxy, base64};

    #[test]
    fn base64_of_all_remainders() {
        for (bytes, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("\u{3ff}\u{3fe}", "z7/Pvg=="),
        ] {
            assert_eq!(base64(bytes.as_bytes()), expected, "{bytes}");
        }
    }

    #[test]
    fn urls() {
        for (url, host, port, authorization) in [
            ("http://proxy.example", "proxy.example", 80, None),
            ("http://proxy.example:8080/path", "proxy.example", 8080, None),
            ("http://[::1]:8080", "[::1]", 8080, None),
            ("http://user@proxy.example", "proxy.example", 80, Some("Basic dXNlcjo=")),
            ("http://u%3Aser:p@proxy", "proxy", 80, Some("Basic dTpzZXI6cA==")),
        ] {
            let proxy = Proxy::parse(url).unwrap();
            assert_eq!((proxy.host.as_str(), proxy.port), (host, port), "{url}");
            let found =
                proxy.authorization.map(|value| value.to_str().unwrap().to_owned());
            assert_eq!(found.as_deref(), authorization, "{url}");
        }
    }
}
