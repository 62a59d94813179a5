//! The blocking client, which needs no asynchronous runtime.
//!
//! It has the same accessors, options, results and errors as the asynchronous one; calls
//! are made with `.send()`. A call ends with its response, by its time limits, or when a
//! [`CancelToken`] is cancelled.

use super::{client, pages};
pub use crate::runtime::http::cancel::CancelToken;

/// The blocking client.
pub type Client = client::Client<client::Blocking>;

/// Configures and builds a blocking [`Client`].
pub type ClientBuilder = client::ClientBuilder<client::Blocking>;

/// A blocking call, made with `.send()`.
pub type Call<T> = super::Call<T, client::Blocking>;

/// An iterator over the pages of a list.
pub type Pages<T> = pages::Pages<T, client::Blocking>;

/// An iterator over the items of all pages of a list.
pub type Items<T> = pages::Items<T, client::Blocking>;

/// Defines modules with the accessors of the blocking client:
/// `blocking::accessors! { checkout { CheckoutSessions } }`, each with the same `#[cfg(…)]` as
/// there, if any.
#[allow(unused_macros, reason = "what is emitted decides what is needed")]
macro_rules! accessors {
    ($(
        $(#[$cfg:meta])* $module:ident { $($(#[$inner:meta])* $name:ident),+ $(,)? }
    )+) => {$(
        $(#[$cfg])*
        #[doc = concat!("Accessors of the blocking client in [`", stringify!($module), "`](crate::", stringify!($module), ").")]
        pub mod $module {$(
            $(#[$inner])*
            #[doc = concat!("[`", stringify!($name), "`](crate::", stringify!($module), "::", stringify!($name), ") of the blocking client.")]
            pub type $name = $crate::$module::$name<$crate::client::Blocking>;
        )+}
    )+};
}
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use accessors;
