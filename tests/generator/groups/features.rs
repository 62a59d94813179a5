//! What is there with the features that are on. The test `groups` puts this program beside the crate
//! of the case and runs it with several features.

use cases::notices::{Notice, NoticeObject};

const LETTER: &str =
    r#"{"id": "l_1", "object": "letter", "stamp": {"stamp_color": "red"}}"#;

const NOTICE: &str =
    r#"{"id": "n_1", "object": "notice", "type": "letter.posted", "data": {"object": LETTER}}"#;

#[test]
fn the_object_of_an_event_is_typed_with_its_feature_and_raw_without() {
    let event: Notice = serde_json::from_str(&NOTICE.replace("LETTER", LETTER)).unwrap();
    match event.object().unwrap() {
        #[cfg(feature = "letters")]
        NoticeObject::Letter(letter) => assert_eq!(letter.id, "l_1"),
        #[cfg(not(feature = "letters"))]
        NoticeObject::Unrecognized(raw) => assert_eq!(raw.get("id").unwrap(), "l_1"),
        other => panic!("{other:?}"),
    }
}

#[test]
#[cfg(feature = "parcels")]
fn a_field_has_one_type_with_and_without_the_feature_of_what_it_refers_to() {
    use cases::letters::LetterRef;
    let json = r#"{"id": "p_1", "object": "parcel", "stamps": [], "cover_letter": LETTER}"#;
    let parcel: cases::parcels::Parcel =
        serde_json::from_str(&json.replace("LETTER", LETTER)).unwrap();
    let letter: &cases::Expandable<LetterRef> = &parcel.cover_letter;
    assert!(letter.is_expanded());
    #[cfg(feature = "letters")]
    assert_eq!(letter.object().unwrap().unwrap().id, "l_1");
}

#[test]
#[cfg(all(feature = "offices", feature = "parcels"))]
fn an_accessor_has_the_operations_of_the_features_that_are_on() {
    fn calls(client: &cases::Client) {
        drop(client.offices().retrieve("o_1"));
        drop(client.offices().list_parcels("o_1"));
        drop(client.drills().parcels().lose("p_1"));
    }
    let _ = calls;
}
