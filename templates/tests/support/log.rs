//! A subscriber that records everything that is logged, by any crate and at any level.

use std::fmt::{self, Write};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Records spans, events and log messages as lines of a string.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<String>>);

impl Log {
    pub(crate) fn contents(&self) -> String {
        self.0.lock().unwrap().clone()
    }
}

struct Line<'a>(&'a mut String);

impl Visit for Line<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        write!(self.0, " {field}={value:?}").unwrap();
    }
}

impl Subscriber for Log {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut log = self.0.lock().unwrap();
        write!(log, "\nspan {}", span.metadata().name()).unwrap();
        span.record(&mut Line(&mut log));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut log = self.0.lock().unwrap();
        log.push_str("\nrecord");
        values.record(&mut Line(&mut log));
    }

    fn event(&self, event: &Event<'_>) {
        let mut log = self.0.lock().unwrap();
        let metadata = event.metadata();
        write!(log, "\n{} {}", metadata.level(), metadata.target()).unwrap();
        event.record(&mut Line(&mut log));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

/// Many libraries log through the crate `log` instead of `tracing`.
impl log::Log for Log {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let mut log = self.0.lock().unwrap();
        write!(log, "\n{} {} {}", record.level(), record.target(), record.args())
            .unwrap();
    }

    fn flush(&self) {}
}
