//! A resource with everything that a resource can contain, written as the generator
//! writes it.

mod codec;
#[cfg(feature = "testing")]
mod fixtures;
mod operations;
pub mod params;

pub use self::operations::{Widgets, unverified_event};

use std::collections::BTreeMap;

use crate::runtime::{
    Decimal, DecodeError, Expandable, List, RawObject, Secret, Timestamp, Unrecognized,
    decode,
};

/// A resource with an id.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Widget {
    /// The id.
    pub id: String,
    /// The time of creation.
    pub created: Timestamp,
    /// `true` in live mode.
    pub livemode: bool,
    /// The mode of payment.
    pub mode: Mode,
    /// An amount.
    pub amount: Option<i64>,
    /// A share, in percent.
    pub percent: Option<f64>,
    /// A price with all its digits.
    pub unit_amount_decimal: Option<Decimal>,
    /// A secret.
    pub client_secret: Option<Secret>,
    /// Its parts.
    pub parts: Option<List<Part>>,
    /// Strings set by the user.
    pub metadata: Option<BTreeMap<String, String>>,
    /// The owner.
    pub owner: Option<Expandable<CustomerRef>>,
    /// The widget that this one belongs to.
    pub parent: Option<Expandable<WidgetRef>>,
    /// The source of the payment.
    pub source: Option<Box<Source>>,
    /// Other possible modes.
    pub modes: Vec<Mode>,
    /// An object whose presence is its only content.
    pub flag: Option<Flag>,
    /// An object without a type.
    pub extra: Option<RawObject>,
    /// A keyword as a name.
    pub type_: Option<String>,
}

impl Widget {
    /// The value of `object`.
    pub const OBJECT: &'static str = "widget";
}

/// The mode of payment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Mode {
    /// Once.
    Payment,
    /// Later.
    Setup,
    /// A value called like the catch-all of other crates.
    Other,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}

/// Part of a widget.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Part {
    /// The id.
    pub id: String,
    /// The quantity.
    pub quantity: Option<i64>,
    /// Prices by currency.
    pub prices: Option<BTreeMap<String, Price>>,
}

/// A price.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Price {
    /// The amount.
    pub amount: i64,
}

/// An object without properties.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Flag {}

/// Marks a field that refers to a customer, for which this crate has no type.
#[derive(Clone, Copy, Debug)]
pub enum CustomerRef {}

/// Marks a field that refers to a widget.
#[derive(Clone, Copy, Debug)]
pub enum WidgetRef {}

/// One of several resources.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Source {
    /// A part.
    Part(Box<Part>),
    /// A widget.
    Widget(Box<Widget>),
    /// A widget that was deleted.
    DeletedWidget(Box<crate::runtime::Deleted>),
    /// A kind that this version of the crate does not know.
    Unrecognized(RawObject),
}

/// Decodes a widget as the client decodes a body.
///
/// # Errors
/// Returns an error if the body is not the JSON of a widget.
pub fn widget(body: &[u8]) -> Result<Widget, DecodeError> {
    decode::from_slice(body)
}

/// Decodes any JSON as the client decodes a body.
///
/// # Errors
/// Returns an error if the body is not JSON.
pub fn json(body: &[u8]) -> Result<serde_json::Value, DecodeError> {
    decode::from_slice(body)
}

/// Decodes a widget from parsed JSON.
///
/// # Errors
/// Returns an error if the value is not a widget.
pub fn widget_of(json: serde_json::Value) -> Result<Widget, DecodeError> {
    decode::from_value(json)
}
