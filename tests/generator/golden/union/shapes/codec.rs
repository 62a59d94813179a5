//! The wire names of types, fields and values.

use crate::runtime::decode;
use super::*;

decode::object! {
    Shape {
        body: required "body",
        hull: optional "hull",
        state: required "state",
    }
    ShapeCircle as "circle" {
        id: required "id",
    }
    ShapeBodySquare as "square" {
        id: required "id",
    }
}

decode::has_id! {
    ShapeCircle,
    ShapeBodySquare,
}

decode::union! {
    ShapeBody {
        ShapeCircle = "circle",
        ShapeBodySquare = "square",
    }
}
