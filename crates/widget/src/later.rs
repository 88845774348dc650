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

/// Runs `work` as soon as the current handler is through.
pub(crate) fn soon(work: impl FnOnce() + 'static) {
    wasm_bindgen_futures::spawn_local(async move { work() });
}

/// Runs `work` after at least `milliseconds`.
pub(crate) fn after(milliseconds: i32, work: impl FnOnce() + 'static) {
    start_timer(milliseconds, Closure::once_into_js(work).unchecked_ref());
}

/// Lets the browser do what waits: a task of its own begins behind it. A timer would make it wait on,
/// since a browser starts those that follow one another late (HTML, "timer initialization steps").
pub(crate) async fn breath() {
    let scheduler = Reflect::get(&window(), &"scheduler".into()).unwrap_or_default();
    let give_way = Reflect::get(&scheduler, &"yield".into()).ok();
    let given = give_way
        .and_then(|it| it.dyn_into::<Function>().ok())
        .and_then(|it| it.call0(&scheduler).ok()?.dyn_into::<Promise>().ok());
    let task = || {
        Promise::new(&mut |resolve, _| {
            start_timer(0, &resolve);
        })
    };
    let given = given.unwrap_or_else(task);
    let _ = JsFuture::from(given).await;
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
