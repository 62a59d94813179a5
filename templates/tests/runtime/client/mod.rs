//! The client: requests, responses, errors and retries.

#[cfg(feature = "testing")]
mod arguments;
#[cfg(feature = "blocking")]
mod blocking;
mod cancel;
mod custom_transport;
mod errors;
#[cfg(any(feature = "hyper", feature = "blocking", feature = "reqwest"))]
mod files;
#[cfg(feature = "testing")]
mod fixtures;
mod hosts;
mod outcome;
mod pages;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod proxy;
#[cfg(feature = "hyper")]
mod raw;
#[cfg(feature = "reqwest")]
mod reqwest;
mod retry;
#[cfg(feature = "testing")]
mod retry_model;
#[cfg(all(feature = "testing", feature = "hyper"))]
mod secrets;
#[cfg(feature = "testing")]
mod testing;
#[cfg(any(feature = "hyper", feature = "blocking"))]
mod tls;
#[cfg(feature = "testing")]
mod webhook;
#[cfg(feature = "testing")]
mod webhook_cases;
#[cfg(feature = "hyper")]
mod wire;
