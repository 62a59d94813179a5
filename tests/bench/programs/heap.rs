//! Counts the bytes on the heap.

use std::alloc::{GlobalAlloc, Layout, System};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;

static LIVE: AtomicUsize = AtomicUsize::new(0);

struct Counting;

#[global_allocator]
static HEAP: Counting = Counting;

// SAFETY: it allocates as the allocator of the system does.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LIVE.fetch_add(layout.size(), Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(memory, layout) }
    }
}

/// Prints what a call that has begun keeps on the heap until it is polled again, parameters and
/// request included.
pub fn print_first_pause<F: Future>(call: impl FnOnce() -> F) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let before = LIVE.load(Ordering::Relaxed);
        let mut call = pin!(call());
        poll_fn(|context| {
            assert!(call.as_mut().poll(context).is_pending(), "the call has ended");
            Poll::Ready(())
        })
        .await;
        let kept = LIVE.load(Ordering::Relaxed) - before;
        println!("heap of a create at its first pause={kept}");
    });
}
