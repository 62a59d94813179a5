//! The parameters set so far, sorted by name: the representation of all parameter types.

use std::borrow::Cow;
use std::fmt;

use super::form::{self, EncodeError};
use super::value::Kind;
use super::{Param, ParamValue};
use crate::runtime::values::convert::IntoParam;
use crate::runtime::values::decimal::Decimal;
use crate::runtime::values::file::FileUpload;
use crate::runtime::values::secret::Secret;
use crate::runtime::values::timestamp::Timestamp;

/// The names and values of an object's parameters.
///
/// They are kept sorted, so that neither equality nor the encoded bytes depend on the
/// order of the setter calls. If a name is set twice, the last value counts.
#[derive(Clone, Default)]
pub(crate) struct Fields {
    values: Vec<(Cow<'static, str>, ParamValue)>,
    /// The parameters that must not be empty.
    required: &'static [&'static str],
}

#[allow(
    dead_code,
    reason = "which setters are called depends on the operations in scope"
)]
impl Fields {
    /// Creates an empty set of parameters.
    #[inline]
    pub(crate) const fn new() -> Self {
        Self { values: Vec::new(), required: &[] }
    }

    /// Rejects these parameters if they are empty objects or maps: these are not sent, and
    /// the server rejects a request that lacks them.
    #[inline]
    pub(crate) fn requiring(mut self, required: &'static [&'static str]) -> Self {
        self.required = required;
        self
    }

    /// Sets a string.
    #[inline]
    pub(crate) fn text(&mut self, name: &'static str, value: impl IntoParam<String>) {
        self.put(name, Kind::Text(value.into_param()));
    }

    /// Sets a string that is not printed.
    #[inline]
    pub(crate) fn secret(&mut self, name: &'static str, value: impl IntoParam<String>) {
        self.put(name, Kind::Secret(Secret::new(value.into_param())));
    }

    /// Sets an integer.
    pub(crate) fn integer(&mut self, name: &'static str, value: i64) {
        self.put(name, Kind::Integer(value));
    }

    /// Sets a boolean.
    pub(crate) fn boolean(&mut self, name: &'static str, value: bool) {
        self.put(name, Kind::Boolean(value));
    }

    /// Sets a floating-point number.
    pub(crate) fn number(&mut self, name: &'static str, value: f64) {
        self.put(name, Kind::Number(value));
    }

    /// Sets a point in time.
    #[inline]
    pub(crate) fn timestamp(
        &mut self,
        name: &'static str,
        value: impl IntoParam<Timestamp>,
    ) {
        self.integer(name, value.into_param().as_unix());
    }

    /// Sets a decimal.
    #[inline]
    pub(crate) fn decimal(
        &mut self,
        name: &'static str,
        value: impl IntoParam<Decimal>,
    ) {
        self.put(name, Kind::Decimal(value.into_param()));
    }

    /// Sets an enum value, an object or a range.
    #[inline]
    pub(crate) fn set(&mut self, name: &'static str, value: impl Param) {
        self.put(name, value.into_value().0);
    }

    /// Sets a list.
    #[inline]
    pub(crate) fn list<P: Param>(
        &mut self,
        name: &'static str,
        items: impl IntoIterator<Item = P>,
    ) {
        let items = items.into_iter().map(Param::into_value).collect();
        self.put(name, Kind::List(items));
    }

    /// Sets a list of strings.
    #[inline]
    pub(crate) fn texts<S: Into<String>>(
        &mut self,
        name: &'static str,
        items: impl IntoIterator<Item = S>,
    ) {
        self.list(name, items.into_iter().map(Into::into));
    }

    /// Sets a map.
    #[inline]
    pub(crate) fn map<K: Into<String>, P: Param>(
        &mut self,
        name: &'static str,
        entries: impl IntoIterator<Item = (K, P)>,
    ) {
        let entries = entries.into_iter();
        let mut sorted = Vec::with_capacity(entries.size_hint().0);
        for (key, value) in entries {
            insert_sorted(&mut sorted, key.into(), value.into_value());
        }
        self.put(name, Kind::Map(sorted));
    }

    /// Sets a map of strings.
    #[inline]
    pub(crate) fn text_map<K: Into<String>, S: Into<String>>(
        &mut self,
        name: &'static str,
        entries: impl IntoIterator<Item = (K, S)>,
    ) {
        self.map(name, entries.into_iter().map(|(k, v)| (k, v.into())));
    }

    /// Sets a file whose name is not known when this crate is compiled.
    pub(crate) fn file(&mut self, name: String, file: FileUpload) {
        self.insert(name.into(), file.into_value());
    }

    /// Returns the files, and the other parameters.
    pub(crate) fn split_files(&self) -> (Vec<(&str, &FileUpload)>, Self) {
        let files =
            self.iter().filter_map(|(name, value)| Some((name, value.as_file()?)));
        let others = self.values.iter().filter(|(_, value)| value.as_file().is_none());
        let others = Self { values: others.cloned().collect(), required: self.required };
        (files.collect(), others)
    }

    /// Clears the parameter on the server: it is sent empty.
    pub(crate) fn clear(&mut self, name: &'static str) {
        self.put(name, Kind::Clear);
    }

    /// Returns the value of a parameter, if it is set.
    pub(crate) fn get(&self, name: &str) -> Option<&ParamValue> {
        self.values.get(self.find(name).ok()?).map(|(_, value)| value)
    }

    /// Returns `true` if nothing is set.
    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Appends the encoded parameters to a form or a query string.
    pub(crate) fn encode(&self, out: &mut String) -> Result<(), EncodeError> {
        form::write(self, out)
    }

    /// Formats the parameters like the fields of a struct called `name`.
    pub(crate) fn debug(&self, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct(name);
        for (name, value) in &self.values {
            shown.field(name, value);
        }
        shown.finish()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &ParamValue)> {
        self.values.iter().map(|(name, value)| (&**name, value))
    }

    /// Returns the parameters that must not be empty.
    pub(super) const fn required(&self) -> &'static [&'static str] {
        self.required
    }

    fn find(&self, name: &str) -> Result<usize, usize> {
        self.values.binary_search_by(|(key, _)| (**key).cmp(name))
    }

    fn put(&mut self, name: &'static str, value: Kind) {
        self.insert(Cow::Borrowed(name), ParamValue(value));
    }

    pub(super) fn insert(&mut self, name: Cow<'static, str>, value: ParamValue) {
        match self.find(&name) {
            Ok(index) => {
                if let Some(entry) = self.values.get_mut(index) {
                    entry.1 = value;
                }
            }
            Err(index) => self.values.insert(index, (name, value)),
        }
    }
}

/// Adds an entry to a map. Of equal keys the last one counts. Maps are small: the code of a
/// sort would cost each program more than it saves.
fn insert_sorted(
    entries: &mut Vec<(String, ParamValue)>,
    key: String,
    value: ParamValue,
) {
    match entries.binary_search_by(|(known, _)| known.cmp(&key)) {
        Ok(index) => {
            if let Some(entry) = entries.get_mut(index) {
                entry.1 = value;
            }
        }
        Err(index) => entries.insert(index, (key, value)),
    }
}

impl PartialEq for Fields {
    fn eq(&self, other: &Self) -> bool {
        self.values == other.values
    }
}

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}
