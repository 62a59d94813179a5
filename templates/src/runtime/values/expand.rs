//! The paths of fields to expand.

use std::borrow::Cow;

/// The path of a field for which the server should send the whole object instead of its
/// id.
///
/// A string is sent as is, so on a list it starts with `data.`; the constants of the
/// crate are relative to the object and work for both.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Expand {
    path: Cow<'static, str>,
    relative: bool,
}

impl Expand {
    /// Creates a path relative to the object. For a list it means the field of every
    /// item.
    #[must_use]
    pub const fn field(path: &'static str) -> Self {
        Self { path: Cow::Borrowed(path), relative: true }
    }

    /// Appends the path of a field inside the expanded object:
    /// `BillingPortalSession::EXPAND_CONFIGURATION.then(BillingPortalConfiguration::EXPAND_APPLICATION)`.
    #[must_use]
    pub fn then(self, inner: impl Into<Self>) -> Self {
        Self {
            path: Cow::Owned(format!("{}.{}", self.path, inner.into().path)),
            relative: self.relative,
        }
    }

    /// Returns the path as it is sent.
    pub(crate) fn on_wire(&self, list: bool) -> String {
        let prefix = if list && self.relative { "data." } else { "" };
        format!("{prefix}{}", self.path)
    }
}

impl From<&str> for Expand {
    fn from(path: &str) -> Self {
        path.to_owned().into()
    }
}

impl From<&&str> for Expand {
    fn from(path: &&str) -> Self {
        (*path).into()
    }
}

impl From<&String> for Expand {
    fn from(path: &String) -> Self {
        path.clone().into()
    }
}

impl From<&Self> for Expand {
    fn from(path: &Self) -> Self {
        path.clone()
    }
}

impl From<String> for Expand {
    fn from(path: String) -> Self {
        Self { path: Cow::Owned(path), relative: false }
    }
}

/// Defines constants for the paths of a type: `expand::paths! { CheckoutSession {
/// EXPAND_CUSTOMER = "customer" } }`
#[allow(unused_macros, reason = "only resources with such paths need it")]
macro_rules! paths {
    ($($name:ident { $($constant:ident = $path:literal),* $(,)? })+) => {$(
        impl $name {
            $(
                #[doc = concat!("Asks for `", $path, "`, for [`Call::expand`](crate::Call::expand).")]
                pub const $constant: $crate::runtime::Expand = $crate::runtime::Expand::field($path);
            )*
        }
    )+};
}
#[allow(unused_imports, reason = "only resources with such paths need it")]
pub(crate) use paths;
