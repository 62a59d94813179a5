//! Files that are uploaded.

use std::fmt;
use std::sync::Arc;

/// A file to upload: its name, its media type and its content.
///
/// Clones share the content, and `Debug` omits it.
///
/// ```text
/// let receipt = std::fs::read("receipt.pdf")?;
/// FileUpload::new("receipt.pdf", receipt).with_content_type("application/pdf")
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct FileUpload {
    name: String,
    content_type: String,
    content: Arc<Vec<u8>>,
}

/// The media type of a file about which nothing is known.
const UNKNOWN_TYPE: &str = "application/octet-stream";

impl FileUpload {
    /// Creates a file with the media type `application/octet-stream`.
    #[must_use]
    pub fn new(name: impl Into<String>, content: impl Into<Vec<u8>>) -> Self {
        Self {
            name: name.into(),
            content_type: UNKNOWN_TYPE.to_owned(),
            content: Arc::new(content.into()),
        }
    }

    /// Returns the file with another media type, such as `image/png`.
    #[must_use]
    pub fn with_content_type(self, content_type: impl Into<String>) -> Self {
        Self { content_type: content_type.into(), ..self }
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the media type.
    #[must_use]
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// Returns the content.
    #[must_use]
    pub fn content(&self) -> &[u8] {
        &self.content
    }
}

impl fmt::Debug for FileUpload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileUpload")
            .field("name", &self.name)
            .field("content_type", &self.content_type)
            .field("length", &self.content.len())
            .finish()
    }
}
