//! Types and operations of `oddity`.

mod codec;
mod items;
mod object;
mod oddities;
mod oddity_part;
mod odditys;

pub mod params;

pub use self::items::Items;
pub use self::object::Oddity;
pub use self::oddities::Oddities;
pub use self::oddity_part::OddityPart;
pub use self::odditys::Odditys;
