//! The body of a response that is not decoded.

use std::fmt;
use std::ops::Deref;

use super::response::Meta;
use crate::runtime::decode::DecodeError;

/// The body of a response as it was received, such as a PDF or an image.
///
/// It dereferences to its bytes. Clones share them, and `Debug` shows only their number. Their
/// media type is a header of the response:
/// `response.meta().headers().get("content-type")`.
#[derive(Clone)]
pub struct Bytes(Meta);

impl Bytes {
    /// Reads the body of a response.
    pub(crate) fn read(meta: &Meta) -> Result<Self, DecodeError> {
        if meta.content_coding().is_some() {
            let message = "the body is encoded".to_owned();
            return Err(DecodeError::new(String::new(), message, None));
        }
        Ok(Self(meta.clone()))
    }

    /// Converts into the bytes. They are copied only if a [`Response`](crate::Response) or a
    /// clone still shares them.
    #[must_use]
    pub fn into_vec(self) -> Vec<u8> {
        self.0.into_body()
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.0.raw_body()
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl From<Bytes> for Vec<u8> {
    fn from(bytes: Bytes) -> Self {
        bytes.into_vec()
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Bytes {}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bytes({})", self.len())
    }
}
