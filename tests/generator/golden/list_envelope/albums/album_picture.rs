/// The API's `album_picture`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AlbumPicture {
    /// `id` in the API.
    pub id: Option<String>,
}
