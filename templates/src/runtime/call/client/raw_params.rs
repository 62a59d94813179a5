//! Parameters of raw calls.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use crate::runtime::call::request::Request;
use crate::runtime::http::message::Method;

/// The parameters of a raw call: key-value pairs, which are sent in this order, or a
/// JSON body. Use `()` for no parameters, and an array, a `Vec`, a slice or a map for pairs.
#[derive(Clone, Default)]
pub struct RawParams {
    pairs: Vec<(String, String)>,
    json: Option<Value>,
}

impl RawParams {
    /// Creates the JSON body of a POST, as API v2 requires it.
    pub const fn json(body: Value) -> Self {
        Self { pairs: Vec::new(), json: Some(body) }
    }

    /// Returns the request to a path that has these parameters.
    pub(crate) fn into_request(self, method: Method, path: String) -> Request {
        Request::raw(method, path).extra(self.pairs).json(self.json)
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
        Self { pairs, json: None }
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for RawParams {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter();
        let pairs = pairs.map(|(key, value)| (key.into(), value.into())).collect();
        Self { pairs, json: None }
    }
}

/// Shows only the keys, since any of the values may be secret.
impl std::fmt::Debug for RawParams {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let keys = self.pairs.iter().map(|(key, _)| key);
        let names =
            self.json.iter().filter_map(Value::as_object).flat_map(|map| map.keys());
        f.debug_list().entries(keys.chain(names)).finish()
    }
}
