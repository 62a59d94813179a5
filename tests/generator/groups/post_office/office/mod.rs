//! Types and operations of `office`.

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
    mod object;
    pub use self::object::Office;
}

part! {
    #[cfg(any(feature = "offices", feature = "parcels"))]
    mod offices;
    pub use self::offices::Offices;
}
