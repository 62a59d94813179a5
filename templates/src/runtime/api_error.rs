//! The error object in a response of the API.

use std::fmt;

use serde_json::{Map, Value};

use super::decode;

/// The error object in a response, decoded leniently: fields that are missing or have an
/// unexpected type are `None`.
///
/// `Debug` shows a few harmless fields only, since nested objects may hold secrets.
#[derive(Clone, PartialEq)]
pub struct ApiError(Map<String, Value>);

/// Defines a getter for each string field.
macro_rules! string_fields {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        $($(#[$doc])*
        #[must_use]
        pub fn $name(&self) -> Option<&str> {
            self.string($key)
        })*
    };
}

impl ApiError {
    /// Decodes `{"error": {..}}`, or the OAuth form `{"error": "..",
    /// "error_description": ".."}`.
    pub(crate) fn read(body: &[u8]) -> Option<Self> {
        let Ok(Value::Object(mut body)) =
            serde_json::from_slice(&decode::replace_halves(body))
        else {
            return None;
        };
        match body.remove("error")? {
            Value::Object(error) => Some(Self(error)),
            Value::String(kind) => {
                let message = body.remove("error_description").unwrap_or(Value::Null);
                let mut error = Map::new();
                error.insert("type".to_owned(), Value::String(kind.clone()));
                error.insert("code".to_owned(), Value::String(kind));
                error.insert("message".to_owned(), message);
                Some(Self(error))
            }
            _ => None,
        }
    }

    /// Decodes `{"error": {"type": "..", ..}}` only. The API always responds in this form;
    /// proxies, gateways and load balancers respond in other ones.
    pub(crate) fn read_typed(body: &[u8]) -> Option<Self> {
        let body = decode::replace_halves(body);
        let mut body: Map<String, Value> = serde_json::from_slice(&body).ok()?;
        let Value::Object(error) = body.remove("error")? else { return None };
        Some(Self(error)).filter(|error| error.type_().is_some())
    }

    fn string(&self, key: &str) -> Option<&str> {
        self.0.get(key).and_then(Value::as_str)
    }

    string_fields! {
        /// Returns the type of the error, such as `card_error` or
        /// `invalid_request_error`. For an OAuth error, this and [`ApiError::code`]
        /// return its name.
        type_ = "type";
        /// Returns the error code, such as `resource_missing`.
        code = "code";
        /// Returns the error message, written for developers. That of a card error can
        /// be shown to the customer.
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

    /// Returns any field of the error as JSON, including the objects `payment_intent`,
    /// `payment_method`, `setup_intent` and `source`, which can hold secrets.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }
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
