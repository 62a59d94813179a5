use crate::runtime::Unrecognized;

/// The object at `inlines[]`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WebInlineItem {
    /// `kind` in the API.
    pub kind: Option<InlineKind>,
}

/// Values of `inlines[].kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InlineKind {
    /// `r`
    R,
    /// `s`
    S,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
