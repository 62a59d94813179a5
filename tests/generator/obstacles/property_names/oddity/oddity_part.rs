use crate::oddity::Items;

/// The API's `oddity_part`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OddityPart {
    /// `items` in the API.
    pub items: Option<Box<Items>>,
    /// `required` in the API.
    pub required: Option<bool>,
    /// `value` in the API.
    pub value: String,
}
