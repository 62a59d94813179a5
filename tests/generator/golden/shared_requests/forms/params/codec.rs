//! The wire names of types, fields and values.

use crate::runtime::encode;
use super::*;

encode::params! {
    FormFooterParams,
    FormHeaderParams,
    CreateForm,
    UpdateFormHeaderParams,
    UpdateForm,
}
