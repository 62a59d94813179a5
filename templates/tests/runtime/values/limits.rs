//! Nesting depth, small stacks and large inputs.

use std::fmt::Write;

use stripe_runtime::stand_in;

const REST: &str = r#""id":"w","created":1,"livemode":false,"mode":"m","modes":[]"#;

fn nested(open: &str, middle: &str, close: &str, depth: usize) -> String {
    format!("{}{middle}{}", open.repeat(depth), close.repeat(depth))
}

fn small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = std::thread::Builder::new().stack_size(256 * 1024);
    thread.spawn(work).unwrap().join().unwrap()
}

#[test]
fn the_recursion_limit_holds_for_raw_values() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let sound = nested(open, "1", close, 120);
        let too_deep = nested(open, "1", close, 200);
        assert!(stand_in::json(sound.as_bytes()).is_ok());
        let failed = stand_in::json(too_deep.as_bytes()).unwrap_err();
        assert_eq!(failed.message(), "recursion limit exceeded");
        for key in ["extra", "owner", "source"] {
            let body = format!("{{{REST},\"{key}\":{{\"a\":{too_deep}}}}}");
            let failed = stand_in::widget(body.as_bytes()).unwrap_err();
            assert_eq!(
                (failed.path(), failed.message()),
                (key, "recursion limit exceeded")
            );
        }
    }
}

#[test]
fn the_recursion_limit_holds_for_typed_values() {
    let open = format!("{{{REST},\"object\":\"widget\",\"parent\":");
    assert!(stand_in::widget(nested(&open, "\"w_0\"", "}", 120).as_bytes()).is_ok());
    let failed = stand_in::widget(nested(&open, "\"w_0\"", "}", 5_000).as_bytes());
    assert_eq!(failed.unwrap_err().message(), "recursion limit exceeded");
}

#[test]
fn unknown_keys_are_skipped_without_recursion() {
    small_stack(|| {
        let deep = nested("[{\"a\":", "1", "}]", 100_000);
        let body = format!("{{\"new\":{deep},{REST}}}");
        assert_eq!(stand_in::widget(body.as_bytes()).unwrap().id, "w");
        let cut = &body[..body.len() / 3];
        assert!(stand_in::widget(cut.as_bytes()).is_err());
    });
}

/// Deeper than the four levels of `expand`.
#[test]
fn typed_nesting_fits_a_small_stack() {
    small_stack(|| {
        let open = format!("{{{REST},\"object\":\"widget\",\"source\":");
        let innermost = r#"{"object":"part","id":"p_0"}"#;
        let body = nested(&open, innermost, "}", 25);
        let widget = stand_in::widget(body.as_bytes()).unwrap();
        assert!(format!("{widget:?} {widget:#?}").contains("p_0"));
        drop(widget.clone());
    });
}

/// With quadratic cost, this test would run for minutes.
#[test]
fn large_objects_are_decoded_in_linear_time() {
    const SIZE: usize = 200_000;
    let mut keys = String::new();
    for index in 0..SIZE {
        write!(keys, "\"new_{index}\":{{}},").unwrap();
    }
    let body = format!("{{{keys}{REST}}}");
    assert_eq!(stand_in::widget(body.as_bytes()).unwrap().id, "w");

    let repeated = "\"amount\":1,".repeat(SIZE);
    let body = format!("{{{repeated}\"amount\":2,{REST}}}");
    assert_eq!(stand_in::widget(body.as_bytes()).unwrap().amount, Some(2));

    let modes = "\"new\",".repeat(SIZE);
    let body = format!("{{{REST},\"modes\":[{modes}\"x\"]}}");
    assert_eq!(stand_in::widget(body.as_bytes()).unwrap().modes.len(), SIZE + 1);

    let parts = "{\"id\":\"p\",\"amount\":1},".repeat(SIZE);
    let body = format!("{{\"parts\":{{\"data\":[{parts}1]}}}}");
    let error = stand_in::widget(body.as_bytes()).unwrap_err();
    assert_eq!(error.path(), format!("parts.data[{SIZE}]"));
}

/// A tree of JSON can need a hundred times the memory of its text.
#[test]
fn raw_json_is_limited() {
    for (item, count) in [("0,", 3_000_000), ("{\"\":0},", 200_000), ("[],", 3_000_000)]
    {
        let items = item.repeat(count);
        for key in ["extra", "owner", "source"] {
            let body = format!("{{{REST},\"{key}\":{{\"a\":[{items}0]}}}}");
            let failed = stand_in::widget(body.as_bytes()).unwrap_err();
            assert!(
                failed.message().starts_with("raw JSON that needs more"),
                "{failed}"
            );
            assert!(failed.path().starts_with(key), "{failed}");
        }
        // What no field keeps has no limit, and costs nothing.
        let body = format!("{{{REST},\"new\":{{\"a\":[{items}0]}}}}");
        assert!(stand_in::widget(body.as_bytes()).is_ok());
    }
    let body = format!("{{{REST},\"extra\":{{\"a\":[{}0]}}}}", "1.5,".repeat(500_000));
    assert!(stand_in::widget(body.as_bytes()).is_ok());
}
