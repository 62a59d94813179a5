//! Nothing prints a secret.

mod panics;
mod requests;
mod responses;
