//! What the compiler refuses, each beside what it takes: only the one method differs.
//!
//! A parameter that can be cleared:
//! ```
//! let _ = stripe_sessions::checkout::params::UpdateCheckoutSession::new().clear_metadata();
//! ```
//! The same one where it cannot:
//! ```compile_fail,E0599
//! let _ = stripe_sessions::checkout::params::CreateCheckoutSession::new().clear_metadata();
//! ```
//! And another, which can only be set:
//! ```
//! let _ = stripe_sessions::checkout::params::CreateCheckoutSession::new().success_url("x");
//! ```
//! ```compile_fail,E0599
//! let _ = stripe_sessions::checkout::params::CreateCheckoutSession::new().clear_success_url();
//! ```
//!
//! What the API requires is asked for up front:
//! ```
//! let _ = stripe_sessions::customer_sessions::params::PricingTableParams::new(true);
//! ```
//! ```compile_fail,E0061
//! let _ = stripe_sessions::customer_sessions::params::PricingTableParams::new();
//! ```
//!
//! A secret is no text:
//! ```
//! let _: &str = stripe_sessions::Secret::new("x").expose();
//! ```
//! ```compile_fail,E0308
//! let _: &str = &stripe_sessions::Secret::new("x");
//! ```
