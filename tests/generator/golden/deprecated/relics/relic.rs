/// The API's `relic`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Relic {
    /// `age` in the API.
    #[deprecated]
    pub age: i64,
    /// `place` in the API.
    #[deprecated]
    pub place: Option<String>,
}
