use crate::runtime::Unrecognized;

/// A tale with \`one backtick, a \[bracket\], **bold**, *stars*, "quotes" and a \backslash.
///
/// - a list
///   that goes on lazily
///   and is indented
///
/// ```text
/// code { that is no Rust
/// ```
///
/// indented code
///
/// /* a comment */ // another # heading \[a\]: b
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Tale {
    /// `empty` in the API.
    pub empty: Option<String>,
    /// \[redacted\] or \<unset> & `x`
    pub id: String,
    /// `kind` in the API.
    pub kind: Option<TaleKind>,
    /// Thisisawordthatisverylongandhasnoplaceatwhichitcouldbebrokenintotwopartsbecausenospaceisinitatallandsoitgoesbeyondtheline.
    pub long: Option<String>,
    /// # Heading
    ///
    /// 1. one
    /// 2. two
    ///    lazy
    ///
    /// > quote
    /// > lazy
    ///
    /// | a | b |
    /// |---|---|
    /// | c | d |
    pub title: Option<String>,
}

/// Values of `kind`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TaleKind {
    /// Ends \[soon\].
    ///
    /// code
    Short,
    /// \`open
    Tall,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
