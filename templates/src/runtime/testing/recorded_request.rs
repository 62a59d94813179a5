//! Recorded requests.

use std::fmt;

use percent_encoding::percent_decode_str;

use super::multipart::{self, Part};
use crate::runtime::http::headers::Headers;
use crate::runtime::http::message::{HttpRequest, Limits, Method};
use crate::runtime::values::file::FileUpload;

/// A request that was passed to a mock transport.
#[derive(Clone)]
pub struct RecordedRequest {
    request: HttpRequest,
    limits: Limits,
}

impl RecordedRequest {
    pub(super) fn new(request: &HttpRequest, limits: Limits) -> Self {
        Self { request: request.clone(), limits }
    }

    /// Returns the method.
    #[must_use]
    pub const fn method(&self) -> Method {
        self.request.method
    }

    /// Returns the path, without host and query.
    #[must_use]
    pub fn path(&self) -> &str {
        let (path, _) = self.target();
        path
    }

    /// Returns the value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.request.headers.get(name)
    }

    /// Returns all headers.
    #[must_use]
    pub const fn headers(&self) -> &Headers {
        &self.request.headers
    }

    /// Returns the host, with the port if the URL has one.
    #[must_use]
    pub fn host(&self) -> &str {
        let (_, rest) = self.request.url.split_once("://").unwrap_or_default();
        rest.split(['/', '?']).next().unwrap_or_default()
    }

    /// Returns the body, or `None` if the request has none, or one that is not text.
    #[must_use]
    pub fn body(&self) -> Option<&str> {
        let body = self.request.body.as_deref()?;
        std::str::from_utf8(body).ok()
    }

    /// Returns the body as bytes, or `None` if the request has none.
    #[must_use]
    pub fn body_bytes(&self) -> Option<&[u8]> {
        self.request.body.as_deref()
    }

    /// Returns the file that was uploaded with this key.
    #[must_use]
    pub fn file(&self, key: &str) -> Option<FileUpload> {
        let file = self.parts().into_iter().find(|part| part.name == key)?;
        file.into_file()
    }

    /// Returns the decoded parameters of query and body, in the order in which they were
    /// sent, without [files](Self::file). Returns none for a JSON body.
    #[must_use]
    pub fn params(&self) -> Vec<(String, String)> {
        let (_, query) = self.target();
        let content_type = self.header("content-type").unwrap_or_default();
        let is_form = content_type != "application/json"
            && multipart::boundary(content_type).is_none();
        let form = self.body().filter(|_| is_form);
        let pairs = [query, form.unwrap_or_default()];
        let pairs = pairs.iter().flat_map(|text| text.split('&'));
        let pairs = pairs.filter(|pair| !pair.is_empty()).map(decode);
        pairs.chain(self.parts().into_iter().filter_map(Part::into_pair)).collect()
    }

    /// Returns the parts of a multipart body.
    fn parts(&self) -> Vec<Part> {
        let boundary = self.header("content-type").and_then(multipart::boundary);
        let parts = boundary.zip(self.body_bytes());
        parts
            .map(|(boundary, body)| multipart::parts(boundary, body))
            .unwrap_or_default()
    }

    /// Returns the value of a parameter by its encoded key, such as
    /// `line_items[0][price]`.
    #[must_use]
    pub fn param(&self, key: &str) -> Option<String> {
        let mut params = self.params().into_iter();
        params.find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Returns the time and size limits of this attempt.
    #[must_use]
    pub const fn limits(&self) -> Limits {
        self.limits
    }

    fn target(&self) -> (&str, &str) {
        let url = &self.request.url;
        let url = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
        let target = url.find('/').and_then(|start| url.get(start..));
        let target = target.unwrap_or("/");
        target.split_once('?').unwrap_or((target, ""))
    }
}

fn decode(pair: &str) -> (String, String) {
    let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
    let plain = |text| percent_decode_str(text).decode_utf8_lossy().into_owned();
    (plain(key), plain(value))
}

impl fmt::Debug for RecordedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.request.fmt(f)
    }
}
