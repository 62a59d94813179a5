//! An operation and its parameters, before options and configuration are added.

use std::sync::Arc;

use super::encode::{Fields, ParamValue};
use super::error::Error;
use super::path;
use super::transport::Method;

/// What an operation asks for.
#[derive(Clone)]
pub(crate) struct Request {
    method: Method,
    path: Path,
    fields: Fields,
    extra: Vec<(String, String)>,
    list: bool,
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

    /// Marks an operation that gives a list, whose items are under `data`.
    pub(crate) const fn list(mut self) -> Self {
        self.list = true;
        self
    }
}

impl Request {
    /// A request for a path that no operation stands for.
    pub(crate) fn raw(method: Method, path: String) -> Self {
        Self::new(method, Path::Raw(path))
    }

    fn new(method: Method, path: Path) -> Self {
        Self { method, path, fields: Fields::new(), extra: Vec::new(), list: false }
    }

    /// Parameters whose keys stand as they are, after all others.
    pub(crate) fn extra(mut self, params: Vec<(String, String)>) -> Self {
        self.extra.extend(params);
        self
    }

    pub(crate) const fn method(&self) -> Method {
        self.method
    }

    pub(crate) const fn is_list(&self) -> bool {
        self.list
    }

    /// The path with its ids.
    pub(crate) fn path(&self) -> Result<String, Error> {
        match &self.path {
            Path::Template(template, ids) => path::fill(template, ids),
            Path::Raw(raw) => path::check(raw).map(|()| raw.clone()),
        }
    }

    /// The path without its ids, to be shown.
    pub(crate) fn template(&self) -> &str {
        match &self.path {
            Path::Template(template, _) => template,
            Path::Raw(raw) => raw.split('?').next().unwrap_or_default(),
        }
    }

    /// The text of a parameter, if it is set.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.fields.get(name).and_then(ParamValue::as_text)
    }

    /// Sets a parameter in place of any value it had, also of one among the extra parameters.
    pub(crate) fn set_text(&mut self, name: &'static str, value: &str) {
        self.extra.retain(|(key, _)| key != name);
        self.change(|fields| fields.text(name, value));
    }

    /// Sets a parameter to a list of texts.
    pub(crate) fn set_texts(&mut self, name: &'static str, values: Vec<String>) {
        self.change(|fields| fields.texts(name, values));
    }

    fn change(&mut self, change: impl FnOnce(Fields) -> Fields) {
        let fields = std::mem::replace(&mut self.fields, Fields::new());
        self.fields = change(fields);
    }

    /// The parameters in form encoding, extra ones last.
    pub(crate) fn form(&self, extra: &[(String, String)]) -> Result<String, Error> {
        let mut form = String::new();
        let fields = self.fields.encode(&mut form);
        fields.map_err(|error| {
            Error::refused(error.to_string()).because(Arc::new(error))
        })?;
        for (key, value) in self.extra.iter().chain(extra) {
            if key.is_empty() {
                return Err(Error::refused("an extra parameter has no name"));
            }
            if !form.is_empty() {
                form.push('&');
            }
            form.push_str(&path::extra(key, value));
        }
        Ok(form)
    }
}
