//! Operations with their parameters, before options and configuration are applied.

mod path;

use std::borrow::Cow;
use std::sync::Arc;

use serde_json::Value;

use crate::runtime::encode::multipart::{self, Multipart};
use crate::runtime::encode::{Fields, ParamValue};
use crate::runtime::http::headers::is_value;
use crate::runtime::http::message::Method;
use crate::runtime::outcome::error::Error;
use crate::runtime::values::file::FileUpload;

/// The request of an operation.
#[derive(Clone)]
pub(crate) struct Request {
    method: Method,
    /// The host, if it is not that of most operations.
    host: Option<Cow<'static, str>>,
    path: Path,
    /// The media types of a successful response.
    accept: &'static str,
    fields: Fields,
    extra: Vec<(String, String)>,
    json: Option<Value>,
    /// Encodes a body that can contain files. A program that uploads nothing does not contain
    /// the code, since only uploads refer to it.
    multipart: Option<EncodeMultipart>,
    list: bool,
}

/// Encodes a form and files as a multipart body.
pub(crate) type EncodeMultipart = fn(&str, &[(&str, &FileUpload)]) -> Multipart;

/// The encoded parameters: the body of a POST or the query of other requests.
pub(crate) enum Content {
    Form(String),
    /// A JSON document, only for bodies.
    Json(String),
    /// Parameters and files, only for bodies.
    Multipart(Multipart),
}

impl Content {
    /// Returns the body and its media type.
    pub(crate) fn into_body(self) -> (Vec<u8>, Cow<'static, str>) {
        match self {
            Self::Form(form) => {
                (form.into_bytes(), "application/x-www-form-urlencoded".into())
            }
            Self::Json(json) => (json.into_bytes(), "application/json".into()),
            Self::Multipart(Multipart { media_type, body }) => (body, media_type.into()),
        }
    }
}

#[derive(Clone)]
enum Path {
    Template(&'static str, Vec<(&'static str, String)>),
    Raw(String),
}

#[allow(dead_code, reason = "which of these are used depends on the operations emitted")]
impl Request {
    pub(crate) fn get(template: &'static str) -> Self {
        Self::new(Method::Get, Path::Template(template, Vec::new()))
    }

    pub(crate) fn post(template: &'static str) -> Self {
        Self::new(Method::Post, Path::Template(template, Vec::new()))
    }

    pub(crate) fn delete(template: &'static str) -> Self {
        Self::new(Method::Delete, Path::Template(template, Vec::new()))
    }

    /// Sets an id in the path template.
    pub(crate) fn id(mut self, name: &'static str, id: impl Into<String>) -> Self {
        if let Path::Template(_, ids) = &mut self.path {
            ids.push((name, id.into()));
        }
        self
    }

    pub(crate) fn params(mut self, params: impl Into<Fields>) -> Self {
        self.fields = params.into();
        self
    }

    /// Sets the host of an operation that has one of its own.
    pub(crate) fn host(mut self, host: impl Into<Cow<'static, str>>) -> Self {
        self.host = Some(host.into());
        self
    }

    /// Sends the parameters in a multipart body, which can contain files.
    pub(crate) fn multipart(mut self) -> Self {
        self.multipart = Some(multipart::encode);
        self
    }

    /// Marks an operation that returns a list, with the items under `data`.
    pub(crate) const fn list(mut self) -> Self {
        self.list = true;
        self
    }
}

impl Request {
    /// Creates a request to a path without an operation in this crate.
    pub(crate) fn raw(method: Method, path: String) -> Self {
        Self::new(method, Path::Raw(path))
    }

    fn new(method: Method, path: Path) -> Self {
        Self {
            method,
            host: None,
            path,
            accept: "application/json",
            fields: Fields::new(),
            extra: Vec::new(),
            json: None,
            multipart: None,
            list: false,
        }
    }

    /// Accepts a successful response of any media type.
    pub(crate) const fn any_response(mut self) -> Self {
        self.accept = "*/*";
        self
    }

    /// Sets the encoding of a body with files, if there are any.
    pub(crate) const fn encoded_by(mut self, encode: Option<EncodeMultipart>) -> Self {
        self.multipart = encode;
        self
    }

    /// Adds a file to a multipart body.
    pub(crate) fn file(mut self, name: String, file: FileUpload) -> Self {
        self.fields.file(name, file);
        self
    }

    /// Sets a JSON body, which is sent instead of form-encoded parameters.
    pub(crate) fn json(mut self, body: Option<Value>) -> Self {
        self.json = body;
        self
    }

    /// Appends extra parameters, whose keys are sent as given.
    pub(crate) fn extra(mut self, params: Vec<(String, String)>) -> Self {
        self.extra.extend(params);
        self
    }

    pub(crate) const fn method(&self) -> Method {
        self.method
    }

    pub(crate) fn own_host(&self) -> Option<&str> {
        self.host.as_deref()
    }

    pub(crate) const fn accept(&self) -> &'static str {
        self.accept
    }

    pub(crate) const fn is_list(&self) -> bool {
        self.list
    }

    /// Returns the path with its ids.
    pub(crate) fn path(&self) -> Result<String, Error> {
        match &self.path {
            Path::Template(template, ids) => path::fill(template, ids),
            Path::Raw(raw) => path::check(raw).map(|()| raw.clone()),
        }
    }

    /// Returns the path for traces: the template without ids or, for a raw call, the
    /// path without its query.
    pub(crate) fn template(&self) -> &str {
        match &self.path {
            Path::Template(template, _) => template,
            Path::Raw(raw) => raw.split('?').next().unwrap_or_default(),
        }
    }

    /// Returns the value of a parameter as a string. Extra parameters and the query of a
    /// raw path are searched too.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        let set = self.fields.get(name).and_then(ParamValue::as_text);
        let extra = || self.extra.iter().find(|(key, _)| key == name);
        let query = || match &self.path {
            Path::Raw(raw) => {
                let (_, query) = raw.split_once('?')?;
                query.split('&').find_map(|pair| value_of(pair, name))
            }
            Path::Template(..) => None,
        };
        set.or_else(|| extra().map(|(_, value)| value.as_str())).or_else(query)
    }

    /// Sets a parameter, replacing any earlier value, including one among the extra
    /// parameters or in the query of a raw path.
    pub(crate) fn set_text(&mut self, name: &'static str, value: &str) {
        self.extra.retain(|(key, _)| key != name);
        if let Path::Raw(raw) = &mut self.path
            && let Some((path, query)) = raw.split_once('?')
        {
            let others = query.split('&').filter(|pair| value_of(pair, name).is_none());
            let query = others.collect::<Vec<_>>().join("&");
            *raw = if query.is_empty() {
                path.to_owned()
            } else {
                format!("{path}?{query}")
            };
        }
        self.fields.text(name, value);
    }

    /// Sets a parameter to a list of strings.
    pub(crate) fn set_texts(&mut self, name: &'static str, values: Vec<String>) {
        self.fields.texts(name, values);
    }

    /// Encodes the parameters as a form or a multipart body, or returns the JSON body. API
    /// v2 only accepts JSON bodies, except for files, and these cannot be combined with other
    /// parameters.
    pub(crate) fn content(
        &self,
        extra: &[(String, String)],
        v2: bool,
    ) -> Result<Content, Error> {
        if let Some(encode) = self.multipart {
            return self.upload(encode, extra).map(Content::Multipart);
        }
        let form = self.form(&self.fields, extra)?;
        let fault = match (&self.json, self.method) {
            (Some(_), Method::Get | Method::Delete) => {
                "only a POST can have a JSON body"
            }
            (Some(_), Method::Post) if !form.is_empty() => {
                "a JSON body cannot be combined with other parameters"
            }
            (Some(json), Method::Post) => return Ok(Content::Json(json.to_string())),
            (None, Method::Post) if v2 && form.is_empty() => {
                return Ok(Content::Json("{}".to_owned()));
            }
            (None, Method::Post) if v2 => "a POST to a /v2/ path needs a JSON body",
            (None, _) => return Ok(Content::Form(form)),
        };
        Err(Error::invalid_call(fault))
    }

    fn upload(
        &self,
        encode: EncodeMultipart,
        extra: &[(String, String)],
    ) -> Result<Multipart, Error> {
        if self.method != Method::Post || self.json.is_some() {
            let fault = "files can only be sent by a POST without a JSON body";
            return Err(Error::invalid_call(fault));
        }
        let (files, fields) = self.fields.split_files();
        for (name, file) in &files {
            let content_type = file.content_type();
            // It becomes a header of the part, where a line break could inject others.
            if content_type.trim().is_empty() || !is_value(content_type) {
                let fault = format!(
                    "invalid content type {content_type:?} of the file `{name}`"
                );
                return Err(Error::invalid_call(fault));
            }
        }
        Ok(encode(&self.form(&fields, extra)?, &files))
    }

    /// Form-encodes parameters, extra ones last.
    fn form(
        &self,
        fields: &Fields,
        extra: &[(String, String)],
    ) -> Result<String, Error> {
        let mut form = String::new();
        let fields = fields.encode(&mut form);
        fields.map_err(|error| {
            Error::invalid_call(error.to_string()).with_source(Arc::new(error))
        })?;
        for (key, value) in self.extra.iter().chain(extra) {
            if key.is_empty() {
                return Err(Error::invalid_call("an extra parameter has an empty key"));
            }
            if !form.is_empty() {
                form.push('&');
            }
            form.push_str(&path::extra(key, value));
        }
        Ok(form)
    }
}

/// Returns the value of a `name=value` pair, or `None` if the name differs.
fn value_of<'p>(pair: &'p str, name: &str) -> Option<&'p str> {
    pair.split_once('=').filter(|(key, _)| *key == name).map(|(_, value)| value)
}
