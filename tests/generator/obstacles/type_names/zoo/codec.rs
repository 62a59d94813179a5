//! Names on the wire.

use super::*;
use crate::runtime::{decode, expand};

decode::object! {
    TypeZoo {
        id: required "id",
        option: optional "option",
        options: optional "options",
        option_map: optional "option_map",
        error: optional "error",
        errors: optional "errors",
        error_map: optional "error_map",
        item: optional "item",
        items: optional "items",
        item_map: optional "item_map",
        event: optional "event",
        events: optional "events",
        event_map: optional "event_map",
        result: optional "result",
        results: optional "results",
        result_map: optional "result_map",
        string: optional "string",
        strings: optional "strings",
        string_map: optional "string_map",
        vec: required "vec",
        vecs: optional "vecs",
        vec_map: optional "vec_map",
        list: required "list",
        lists: optional "lists",
        list_map: optional "list_map",
        client: optional "client",
        clients: optional "clients",
        client_map: optional "client_map",
        box_: optional "box",
        boxs: optional "boxs",
        box_map: optional "box_map",
        some: optional "some",
        somes: optional "somes",
        some_map: optional "some_map",
        self_: optional "self",
        selfs: optional "selfs",
        self_map: optional "self_map",
        into_iterator: optional "into_iterator",
        into_iterators: optional "into_iterators",
        into_iterator_map: optional "into_iterator_map",
        iterator: optional "iterator",
        iterators: optional "iterators",
        iterator_map: optional "iterator_map",
        b_tree_map: optional "b_tree_map",
        b_tree_maps: optional "b_tree_maps",
        b_tree_map_map: optional "b_tree_map_map",
        codec: optional "codec",
        codecs: optional "codecs",
        codec_map: optional "codec_map",
        opaque: optional "opaque",
        opaques: optional "opaques",
        opaque_map: optional "opaque_map",
        default: optional "default",
        defaults: optional "defaults",
        default_map: optional "default_map",
        send: optional "send",
        sends: optional "sends",
        send_map: optional "send_map",
        fn_: optional "fn",
        fns: optional "fns",
        fn_map: optional "fn_map",
        call: optional "call",
        calls: optional "calls",
        call_map: optional "call_map",
        secret: optional "secret",
        secrets: optional "secrets",
        secret_map: optional "secret_map",
        _3d_thing: optional "3d_thing",
        _3d_things: optional "3d_things",
        _3d_thing_map: optional "3d_thing_map",
        mod_: optional "mod",
        mods: optional "mods",
        mod_map: optional "mod_map",
        sized: optional "sized",
        sizeds: optional "sizeds",
        sized_map: optional "sized_map",
        sync: optional "sync",
        syncs: optional "syncs",
        sync_map: optional "sync_map",
        copy: optional "copy",
        copys: optional "copys",
        copy_map: optional "copy_map",
        drop: optional "drop",
        drops: optional "drops",
        drop_map: optional "drop_map",
        bool: optional "bool",
        bools: optional "bools",
        bool_map: optional "bool_map",
        u8: optional "u8",
        u8s: optional "u8s",
        u8_map: optional "u8_map",
        i64: optional "i64",
        i64s: optional "i64s",
        i64_map: optional "i64_map",
    }
    OptionObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    ErrorObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    Item {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    Event {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    ResultObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    StringObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    VecObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    ListObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    ClientObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    BoxObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    SomeObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    SelfObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    IntoIterator {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    Iterator {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    BTreeMap {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    CodecObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    OpaqueObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    DefaultObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    Send {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    Fn {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    CallObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    SecretObject {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    V3dThing {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    Mod {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    Sized {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    Sync {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    Copy {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    Drop {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    Bool {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    U8 {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
    I64 {
        at: required "at",
        kind: optional "kind",
        list: optional "list",
        id: optional "id",
    }
}

decode::has_id! {
    TypeZoo,
}

decode::open_enum! {
    I64Kind {
        A = "a",
        B = "b",
    }
    I64List {
        C = "c",
        D = "d",
    }
    U8Kind {
        A = "a",
        B = "b",
    }
    U8List {
        C = "c",
        D = "d",
    }
    BoolKind {
        A = "a",
        B = "b",
    }
    BoolList {
        C = "c",
        D = "d",
    }
    DropKind {
        A = "a",
        B = "b",
    }
    DropList {
        C = "c",
        D = "d",
    }
    CopyKind {
        A = "a",
        B = "b",
    }
    CopyList {
        C = "c",
        D = "d",
    }
    SyncKind {
        A = "a",
        B = "b",
    }
    SyncList {
        C = "c",
        D = "d",
    }
    SizedKind {
        A = "a",
        B = "b",
    }
    SizedList {
        C = "c",
        D = "d",
    }
    ModKind {
        A = "a",
        B = "b",
    }
    ModList {
        C = "c",
        D = "d",
    }
    V3dThingKind {
        A = "a",
        B = "b",
    }
    V3dThingList {
        C = "c",
        D = "d",
    }
    SecretObjectKind {
        A = "a",
        B = "b",
    }
    SecretObjectList {
        C = "c",
        D = "d",
    }
    CallObjectKind {
        A = "a",
        B = "b",
    }
    CallObjectList {
        C = "c",
        D = "d",
    }
    FnKind {
        A = "a",
        B = "b",
    }
    FnList {
        C = "c",
        D = "d",
    }
    SendKind {
        A = "a",
        B = "b",
    }
    SendList {
        C = "c",
        D = "d",
    }
    DefaultObjectKind {
        A = "a",
        B = "b",
    }
    DefaultObjectList {
        C = "c",
        D = "d",
    }
    OpaqueObjectKind {
        A = "a",
        B = "b",
    }
    OpaqueObjectList {
        C = "c",
        D = "d",
    }
    CodecObjectKind {
        A = "a",
        B = "b",
    }
    CodecObjectList {
        C = "c",
        D = "d",
    }
    BTreeMapKind {
        A = "a",
        B = "b",
    }
    BTreeMapList {
        C = "c",
        D = "d",
    }
    IteratorKind {
        A = "a",
        B = "b",
    }
    IteratorList {
        C = "c",
        D = "d",
    }
    IntoIteratorKind {
        A = "a",
        B = "b",
    }
    IntoIteratorList {
        C = "c",
        D = "d",
    }
    SelfObjectKind {
        A = "a",
        B = "b",
    }
    SelfObjectList {
        C = "c",
        D = "d",
    }
    SomeObjectKind {
        A = "a",
        B = "b",
    }
    SomeObjectList {
        C = "c",
        D = "d",
    }
    BoxObjectKind {
        A = "a",
        B = "b",
    }
    BoxObjectList {
        C = "c",
        D = "d",
    }
    ClientObjectKind {
        A = "a",
        B = "b",
    }
    ClientObjectList {
        C = "c",
        D = "d",
    }
    ListObjectKind {
        A = "a",
        B = "b",
    }
    ListObjectList {
        C = "c",
        D = "d",
    }
    VecObjectKind {
        A = "a",
        B = "b",
    }
    VecObjectList {
        C = "c",
        D = "d",
    }
    StringObjectKind {
        A = "a",
        B = "b",
    }
    StringObjectList {
        C = "c",
        D = "d",
    }
    ResultObjectKind {
        A = "a",
        B = "b",
    }
    ResultObjectList {
        C = "c",
        D = "d",
    }
    EventKind {
        A = "a",
        B = "b",
    }
    EventList {
        C = "c",
        D = "d",
    }
    ItemKind {
        A = "a",
        B = "b",
    }
    ItemList {
        C = "c",
        D = "d",
    }
    ErrorObjectKind {
        A = "a",
        B = "b",
    }
    ErrorObjectList {
        C = "c",
        D = "d",
    }
    OptionObjectKind {
        A = "a",
        B = "b",
    }
    OptionObjectList {
        C = "c",
        D = "d",
    }
}

decode::opaque! {
    ZooI64 as "zoo_i64",
    ZooU8 as "zoo_u8",
    ZooBool as "zoo_bool",
    ZooDrop as "zoo_drop",
    ZooCopy as "zoo_copy",
    ZooSync as "zoo_sync",
    ZooSized as "zoo_sized",
    ZooMod as "zoo_mod",
    Zoo3dThing as "zoo_3d_thing",
    ZooSecret as "zoo_secret",
    ZooCall as "zoo_call",
    ZooFn as "zoo_fn",
    ZooSend as "zoo_send",
    ZooDefault as "zoo_default",
    ZooOpaque as "zoo_opaque",
    ZooCodec as "zoo_codec",
    ZooBTreeMap as "zoo_b_tree_map",
    ZooIterator as "zoo_iterator",
    ZooIntoIterator as "zoo_into_iterator",
    ZooSelf as "zoo_self",
    ZooSome as "zoo_some",
    ZooBox as "zoo_box",
    ZooClient as "zoo_client",
    ZooList as "zoo_list",
    ZooVec as "zoo_vec",
    ZooString as "zoo_string",
    ZooResult as "zoo_result",
    ZooEvent as "zoo_event",
    ZooItem as "zoo_item",
    ZooError as "zoo_error",
    ZooOption as "zoo_option",
}

expand::paths! {
    TypeZoo {
        EXPAND_3D_THING_ID = "3d_thing.id",
        EXPAND_3D_THING_MAP_ID = "3d_thing_map.id",
        EXPAND_3D_THINGS_ID = "3d_things.id",
        EXPAND_B_TREE_MAP_ID = "b_tree_map.id",
        EXPAND_B_TREE_MAP_MAP_ID = "b_tree_map_map.id",
        EXPAND_B_TREE_MAPS_ID = "b_tree_maps.id",
        EXPAND_BOOL_ID = "bool.id",
        EXPAND_BOOL_MAP_ID = "bool_map.id",
        EXPAND_BOOLS_ID = "bools.id",
        EXPAND_BOX_ID = "box.id",
        EXPAND_BOX_MAP_ID = "box_map.id",
        EXPAND_BOXS_ID = "boxs.id",
        EXPAND_CALL_ID = "call.id",
        EXPAND_CALL_MAP_ID = "call_map.id",
        EXPAND_CALLS_ID = "calls.id",
        EXPAND_CLIENT_ID = "client.id",
        EXPAND_CLIENT_MAP_ID = "client_map.id",
        EXPAND_CLIENTS_ID = "clients.id",
        EXPAND_CODEC_ID = "codec.id",
        EXPAND_CODEC_MAP_ID = "codec_map.id",
        EXPAND_CODECS_ID = "codecs.id",
        EXPAND_COPY_ID = "copy.id",
        EXPAND_COPY_MAP_ID = "copy_map.id",
        EXPAND_COPYS_ID = "copys.id",
        EXPAND_DEFAULT_ID = "default.id",
        EXPAND_DEFAULT_MAP_ID = "default_map.id",
        EXPAND_DEFAULTS_ID = "defaults.id",
        EXPAND_DROP_ID = "drop.id",
        EXPAND_DROP_MAP_ID = "drop_map.id",
        EXPAND_DROPS_ID = "drops.id",
        EXPAND_ERROR_ID = "error.id",
        EXPAND_ERROR_MAP_ID = "error_map.id",
        EXPAND_ERRORS_ID = "errors.id",
        EXPAND_EVENT_ID = "event.id",
        EXPAND_EVENT_MAP_ID = "event_map.id",
        EXPAND_EVENTS_ID = "events.id",
        EXPAND_FN_ID = "fn.id",
        EXPAND_FN_MAP_ID = "fn_map.id",
        EXPAND_FNS_ID = "fns.id",
        EXPAND_I64_ID = "i64.id",
        EXPAND_I64_MAP_ID = "i64_map.id",
        EXPAND_I64S_ID = "i64s.id",
        EXPAND_INTO_ITERATOR_ID = "into_iterator.id",
        EXPAND_INTO_ITERATOR_MAP_ID = "into_iterator_map.id",
        EXPAND_INTO_ITERATORS_ID = "into_iterators.id",
        EXPAND_ITEM_ID = "item.id",
        EXPAND_ITEM_MAP_ID = "item_map.id",
        EXPAND_ITEMS_ID = "items.id",
        EXPAND_ITERATOR_ID = "iterator.id",
        EXPAND_ITERATOR_MAP_ID = "iterator_map.id",
        EXPAND_ITERATORS_ID = "iterators.id",
        EXPAND_LIST_ID = "list.id",
        EXPAND_LIST_MAP_ID = "list_map.id",
        EXPAND_LISTS_ID = "lists.id",
        EXPAND_MOD_ID = "mod.id",
        EXPAND_MOD_MAP_ID = "mod_map.id",
        EXPAND_MODS_ID = "mods.id",
        EXPAND_OPAQUE_ID = "opaque.id",
        EXPAND_OPAQUE_MAP_ID = "opaque_map.id",
        EXPAND_OPAQUES_ID = "opaques.id",
        EXPAND_OPTION_ID = "option.id",
        EXPAND_OPTION_MAP_ID = "option_map.id",
        EXPAND_OPTIONS_ID = "options.id",
        EXPAND_RESULT_ID = "result.id",
        EXPAND_RESULT_MAP_ID = "result_map.id",
        EXPAND_RESULTS_ID = "results.id",
        EXPAND_SECRET_ID = "secret.id",
        EXPAND_SECRET_MAP_ID = "secret_map.id",
        EXPAND_SECRETS_ID = "secrets.id",
        EXPAND_SELF_ID = "self.id",
        EXPAND_SELF_MAP_ID = "self_map.id",
        EXPAND_SELFS_ID = "selfs.id",
        EXPAND_SEND_ID = "send.id",
        EXPAND_SEND_MAP_ID = "send_map.id",
        EXPAND_SENDS_ID = "sends.id",
        EXPAND_SIZED_ID = "sized.id",
        EXPAND_SIZED_MAP_ID = "sized_map.id",
        EXPAND_SIZEDS_ID = "sizeds.id",
        EXPAND_SOME_ID = "some.id",
        EXPAND_SOME_MAP_ID = "some_map.id",
        EXPAND_SOMES_ID = "somes.id",
        EXPAND_STRING_ID = "string.id",
        EXPAND_STRING_MAP_ID = "string_map.id",
        EXPAND_STRINGS_ID = "strings.id",
        EXPAND_SYNC_ID = "sync.id",
        EXPAND_SYNC_MAP_ID = "sync_map.id",
        EXPAND_SYNCS_ID = "syncs.id",
        EXPAND_U8_ID = "u8.id",
        EXPAND_U8_MAP_ID = "u8_map.id",
        EXPAND_U8S_ID = "u8s.id",
        EXPAND_VEC_ID = "vec.id",
        EXPAND_VEC_MAP_ID = "vec_map.id",
        EXPAND_VECS_ID = "vecs.id",
    }
}
