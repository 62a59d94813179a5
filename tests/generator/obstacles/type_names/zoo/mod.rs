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

pub use self::b_tree_map::{BTreeMap, BTreeMapKind, BTreeMapList};
pub use self::into_iterator_object::{
    IntoIteratorObject, IntoIteratorObjectKind, IntoIteratorObjectList,
};
pub use self::references::{
    Zoo3dThingRef, ZooBTreeMapRef, ZooBoolRef, ZooBoxRef, ZooCallRef, ZooClientRef,
    ZooCodecRef, ZooCopyRef, ZooDefaultRef, ZooDropRef, ZooErrorRef, ZooEventRef,
    ZooFnRef, ZooI64Ref, ZooIntoIteratorRef, ZooItemRef, ZooIteratorRef, ZooListRef,
    ZooModRef, ZooOpaqueRef, ZooOptionRef, ZooResultRef, ZooSecretRef, ZooSelfRef,
    ZooSendRef, ZooSizedRef, ZooSomeRef, ZooStringRef, ZooSyncRef, ZooU8Ref, ZooVecRef,
};
pub use self::type_zoo::TypeZoo;
pub use self::type_zoos::TypeZoos;
pub use self::zoo3d_thing::{Zoo3dThing, Zoo3dThingKind, Zoo3dThingList};
pub use self::zoo_bool::{ZooBool, ZooBoolKind, ZooBoolList};
pub use self::zoo_box::{ZooBox, ZooBoxKind, ZooBoxList};
pub use self::zoo_call::{ZooCall, ZooCallKind, ZooCallList};
pub use self::zoo_client::{ZooClient, ZooClientKind, ZooClientList};
pub use self::zoo_codec::{ZooCodec, ZooCodecKind, ZooCodecList};
pub use self::zoo_copy::{ZooCopy, ZooCopyKind, ZooCopyList};
pub use self::zoo_default::{ZooDefault, ZooDefaultKind, ZooDefaultList};
pub use self::zoo_drop::{ZooDrop, ZooDropKind, ZooDropList};
pub use self::zoo_error::{ZooError, ZooErrorKind, ZooErrorList};
pub use self::zoo_event::{ZooEvent, ZooEventKind, ZooEventList};
pub use self::zoo_fn::{ZooFn, ZooFnKind, ZooFnList};
pub use self::zoo_i64::{ZooI64, ZooI64Kind, ZooI64List};
pub use self::zoo_item::{ZooItem, ZooItemKind, ZooItemList};
pub use self::zoo_iterator::{ZooIterator, ZooIteratorKind, ZooIteratorList};
pub use self::zoo_list::{ZooList, ZooListKind, ZooListList};
pub use self::zoo_mod::{ZooMod, ZooModKind, ZooModList};
pub use self::zoo_opaque::{ZooOpaque, ZooOpaqueKind, ZooOpaqueList};
pub use self::zoo_option::{ZooOption, ZooOptionKind, ZooOptionList};
pub use self::zoo_result::{ZooResult, ZooResultKind, ZooResultList};
pub use self::zoo_secret::{ZooSecret, ZooSecretKind, ZooSecretList};
pub use self::zoo_self::{ZooSelf, ZooSelfKind, ZooSelfList};
pub use self::zoo_send::{ZooSend, ZooSendKind, ZooSendList};
pub use self::zoo_sized::{ZooSized, ZooSizedKind, ZooSizedList};
pub use self::zoo_some::{ZooSome, ZooSomeKind, ZooSomeList};
pub use self::zoo_string::{ZooString, ZooStringKind, ZooStringList};
pub use self::zoo_sync::{ZooSync, ZooSyncKind, ZooSyncList};
pub use self::zoo_u8::{ZooU8, ZooU8Kind, ZooU8List};
pub use self::zoo_vec::{ZooVec, ZooVecKind, ZooVecList};
