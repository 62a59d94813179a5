//! The client whose calls block their thread and need no asynchronous runtime.
//!
//! It has the same accessors, options, results and errors; a call is made by `.send()`. It ends by
//! its answer, by its limits of time, or by a [`CancelToken`].

pub use super::cancel::CancelToken;
use super::{call, client, pages};

/// Sends requests to Stripe and blocks until they are answered.
pub type Client = client::Client<client::Blocking>;

/// Configures a [`Client`].
pub type ClientBuilder = client::ClientBuilder<client::Blocking>;

/// A call to be made by `.send()`.
pub type Call<T> = call::Call<T, client::Blocking>;

/// The pages of a list, an iterator.
pub type Pages<T> = pages::Pages<T, client::Blocking>;

/// The items of a list, an iterator.
pub type Items<T> = pages::Items<T, client::Blocking>;
