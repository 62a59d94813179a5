//! Parameters of the operations in [`a`](super).

mod a_name_that_nobody_writes_by_hand_and_no_line;
mod a_name_that_nobody_writes_by_hand_and_no_line_object;
mod codec;
mod update_a_name_that_nobody_writes_by_hand_and_no_line;

pub use self::a_name_that_nobody_writes_by_hand_and_no_line::ANameThatNobodyWritesByHandAndNoLineParams;
pub use self::a_name_that_nobody_writes_by_hand_and_no_line_object::ANameThatNobodyWritesByHandAndNoLineObjectParams;
pub use self::update_a_name_that_nobody_writes_by_hand_and_no_line::{
    ANameThatNobodyWritesByHandAndNoLineRequired,
    UpdateANameThatNobodyWritesByHandAndNoLine,
};
