//! Objects with known keys.

use serde_json::{Map, Value as Json};

use super::{DecodeErrorKind, MemberPlace, Trace, Value, buffered};

/// The keys of a struct.
#[derive(Debug)]
pub(crate) struct Shape {
    keys: &'static [&'static str],
    /// The keys that must be present.
    required: Keys,
    /// The keys that are absent if their value has another type.
    lenient: Keys,
}

impl Shape {
    /// Creates a shape; `needs` has one entry per key. More than 128 keys do not compile.
    pub(crate) const fn new(keys: &'static [&'static str], needs: &[Need]) -> Self {
        assert!(keys.len() <= Keys::LIMIT && keys.len() == needs.len());
        let mut shape = Self { keys, required: Keys::NONE, lenient: Keys::NONE };
        let mut index = 0;
        while index < needs.len() {
            match needs[index] {
                Need::Required => shape.required.insert(index),
                Need::Lenient => shape.lenient.insert(index),
                Need::Optional | Need::OrEmpty => {}
            }
            index += 1;
        }
        shape
    }

    #[cfg(feature = "serialize")]
    pub(crate) const fn keys(&self) -> &'static [&'static str] {
        self.keys
    }

    /// Returns the index of a key, or the number of keys if the struct has no such key.
    /// Starts after the previous match.
    #[inline(never)]
    fn search(&self, key: &str, start: usize) -> usize {
        let (before, after) = self.keys.split_at_checked(start).unwrap_or_default();
        let position = |keys: &[&str]| keys.iter().position(|name| *name == key);
        let found = position(after).map(|index| start + index);
        found.or_else(|| position(before)).unwrap_or(self.keys.len())
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

/// A set of keys, by their index. Shifts of 64 bits are a single instruction, unlike those
/// of 128.
#[derive(Clone, Copy, Debug)]
struct Keys([u64; 2]);

impl Keys {
    const NONE: Self = Self([0; 2]);
    const LIMIT: usize = 128;

    const fn insert(&mut self, index: usize) {
        if index < Self::LIMIT {
            self.0[index / 64] |= 1 << (index % 64);
        }
    }

    const fn remove(&mut self, index: usize) {
        if index < Self::LIMIT {
            self.0[index / 64] &= !(1 << (index % 64));
        }
    }

    const fn contains(self, index: usize) -> bool {
        index < Self::LIMIT && self.0[index / 64] & 1 << (index % 64) != 0
    }

    /// Returns the first key that another set lacks.
    const fn first_outside(self, other: Self) -> Option<usize> {
        let [low, high] = [self.0[0] & !other.0[0], self.0[1] & !other.0[1]];
        match (low, high) {
            (0, 0) => None,
            (0, high) => Some(64 + high.trailing_zeros() as usize),
            (low, _) => Some(low.trailing_zeros() as usize),
        }
    }
}

/// The members of an object that is being read.
#[allow(missing_debug_implementations, reason = "lives inside one call only")]
pub struct Members<'a> {
    shape: &'a Shape,
    places: &'a mut [&'a mut dyn MemberPlace],
    seen: Keys,
    next: usize,
}

impl Members<'_> {
    /// Returns the index of a key. Keys mostly arrive in the order of the document, so the
    /// one after the previous key is compared first. [`Members::place`] knows no place for a
    /// key that the struct does not have.
    #[inline]
    pub(super) fn find(&self, key: &str) -> usize {
        match self.shape.keys.get(self.next) {
            Some(name) if is_same(name.as_bytes(), key.as_bytes()) => self.next,
            _ => self.shape.search(key, self.next),
        }
    }

    /// Returns the blank place of a key. If a key appears twice, the last value counts.
    #[inline]
    pub(super) fn place(&mut self, index: usize) -> Option<&mut dyn MemberPlace> {
        let place = self.places.get_mut(index)?;
        if self.seen.contains(index) {
            place.reset();
        }
        self.seen.insert(index);
        self.next = index + 1;
        Some(*place)
    }

    /// Notes that the value was null, which is as if the key were missing.
    #[inline]
    pub(super) fn skip_null(&mut self, index: usize) {
        self.seen.remove(index);
    }

    /// Returns `true` if the value of a key must not cost the object around it.
    #[inline]
    pub(super) fn is_lenient(&self, index: usize) -> bool {
        self.shape.lenient.contains(index)
    }

    /// Returns the name of a key.
    pub(super) fn name(&self, index: usize) -> &'static str {
        self.shape.keys.get(index).copied().unwrap_or_default()
    }
}

/// Compares two names. They are short: a call of `memcmp` takes longer than to compare them
/// by eight bytes, of which the last ones may be compared twice.
#[inline]
fn is_same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let (Some(end), Some(other)) = (a.last_chunk::<8>(), b.last_chunk()) else {
        return a.iter().zip(b).all(|(x, y)| x == y);
    };
    let mut eights = a.as_chunks::<8>().0.iter().zip(b.as_chunks().0);
    end == other && eights.all(|(x, y)| x == y)
}

/// Reads an object: each key into the place with the same index in `shape`.
pub(crate) fn fill<'a>(
    value: Value<'_>,
    shape: &'a Shape,
    places: &'a mut [&'a mut dyn MemberPlace],
) -> Result<(), DecodeErrorKind> {
    let mut members = Members { shape, places, seen: Keys::NONE, next: 0 };
    value.map()?.members(&mut members)?;
    match shape.required.first_outside(members.seen) {
        Some(index) => Err(DecodeErrorKind::missing(members.name(index))),
        None => Ok(()),
    }
}

/// Reads a value that must not cost the object around it. A string instead of an object
/// is its id, as older API versions have it.
pub(super) fn fill_leniently(place: &mut dyn MemberPlace, json: Json) {
    let mut as_object = Map::new();
    if json.is_string() {
        as_object.insert("id".to_owned(), json.clone());
    }
    let unrecorded = Trace::default();
    if buffered::fill(place, json, unrecorded.recorder()).is_ok() {
        return;
    }
    place.reset();
    let is_id = !as_object.is_empty();
    if !is_id || buffered::fill_object(place, as_object, unrecorded.recorder()).is_err()
    {
        place.reset();
    }
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
#[allow(unused_macros, reason = "what is emitted decides what is needed")]
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

            $crate::runtime::decode::blank!($name = Self {
                $($field: $crate::runtime::decode::Blank::BLANK),*
            });

            impl $crate::runtime::decode::Place for $name {
                fn fill(
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
#[allow(unused_imports, reason = "what is emitted decides what is needed")]
pub(crate) use object;
