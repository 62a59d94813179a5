use crate::runtime::Unrecognized;
use crate::runtime::encode::Fields;

/// The shade around the flame.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct LanternShadeParams {
    pub(super) fields: Fields,
}

impl LanternShadeParams {
    /// Creates parameters with the required values.
    pub fn new(colour: ShadeColour) -> Self {
        Self { fields: Fields::new() }.colour(colour)
    }

    /// The colour of the shade.
    #[inline]
    pub fn colour(mut self, value: ShadeColour) -> Self {
        self.fields.set("colour", value);
        self
    }

    /// Clears `colour` on the server by sending it empty.
    #[inline]
    pub fn clear_colour(mut self) -> Self {
        self.fields.clear("colour");
        self
    }
}

/// The colour of the shade.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ShadeColour {
    /// For the right side of a ship.
    Green,
    /// For the left side of a ship.
    Red,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
