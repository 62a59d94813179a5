//! What is sent to the operations of [`shelf`](super).

mod book;
mod codec;

pub use self::book::Book;
