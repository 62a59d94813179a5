use std::collections::BTreeMap;

use crate::zoo::{
    Bool, BoxObject, CallObject, ClientObject, CodecObject, Copy, DefaultObject, Drop,
    ErrorObject, Event, Fn, I64, IntoIterator, Item, Iterator, ListObject, Mod,
    OpaqueObject, OptionObject, ResultObject, SecretObject, SelfObject, Send, Sized,
    SomeObject, StringObject, Sync, U8, V3dThing, VecObject,
};

/// The API's `type_zoo`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TypeZoo {
    /// `id` in the API.
    pub id: String,
    /// `option` in the API.
    pub option: Option<Box<OptionObject>>,
    /// `options` in the API.
    pub options: Option<Vec<OptionObject>>,
    /// `option_map` in the API.
    pub option_map: Option<BTreeMap<String, OptionObject>>,
    /// `error` in the API.
    pub error: Option<Box<ErrorObject>>,
    /// `errors` in the API.
    pub errors: Option<Vec<ErrorObject>>,
    /// `error_map` in the API.
    pub error_map: Option<BTreeMap<String, ErrorObject>>,
    /// `item` in the API.
    pub item: Option<Box<Item>>,
    /// `items` in the API.
    pub items: Option<Vec<Item>>,
    /// `item_map` in the API.
    pub item_map: Option<BTreeMap<String, Item>>,
    /// `event` in the API.
    pub event: Option<Box<Event>>,
    /// `events` in the API.
    pub events: Option<Vec<Event>>,
    /// `event_map` in the API.
    pub event_map: Option<BTreeMap<String, Event>>,
    /// `result` in the API.
    pub result: Option<Box<ResultObject>>,
    /// `results` in the API.
    pub results: Option<Vec<ResultObject>>,
    /// `result_map` in the API.
    pub result_map: Option<BTreeMap<String, ResultObject>>,
    /// `string` in the API.
    pub string: Option<Box<StringObject>>,
    /// `strings` in the API.
    pub strings: Option<Vec<StringObject>>,
    /// `string_map` in the API.
    pub string_map: Option<BTreeMap<String, StringObject>>,
    /// `vec` in the API.
    pub vec: VecObject,
    /// `vecs` in the API.
    pub vecs: Option<Vec<VecObject>>,
    /// `vec_map` in the API.
    pub vec_map: Option<BTreeMap<String, VecObject>>,
    /// `list` in the API.
    pub list: ListObject,
    /// `lists` in the API.
    pub lists: Option<Vec<ListObject>>,
    /// `list_map` in the API.
    pub list_map: Option<BTreeMap<String, ListObject>>,
    /// `client` in the API.
    pub client: Option<Box<ClientObject>>,
    /// `clients` in the API.
    pub clients: Option<Vec<ClientObject>>,
    /// `client_map` in the API.
    pub client_map: Option<BTreeMap<String, ClientObject>>,
    /// `box` in the API.
    pub box_: Option<Box<BoxObject>>,
    /// `boxs` in the API.
    pub boxs: Option<Vec<BoxObject>>,
    /// `box_map` in the API.
    pub box_map: Option<BTreeMap<String, BoxObject>>,
    /// `some` in the API.
    pub some: Option<Box<SomeObject>>,
    /// `somes` in the API.
    pub somes: Option<Vec<SomeObject>>,
    /// `some_map` in the API.
    pub some_map: Option<BTreeMap<String, SomeObject>>,
    /// `self` in the API.
    pub self_: Option<Box<SelfObject>>,
    /// `selfs` in the API.
    pub selfs: Option<Vec<SelfObject>>,
    /// `self_map` in the API.
    pub self_map: Option<BTreeMap<String, SelfObject>>,
    /// `into_iterator` in the API.
    pub into_iterator: Option<Box<IntoIterator>>,
    /// `into_iterators` in the API.
    pub into_iterators: Option<Vec<IntoIterator>>,
    /// `into_iterator_map` in the API.
    pub into_iterator_map: Option<BTreeMap<String, IntoIterator>>,
    /// `iterator` in the API.
    pub iterator: Option<Box<Iterator>>,
    /// `iterators` in the API.
    pub iterators: Option<Vec<Iterator>>,
    /// `iterator_map` in the API.
    pub iterator_map: Option<BTreeMap<String, Iterator>>,
    /// `b_tree_map` in the API.
    pub b_tree_map: Option<Box<crate::zoo::BTreeMap>>,
    /// `b_tree_maps` in the API.
    pub b_tree_maps: Option<Vec<crate::zoo::BTreeMap>>,
    /// `b_tree_map_map` in the API.
    pub b_tree_map_map: Option<BTreeMap<String, crate::zoo::BTreeMap>>,
    /// `codec` in the API.
    pub codec: Option<Box<CodecObject>>,
    /// `codecs` in the API.
    pub codecs: Option<Vec<CodecObject>>,
    /// `codec_map` in the API.
    pub codec_map: Option<BTreeMap<String, CodecObject>>,
    /// `opaque` in the API.
    pub opaque: Option<Box<OpaqueObject>>,
    /// `opaques` in the API.
    pub opaques: Option<Vec<OpaqueObject>>,
    /// `opaque_map` in the API.
    pub opaque_map: Option<BTreeMap<String, OpaqueObject>>,
    /// `default` in the API.
    pub default: Option<Box<DefaultObject>>,
    /// `defaults` in the API.
    pub defaults: Option<Vec<DefaultObject>>,
    /// `default_map` in the API.
    pub default_map: Option<BTreeMap<String, DefaultObject>>,
    /// `send` in the API.
    pub send: Option<Box<Send>>,
    /// `sends` in the API.
    pub sends: Option<Vec<Send>>,
    /// `send_map` in the API.
    pub send_map: Option<BTreeMap<String, Send>>,
    /// `fn` in the API.
    pub fn_: Option<Box<Fn>>,
    /// `fns` in the API.
    pub fns: Option<Vec<Fn>>,
    /// `fn_map` in the API.
    pub fn_map: Option<BTreeMap<String, Fn>>,
    /// `call` in the API.
    pub call: Option<Box<CallObject>>,
    /// `calls` in the API.
    pub calls: Option<Vec<CallObject>>,
    /// `call_map` in the API.
    pub call_map: Option<BTreeMap<String, CallObject>>,
    /// `secret` in the API.
    pub secret: Option<Box<SecretObject>>,
    /// `secrets` in the API.
    pub secrets: Option<Vec<SecretObject>>,
    /// `secret_map` in the API.
    pub secret_map: Option<BTreeMap<String, SecretObject>>,
    /// `3d_thing` in the API.
    pub _3d_thing: Option<Box<V3dThing>>,
    /// `3d_things` in the API.
    pub _3d_things: Option<Vec<V3dThing>>,
    /// `3d_thing_map` in the API.
    pub _3d_thing_map: Option<BTreeMap<String, V3dThing>>,
    /// `mod` in the API.
    pub mod_: Option<Box<Mod>>,
    /// `mods` in the API.
    pub mods: Option<Vec<Mod>>,
    /// `mod_map` in the API.
    pub mod_map: Option<BTreeMap<String, Mod>>,
    /// `sized` in the API.
    pub sized: Option<Box<Sized>>,
    /// `sizeds` in the API.
    pub sizeds: Option<Vec<Sized>>,
    /// `sized_map` in the API.
    pub sized_map: Option<BTreeMap<String, Sized>>,
    /// `sync` in the API.
    pub sync: Option<Box<Sync>>,
    /// `syncs` in the API.
    pub syncs: Option<Vec<Sync>>,
    /// `sync_map` in the API.
    pub sync_map: Option<BTreeMap<String, Sync>>,
    /// `copy` in the API.
    pub copy: Option<Box<Copy>>,
    /// `copys` in the API.
    pub copys: Option<Vec<Copy>>,
    /// `copy_map` in the API.
    pub copy_map: Option<BTreeMap<String, Copy>>,
    /// `drop` in the API.
    pub drop: Option<Box<Drop>>,
    /// `drops` in the API.
    pub drops: Option<Vec<Drop>>,
    /// `drop_map` in the API.
    pub drop_map: Option<BTreeMap<String, Drop>>,
    /// `bool` in the API.
    pub bool: Option<Box<Bool>>,
    /// `bools` in the API.
    pub bools: Option<Vec<Bool>>,
    /// `bool_map` in the API.
    pub bool_map: Option<BTreeMap<String, Bool>>,
    /// `u8` in the API.
    pub u8: Option<Box<U8>>,
    /// `u8s` in the API.
    pub u8s: Option<Vec<U8>>,
    /// `u8_map` in the API.
    pub u8_map: Option<BTreeMap<String, U8>>,
    /// `i64` in the API.
    pub i64: Option<Box<I64>>,
    /// `i64s` in the API.
    pub i64s: Option<Vec<I64>>,
    /// `i64_map` in the API.
    pub i64_map: Option<BTreeMap<String, I64>>,
}
