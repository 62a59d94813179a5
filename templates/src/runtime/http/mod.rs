//! One exchange over HTTP, and the interface of the transports that carry it out.

pub(crate) mod cancel;
pub(crate) mod error;
pub(crate) mod headers;
pub(crate) mod message;
pub(crate) mod send_state;
pub(crate) mod transport;
