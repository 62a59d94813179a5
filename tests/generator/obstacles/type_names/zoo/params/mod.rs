//! What is sent to the operations of [`zoo`](super).

mod b_tree_map;
mod bool;
mod codec;
mod copy;
mod create_type_zoo;
mod create_type_zoo3d_thing;
mod create_type_zoo_box;
mod create_type_zoo_call;
mod create_type_zoo_client;
mod create_type_zoo_codec;
mod create_type_zoo_default;
mod create_type_zoo_error;
mod create_type_zoo_into_iterator;
mod create_type_zoo_list;
mod create_type_zoo_opaque;
mod create_type_zoo_option;
mod create_type_zoo_result;
mod create_type_zoo_secret;
mod create_type_zoo_self;
mod create_type_zoo_some;
mod create_type_zoo_string;
mod create_type_zoo_vec;
mod drop;
mod event;
mod fn_;
mod i64;
mod item;
mod iterator;
mod mod_;
mod send;
mod sized;
mod sync;
mod u8;

pub use self::b_tree_map::{BTreeMap, BTreeMapKind};
pub use self::bool::{Bool, BoolKind};
pub use self::copy::{Copy, CopyKind};
pub use self::create_type_zoo::CreateTypeZoo;
pub use self::create_type_zoo_box::{BoxKind, CreateTypeZooBox};
pub use self::create_type_zoo_call::{CallKind, CreateTypeZooCall};
pub use self::create_type_zoo_client::{ClientKind, CreateTypeZooClient};
pub use self::create_type_zoo_codec::{CodecKind, CreateTypeZooCodec};
pub use self::create_type_zoo_default::{CreateTypeZooDefault, DefaultKind};
pub use self::create_type_zoo_error::{CreateTypeZooError, ErrorKind};
pub use self::create_type_zoo_into_iterator::{
    CreateTypeZooIntoIterator, IntoIteratorKind,
};
pub use self::create_type_zoo_list::{CreateTypeZooList, ListKind};
pub use self::create_type_zoo_opaque::{CreateTypeZooOpaque, OpaqueKind};
pub use self::create_type_zoo_option::{CreateTypeZooOption, OptionKind};
pub use self::create_type_zoo_result::{CreateTypeZooResult, ResultKind};
pub use self::create_type_zoo_secret::{CreateTypeZooSecret, SecretKind};
pub use self::create_type_zoo_self::{CreateTypeZooSelf, SelfKind};
pub use self::create_type_zoo_some::{CreateTypeZooSome, SomeKind};
pub use self::create_type_zoo_string::{CreateTypeZooString, StringKind};
pub use self::create_type_zoo_vec::{CreateTypeZooVec, VecKind};
pub use self::create_type_zoo3d_thing::{
    CreateTypeZoo3dThing, CreateTypeZoo3dThingKind,
};
pub use self::drop::{Drop, DropKind};
pub use self::event::{Event, EventKind};
pub use self::fn_::{Fn, FnKind};
pub use self::i64::{I64, I64Kind};
pub use self::item::{Item, ItemKind};
pub use self::iterator::{Iterator, IteratorKind};
pub use self::mod_::{Mod, ModKind};
pub use self::send::{Send, SendKind};
pub use self::sized::{Sized, SizedKind};
pub use self::sync::{Sync, SyncKind};
pub use self::u8::{U8, U8Kind};
