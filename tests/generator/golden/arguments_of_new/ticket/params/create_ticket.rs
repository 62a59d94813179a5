use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;
use crate::ticket::params::Fare;
use crate::tickets::params::TicketDoor;

/// Parameters of `POST /v1/tickets`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateTicket {
    pub(super) fields: Fields,
}

impl CreateTicket {
    /// Creates parameters with the required values.
    pub fn new(
        seats: impl IntoIterator<Item = impl Into<String>>,
        price: Fare,
        area: impl IntoParam<String>,
        door: TicketDoor,
    ) -> Self {
        Self { fields: Fields::new() }.seats(seats).price(price).area(area).door(door)
    }

    /// Sets `area`.
    #[inline]
    pub fn area(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("area", value);
        self
    }

    /// Sets `door`.
    #[inline]
    pub fn door(mut self, value: TicketDoor) -> Self {
        self.fields.set("door", value);
        self
    }

    /// Sets `note`.
    #[inline]
    pub fn note(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("note", value);
        self
    }

    /// Sets `price`.
    #[inline]
    pub fn price(mut self, value: Fare) -> Self {
        self.fields.set("price", value);
        self
    }

    /// Sets `seats`.
    #[inline]
    pub fn seats(mut self, value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields.texts("seats", value);
        self
    }
}
