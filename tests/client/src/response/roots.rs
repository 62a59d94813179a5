//! The types of the resources.

use serde_json::Value;
use stripe_sessions::testing::HasFixture;
use stripe_sessions::{billing_portal, checkout, customer_sessions, events, shared};

use super::entrances::{self, Refusal};

/// A resource, its type behind functions.
#[derive(Clone, Copy, Debug)]
pub struct Root {
    /// The component.
    pub name: &'static str,
    /// Reads an object in all ways and writes it again.
    pub read: fn(&str) -> Result<Value, String>,
    /// Reads an answer that must be refused.
    pub refuse: Refuse,
    /// Reads kept raw JSON that must be refused.
    pub refuse_kept: Refuse,
    /// The JSON of the crate's own sample with all fields.
    pub all: fn() -> &'static str,
    /// The JSON of the crate's own sample with the fields that are always there.
    pub required: fn() -> &'static str,
}

/// Says why an object is refused; an error if it is not.
pub type Refuse = fn(&str) -> Result<Refusal, String>;

macro_rules! roots {
    ($($name:literal: $type:ty),+ $(,)?) => {
        /// All resources that have a type.
        pub const ROOTS: &[Root] = &[$(Root {
            name: $name,
            read: entrances::read::<$type>,
            refuse: entrances::refuse::<$type>,
            refuse_kept: entrances::refuse_kept::<$type>,
            all: <$type as HasFixture>::full_json,
            required: <$type as HasFixture>::minimal_json,
        }),+];
    };
}

roots! {
    "billing_portal.configuration": billing_portal::BillingPortalConfiguration,
    "billing_portal.session": billing_portal::BillingPortalSession,
    "checkout.session": checkout::CheckoutSession,
    "customer_session": customer_sessions::CustomerSession,
    "discount": shared::Discount,
    "event": events::Event,
    "item": shared::LineItem,
    "price": shared::Price,
    "tax_rate": shared::TaxRate,
}

/// The type of a resource.
pub fn root(name: &str) -> Root {
    let root = ROOTS.iter().find(|root| root.name == name);
    *root.unwrap_or_else(|| panic!("{name} has no type"))
}
