//! Code that the compiler rejects, each next to code that it accepts: only one method differs.
//!
//! A parameter that can be cleared:
//! ```
//! let _ = stripe_sessions::checkout::params::UpdateCheckoutSession::new().clear_metadata();
//! ```
//! The same parameter in an operation that cannot clear it:
//! ```compile_fail,E0599
//! let _ = stripe_sessions::checkout::params::CreateCheckoutSession::new().clear_metadata();
//! ```
//! Another parameter, which can only be set:
//! ```
//! let _ = stripe_sessions::checkout::params::CreateCheckoutSession::new().success_url("x");
//! ```
//! ```compile_fail,E0599
//! let _ = stripe_sessions::checkout::params::CreateCheckoutSession::new().clear_success_url();
//! ```
//!
//! `new` takes the required parameters:
//! ```
//! let _ = stripe_sessions::customer_sessions::params::PricingTableParams::new(true);
//! ```
//! ```compile_fail,E0061
//! let _ = stripe_sessions::customer_sessions::params::PricingTableParams::new();
//! ```
//!
//! A secret is not a string:
//! ```
//! let _: &str = stripe_sessions::Secret::new("x").expose();
//! ```
//! ```compile_fail,E0308
//! let _: &str = &stripe_sessions::Secret::new("x");
//! ```
