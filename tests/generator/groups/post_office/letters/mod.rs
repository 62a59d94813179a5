//! Types and operations of `letters`.

mod references;

pub use self::references::LetterRef;

part! {
    #[cfg(feature = "letters")]
    mod codec;
    mod letter;
    mod operations;
    pub mod params;
    pub use self::letter::Letter;
    pub use self::operations::Letters;
}
