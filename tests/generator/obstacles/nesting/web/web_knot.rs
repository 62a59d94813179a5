/// The API's `web_knot`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebKnot {
    /// `tight` in the API.
    pub tight: bool,
}
