//! Names on the wire.

use super::*;
use crate::runtime::encode;

encode::params! {
    CreateFormHeaderParams,
    CreateFormFooterParams,
    CreateForm,
    UpdateFormHeaderParams,
    UpdateForm,
}
