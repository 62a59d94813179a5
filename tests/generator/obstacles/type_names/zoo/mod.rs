//! Types and operations of `zoo`.

mod b_tree_map;
mod codec;
mod into_iterator_object;
mod references;
mod type_zoo;
mod type_zoos;
mod zoo3d_thing;
mod zoo_bool;
mod zoo_box;
mod zoo_call;
mod zoo_client;
mod zoo_codec;
mod zoo_copy;
mod zoo_default;
mod zoo_drop;
mod zoo_error;
mod zoo_event;
mod zoo_fn;
mod zoo_i64;
mod zoo_item;
mod zoo_iterator;
mod zoo_list;
mod zoo_mod;
mod zoo_opaque;
mod zoo_option;
mod zoo_result;
mod zoo_secret;
mod zoo_self;
mod zoo_send;
mod zoo_sized;
mod zoo_some;
mod zoo_string;
mod zoo_sync;
mod zoo_u8;
mod zoo_vec;

pub mod params;

pub use self::b_tree_map::BTreeMap;
pub use self::into_iterator_object::IntoIteratorObject;
pub use self::references::{
    Zoo3dThingRef, ZooBTreeMapRef, ZooBoolRef, ZooBoxRef, ZooCallRef, ZooClientRef,
    ZooCodecRef, ZooCopyRef, ZooDefaultRef, ZooDropRef, ZooErrorRef, ZooEventRef,
    ZooFnRef, ZooI64Ref, ZooIntoIteratorRef, ZooItemRef, ZooIteratorRef, ZooListRef,
    ZooModRef, ZooOpaqueRef, ZooOptionRef, ZooResultRef, ZooSecretRef, ZooSelfRef,
    ZooSendRef, ZooSizedRef, ZooSomeRef, ZooStringRef, ZooSyncRef, ZooU8Ref, ZooVecRef,
};
pub use self::type_zoo::TypeZoo;
pub use self::type_zoos::TypeZoos;
pub use self::zoo_bool::ZooBool;
pub use self::zoo_box::ZooBox;
pub use self::zoo_call::ZooCall;
pub use self::zoo_client::ZooClient;
pub use self::zoo_codec::ZooCodec;
pub use self::zoo_copy::ZooCopy;
pub use self::zoo_default::ZooDefault;
pub use self::zoo_drop::ZooDrop;
pub use self::zoo_error::ZooError;
pub use self::zoo_event::ZooEvent;
pub use self::zoo_fn::ZooFn;
pub use self::zoo_i64::ZooI64;
pub use self::zoo_item::ZooItem;
pub use self::zoo_iterator::ZooIterator;
pub use self::zoo_list::ZooList;
pub use self::zoo_mod::ZooMod;
pub use self::zoo_opaque::ZooOpaque;
pub use self::zoo_option::{KindAOrB, ListCOrD, ZooOption};
pub use self::zoo_result::ZooResult;
pub use self::zoo_secret::ZooSecret;
pub use self::zoo_self::ZooSelf;
pub use self::zoo_send::ZooSend;
pub use self::zoo_sized::ZooSized;
pub use self::zoo_some::ZooSome;
pub use self::zoo_string::ZooString;
pub use self::zoo_sync::ZooSync;
pub use self::zoo_u8::ZooU8;
pub use self::zoo_vec::ZooVec;
pub use self::zoo3d_thing::Zoo3dThing;
