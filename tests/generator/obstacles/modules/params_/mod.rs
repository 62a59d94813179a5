//! Types and operations of `params_`.

mod codec;
mod params_owner;
mod params_room;
mod params_rooms;

pub mod params;

pub use self::params_owner::ParamsOwner;
pub use self::params_room::{ParamsRoom, ParamsRoomKind};
pub use self::params_rooms::ParamsRooms;
