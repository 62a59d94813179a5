use crate::shelf::inner::Book;
use crate::shelf::{Inner, ObjectObject};

/// The API's `shelf_codec`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CodecObject {
    /// `inner` in the API.
    pub inner: Option<Box<Inner>>,
    /// `inner_book` in the API.
    pub inner_book: Option<Box<Book>>,
    /// `object` in the API.
    pub object: Option<Box<ObjectObject>>,
}
