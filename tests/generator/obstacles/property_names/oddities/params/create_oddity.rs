use crate::oddities::params::OddityNestedParams;
use crate::runtime::IntoParam;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/oddities`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateOddity {
    pub(super) fields: Fields,
}

impl CreateOddity {
    /// Creates parameters with the required values.
    pub fn new(
        _3ds: impl IntoParam<String>,
        new_: impl IntoParam<String>,
        self_: impl IntoParam<String>,
        type_: impl IntoParam<String>,
        value: impl IntoParam<String>,
    ) -> Self {
        Self { fields: Fields::new() }
            ._3ds(_3ds)
            .new_(new_)
            .self_(self_)
            .type_(type_)
            .value(value)
    }

    /// Sets `3ds`.
    #[inline]
    pub fn _3ds(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("3ds", value);
        self
    }

    /// Sets `a-b`.
    #[inline]
    pub fn a_b(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("a-b", value);
        self
    }

    /// Sets `a.c`.
    #[inline]
    pub fn a_c(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("a.c", value);
        self
    }

    /// Sets `as_str`.
    #[allow(clippy::wrong_self_convention, reason = "called as in the API")]
    #[inline]
    pub fn as_str(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("as_str", value);
        self
    }

    /// Sets `async`.
    #[inline]
    pub fn async_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("async", value);
        self
    }

    /// Sets `await`.
    #[inline]
    pub fn await_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("await", value);
        self
    }

    /// Sets `clone`.
    #[inline]
    pub fn clone_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("clone", value);
        self
    }

    /// Sets `crate`.
    #[inline]
    pub fn crate_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("crate", value);
        self
    }

    /// Sets `default`.
    #[inline]
    pub fn default_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("default", value);
        self
    }

    /// Sets `description`.
    #[inline]
    pub fn description(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("description", value);
        self
    }

    /// Sets `dyn`.
    #[inline]
    pub fn dyn_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("dyn", value);
        self
    }

    /// Sets `enum`.
    #[inline]
    pub fn enum_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("enum", value);
        self
    }

    /// Sets `eq`.
    #[inline]
    pub fn eq_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("eq", value);
        self
    }

    /// Sets `fmt`.
    #[inline]
    pub fn fmt_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("fmt", value);
        self
    }

    /// Sets `gen`.
    #[inline]
    pub fn gen_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("gen", value);
        self
    }

    /// Sets `get`.
    #[inline]
    pub fn get_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("get", value);
        self
    }

    /// Sets `id`.
    #[inline]
    pub fn id(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("id", value);
        self
    }

    /// Sets `in`.
    #[inline]
    pub fn in_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("in", value);
        self
    }

    /// Sets `items`.
    #[inline]
    pub fn items(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("items", value);
        self
    }

    /// Sets `match`.
    #[inline]
    pub fn match_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("match", value);
        self
    }

    /// Sets `maybe`.
    #[inline]
    pub fn maybe_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("maybe", value);
        self
    }

    /// Sets `nested`.
    #[inline]
    pub fn nested(mut self, value: OddityNestedParams) -> Self {
        self.fields.set("nested", value);
        self
    }

    /// Sets `new`.
    #[inline]
    pub fn new_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("new", value);
        self
    }

    /// Sets `object`.
    #[inline]
    pub fn object(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("object", value);
        self
    }

    /// Sets `properties`.
    #[inline]
    pub fn properties(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("properties", value);
        self
    }

    /// Sets `required`.
    #[inline]
    pub fn required(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("required", value);
        self
    }

    /// Sets `self`.
    #[inline]
    pub fn self_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("self", value);
        self
    }

    /// Sets `super`.
    #[inline]
    pub fn super_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("super", value);
        self
    }

    /// Sets `title`.
    #[inline]
    pub fn title(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("title", value);
        self
    }

    /// Sets `try`.
    #[inline]
    pub fn try_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("try", value);
        self
    }

    /// Sets `type`.
    #[inline]
    pub fn type_(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("type", value);
        self
    }

    /// Sets `union`.
    #[inline]
    pub fn union(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("union", value);
        self
    }

    /// Sets `value`.
    #[inline]
    pub fn value(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("value", value);
        self
    }

    /// Sets `values`.
    #[inline]
    pub fn values(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("values", value);
        self
    }

    /// Sets `ünder`.
    #[inline]
    pub fn ufc_nder(mut self, value: impl IntoParam<String>) -> Self {
        self.fields.text("ünder", value);
        self
    }
}
