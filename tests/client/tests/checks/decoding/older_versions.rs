//! Objects of older API versions lack fields that the pinned version requires.

use client_tests::report::{Trial, test};
use client_tests::response::place::Place;
use client_tests::response::roots::root;
use client_tests::response::sample::{Fixture, Form, Site};
use serde_json::Value;

use super::samples::check;
use super::{Outcome, ensure};

/// The required fields that some version since 2019 lacks.
const LATER: &[(&str, &[&str])] = &[
    (
        "billing_portal.configuration",
        &[
            "features.subscription_cancel.cancellation_reason",
            "features.subscription_update.products[].adjustable_quantity",
            "features.subscription_update.schedule_at_period_end",
            "features.subscription_update.trial_update_behavior",
            "login_page",
        ],
    ),
    ("billing_portal.session", &["configuration"]),
    (
        "checkout.session",
        &[
            "automatic_tax",
            "created",
            "custom_fields",
            "custom_text",
            "expires_at",
            "line_items.data[].amount_discount",
            "line_items.data[].amount_subtotal",
            "line_items.data[].amount_tax",
            "line_items.data[].amount_total",
            "line_items.data[].discounts[].discount.id",
            "line_items.data[].discounts[].discount.source",
            "mode",
            "payment_method_options.card.request_three_d_secure",
            "payment_method_types",
            "payment_status",
            "shipping_options",
            "tax_id_collection.required",
        ],
    ),
];

/// Changes the value at a place.
type Change = fn(&Place, &Value) -> Value;

const CHANGES: [(&str, Change); 2] =
    [("absent", Place::remove), ("null", |place, json| place.set(json, Value::Null))];

pub(crate) fn trials() -> Vec<Trial> {
    let trials = LATER.iter().flat_map(|(component, fields)| {
        CHANGES.iter().flat_map(move |(state, change)| {
            let each = fields.iter().map(move |field| {
                test(&format!("{component}::{field}::{state}"), || {
                    each_alone(component, field, *change)
                })
            });
            let all = format!("{component}::all_later_fields::{state}");
            each.chain([test(&all, || all_at_once(component, fields, *change))])
        })
    });
    trials.collect()
}

fn each_alone(component: &str, field: &str, change: Change) -> Outcome {
    let sample = Fixture::of(component, Form::Object);
    for site in sites(&sample, field)? {
        check(&root(component), &change(&site.place, &sample.json))?;
    }
    Ok(())
}

fn all_at_once(component: &str, fields: &[&str], change: Change) -> Outcome {
    let sample = Fixture::of(component, Form::Object);
    let mut json = sample.json.clone();
    for field in fields {
        for site in sites(&sample, field)? {
            json = change(&site.place, &json);
        }
    }
    check(&root(component), &json).map(drop)
}

/// Returns the places of a field; the pinned version must have it.
fn sites<'a>(sample: &'a Fixture, field: &str) -> Result<Vec<&'a Site>, String> {
    let sites = sample.sites.iter().filter(|site| site.place.pattern() == field);
    let sites: Vec<_> = sites.collect();
    ensure(!sites.is_empty(), &format!("there is no `{field}`"))?;
    Ok(sites)
}
