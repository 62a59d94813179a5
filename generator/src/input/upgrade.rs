//! Reads what an upgrade to another version of the API starts from.

use std::path::Path;

use super::version::Versions;
use super::{
    Files, InputFile, Inputs, Loaded, Options, TextFile, load, read_scope, slice_of,
};
use crate::diagnostic::{Diagnostics, Result};
use crate::openapi::overlay;
use crate::openapi::slice;

/// The state of a crate, and the document to which it is taken.
#[derive(Clone, Debug)]
pub struct Upgrade {
    /// The inputs of the crate with the new slice, as far as the overlays fit it.
    pub inputs: Inputs,
    /// The slices before and after.
    pub versions: Versions,
    /// The overlay actions and descriptions that the new slice has no place for, or no need of.
    pub unfit: Diagnostics,
    /// The file of the scope.
    pub scope: TextFile,
    /// The file of the slice, with the new slice.
    pub slice: TextFile,
    /// The list of changes, which is empty if there is no such file yet.
    pub changelog: Option<TextFile>,
}

impl Upgrade {
    /// Cuts the new slice out of the official document `from`, and reads the files that the scope
    /// names.
    ///
    /// # Errors
    /// Returns an error if a file is missing or malformed, or if the document lacks something that
    /// the scope names.
    pub fn read(options: &Options, from: &Path) -> Result<Self> {
        let (path, scope) = read_scope(options)?;
        let files = Files::new(&path, &scope, options);
        let old = files.document()?.read(load::source)?;
        let text = slice::text(&slice_of(from, options)?);
        let new = load::source_of(&files.document()?.path, &text)?;
        let versions = Versions::of(options, &old, &new)?;
        let mut unfit = Diagnostics::default();
        let loaded = Loaded::read_with(options, Some(new))?;
        let inputs = loaded.corrected(options, |document, overlays| {
            let (document, problems) = overlay::review(document, overlays)?;
            unfit = problems;
            Ok(document)
        })?;
        let slice = (files.document()?.path.clone(), text);
        let changelog = files.changelog.map(optional).transpose()?;
        let scope = (path.clone(), load::text(&path)?);
        Ok(Self { inputs, versions, unfit, scope, slice, changelog })
    }
}

fn optional(file: InputFile) -> Result<TextFile> {
    let text = file.read(load::optional_text)?.unwrap_or_default();
    Ok((file.path, text))
}
