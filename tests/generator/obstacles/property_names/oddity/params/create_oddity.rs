use crate::oddity::params::OddityNestedParams;
use crate::runtime::encode::Fields;

/// Parameters of `POST /v1/oddities`.
#[derive(Clone, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateOddity(pub(super) Fields);

impl CreateOddity {
    /// Creates parameters with the required values.
    pub fn new(
        type_: impl Into<String>,
        self_: impl Into<String>,
        _3ds: impl Into<String>,
        new_: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        Self(Fields::new()).type_(type_).self_(self_)._3ds(_3ds).new_(new_).value(value)
    }

    /// Sets `type`.
    #[inline]
    pub fn type_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("type", value))
    }

    /// Sets `in`.
    #[inline]
    pub fn in_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("in", value))
    }

    /// Sets `self`.
    #[inline]
    pub fn self_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("self", value))
    }

    /// Sets `super`.
    #[inline]
    pub fn super_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("super", value))
    }

    /// Sets `crate`.
    #[inline]
    pub fn crate_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("crate", value))
    }

    /// Sets `3ds`.
    #[inline]
    pub fn _3ds(self, value: impl Into<String>) -> Self {
        Self(self.0.text("3ds", value))
    }

    /// Sets `items`.
    #[inline]
    pub fn items(self, value: impl Into<String>) -> Self {
        Self(self.0.text("items", value))
    }

    /// Sets `description`.
    #[inline]
    pub fn description(self, value: impl Into<String>) -> Self {
        Self(self.0.text("description", value))
    }

    /// Sets `title`.
    #[inline]
    pub fn title(self, value: impl Into<String>) -> Self {
        Self(self.0.text("title", value))
    }

    /// Sets `required`.
    #[inline]
    pub fn required(self, value: impl Into<String>) -> Self {
        Self(self.0.text("required", value))
    }

    /// Sets `properties`.
    #[inline]
    pub fn properties(self, value: impl Into<String>) -> Self {
        Self(self.0.text("properties", value))
    }

    /// Sets `enum`.
    #[inline]
    pub fn enum_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("enum", value))
    }

    /// Sets `object`.
    #[inline]
    pub fn object(self, value: impl Into<String>) -> Self {
        Self(self.0.text("object", value))
    }

    /// Sets `new`.
    #[inline]
    pub fn new_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("new", value))
    }

    /// Sets `get`.
    #[inline]
    pub fn get_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("get", value))
    }

    /// Sets `maybe`.
    #[inline]
    pub fn maybe_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("maybe", value))
    }

    /// Sets `clone`.
    #[inline]
    pub fn clone_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("clone", value))
    }

    /// Sets `default`.
    #[inline]
    pub fn default_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("default", value))
    }

    /// Sets `eq`.
    #[inline]
    pub fn eq_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("eq", value))
    }

    /// Sets `fmt`.
    #[inline]
    pub fn fmt_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("fmt", value))
    }

    /// Sets `async`.
    #[inline]
    pub fn async_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("async", value))
    }

    /// Sets `await`.
    #[inline]
    pub fn await_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("await", value))
    }

    /// Sets `dyn`.
    #[inline]
    pub fn dyn_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("dyn", value))
    }

    /// Sets `gen`.
    #[inline]
    pub fn gen_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("gen", value))
    }

    /// Sets `try`.
    #[inline]
    pub fn try_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("try", value))
    }

    /// Sets `union`.
    #[inline]
    pub fn union(self, value: impl Into<String>) -> Self {
        Self(self.0.text("union", value))
    }

    /// Sets `match`.
    #[inline]
    pub fn match_(self, value: impl Into<String>) -> Self {
        Self(self.0.text("match", value))
    }

    /// Sets `as_str`.
    #[allow(clippy::wrong_self_convention, reason = "called as in the API")]
    #[inline]
    pub fn as_str(self, value: impl Into<String>) -> Self {
        Self(self.0.text("as_str", value))
    }

    /// Sets `id`.
    #[inline]
    pub fn id(self, value: impl Into<String>) -> Self {
        Self(self.0.text("id", value))
    }

    /// Sets `a-b`.
    #[inline]
    pub fn a_b(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a-b", value))
    }

    /// Sets `a.c`.
    #[inline]
    pub fn a_c(self, value: impl Into<String>) -> Self {
        Self(self.0.text("a.c", value))
    }

    /// Sets `ünder`.
    #[inline]
    pub fn ufc_nder(self, value: impl Into<String>) -> Self {
        Self(self.0.text("ünder", value))
    }

    /// Sets `value`.
    #[inline]
    pub fn value(self, value: impl Into<String>) -> Self {
        Self(self.0.text("value", value))
    }

    /// Sets `values`.
    #[inline]
    pub fn values(self, value: impl Into<String>) -> Self {
        Self(self.0.text("values", value))
    }

    /// Sets `nested`.
    #[inline]
    pub fn nested(self, value: OddityNestedParams) -> Self {
        Self(self.0.set("nested", value))
    }
}
