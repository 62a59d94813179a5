use crate::runtime::RawObject;

/// The object in `object`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NoticeObject {
    /// A `letter`.
    #[cfg(feature = "letters")]
    Letter(Box<crate::letters::Letter>),
    /// A `parcel`.
    #[cfg(feature = "parcels")]
    Parcel(Box<crate::parcels::Parcel>),
    /// An object that this version of the crate does not know.
    Unrecognized(RawObject),
}
