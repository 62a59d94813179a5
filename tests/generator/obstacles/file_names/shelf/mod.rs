//! Types and operations of `shelf`.

mod codec;
mod codec_object;
mod inner_;
mod object;
mod object_object;
mod payload_shelfs;
mod shelf_codecs;
mod shelves;
mod shelves_api;

pub mod inner;

pub use self::codec_object::CodecObject;
pub use self::inner_::{Inner, InnerKind};
pub use self::object::Shelf;
pub use self::object_object::ObjectObject;
pub use self::payload_shelfs::PayloadShelfs;
pub use self::shelf_codecs::ShelfCodecs;
pub use self::shelves::Shelves;
pub use self::shelves_api::ShelvesApi;
