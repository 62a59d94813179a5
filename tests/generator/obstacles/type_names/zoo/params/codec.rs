//! Names on the wire.

use super::*;
use crate::runtime::{decode, encode};

decode::open_enum! {
    OptionKind {
        A = "a",
        B = "b",
    }
    ErrorKind {
        A = "a",
        B = "b",
    }
    ItemKind {
        A = "a",
        B = "b",
    }
    EventKind {
        A = "a",
        B = "b",
    }
    ResultKind {
        A = "a",
        B = "b",
    }
    StringKind {
        A = "a",
        B = "b",
    }
    VecKind {
        A = "a",
        B = "b",
    }
    ListKind {
        A = "a",
        B = "b",
    }
    ClientKind {
        A = "a",
        B = "b",
    }
    BoxKind {
        A = "a",
        B = "b",
    }
    SomeKind {
        A = "a",
        B = "b",
    }
    SelfKind {
        A = "a",
        B = "b",
    }
    IntoIteratorKind {
        A = "a",
        B = "b",
    }
    IteratorKind {
        A = "a",
        B = "b",
    }
    BTreeMapKind {
        A = "a",
        B = "b",
    }
    CodecKind {
        A = "a",
        B = "b",
    }
    OpaqueKind {
        A = "a",
        B = "b",
    }
    DefaultKind {
        A = "a",
        B = "b",
    }
    SendKind {
        A = "a",
        B = "b",
    }
    FnKind {
        A = "a",
        B = "b",
    }
    CallKind {
        A = "a",
        B = "b",
    }
    SecretKind {
        A = "a",
        B = "b",
    }
    CreateTypeZoo3dThingKind {
        A = "a",
        B = "b",
    }
    ModKind {
        A = "a",
        B = "b",
    }
    SizedKind {
        A = "a",
        B = "b",
    }
    SyncKind {
        A = "a",
        B = "b",
    }
    CopyKind {
        A = "a",
        B = "b",
    }
    DropKind {
        A = "a",
        B = "b",
    }
    BoolKind {
        A = "a",
        B = "b",
    }
    U8Kind {
        A = "a",
        B = "b",
    }
    I64Kind {
        A = "a",
        B = "b",
    }
}

encode::params! {
    CreateTypeZooOption,
    CreateTypeZooError,
    Item,
    Event,
    CreateTypeZooResult,
    CreateTypeZooString,
    CreateTypeZooVec,
    CreateTypeZooList,
    CreateTypeZooClient,
    CreateTypeZooBox,
    CreateTypeZooSome,
    CreateTypeZooSelf,
    IntoIterator,
    Iterator,
    BTreeMap,
    CreateTypeZooCodec,
    CreateTypeZooOpaque,
    CreateTypeZooDefault,
    Send,
    Fn,
    CreateTypeZooCall,
    CreateTypeZooSecret,
    CreateTypeZoo3dThing,
    Mod,
    Sized,
    Sync,
    Copy,
    Drop,
    Bool,
    U8,
    I64,
    CreateTypeZoo,
}
