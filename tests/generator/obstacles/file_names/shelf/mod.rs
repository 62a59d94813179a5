//! Types and operations of `shelf`.

mod codec;
mod object;
mod shelf_codec;
mod shelf_inner;
mod shelf_object;
mod shelves;

pub mod inner;

pub use self::object::Shelf;
pub use self::shelf_codec::ShelfCodec;
pub use self::shelf_inner::{ShelfInner, ShelfInnerKind};
pub use self::shelf_object::ShelfObject;
pub use self::shelves::Shelves;
