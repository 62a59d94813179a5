//! Types and operations of `letter`.

mod references;

pub use self::references::LetterRef;

part! {
    #[cfg(feature = "letters")]
    mod codec;
    mod letters;
    mod object;
    pub mod params;
    pub use self::letters::Letters;
    pub use self::object::Letter;
}
