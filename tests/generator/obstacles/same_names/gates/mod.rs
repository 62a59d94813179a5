//! Types and operations of `gates`.

mod codec;
mod either;
mod gates_api;
mod object;

pub use self::either::Either;
pub use self::gates_api::GatesApi;
pub use self::object::Gates;
