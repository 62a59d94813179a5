//! Requests as a server receives them.

mod independence;
mod requests;
mod text;
mod values;
