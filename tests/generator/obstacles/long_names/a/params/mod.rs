//! What is sent to the operations of [`a`](super).

mod a_name_that_nobody_would_write_by_hand_and_no_line_hold;
mod a_name_that_nobody_would_write_by_hand_and_no_line_holds_object;
mod codec;
mod update_a_name_that_nobody_would_write_by_hand_and_no_line_holds;

pub use self::a_name_that_nobody_would_write_by_hand_and_no_line_hold::ANameThatNobodyWouldWriteByHandAndNoLineHold;
pub use self::a_name_that_nobody_would_write_by_hand_and_no_line_holds_object::ANameThatNobodyWouldWriteByHandAndNoLineHoldsObject;
pub use self::update_a_name_that_nobody_would_write_by_hand_and_no_line_holds::{
    ANameThatNobodyWouldWriteByHandAndNoLineHoldsRequired,
    UpdateANameThatNobodyWouldWriteByHandAndNoLineHolds,
};
