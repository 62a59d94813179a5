//! The types of the resources.

use serde_json::Value;
use stripe_sessions::testing::HasFixture;
use stripe_sessions::{billing_portal, checkout, customer_sessions, events, shared};

use super::entrances::{self, Refusal};

/// A resource, with its type behind functions.
#[derive(Clone, Copy, Debug)]
pub struct Root {
    /// The component.
    pub name: &'static str,
    /// Reads an object in all ways and serializes it again.
    pub read: fn(&str) -> Result<Value, String>,
    /// Reads a response that must be rejected.
    pub refuse: Refuse,
    /// Reads stored raw JSON that must be rejected.
    pub refuse_kept: Refuse,
    /// Returns the JSON of the crate's own fixture with all fields.
    pub all: fn() -> &'static str,
    /// Returns the JSON of the crate's own fixture with only the fields that are always
    /// present.
    pub required: fn() -> &'static str,
}

/// Returns the reason why an object is rejected, or an error if it is accepted.
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

/// Returns the type of a resource.
pub fn root(name: &str) -> Root {
    let root = ROOTS.iter().find(|root| root.name == name);
    *root.unwrap_or_else(|| panic!("{name} has no type"))
}
