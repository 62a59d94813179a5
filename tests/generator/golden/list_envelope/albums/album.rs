use crate::albums::AlbumPicture;
use crate::runtime::List;

/// The API's `album`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Album {
    /// `drafts` in the API.
    pub drafts: Option<List<AlbumPicture>>,
    /// `id` in the API.
    pub id: String,
    /// `pictures` in the API.
    pub pictures: List<AlbumPicture>,
}
