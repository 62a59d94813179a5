//! Open enums, which keep values that the crate does not know.

/// The interface between `open_enum!` and the lookup, which is compiled once.
#[allow(dead_code, reason = "what is emitted decides what is needed")]
pub(crate) trait OpenEnum: Clone + 'static {
    const TEXTS: &'static [&'static str];
    const VALUES: &'static [Self];
    fn unrecognized(text: &str) -> Self;

    /// Converts a string. Instantiated per enum, so it is short, searches in code that is
    /// not generic, and is not copied into the conversions that call it.
    #[inline(never)]
    fn from_text(text: &str) -> Self {
        match position(Self::TEXTS, text).and_then(|place| Self::VALUES.get(place)) {
            Some(known) => known.clone(),
            None => Self::unrecognized(text),
        }
    }
}

fn position(texts: &[&str], text: &str) -> Option<usize> {
    texts.iter().position(|known| *known == text)
}

/// Implements the conversions of an enum with the variants `$variant` and
/// `Unrecognized(Unrecognized)`:
/// ```text
/// decode::open_enum! { Mode { Payment = "payment", Setup = "setup" } }
/// ```
#[allow(unused_macros, reason = "what is emitted decides what is needed")]
macro_rules! open_enum {
    ($($name:ident { $($variant:ident = $text:literal),* $(,)? })+) => {$(
        impl $name {
            /// Returns the value as the API spells it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unrecognized(text) => text.as_str(),
                }
            }

            /// Returns all values that this version of the crate has a variant for.
            #[must_use]
            #[inline]
            pub fn all() -> &'static [Self] {
                <Self as $crate::runtime::decode::OpenEnum>::VALUES
            }

            /// Returns `true` if this version of the crate has a variant for the value.
            #[must_use]
            #[inline]
            pub fn is_known(&self) -> bool {
                !::core::matches!(self, Self::Unrecognized(_))
            }
        }

        #[allow(deprecated, reason = "what is deprecated is still read and written")]
        const _: () = {
            impl $crate::runtime::decode::OpenEnum for $name {
                const TEXTS: &'static [&'static str] = &[$($text),*];
                const VALUES: &'static [Self] = &[$(Self::$variant),*];

                fn unrecognized(text: &str) -> Self {
                    Self::Unrecognized($crate::runtime::Unrecognized::new(text))
                }
            }

            $crate::runtime::decode::blank!(
                $name = Self::Unrecognized($crate::runtime::Unrecognized::EMPTY)
            );

            impl $crate::runtime::decode::Place for $name {
                fn fill(
                    &mut self,
                    value: $crate::runtime::decode::Value<'_>,
                ) -> ::core::result::Result<(), $crate::runtime::decode::DecodeErrorKind> {
                    let text = value.text()?;
                    $crate::runtime::decode::put(
                        self,
                        $crate::runtime::decode::OpenEnum::from_text(text),
                    );
                    ::core::result::Result::Ok(())
                }
            }

            $crate::runtime::decode::deserialize!($name);

            impl ::core::convert::From<&str> for $name {
                #[inline]
                fn from(text: &str) -> Self {
                    $crate::runtime::decode::OpenEnum::from_text(text)
                }
            }

            impl ::core::convert::From<::std::string::String> for $name {
                #[inline]
                fn from(text: ::std::string::String) -> Self {
                    $crate::runtime::decode::OpenEnum::from_text(&text)
                }
            }

            impl ::core::str::FromStr for $name {
                type Err = ::core::convert::Infallible;

                #[inline]
                fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                    ::core::result::Result::Ok($crate::runtime::decode::OpenEnum::from_text(text))
                }
            }

            impl ::core::convert::AsRef<str> for $name {
                #[inline]
                fn as_ref(&self) -> &str {
                    self.as_str()
                }
            }

            impl ::core::fmt::Display for $name {
                #[inline]
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.pad(self.as_str())
                }
            }

            impl $crate::runtime::encode::Param for $name {
                #[inline]
                fn into_value(self) -> $crate::runtime::encode::ParamValue {
                    $crate::runtime::encode::Param::into_value(self.as_str())
                }
            }

            #[cfg(feature = "serialize")]
            impl $crate::runtime::serialize::ErasedSerialize for $name {
                fn show(&self) -> $crate::runtime::serialize::Erased<'_> {
                    $crate::runtime::serialize::Erased::Text(self.as_str())
                }
            }

            #[cfg(feature = "serialize")]
            $crate::runtime::serialize::serialize!($name);
        };
    )+};
}
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use open_enum;
