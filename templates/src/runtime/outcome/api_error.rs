//! The error object in a response of the API.

use std::fmt;

use serde_json::Value as Json;

use super::response::Meta;
use crate::runtime::decode::Need::Optional;
use crate::runtime::decode::{self, DecodeErrorKind, MemberPlace, Place, Shape, Value};

/// The error object in a response, decoded leniently: fields that are missing or have an
/// unexpected type are `None`.
///
/// `Debug` shows a few harmless fields only, since nested objects may hold secrets.
#[derive(Clone)]
pub struct ApiError {
    fields: ErrorFields,
    meta: Meta,
}

impl ApiError {
    pub(crate) const fn new(fields: ErrorFields, meta: Meta) -> Self {
        Self { fields, meta }
    }

    /// Returns any field of the error as JSON, including the objects `payment_intent`,
    /// `payment_method`, `setup_intent` and `source`, which can hold secrets. Each call
    /// reads the body of the response anew.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Json> {
        let text = self.fields.get(key).map(Json::from);
        text.or_else(|| decode::find(self.meta.raw_body(), &[ERROR, key]))
    }
}

/// Defines a getter for each string field, and the list of their keys.
macro_rules! string_fields {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        const KEYS: [&str; [$($key),*].len()] = [$($key),*];

        impl ApiError {
            $($(#[$doc])*
            #[must_use]
            pub fn $name(&self) -> Option<&str> {
                self.fields.get($key)
            })*
        }
    };
}

string_fields! {
    /// Returns the type of the error, such as `card_error` or `invalid_request_error`. For
    /// an OAuth error, this and [`ApiError::code`] return its name.
    type_ = "type";
    /// Returns the error code, such as `resource_missing`.
    code = "code";
    /// Returns the error message, written for developers. That of a card error can be shown
    /// to the customer.
    message = "message";
    /// Returns the name of the parameter that caused the error.
    param = "param";
    /// Returns the reason why the issuer declined the card.
    decline_code = "decline_code";
    /// Returns the advice on how to proceed after a decline.
    advice_code = "advice_code";
    /// Returns the advice of the card network on how to proceed after a decline.
    network_advice_code = "network_advice_code";
    /// Returns the reason why the card network declined the payment.
    network_decline_code = "network_decline_code";
    /// Returns the id of the failed charge.
    charge = "charge";
    /// Returns the URL of the documentation of this error.
    doc_url = "doc_url";
    /// Returns the URL of the request in the dashboard's logs.
    request_log_url = "request_log_url";
    /// Returns the type of the payment method that was used.
    payment_method_type = "payment_method_type";
    /// Returns a message for the end user (API v2).
    user_message = "user_message";
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("type", &self.type_())
            .field("code", &self.code())
            .field("message", &self.message())
            .field("param", &self.param())
            .field("decline_code", &self.decline_code())
            .finish_non_exhaustive()
    }
}

const ERROR: &str = "error";
const BODY: Shape = Shape::new(&[ERROR, "error_description"], &[Optional, Optional]);
const FIELDS: Shape = Shape::new(&KEYS, &[Optional; KEYS.len()]);

/// The strings of an error object.
#[derive(Clone, Default)]
pub(crate) struct ErrorFields {
    texts: Box<[Text; KEYS.len()]>,
    /// `false` for the form of OAuth.
    is_object: bool,
}

impl ErrorFields {
    /// Decodes `{"error": {..}}`, or the OAuth form `{"error": "..",
    /// "error_description": ".."}`. Other members are skipped.
    pub(crate) fn read(body: &[u8]) -> Option<Self> {
        let Body { error, description } = decode::from_slice(body).ok()?;
        match error {
            Member::Absent => None,
            Member::Object(fields) => Some(fields),
            Member::Name(name) => {
                let mut fields = Self::default();
                fields.set("type", Some(name.clone()));
                fields.set("code", Some(name));
                fields.set("message", description.0);
                Some(fields)
            }
        }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        let index = KEYS.iter().position(|known| *known == key)?;
        self.texts.get(index)?.0.as_deref()
    }

    fn set(&mut self, key: &str, text: Option<String>) {
        let index = KEYS.iter().position(|known| *known == key);
        if let Some(place) = index.and_then(|index| self.texts.get_mut(index)) {
            place.0 = text;
        }
    }

    /// Returns `true` if the body is an error object of Stripe that is a final response to
    /// the call. Proxies, gateways and load balancers respond in other forms. A rate limit
    /// is not final: it is applied before the idempotency key is looked up.
    pub(crate) fn is_final(&self) -> bool {
        const RATE_LIMIT: Option<&str> = Some("rate_limit");
        let type_ = self.get("type");
        self.is_object
            && type_.is_some()
            && type_ != RATE_LIMIT
            && self.get("code") != RATE_LIMIT
    }
}

impl fmt::Debug for ErrorFields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorFields").finish_non_exhaustive()
    }
}

/// A response body, as far as it describes an error.
struct Body {
    error: Member,
    description: Text,
}

impl Place for Body {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        decode::fill(value, &BODY, &mut [&mut self.error, &mut self.description])
    }
}

decode::blank!(Body = Self { error: Member::Absent, description: Text(None) });

/// The member `error` of a body.
enum Member {
    Absent,
    Name(String),
    Object(ErrorFields),
}

impl Place for Member {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        match value {
            Value::Text(name) => *self = Self::Name(name.to_owned()),
            Value::Map(_) => {
                let mut fields = ErrorFields { is_object: true, ..Default::default() };
                let mut places =
                    fields.texts.each_mut().map(|text| text as &mut dyn MemberPlace);
                decode::fill(value, &FIELDS, &mut places)?;
                *self = Self::Object(fields);
            }
            other => decode::skip(other)?,
        }
        Ok(())
    }
}

decode::blank!(Member = Self::Absent);

/// A string, or nothing if the value has another type.
#[derive(Clone, Default)]
struct Text(Option<String>);

impl Place for Text {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        match value {
            Value::Text(text) => self.0 = Some(text.to_owned()),
            other => decode::skip(other)?,
        }
        Ok(())
    }
}

decode::blank!(Text = Self(None));
