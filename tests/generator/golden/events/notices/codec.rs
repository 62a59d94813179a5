//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Notice {
        data: required "data",
        id: required "id",
        type_: required "type",
    }
    NoticeData {
        object: required "object",
    }
}

decode::has_id! {
    Notice,
}

decode::open_enum! {
    NoticeType {
        MealCooked = "meal.cooked",
        MealServed = "meal.served",
    }
}

decode::union! {
    NoticeObject {
        Meal = "meal",
    }
}
