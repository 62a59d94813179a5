//! Tests of the transports against misbehaving servers and networks.

mod bodies;
mod connection;
#[cfg(feature = "http2")]
mod http2;
mod idle;
#[cfg(feature = "hyper")]
mod ledger;
#[cfg(feature = "hyper")]
mod load;
mod responses;
mod time;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod tls;
