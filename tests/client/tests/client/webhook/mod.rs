//! Webhooks: their signatures, their cost, and events that others forward.

mod cost;
mod forwarded;
mod oracle;
