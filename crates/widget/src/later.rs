//! Time: what must not happen inside an event handler, and what happens after a while.
//!
//! A handler that causes another event of its own kind would be entered twice, which Leptos does
//! not allow (leptos#2104); a microtask runs right after it instead.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::IdleRequestOptions;

/// How long a busy browser is waited for, in milliseconds.
const BUSY: u32 = 100;

/// Two frames, in milliseconds.
const MOMENT: i32 = 32;

/// Runs `work` as soon as the current handler is through.
pub(crate) fn soon(work: impl FnOnce() + 'static) {
    wasm_bindgen_futures::spawn_local(async move { work() });
}

/// Runs `work` after at least `milliseconds`.
pub(crate) fn after(milliseconds: i32, work: impl FnOnce() + 'static) {
    start_timer(milliseconds, Closure::once_into_js(work).unchecked_ref());
}

/// Runs `work` once the browser has nothing else to do, or after a while where it never has; on a
/// browser that does not tell (Safari) a moment later.
pub(crate) fn when_idle(work: impl FnOnce() + 'static) {
    let work = Closure::once_into_js(work);
    let options = IdleRequestOptions::new();
    options.set_timeout(BUSY);
    let can_tell = Reflect::has(&window(), &"requestIdleCallback".into()).unwrap_or_default();
    if can_tell {
        let _ = window().request_idle_callback_with_options(work.unchecked_ref(), &options);
    } else {
        start_timer(MOMENT, work.unchecked_ref());
    }
}

/// Lets the browser do what waits, frames too: a task of its own begins behind it. A timer would make it
/// wait on, since a browser starts those that follow one another late (HTML, "timer initialization
/// steps"); `scheduler.yield` would let no frame through.
pub(crate) async fn breath() {
    let scheduler = Reflect::get(&window(), &"scheduler".into()).unwrap_or_default();
    let post_task = Reflect::get(&scheduler, &"postTask".into()).ok();
    let task = |resolve: &Function| {
        let post_task = post_task.as_ref().and_then(|it| it.dyn_ref::<Function>());
        match post_task.map(|post_task| post_task.call1(&scheduler, resolve)) {
            Some(Ok(_)) => {}
            _ => {
                start_timer(0, resolve);
            }
        }
    };
    let _ = JsFuture::from(Promise::new(&mut |resolve, _| task(&resolve))).await;
}

/// How long work may go on before the browser has its turn, in milliseconds: a frame with time left to
/// draw it.
const SLICE: u64 = 8;

/// Long work in pieces, between which the browser does what waits.
pub(crate) struct Pace {
    /// When the piece that runs was begun.
    since: u64,
}

impl Pace {
    /// Work begins.
    pub(crate) fn start() -> Self {
        Self { since: now() }
    }

    /// Whether it is the browser's turn.
    pub(crate) fn is_over(&self) -> bool {
        now() >= self.since + SLICE
    }

    /// Goes on when the browser has had its turn, if that is due.
    pub(crate) async fn breathe(&mut self) {
        if self.is_over() {
            breath().await;
            self.since = now();
        }
    }
}

/// The output of `work`, or `None` where it takes longer than `milliseconds`.
pub(crate) async fn within<T>(milliseconds: i32, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let timer = Timer::start(milliseconds);
    let mut elapsed = pin!(JsFuture::from(timer.elapsed.clone()));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => elapsed.as_mut().poll(context).map(|_| None),
    })
    .await
}

/// Milliseconds since the Unix epoch, on a clock that never goes back (High Resolution Time).
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive, below 2^53")]
pub(crate) fn now() -> u64 {
    let clock = window().performance();
    clock.map_or_else(js_sys::Date::now, |clock| clock.time_origin() + clock.now()) as u64
}

/// A timer that is cleared when it is no longer waited for.
struct Timer {
    id: i32,
    elapsed: Promise,
}

impl Timer {
    fn start(milliseconds: i32) -> Self {
        let mut id = 0;
        let elapsed = Promise::new(&mut |resolve, _| id = start_timer(milliseconds, &resolve));
        Self { id, elapsed }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.id);
    }
}

fn start_timer(milliseconds: i32, callback: &Function) -> i32 {
    let id = window().set_timeout_with_callback_and_timeout_and_arguments_0(callback, milliseconds);
    id.unwrap_or_default()
}
