//! Stripe's mock, which knows the document, accepts what the crate sends, and the crate
//! decodes its responses.

mod calls;
mod inventory;
mod random;

use client_tests::report::Trial;

pub(crate) fn trials() -> Vec<Trial> {
    let mut trials = calls::trials();
    trials.extend(inventory::trials());
    trials.extend(random::trials());
    trials
}
