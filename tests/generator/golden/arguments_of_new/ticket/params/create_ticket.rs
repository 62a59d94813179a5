use crate::runtime::Unrecognized;
use crate::runtime::encode::Fields;
use crate::ticket::params::Fare;

/// Parameters of `POST /v1/tickets`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateTicket(pub(super) Fields);

impl CreateTicket {
    /// Creates parameters with the required values.
    pub fn new(
        seats: impl IntoIterator<Item = impl Into<String>>,
        price: Fare,
        area: impl Into<String>,
        door: TicketDoor,
    ) -> Self {
        Self(Fields::new()).seats(seats).price(price).area(area).door(door)
    }

    /// Sets `area`.
    #[inline]
    pub fn area(self, value: impl Into<String>) -> Self {
        Self(self.0.text("area", value))
    }

    /// Sets `door`.
    #[inline]
    pub fn door(self, value: TicketDoor) -> Self {
        Self(self.0.set("door", value))
    }

    /// Sets `note`.
    #[inline]
    pub fn note(self, value: impl Into<String>) -> Self {
        Self(self.0.text("note", value))
    }

    /// Sets `price`.
    #[inline]
    pub fn price(self, value: Fare) -> Self {
        Self(self.0.set("price", value))
    }

    /// Sets `seats`.
    #[inline]
    pub fn seats(self, value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self(self.0.texts("seats", value))
    }
}

/// Values of `door`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TicketDoor {
    /// `east`
    East,
    /// `west`
    West,
    /// A value that this version of the crate does not know.
    Unrecognized(Unrecognized),
}
