//! Depth, small stacks, and time that grows with the input only.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fmt::Write;
use std::time::{Duration, Instant};

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
fn unknown_keys_are_passed_over_without_recursion() {
    small_stack(|| {
        let deep = nested("[{\"a\":", "1", "}]", 100_000);
        let body = format!("{{\"new\":{deep},{REST}}}");
        assert_eq!(stand_in::widget(body.as_bytes()).unwrap().id, "w");
        let cut = &body[..body.len() / 3];
        assert!(stand_in::widget(cut.as_bytes()).is_err());
    });
}

/// Deeper than `expand` goes, which takes four levels.
#[test]
fn typed_nesting_fits_a_small_stack() {
    small_stack(|| {
        let open = format!("{{{REST},\"object\":\"widget\",\"parent\":");
        let body = nested(&open, "\"w_0\"", "}", 25);
        let widget = stand_in::widget(body.as_bytes()).unwrap();
        assert!(format!("{widget:?} {widget:#?}").contains("w_0"));
        drop(widget.clone());
    });
}

/// The time for ten times the input, in units of the time for the input.
fn growth(body: impl Fn(usize) -> String) -> f64 {
    let time = |size| {
        let body = body(size);
        let best = (0..5).map(|_| {
            let start = Instant::now();
            let _ = stand_in::widget(body.as_bytes());
            start.elapsed()
        });
        best.min().unwrap_or(Duration::ZERO).as_secs_f64()
    };
    time(20_000) / time(2_000).max(1e-6)
}

#[test]
fn decoding_is_not_quadratic() {
    let bodies: [fn(usize) -> String; 4] = [
        |size| format!("{{{}{REST}}}", "\"amount\":1,".repeat(size)),
        |size| {
            let mut keys = String::new();
            for index in 0..size {
                write!(keys, "\"new_{index}\":{{}},").unwrap();
            }
            format!("{{{keys}{REST}}}")
        },
        |size| format!("{{\"modes\":[{}\"x\"],{REST}}}", "\"new\",".repeat(size)),
        |size| {
            format!("{{\"parts\":{{\"data\":[{}1]}}}}", "{\"id\":\"p\"},".repeat(size))
        },
    ];
    for body in bodies {
        let growth = growth(body);
        assert!(growth < 40.0, "ten times the input took {growth} times as long");
    }
}
