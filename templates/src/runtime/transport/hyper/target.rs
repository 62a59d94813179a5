//! Where a request goes, and the request in the form that its connection needs.

use http::header::{HOST, PROXY_AUTHORIZATION};
use http::uri::{Authority, Scheme};
use http::{HeaderValue, Uri};

use super::Request;
use super::body::RequestBody;
use super::connection::Protocol;
use super::proxy::Proxy;
use crate::runtime::http::error::TransportError;
use crate::runtime::http::message::{HttpRequest, Method};
use crate::runtime::transport::environment::Proxies;

/// The target of a request.
pub(super) struct Target {
    uri: Uri,
    pub(super) scheme: Scheme,
    pub(super) authority: Authority,
    pub(super) proxy: Option<Proxy>,
}

impl Target {
    pub(super) fn new(url: &str, proxies: &Proxies) -> Result<Self, TransportError> {
        let uri: Uri = url.parse().map_err(TransportError::unsupported)?;
        let proxy = Proxy::to(proxies, &uri)?;
        let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
            return Err(TransportError::unsupported("the URL is not absolute"));
        };
        let (scheme, authority) = (scheme.clone(), authority.clone());
        Ok(Self { uri, scheme, authority, proxy })
    }

    pub(super) fn is_https(&self) -> bool {
        self.scheme == Scheme::HTTPS
    }

    pub(super) fn port(&self) -> u16 {
        self.authority.port_u16().unwrap_or(self.default_port())
    }

    fn default_port(&self) -> u16 {
        if self.is_https() { 443 } else { 80 }
    }

    /// Returns the proxy if it reads the requests itself, which are those to `http` targets.
    fn forwarder(&self) -> Option<&Proxy> {
        self.proxy.as_ref().filter(|_| !self.is_https())
    }

    /// Converts a request.
    pub(super) fn request(
        &self,
        request: &HttpRequest,
        protocol: Protocol,
    ) -> Result<Request, TransportError> {
        let body = RequestBody::new(request.body().unwrap_or_default());
        let mut converted = http::Request::builder()
            .method(match request.method() {
                Method::Get => http::Method::GET,
                Method::Post => http::Method::POST,
                Method::Delete => http::Method::DELETE,
            })
            .uri(self.uri.clone());
        for (name, value) in request.headers().iter() {
            converted = converted.header(name, value);
        }
        if let Some(value) =
            self.forwarder().and_then(|proxy| proxy.authorization.clone())
        {
            // A tunnel is authorized when it is set up.
            converted = converted.header(PROXY_AUTHORIZATION, value);
        }
        let mut converted = converted.body(body).map_err(TransportError::unsupported)?;
        if protocol == Protocol::Http1 {
            if self.forwarder().is_none()
                && let Some(path) = self.uri.path_and_query()
            {
                *converted.uri_mut() = path.clone().into();
            }
            let host = self.host_header()?;
            converted.headers_mut().entry(HOST).or_insert(host);
        }
        Ok(converted)
    }

    fn host_header(&self) -> Result<HeaderValue, TransportError> {
        let host = self.authority.host();
        let value = match self.authority.port_u16() {
            Some(port) if port != self.default_port() => format!("{host}:{port}"),
            _ => host.to_owned(),
        };
        HeaderValue::try_from(value).map_err(TransportError::unsupported)
    }
}
