use crate::cabins::CabinFlap;
use crate::runtime::Unrecognized;

/// The API's `cabin`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cabin {
    /// `color` in the API.
    pub color: Option<CabinColor>,
    /// `flap` in the API.
    pub flap: Option<Box<CabinFlap>>,
    /// `name` in the API.
    pub name: String,
}

/// Values of `color`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CabinColor {
    /// `red`
    Red,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
