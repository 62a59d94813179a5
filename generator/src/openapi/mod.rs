//! The document as OpenAPI: pure functions from trees to trees.

mod audience;
pub(crate) mod components;
pub mod dialect;
pub mod document;
mod keywords;
pub(crate) mod operation;
pub mod overlay;
pub mod position;
pub(crate) mod schema;
pub mod slice;

use crate::diagnostic::Result;
use document::Document;
use slice::{Prose, Selection};

/// Returns the part of a document that is selected, after the changes of `apply`. `digest` is
/// that of the official document.
///
/// # Errors
/// Returns an error if something that is selected does not exist, or as `apply` does.
pub fn corrected(
    document: &Document,
    selection: Selection<'_>,
    digest: &str,
    apply: impl FnOnce(Document) -> Result<Document>,
) -> Result<Document> {
    let document = slice::slice(document, &selection, Prose::Keep, digest)?;
    let document = apply(document)?;
    // Once more, because an overlay can add references and remove others.
    let selection = Selection { overlaid: true, ..selection };
    slice::slice(&document, &selection, Prose::Keep, digest)
}
