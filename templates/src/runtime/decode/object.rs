//! Objects with known keys.

use serde_json::{Map, Value as Json};

use super::{DecodeErrorKind, MapReader, Place, Trace, Value, buffered};

/// The keys of a struct.
#[derive(Debug)]
pub(crate) struct Shape {
    keys: &'static [&'static str],
    /// The keys that must be present.
    required: u128,
    /// The keys whose value stays empty if it is null.
    or_empty: u128,
    /// The keys that are absent if their value has another type.
    lenient: u128,
}

impl Shape {
    /// Creates a shape; `needs` has one entry per key. More than 128 keys do not compile.
    pub(crate) const fn new(keys: &'static [&'static str], needs: &[Need]) -> Self {
        assert!(keys.len() <= 128 && keys.len() == needs.len());
        let mut shape = Self { keys, required: 0, or_empty: 0, lenient: 0 };
        let mut index = 0;
        while index < needs.len() {
            match needs[index] {
                Need::Required => shape.required |= 1 << index,
                Need::OrEmpty => shape.or_empty |= 1 << index,
                Need::Lenient => shape.lenient |= 1 << index,
                Need::Optional => {}
            }
            index += 1;
        }
        shape
    }

    #[cfg(feature = "serialize")]
    pub(crate) const fn keys(&self) -> &'static [&'static str] {
        self.keys
    }

    /// Finds a key. Keys mostly arrive in the order of the document, so the search
    /// starts after the previous match.
    fn find(&self, key: &str, start: usize) -> Option<usize> {
        let (before, after) = self.keys.split_at_checked(start)?;
        let position = |keys: &[&str]| keys.iter().position(|name| *name == key);
        position(after).map(|i| start + i).or_else(|| position(before))
    }
}

/// The treatment of a key that is missing or null, or whose value has another type.
#[derive(Clone, Copy, Debug)]
#[allow(dead_code, reason = "what is emitted decides what is needed")]
pub(crate) enum Need {
    /// An error in all cases.
    Required,
    /// Empty if it is missing or null, an error if it has another type.
    OrEmpty,
    /// `None` if it is missing or null, an error if it has another type.
    Optional,
    /// `None` in all cases.
    Lenient,
}

/// Reads an object: each key into the place with the same index in `shape`.
pub(crate) fn fill(
    value: Value<'_>,
    shape: &Shape,
    places: &mut [&mut dyn Place],
) -> Result<(), DecodeErrorKind> {
    let map = value.map()?;
    let mut seen = 0_u128;
    let mut next = 0;
    loop {
        let mut found = None;
        if !map.next_key(&mut |key| found = shape.find(key, next))? {
            break;
        }
        match found {
            Some(index) => {
                fill_one(map, shape, places, index, &mut seen)?;
                next = index + 1;
            }
            None => map.skip()?,
        }
    }
    let missing = (shape.required & !seen).trailing_zeros() as usize;
    match shape.keys.get(missing) {
        Some(key) => Err(DecodeErrorKind::Missing(key)),
        None => Ok(()),
    }
}

fn fill_one(
    map: &mut dyn MapReader,
    shape: &Shape,
    places: &mut [&mut dyn Place],
    index: usize,
    seen: &mut u128,
) -> Result<(), DecodeErrorKind> {
    let (Some(place), Some(key)) = (places.get_mut(index), shape.keys.get(index)) else {
        return map.skip();
    };
    let bit = 1 << index;
    if *seen & bit != 0 {
        place.reset();
    }
    *seen |= bit;
    if shape.lenient & bit != 0 {
        return fill_leniently(map, key, *place);
    }
    if (shape.required | shape.or_empty) & bit == 0 {
        return map.value(key, *place);
    }
    let mut value = NotNull { place: *place, is_null: false };
    map.value(key, &mut value)?;
    if value.is_null {
        *seen &= !bit;
    }
    Ok(())
}

/// The place of a value that has no form for null. Null is as if the key were missing.
struct NotNull<'a> {
    place: &'a mut dyn Place,
    is_null: bool,
}

impl Place for NotNull<'_> {
    fn fill(&mut self, value: Value<'_>) -> Result<(), DecodeErrorKind> {
        match value {
            Value::Null => {
                self.is_null = true;
                Ok(())
            }
            value => self.place.fill(value),
        }
    }

    fn reset(&mut self) {
        self.place.reset();
    }
}

/// Reads a value that must not cost the object around it. A string instead of an object
/// is its id, as older API versions have it.
fn fill_leniently(
    map: &mut dyn MapReader,
    key: &str,
    place: &mut dyn Place,
) -> Result<(), DecodeErrorKind> {
    let mut json = Json::Null;
    map.value(key, &mut json)?;
    let as_object =
        Map::from_iter(json.is_string().then(|| ("id".to_owned(), json.clone())));
    let unrecorded = Trace::default();
    if buffered::fill(place, json, unrecorded.recorder()).is_ok() {
        return Ok(());
    }
    place.reset();
    let is_id = !as_object.is_empty();
    if !is_id || buffered::fill_object(place, as_object, unrecorded.recorder()).is_err()
    {
        place.reset();
    }
    Ok(())
}

/// Implements reading and, with the feature `serialize`, writing of structs:
/// ```text
/// decode::object! {
///     CheckoutSession as "checkout.session" {
///         id: required "id",
///         url: optional "url",
///     }
/// }
/// ```
macro_rules! object {
    ($($name:ident $(as $object:literal)? {
        $($field:ident : $need:ident $key:literal),* $(,)?
    })+) => {$(
        #[allow(deprecated, reason = "what is deprecated is still read and written")]
        const _: () = {
            const SHAPE: $crate::runtime::decode::Shape = $crate::runtime::decode::Shape::new(
                &[$($key),*],
                &[$($crate::runtime::decode::object!(@ $need)),*],
            );

            impl $crate::runtime::decode::Decode for $name {
                fn empty() -> Self {
                    Self { $($field: $crate::runtime::decode::Decode::empty()),* }
                }

                fn put(
                    &mut self,
                    value: $crate::runtime::decode::Value<'_>,
                ) -> ::core::result::Result<(), $crate::runtime::decode::DecodeErrorKind> {
                    $crate::runtime::decode::fill(value, &SHAPE, &mut [$(&mut self.$field),*])
                }
            }

            impl $crate::runtime::decode::Tagged for $name {
                const OBJECT: ::core::option::Option<&'static str> =
                    $crate::runtime::decode::object!(@tag $($object)?);
            }

            $crate::runtime::decode::deserialize!($name);

            #[cfg(feature = "serialize")]
            impl $crate::runtime::serialize::ErasedSerialize for $name {
                fn show(&self) -> $crate::runtime::serialize::Erased<'_> {
                    $crate::runtime::serialize::Erased::object(
                        <Self as $crate::runtime::decode::Tagged>::OBJECT,
                        SHAPE.keys(),
                        ::std::vec![$(&self.$field),*],
                    )
                }
            }

            #[cfg(feature = "serialize")]
            $crate::runtime::serialize::serialize!($name);
        };
    )+};
    (@ required) => { $crate::runtime::decode::Need::Required };
    (@ or_empty) => { $crate::runtime::decode::Need::OrEmpty };
    (@ optional) => { $crate::runtime::decode::Need::Optional };
    (@ lenient) => { $crate::runtime::decode::Need::Lenient };
    (@tag) => { ::core::option::Option::None };
    (@tag $object:literal) => { ::core::option::Option::Some($object) };
}
pub(crate) use object;
