use crate::runtime::Unrecognized;

/// The object at `inline.deep`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Deep {
    /// `kind` in the API.
    pub kind: Option<DeepKind>,
}

/// Values of `inline.deep.kind`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DeepKind {
    /// `p`
    P,
    /// `q`
    Q,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
