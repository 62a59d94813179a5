//! One resource with all that a resource can hold, written as the generator writes it.

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
    /// When it was made.
    pub created: Timestamp,
    /// Whether it is live.
    pub livemode: bool,
    /// How it is paid.
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
    /// Texts of the user.
    pub metadata: Option<BTreeMap<String, String>>,
    /// Who owns it.
    pub owner: Option<Expandable<CustomerRef>>,
    /// What it belongs to.
    pub parent: Option<Expandable<WidgetRef>>,
    /// How it is paid for.
    pub source: Option<Box<Source>>,
    /// Modes it could have.
    pub modes: Vec<Mode>,
    /// There or not there.
    pub flag: Option<Flag>,
    /// What has no type.
    pub extra: Option<RawObject>,
    /// A keyword as a name.
    pub type_: Option<String>,
}

impl Widget {
    /// The value of `object`.
    pub const OBJECT: &'static str = "widget";
}

/// How a widget is paid.
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
    /// How many.
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

/// An object without properties: its presence is what it says.
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
/// When the text is not the JSON of a widget.
pub fn widget(body: &[u8]) -> Result<Widget, DecodeError> {
    decode::from_slice(body)
}

/// Decodes any JSON as the client decodes a body.
///
/// # Errors
/// When the text is not JSON.
pub fn json(body: &[u8]) -> Result<serde_json::Value, DecodeError> {
    decode::from_slice(body)
}

/// Decodes a widget from parsed JSON.
///
/// # Errors
/// When it is not a widget.
pub fn widget_of(json: serde_json::Value) -> Result<Widget, DecodeError> {
    decode::from_value(json)
}
