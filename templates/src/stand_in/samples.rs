//! Samples of the stand-in, written as the generator writes them.

use crate::runtime::testing;

testing::samples! {
    crate::stand_in::Widget => "samples/widget",
    crate::stand_in::Part => "samples/part",
}
