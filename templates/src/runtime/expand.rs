//! Which ids of a response the server is to replace by the objects behind them.

use std::borrow::Cow;

/// A path to a field that the server is to expand.
///
/// Text is sent as it stands, so on a list it begins with `data.`; the constants of the crate are
/// relative to the object and fit both.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Expand {
    path: Cow<'static, str>,
    relative: bool,
}

impl Expand {
    /// The path of a field as seen from the object itself; on a list it means the field of every
    /// item.
    #[must_use]
    pub const fn field(path: &'static str) -> Self {
        Self { path: Cow::Borrowed(path), relative: true }
    }

    /// What is to be expanded inside the object behind this path:
    /// `Session::EXPAND_CONFIGURATION.then(Configuration::EXPAND_APPLICATION)`.
    #[must_use]
    pub fn then(self, inner: impl Into<Self>) -> Self {
        Self {
            path: Cow::Owned(format!("{}.{}", self.path, inner.into().path)),
            relative: self.relative,
        }
    }

    /// The path as it is sent.
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

impl From<String> for Expand {
    fn from(path: String) -> Self {
        Self { path: Cow::Owned(path), relative: false }
    }
}

/// Constants for the paths of a type: `expand::paths! { Session { EXPAND_CUSTOMER = "customer" } }`
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
