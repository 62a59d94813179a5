//! Names on the wire.

use super::*;
use crate::runtime::encode;

encode::params! {
    FormHeaderParams,
    FormFooterParams,
    CreateForm,
    UpdateFormHeaderParams,
    UpdateForm,
}
