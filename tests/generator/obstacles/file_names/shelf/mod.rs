//! Types and operations of `shelf`.

mod codec;
mod object;
mod payload_shelfs;
mod shelf_codec;
mod shelf_codecs;
mod shelf_inner;
mod shelf_object;
mod shelves;
mod shelves_api;

pub mod inner;

pub use self::object::Shelf;
pub use self::payload_shelfs::PayloadShelfs;
pub use self::shelf_codec::ShelfCodec;
pub use self::shelf_codecs::ShelfCodecs;
pub use self::shelf_inner::{ShelfInner, ShelfInnerKind};
pub use self::shelf_object::ShelfObject;
pub use self::shelves::Shelves;
pub use self::shelves_api::ShelvesApi;
