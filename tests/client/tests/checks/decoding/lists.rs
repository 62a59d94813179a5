//! Pages of lists.

use client_tests::report::{Trial, test};
use client_tests::response::differences::compare;
use client_tests::response::entrances::{read, refuse};
use client_tests::response::expected::expected;
use client_tests::response::sample::{Fixture, Form};
use client_tests::response::schema::Schema;
use serde_json::{Value, json};
use stripe_sessions::{List, billing_portal, checkout, events, shared};

use super::{Outcome, ensure};

pub(crate) fn trials() -> Vec<Trial> {
    macro_rules! list {
        ($component:literal: $type:ty) => {
            test(concat!($component, "::pages_of_lists"), || {
                page($component, read::<List<$type>>)?;
                broken($component, |text| {
                    refuse::<List<$type>>(text).map(|refusal| refusal.path)
                })
            })
        };
    }
    vec![
        list!("billing_portal.configuration": billing_portal::BillingPortalConfiguration),
        list!("checkout.session": checkout::CheckoutSession),
        list!("event": events::Event),
        list!("item": shared::LineItem),
    ]
}

fn list(items: &[Value]) -> Value {
    let more = !items.is_empty();
    json!({"object": "list", "data": items, "has_more": more, "url": "/v1/sample"})
}

fn page(component: &str, read: fn(&str) -> Result<Value, String>) -> Outcome {
    let schema = Schema::component(component).expect("a component");
    let items = [Form::Id, Form::Object].map(|form| Fixture::of(component, form).json);
    let items_expected =
        items.iter().map(|item| expected(schema, item)).collect::<Vec<_>>();
    compare(&list(&items_expected), &read(&list(&items).to_string())?)?;
    compare(&list(&[]), &read(&list(&[]).to_string())?)?;
    Ok(())
}

fn broken(component: &str, refuse: fn(&str) -> Result<String, String>) -> Outcome {
    let mut items = [Form::Id, Form::Id].map(|form| Fixture::of(component, form).json);
    items[1]["id"] = Value::Bool(true);
    let path = refuse(&list(&items).to_string())?;
    ensure(path == "data[1].id", &format!("the error is said to be at `{path}`"))?;
    for key in ["data", "has_more", "url"] {
        let mut list = list(&[]);
        list.as_object_mut().expect("an object").remove(key);
        ensure(refuse(&list.to_string())?.is_empty(), "the error is elsewhere")?;
    }
    Ok(())
}
