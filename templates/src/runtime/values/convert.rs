//! The conversions of arguments, with messages that tell what is accepted.

use super::expand::Expand;

/// A value that can be set as a parameter of type `T`: everything that converts into it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be set as a parameter of type `{T}`",
    note = "set an `Option` with `.maybe(option, Type::setter)`; `None` leaves the parameter unset"
)]
pub trait IntoParam<T> {
    /// Converts the value.
    fn into_param(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T, V: Into<T>> IntoParam<T> for V {
    fn into_param(self) -> T {
        self.into()
    }
}

/// One value that converts into `T`, or several: an array, a `Vec` or another iterator.
///
/// The compiler infers `M`, which tells the two apart.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither one value that converts into `{T}` nor several",
    note = "pass one value, an array, a slice, a `Vec` or another iterator"
)]
pub trait OneOrMany<T, M> {
    /// Returns the values.
    fn into_vec(self) -> Vec<T>;
}

/// Marks one value.
#[derive(Debug)]
pub enum One {}

/// Marks several values.
#[derive(Debug)]
pub enum Many {}

#[diagnostic::do_not_recommend]
impl<T, V: Element<T>> OneOrMany<T, One> for V {
    fn into_vec(self) -> Vec<T> {
        vec![self.into_element()]
    }
}

#[diagnostic::do_not_recommend]
impl<T, I: IntoIterator<Item: Element<T>>> OneOrMany<T, Many> for I {
    fn into_vec(self) -> Vec<T> {
        self.into_iter().map(Element::into_element).collect()
    }
}

/// A value that converts into `T`. Unlike [`Into`], references to strings convert too.
pub trait Element<T> {
    /// Converts the value.
    fn into_element(self) -> T;
}

impl<V: AsRef<str>> Element<String> for V {
    fn into_element(self) -> String {
        self.as_ref().to_owned()
    }
}

impl<V: Into<Expand>> Element<Expand> for V {
    fn into_element(self) -> Expand {
        self.into()
    }
}
