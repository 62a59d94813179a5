use crate::runtime::Opaque;

/// The API's `zoo_error`, of which this crate knows the id. The rest is JSON that can be decoded as a type of yours.
#[derive(Clone, Debug, PartialEq)]
pub struct ZooError(pub(super) Opaque);
