use crate::runtime::encode::Fields;
use crate::zoo::params::{
    BTreeMap, Bool, Copy, CreateTypeZoo3dThing, CreateTypeZooBox, CreateTypeZooCall,
    CreateTypeZooClient, CreateTypeZooCodec, CreateTypeZooDefault, CreateTypeZooError,
    CreateTypeZooList, CreateTypeZooOpaque, CreateTypeZooOption, CreateTypeZooResult,
    CreateTypeZooSecret, CreateTypeZooSelf, CreateTypeZooSome, CreateTypeZooString,
    CreateTypeZooVec, Drop, Event, Fn, I64, IntoIterator, Item, Iterator, Mod, Send,
    Sized, Sync, U8,
};

/// Parameters of `type_zoo#create`.
#[derive(Clone, Default, PartialEq)]
#[must_use = "parameters do nothing until they are sent"]
pub struct CreateTypeZoo(pub(super) Fields);

impl CreateTypeZoo {
    /// Nothing set yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `option`.
    #[inline]
    pub fn option(self, value: CreateTypeZooOption) -> Self {
        Self(self.0.set("option", value))
    }

    /// Sets `error`.
    #[inline]
    pub fn error(self, value: CreateTypeZooError) -> Self {
        Self(self.0.set("error", value))
    }

    /// Sets `item`.
    #[inline]
    pub fn item(self, value: Item) -> Self {
        Self(self.0.set("item", value))
    }

    /// Sets `event`.
    #[inline]
    pub fn event(self, value: Event) -> Self {
        Self(self.0.set("event", value))
    }

    /// Sets `result`.
    #[inline]
    pub fn result(self, value: CreateTypeZooResult) -> Self {
        Self(self.0.set("result", value))
    }

    /// Sets `string`.
    #[inline]
    pub fn string(self, value: CreateTypeZooString) -> Self {
        Self(self.0.set("string", value))
    }

    /// Sets `vec`.
    #[inline]
    pub fn vec(self, value: CreateTypeZooVec) -> Self {
        Self(self.0.set("vec", value))
    }

    /// Sets `list`.
    #[inline]
    pub fn list(self, value: CreateTypeZooList) -> Self {
        Self(self.0.set("list", value))
    }

    /// Sets `client`.
    #[inline]
    pub fn client(self, value: CreateTypeZooClient) -> Self {
        Self(self.0.set("client", value))
    }

    /// Sets `box`.
    #[inline]
    pub fn box_(self, value: CreateTypeZooBox) -> Self {
        Self(self.0.set("box", value))
    }

    /// Sets `some`.
    #[inline]
    pub fn some(self, value: CreateTypeZooSome) -> Self {
        Self(self.0.set("some", value))
    }

    /// Sets `self`.
    #[inline]
    pub fn self_(self, value: CreateTypeZooSelf) -> Self {
        Self(self.0.set("self", value))
    }

    /// Sets `into_iterator`.
    #[inline]
    pub fn into_iterator(self, value: IntoIterator) -> Self {
        Self(self.0.set("into_iterator", value))
    }

    /// Sets `iterator`.
    #[inline]
    pub fn iterator(self, value: Iterator) -> Self {
        Self(self.0.set("iterator", value))
    }

    /// Sets `b_tree_map`.
    #[inline]
    pub fn b_tree_map(self, value: BTreeMap) -> Self {
        Self(self.0.set("b_tree_map", value))
    }

    /// Sets `codec`.
    #[inline]
    pub fn codec(self, value: CreateTypeZooCodec) -> Self {
        Self(self.0.set("codec", value))
    }

    /// Sets `opaque`.
    #[inline]
    pub fn opaque(self, value: CreateTypeZooOpaque) -> Self {
        Self(self.0.set("opaque", value))
    }

    /// Sets `default`.
    #[inline]
    pub fn default_(self, value: CreateTypeZooDefault) -> Self {
        Self(self.0.set("default", value))
    }

    /// Sets `send`.
    #[inline]
    pub fn send(self, value: Send) -> Self {
        Self(self.0.set("send", value))
    }

    /// Sets `fn`.
    #[inline]
    pub fn fn_(self, value: Fn) -> Self {
        Self(self.0.set("fn", value))
    }

    /// Sets `call`.
    #[inline]
    pub fn call(self, value: CreateTypeZooCall) -> Self {
        Self(self.0.set("call", value))
    }

    /// Sets `secret`.
    #[inline]
    pub fn secret(self, value: CreateTypeZooSecret) -> Self {
        Self(self.0.set("secret", value))
    }

    /// Sets `3d_thing`.
    #[inline]
    pub fn _3d_thing(self, value: CreateTypeZoo3dThing) -> Self {
        Self(self.0.set("3d_thing", value))
    }

    /// Sets `mod`.
    #[inline]
    pub fn mod_(self, value: Mod) -> Self {
        Self(self.0.set("mod", value))
    }

    /// Sets `sized`.
    #[inline]
    pub fn sized(self, value: Sized) -> Self {
        Self(self.0.set("sized", value))
    }

    /// Sets `sync`.
    #[inline]
    pub fn sync(self, value: Sync) -> Self {
        Self(self.0.set("sync", value))
    }

    /// Sets `copy`.
    #[inline]
    pub fn copy(self, value: Copy) -> Self {
        Self(self.0.set("copy", value))
    }

    /// Sets `drop`.
    #[inline]
    pub fn drop(self, value: Drop) -> Self {
        Self(self.0.set("drop", value))
    }

    /// Sets `bool`.
    #[inline]
    pub fn bool(self, value: Bool) -> Self {
        Self(self.0.set("bool", value))
    }

    /// Sets `u8`.
    #[inline]
    pub fn u8(self, value: U8) -> Self {
        Self(self.0.set("u8", value))
    }

    /// Sets `i64`.
    #[inline]
    pub fn i64(self, value: I64) -> Self {
        Self(self.0.set("i64", value))
    }
}
