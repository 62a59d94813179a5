use crate::lanterns::params::{LanternFuel2Params, LanternShadeParams};
use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/lanterns`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateLantern {
    pub(super) fields: Fields,
}

impl CreateLantern {
    /// Creates parameters with the required values.
    pub fn new(shade: LanternShadeParams) -> Self {
        Self { fields: Fields::new() }.shade(shade)
    }

    /// The id of a fuel.
    #[inline]
    pub fn fuel(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("fuel", value);
        self
    }

    /// The id of a fuel.
    #[inline]
    pub fn fuel_value(mut self, value: LanternFuel2Params) -> Self {
        self.fields.set("fuel", value);
        self
    }

    /// The shade around the flame.
    #[inline]
    pub fn shade(mut self, value: LanternShadeParams) -> Self {
        self.fields.set("shade", value);
        self
    }
}
