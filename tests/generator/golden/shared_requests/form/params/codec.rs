//! The wire names of types, fields and values.

use super::*;
use crate::runtime::encode;

encode::params! {
    FormFooterParams,
    FormHeaderParams,
    CreateForm,
    UpdateFormHeaderParams,
    UpdateForm,
}
