use crate::oddities::OddityParts;

/// The API's `oddity`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Oddity {
    /// `3ds` in the API.
    pub _3ds: String,
    /// `a-b` in the API.
    pub a_b: Option<String>,
    /// `a.c` in the API.
    pub a_c: Option<String>,
    /// `as_str` in the API.
    pub as_str: Option<String>,
    /// `async` in the API.
    pub async_: Option<String>,
    /// `await` in the API.
    pub await_: Option<String>,
    /// `clone` in the API.
    pub clone: Option<String>,
    /// `crate` in the API.
    pub crate_: Option<String>,
    /// `default` in the API.
    pub default: Option<String>,
    /// `description` in the API.
    pub description: Option<String>,
    /// `dyn` in the API.
    pub dyn_: Option<String>,
    /// `enum` in the API.
    pub enum_: Option<String>,
    /// `eq` in the API.
    pub eq: Option<String>,
    /// `fmt` in the API.
    pub fmt: Option<String>,
    /// `gen` in the API.
    pub gen_: Option<String>,
    /// `get` in the API.
    pub get: Option<String>,
    /// `id` in the API.
    pub id: Option<String>,
    /// `in` in the API.
    pub in_: Option<String>,
    /// `items` in the API.
    pub items: String,
    /// `match` in the API.
    pub match_: Option<String>,
    /// `maybe` in the API.
    pub maybe: Option<String>,
    /// `new` in the API.
    pub new: String,
    /// `object` in the API.
    pub object: Option<String>,
    /// `parts` in the API.
    pub parts: Option<Box<OddityParts>>,
    /// `properties` in the API.
    pub properties: Option<String>,
    /// `required` in the API.
    pub required: Option<String>,
    /// `self` in the API.
    pub self_: String,
    /// `super` in the API.
    pub super_: Option<String>,
    /// `title` in the API.
    pub title: Option<String>,
    /// `try` in the API.
    pub try_: Option<String>,
    /// `type` in the API.
    pub type_: String,
    /// `union` in the API.
    pub union: Option<String>,
    /// `value` in the API.
    pub value: Option<String>,
    /// `values` in the API.
    pub values: Option<String>,
    /// `ünder` in the API.
    pub ufc_nder: Option<String>,
}
