//! Types and operations of `offices`.

mod references;

pub use self::references::OfficeLatestRef;

part! {
    #[cfg(any(feature = "letters", feature = "parcels"))]
    mod codec;
    mod office_latest;
    pub use self::office_latest::OfficeLatest;
}

part! {
    #[cfg(feature = "offices")]
    mod codec_2;
    mod office;
    pub use self::office::Office;
}

part! {
    #[cfg(any(feature = "offices", feature = "parcels"))]
    mod operations;
    pub use self::operations::Offices;
}
