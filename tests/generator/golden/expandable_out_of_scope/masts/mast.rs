use crate::runtime::Expandable;
use crate::shared::{MastMakerRef, MastOwnerRef};

/// The API's `mast`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mast {
    /// `id` in the API.
    pub id: String,
    /// `maker` in the API.
    pub maker: Option<Expandable<MastMakerRef>>,
    /// `owner` in the API.
    pub owner: Option<Expandable<MastOwnerRef>>,
}
