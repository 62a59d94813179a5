//! The error that the server describes in a response.

use std::fmt;

use serde_json::{Map, Value};

/// What the server said about an error: the object under `error`, read as leniently as can be.
///
/// `Debug` shows type, code and message; the objects inside may hold secrets.
#[derive(Clone, PartialEq)]
pub struct ApiError(Map<String, Value>);

/// Emits one reader for each text field.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        $($(#[$doc])*
        #[must_use]
        pub fn $name(&self) -> Option<&str> {
            self.text($key)
        })*
    };
}

impl ApiError {
    /// Reads `{"error": {..}}`, and the form of OAuth, `{"error": "..", "error_description": ".."}`.
    pub(crate) fn read(body: &[u8]) -> Option<Self> {
        let Ok(Value::Object(mut body)) = serde_json::from_slice(body) else {
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

    fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).and_then(Value::as_str)
    }

    texts! {
        /// The type of the error, such as `card_error` or `invalid_request_error`. An error of
        /// OAuth has its name here and in [`ApiError::code`].
        type_ = "type";
        /// The short code of the error, such as `resource_missing`.
        code = "code";
        /// What happened, for a developer; for a card error, fit to be shown to the customer.
        message = "message";
        /// The parameter that the error is about.
        param = "param";
        /// Why the issuer declined the card.
        decline_code = "decline_code";
        /// What to do about a declined card.
        advice_code = "advice_code";
        /// What the card network advises.
        network_advice_code = "network_advice_code";
        /// Why the card network declined.
        network_decline_code = "network_decline_code";
        /// The id of the charge that failed.
        charge = "charge";
        /// Where the error is documented.
        doc_url = "doc_url";
        /// Where the request stands in the dashboard's log.
        request_log_url = "request_log_url";
        /// The type of the payment method that was used.
        payment_method_type = "payment_method_type";
        /// A message for the end user (v2).
        user_message = "user_message";
    }

    /// Any field of the error as JSON: also the objects `payment_intent`, `payment_method`,
    /// `setup_intent` and `source`, which can hold secrets.
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
