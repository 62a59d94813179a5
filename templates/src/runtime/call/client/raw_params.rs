//! Parameters of raw calls.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use crate::runtime::call::request::{EncodeMultipart, Request};
use crate::runtime::encode::multipart;
use crate::runtime::http::message::Method;
use crate::runtime::values::file::FileUpload;

/// The parameters of a raw call: key-value pairs, which are sent in this order, and
/// [files](Self::file), or a JSON body. Use `()` for no parameters, and an array, a `Vec`, a
/// slice or a map for pairs.
#[derive(Clone, Default)]
pub struct RawParams {
    pairs: Vec<(String, String)>,
    json: Option<Value>,
    files: Vec<(String, FileUpload)>,
    /// The encoding, if there are files.
    multipart: Option<EncodeMultipart>,
}

impl RawParams {
    /// Creates the JSON body of a POST, as API v2 requires it.
    pub const fn json(body: Value) -> Self {
        Self { pairs: Vec::new(), json: Some(body), files: Vec::new(), multipart: None }
    }

    /// Adds a file, so that the parameters are sent in a multipart body. Of several files with
    /// one key the last one counts.
    ///
    /// ```text
    /// let file = FileUpload::new("receipt.pdf", receipt).with_content_type("application/pdf");
    /// let params = RawParams::from([("purpose", "dispute_evidence")]).file("file", file);
    /// client.raw(Method::Post, "/v1/files", params).host("files.stripe.com").await?;
    /// ```
    #[must_use]
    pub fn file(mut self, key: impl Into<String>, file: FileUpload) -> Self {
        self.files.push((key.into(), file));
        self.multipart = Some(multipart::encode);
        self
    }

    /// Returns the request to a path that has these parameters.
    pub(crate) fn into_request(self, method: Method, path: String) -> Request {
        let request = Request::raw(method, path).extra(self.pairs).json(self.json);
        let request = request.encoded_by(self.multipart);
        let files = self.files.into_iter();
        files.fold(request, |request, (key, file)| request.file(key, file))
    }

    fn of_pairs(pairs: Vec<(String, String)>) -> Self {
        Self { pairs, ..Self::default() }
    }
}

impl From<()> for RawParams {
    fn from((): ()) -> Self {
        Self::default()
    }
}

impl<K: Into<String>, V: Into<String>, const N: usize> From<[(K, V); N]> for RawParams {
    fn from(pairs: [(K, V); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<K: Into<String>, V: Into<String>> From<Vec<(K, V)>> for RawParams {
    fn from(pairs: Vec<(K, V)>) -> Self {
        pairs.into_iter().collect()
    }
}

impl<K: Into<String> + Clone, V: Into<String> + Clone> From<&[(K, V)]> for RawParams {
    fn from(pairs: &[(K, V)]) -> Self {
        pairs.iter().cloned().collect()
    }
}

impl<K: Into<String> + Clone, V: Into<String> + Clone, const N: usize> From<&[(K, V); N]>
    for RawParams
{
    fn from(pairs: &[(K, V); N]) -> Self {
        pairs.iter().cloned().collect()
    }
}

impl<K: Into<String>, V: Into<String>> From<BTreeMap<K, V>> for RawParams {
    fn from(map: BTreeMap<K, V>) -> Self {
        map.into_iter().collect()
    }
}

/// The pairs are sent in the order of their keys.
impl<K: Into<String>, V: Into<String>, S> From<HashMap<K, V, S>> for RawParams {
    fn from(map: HashMap<K, V, S>) -> Self {
        // Few pairs need no sort, whose code would be part of every program.
        let mut pairs: Vec<(String, String)> = Vec::with_capacity(map.len());
        for (key, value) in map {
            let pair = (key.into(), value.into());
            let place = pairs.partition_point(|known| *known < pair);
            pairs.insert(place, pair);
        }
        Self::of_pairs(pairs)
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for RawParams {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter();
        Self::of_pairs(pairs.map(|(key, value)| (key.into(), value.into())).collect())
    }
}

/// Shows only the keys, since any of the values may be secret.
impl std::fmt::Debug for RawParams {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let keys = self.pairs.iter().map(|(key, _)| key);
        let files = self.files.iter().map(|(key, _)| key);
        let names =
            self.json.iter().filter_map(Value::as_object).flat_map(|map| map.keys());
        f.debug_list().entries(keys.chain(files).chain(names)).finish()
    }
}
