//! The fixtures of the stand-in, written as the generator writes them.

use crate::runtime::testing;

testing::fixtures! {
    crate::stand_in::Widget => "fixtures/widget",
    crate::stand_in::Part => "fixtures/part",
}
