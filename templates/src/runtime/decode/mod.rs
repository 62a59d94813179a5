//! Decodes JSON into typed values: through serde, with the format erased once, in place.
//!
//! A place receives one [`Value`]: a scalar, or a reader of a map or a sequence behind
//! `dyn`. Only [`reader`] is generic over the serde format, so it is compiled once per
//! format instead of once per type. Filling values in place saves each type the code
//! that drops partially read fields on an early return.

mod borrowed;
mod buffered;
mod depth;
mod error;
mod find;
mod first_key;
mod macros;
mod object;
mod open_enum;
mod reader;
mod references;
mod scalars;
mod surrogates;
mod tagged;
mod tree;
mod value;

use std::mem;

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer};
use serde_json::{Map, Value as Json};

use self::borrowed::Borrowed;
pub(crate) use self::buffered::json_kind;
pub(crate) use self::depth::check_depth;
pub use self::error::DecodeError;
pub(crate) use self::error::PathRecorder;
use self::error::Trace;
pub(crate) use self::find::{find, skip};
pub(crate) use self::macros::{blank, deserialize};
pub(crate) use self::object::{Need, Shape, fill};
use self::reader::Seed;
pub(crate) use self::surrogates::replace_halves;
pub use self::tagged::HasId;
pub(crate) use self::tagged::Tagged;
pub(crate) use self::value::{DecodeErrorKind, Grow, MapReader, SeqReader, Value};

#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use self::object::object;
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use self::open_enum::{OpenEnum, open_enum};
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use self::references::references;
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use self::tagged::{has_id, union};

/// A place that a value is read into.
pub trait Place {
    /// Reads a value. Called on the initial value only.
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind>;
}

/// A type that can be read from JSON.
pub trait Decode: Place + Sized {
    /// Returns the initial value, before anything is read.
    fn empty() -> Self;
}

/// A type whose initial value is a constant: every type except boxes. No code has to build a
/// constant, nor to drop the fields that are there already if building the next one fails.
pub(crate) trait Blank: Decode {
    /// The initial value.
    const BLANK: Self;
}

/// The place of a member of an object.
pub(crate) trait MemberPlace: Place {
    /// Restores the initial value. If a key appears twice, the last value counts.
    fn reset(&mut self);
}

impl<T: Decode> MemberPlace for T {
    fn reset(&mut self) {
        drop(mem::replace(self, T::empty()));
    }
}

/// Replaces an initial value. It owns nothing, so nothing is dropped: the code for it would
/// be compiled for each type.
#[inline]
pub(crate) fn put<T>(place: &mut T, value: T) {
    mem::forget(mem::replace(place, value));
}

/// Decodes a response body.
pub(crate) fn from_slice<T: Decode>(bytes: &[u8]) -> Result<T, DecodeError> {
    let mut value = T::empty();
    read_bytes(bytes, &mut value)?;
    Ok(value)
}

/// Decodes a response body as a user-defined type.
pub(crate) fn from_slice_as<U: DeserializeOwned>(
    bytes: &[u8],
) -> Result<U, DecodeError> {
    let json: Json = from_slice(bytes)?;
    from_raw(&json)
}

/// Decodes JSON that was parsed before.
#[allow(dead_code, reason = "what is emitted decides what is needed")]
pub(crate) fn from_value<T: Decode>(json: Json) -> Result<T, DecodeError> {
    let mut value = T::empty();
    read_json(json, &mut value)?;
    Ok(value)
}

/// The body of every emitted `serde::Deserialize` implementation.
pub(crate) fn bridge<'de, T: Decode, D: Deserializer<'de>>(
    input: D,
) -> Result<T, D::Error> {
    let mut value = T::empty();
    Seed::new(&mut value, PathRecorder::default()).deserialize(input)?;
    Ok(value)
}

fn read_bytes(bytes: &[u8], place: &mut dyn Place) -> Result<(), DecodeError> {
    let bytes = replace_halves(bytes);
    // One check of the whole input is cheaper than one check per string.
    let text = std::str::from_utf8(&bytes).map_err(|error| {
        let message = format!("invalid UTF-8 after byte {}", error.valid_up_to());
        DecodeError::new(String::new(), message, None)
    })?;
    let trace = Trace::default();
    let mut input = serde_json::Deserializer::from_str(text);
    Seed::new(place, trace.recorder())
        .deserialize(&mut input)
        .and_then(|_| input.end())
        .map_err(|error| DecodeError::from_json(&error, &trace))
}

fn read_json(json: Json, place: &mut dyn Place) -> Result<(), DecodeError> {
    let trace = Trace::default();
    buffered::fill(place, json, trace.recorder())
        .map_err(|fault| DecodeError::from_fault(&fault, &trace))
}

/// Collects an object whose type depends on its content.
pub(crate) fn collect(
    map: &mut dyn MapReader,
) -> Result<(Map<String, Json>, PathRecorder<'_>), DecodeErrorKind> {
    let entries = map.rest()?;
    Ok((entries, map.recorder()))
}

/// Decodes a collected object while decoding the object around it.
pub(crate) fn refill<T: Decode>(
    map: Map<String, Json>,
    recorder: PathRecorder<'_>,
) -> Result<Box<T>, DecodeErrorKind> {
    let mut value = Box::new(T::empty());
    refill_place(&mut *value, map, recorder)?;
    Ok(value)
}

/// If plain serde asked for the value, the error itself carries the path.
fn refill_place(
    place: &mut dyn Place,
    map: Map<String, Json>,
    recorder: PathRecorder<'_>,
) -> Result<(), DecodeErrorKind> {
    if recorder.is_noted() {
        return buffered::fill_object(place, map, recorder);
    }
    let trace = Trace::default();
    buffered::fill_object(place, map, trace.recorder())
        .map_err(|fault| fault.within(trace.path()))
}

/// Checks that a required key of a collected object is a string.
pub(crate) fn check_text(
    map: &Map<String, Json>,
    key: &'static str,
    recorder: PathRecorder<'_>,
) -> Result<(), DecodeErrorKind> {
    match map.get(key) {
        Some(Json::String(_)) => Ok(()),
        Some(other) => {
            let fault = buffered::mismatch(other, "a string");
            if !recorder.is_noted() {
                return Err(fault.within(key.to_owned()));
            }
            recorder.key(key);
            Err(fault)
        }
        None => Err(DecodeErrorKind::missing(key)),
    }
}

/// Decodes raw JSON as a user-defined type.
pub(crate) fn from_raw<U: DeserializeOwned>(json: &Json) -> Result<U, DecodeError> {
    let trace = Trace::default();
    U::deserialize(Borrowed::new(json, trace.recorder()))
        .map_err(|error| error.at(&trace))
}

/// Decodes a raw JSON object as a user-defined type.
pub(crate) fn from_raw_object<U: DeserializeOwned>(
    map: &Map<String, Json>,
) -> Result<U, DecodeError> {
    let trace = Trace::default();
    U::deserialize(Borrowed::object(map, trace.recorder()))
        .map_err(|error| error.at(&trace))
}
