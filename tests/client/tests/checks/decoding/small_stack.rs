//! Large objects on threads with small stacks, such as those of asynchronous runtimes.

use std::fmt::Debug;
use std::future::IntoFuture;
use std::hint::black_box;
use std::thread;

use client_tests::report::{Trial, test};
use client_tests::response::entrances::{call, finish};
use client_tests::response::sample::{Fixture, Form};
use client_tests::response::variants::GROUPS;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use stripe_sessions::events::Event;
use stripe_sessions::{Call, Error, Response, checkout};

use super::Outcome;

const STACK: usize = 256 * 1024;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        test("small_stack::session", || {
            small(&largest(), |text| used::<checkout::CheckoutSession>(&text))
        }),
        test("small_stack::event", || {
            let mut event = Fixture::of("event", Form::Object).json;
            event["data"]["object"] = largest();
            small(&event, |text| {
                used::<Event>(&text);
                let event: Event = serde_json::from_str(&text).expect("an event");
                let object = event.object().expect("a session");
                black_box(format!("{object:?}"));
                assert_eq!(object.clone(), object);
            })
        }),
    ]
}

/// Returns the longest session among all variants.
fn largest() -> Value {
    let all = GROUPS.iter().flat_map(|(_, variants)| variants("checkout.session"));
    let all = all.map(|(_, json)| (json.to_string().len(), json));
    all.max_by_key(|(length, _)| *length).expect("a variant").1
}

/// Runs the task with a small stack, whose overflow ends the whole program.
fn small(json: &Value, task: fn(String)) -> Outcome {
    let text = json.to_string();
    let thread = thread::Builder::new().stack_size(STACK).spawn(move || task(text));
    let thread = thread.map_err(|error| error.to_string())?;
    thread.join().map_err(|_| "the thread panicked".to_owned())
}

/// Performs the usual operations on an object.
fn used<T>(text: &str)
where
    T: DeserializeOwned + Serialize + Clone + PartialEq + Debug,
    Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
{
    let plain: T = serde_json::from_str(text).expect("it is read");
    let called = finish(call(text).returning::<T>().into_future()).expect("it is read");
    black_box(format!("{called:?}"));
    let copy = called.into_inner();
    assert_eq!(copy.clone(), plain);
    black_box(format!("{copy:#?}"));
    black_box(serde_json::to_string(&copy).expect("it is written"));
}
