//! Reads what a run of `generate` starts from: the inputs of the crate, with the slice that its
//! scope selects.
//!
//! The slice follows the scope. For paths that entered the scope, `--spec` names the official
//! document; paths that left the scope leave the slice without it.

use super::version::Versions;
use super::{
    Files, InputFile, Inputs, Loaded, Options, TextFile, cut, load, read_scope,
};
use crate::diagnostic::{Diagnostic, Place, Result};
use crate::input::scope::Scope;
use crate::openapi::overlay;
use crate::openapi::slice::{self, continues};

/// The inputs of a crate, and its slice if that is cut anew.
#[derive(Clone, Debug)]
pub struct Refresh {
    /// The inputs, with the new slice if there is one.
    pub inputs: Inputs,
    /// The file of the slice, with the new slice.
    pub slice: Option<TextFile>,
    /// The slices before and after, if they differ.
    pub versions: Option<Versions>,
}

impl Refresh {
    /// Reads the files that the options and the scope name. Cuts the slice of the scope anew if
    /// the options name an official document, or if a path of the slice is no longer in scope.
    ///
    /// # Errors
    /// Returns an error if a file is missing or malformed, if the document lacks something that
    /// the scope names, or if it is of another version of the API than the slice.
    pub fn read(options: &Options) -> Result<Self> {
        if options.out.is_some() || !options.select.is_empty() {
            return Self::as_it_is(options, None);
        }
        let (path, scope) = read_scope(options)?;
        // Once the slice is cut, it is the document, whichever file it was cut from.
        let own = Options { spec: None, ..options.clone() };
        let Some(pinned) = Files::new(&path, &scope, &own).document else {
            return Self::as_it_is(options, None);
        };
        let given = options.spec.as_ref();
        let given = given.and_then(|_| Files::new(&path, &scope, options).document);
        let source = match given {
            Some(given) => Source::of_official(&given, &pinned)?,
            None => Source::of_slice(&pinned, &scope),
        };
        let (from, old) = match source {
            Source::Document(document) => return Self::as_it_is(options, document),
            Source::Official { document, slice } => (document, slice),
            Source::Slice(slice) => (slice.clone(), Some(slice)),
        };
        let text = slice::text(&cut(&from, &scope, &load::name(&path), &own)?);
        let new = load::source_of(&pinned.path, &text)?;
        let refresh = Self::as_it_is(&own, Some(new.clone()))?;
        let old = old.filter(|old| old.document.root != new.document.root);
        let versions = old.map(|old| Versions::of_slices(&own, &old, &new));
        let slice = Some((pinned.path, text));
        Ok(Self { versions: versions.transpose()?, slice, ..refresh })
    }

    /// Reads the inputs with this document, or with the one that the options name.
    fn as_it_is(options: &Options, document: Option<load::Source>) -> Result<Self> {
        let loaded = Loaded::read_with(options, document)?;
        let inputs = loaded.corrected(options, overlay::apply)?;
        Ok(Self { inputs, slice: None, versions: None })
    }
}

/// The source of the document of a crate.
enum Source {
    /// The document as it is. One that could not be read is reported with the other files.
    Document(Option<load::Source>),
    /// An official document, of which the slice is cut anew. There may be no slice yet.
    Official { document: load::Source, slice: Option<load::Source> },
    /// A slice with paths that are no longer in scope.
    Slice(load::Source),
}

impl Source {
    /// Decides about the document of `--spec`, if the scope's own document is in `pinned`.
    fn of_official(given: &InputFile, pinned: &InputFile) -> Result<Self> {
        let document = match given.read(load::source) {
            Ok(document) if !is_slice(&document) => document,
            given => return Ok(Self::Document(given.ok())),
        };
        let text = pinned.read(load::optional_text)?;
        let slice = text.map(|text| load::source_of(&pinned.path, &text)).transpose()?;
        match &slice {
            Some(slice) if !is_slice(slice) => {
                return Ok(Self::Document(Some(document)));
            }
            Some(slice) => check_version(&document, slice)?,
            None => {}
        }
        Ok(Self::Official { document, slice })
    }

    /// Decides about the scope's own document.
    fn of_slice(pinned: &InputFile, scope: &Scope) -> Self {
        let Ok(document) = pinned.read(load::source) else {
            return Self::Document(None);
        };
        let is_selected =
            |path| scope.paths.iter().any(|prefix| continues(path, prefix));
        let has_others = slice::paths(&document.document).any(|path| !is_selected(path));
        match is_slice(&document) && has_others {
            true => Self::Slice(document),
            false => Self::Document(Some(document)),
        }
    }
}

fn is_slice(source: &load::Source) -> bool {
    slice::digest(&source.document).is_some()
}

/// Checks that an official document has the version of the API that a slice has.
fn check_version(document: &load::Source, slice: &load::Source) -> Result<()> {
    let version = |source: &load::Source| {
        slice::version(&source.document).unwrap_or_default().to_owned()
    };
    let (document, given, pinned) =
        (&document.document.file, version(document), version(slice));
    if given == pinned {
        return Ok(());
    }
    let file = &slice.document.file;
    let fault = format!(
        "the document is of API version `{given}`, and the slice `{file}` of `{pinned}`"
    );
    Err(Diagnostic::new(document, Place::Pointer("/info/version".to_owned()), fault)
        .help(format!(
            "take the crate to this version with `cargo run -p generator -- upgrade --from {document}`, generate another crate with `--out DIR`, or get the document of version {pinned}"
        ))
        .into())
}
