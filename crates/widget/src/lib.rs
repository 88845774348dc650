//! The widget: what a person sees and presses to invite people, as a handle for the custom element
//! that holds it.
//!
//! What an address is, what a request holds and what a reply means is core's business; what tag,
//! attributes and events there are is the element's.

#![allow(unreachable_pub, reason = "`#[component]` writes `pub` before everything it generates")]

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use invite_users_core::{Plan, Status, plan};
use invite_users_wasm::{Platform, from_js, misuse, to_js};
use js_sys::{Array, Promise};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use web_sys::{File, ShadowRoot};

use crate::app::App;
use crate::hooks::Hooks;
use crate::later::{after, when_idle};
use crate::messages::Messages;
use crate::setup::Setup;
use crate::state::{FIELD, State};

mod adding;
mod app;
mod ask;
mod auth;
mod bulk;
mod collect;
mod confirm;
mod cover;
mod delivery;
mod drop;
mod edit;
mod entry;
mod events;
mod extras;
mod files;
mod filter;
mod flags;
mod footer;
mod forecast;
mod hooks;
mod icons;
mod keys;
mod later;
mod list;
mod mark;
mod messages;
mod notes;
mod notices;
mod people;
mod persist;
mod person;
mod popup;
mod problems;
mod review;
mod role_choices;
mod roles;
mod roving;
mod row;
mod search;
mod selection;
mod server_roles;
mod setup;
mod state;
mod suggest;
mod tally;
mod toolbar;
mod transfer;
mod transport;
mod twins;
mod undo;
mod window;

/// One widget in one shadow root, from its construction until `free()`.
#[wasm_bindgen]
pub struct Widget {
    state: State,
    /// Dropped first: unmounts the view.
    view: Rc<RefCell<Option<View>>>,
    /// Dropped last: the signals of `state` live in it.
    owner: Owner,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts into a shadow root.
    ///
    /// `hooks` is `{ emit(type, detail): boolean, entered(), save(name, text), sending(on),
    /// persistence }`, `messages` a parsed locale file.
    #[wasm_bindgen(constructor)]
    pub fn new(root: ShadowRoot, hooks: JsValue, messages: JsValue) -> Self {
        let owner = Owner::new_root(None);
        let state = owner.with(|| State::new(root, Hooks::new(hooks), Messages::new(messages)));
        let view = Rc::new(RefCell::new(Some(mount(&owner, state))));
        owner.with(|| {
            state.watch_entered();
            state.watch_draft();
            state.watch_forecast();
        });
        when_idle(move || {
            if !state.is_gone() {
                state.messages.prepare();
            }
        });
        Self { state, view, owner }
    }

    /// Speaks another language: the view is built anew from the same state.
    #[wasm_bindgen(js_name = setMessages)]
    pub fn set_messages(&self, messages: JsValue) {
        self.state.messages.replace(messages);
        let (state, view, owner) = (self.state, self.view.clone(), self.owner.clone());
        let focused = state.leave_place();
        if !state.field_has_focus() {
            state.blur();
        }
        // After what leaving a field does.
        after(0, move || {
            if state.is_gone() {
                return;
            }
            state.leave_place();
            *view.borrow_mut() = None;
            *view.borrow_mut() = Some(mount(&owner, state));
            state.focus(focused.into_iter().flat_map(|id| [id, FIELD.to_owned()]).collect());
        });
    }

    /// Keeps what is being typed where it is, though the element leaves its place on the page.
    pub fn hold(&self) {
        self.state.leave_place();
    }

    /// Applies a configuration; a delivery that runs keeps the one that it began with.
    ///
    /// # Errors
    /// `{code, message, params}` where a value has the wrong type: then nothing is applied; or where
    /// the API is none: then everything else is.
    pub fn configure(&self, config: &JsValue) -> Result<(), JsValue> {
        let setup = Setup::parse(config)?;
        let mistake = setup.api_mistake();
        self.state.notices.forgive_host();
        self.state.configure(setup);
        mistake.map_or(Ok(()), |problem| Err(misuse(&problem)))
    }

    /// Shows what the host did wrong, until the next configuration.
    pub fn complain(&self, reason: String) {
        self.state.notices.blame_host(reason);
    }

    /// Adds people as pasting does; resolves with how many entries the text had.
    pub fn add(&self, text: &str) -> Promise {
        self.state.add_for_host(text)
    }

    /// Adds the people in a file; resolves with how many entries it had. What can't be read is
    /// refused in the page, and never rejected.
    #[wasm_bindgen(js_name = importFile)]
    pub fn import_file(&self, file: File) -> Promise {
        self.state.import_file(file)
    }

    /// Everybody in the list with an address.
    pub fn invitees(&self) -> Array {
        self.state.invitees()
    }

    /// Puts these people in the place of all rows.
    ///
    /// # Errors
    /// `{code, message, params}` where it is not a list of invitees.
    #[wasm_bindgen(js_name = setInvitees)]
    pub fn set_invitees(&self, list: JsValue) -> Result<(), JsValue> {
        self.state.set_invitees(from_js("list", list)?);
        Ok(())
    }

    /// The requests that pressing "Invite" would send, when what is being added is in the list.
    pub fn plan(&self) -> Promise {
        let state = self.state;
        future_to_promise(async move {
            state.added().await;
            if state.is_gone() {
                return Ok(to_js(&Plan::default()));
            }
            let people: Vec<_> = untrack(|| state.sendable()).into_iter().map(|it| it.1).collect();
            let config = untrack(|| state.config());
            Ok(to_js(&plan(&config, &people, &Platform)))
        })
    }

    /// Sends; resolves with the report. While a delivery runs, its own promise.
    ///
    /// Where somebody would be able to manage others, the person is asked first unless `confirmed`.
    pub fn send(&self, confirmed: bool) -> Promise {
        self.state.send(confirmed)
    }

    /// Says yes to what the `send()` asks that has not begun.
    pub fn confirm(&self) {
        self.state.confirm_by_host();
    }

    /// Sends those again whom the last delivery failed to invite; with `unconfirmed` also those who may
    /// be invited. Resolves with the report of everybody.
    pub fn retry(&self, unconfirmed: bool) -> Promise {
        self.state.retry(if unconfirmed {
            |status| matches!(status, Status::Failed | Status::Unconfirmed)
        } else {
            |status| status == Status::Failed
        })
    }

    /// Ends a delivery because the element has left the page; its report is the last one then.
    pub fn abandon(&self) {
        self.state.abandon();
    }

    /// Stops the delivery that runs.
    pub fn cancel(&self) {
        self.state.cancel();
    }

    /// The browser went offline, or is back; to be told while a delivery runs.
    #[wasm_bindgen(js_name = networkChanged)]
    pub fn network_changed(&self) {
        self.state.network_changed();
    }

    /// What the host's form gets: `{ value, flaw, message }`.
    pub fn collected(&self) -> JsValue {
        self.state.collected()
    }

    /// Adds what is typed, as pressing "Add" does.
    #[wasm_bindgen(js_name = addTyped)]
    pub fn add_typed(&self) {
        if self.state.commit_typed() {
            self.state.tell_change();
        }
    }

    /// Everything that was entered, as text that `restore` reads.
    pub fn draft(&self) -> String {
        self.state.draft()
    }

    /// Puts a draft in the place of all rows.
    pub fn restore(&self, draft: &str) {
        self.state.restore(draft);
    }

    /// From now on what survives a reload is kept, beginning with what was kept before; not any more
    /// where this is `undefined`. Tells whether something of it is in the form.
    ///
    /// # Errors
    /// `{code, message, params}` where it is not `{ people, typed, delivery, departures }`.
    pub fn recover(&self, kept: JsValue) -> Result<bool, JsValue> {
        let kept = if kept.is_undefined() { None } else { Some(from_js("kept", kept)?) };
        Ok(self.state.recover(kept))
    }

    /// Writes what survives a reload, now.
    pub fn keep(&self) {
        self.state.keep();
    }

    /// Says that nothing can be kept.
    #[wasm_bindgen(js_name = notKept)]
    pub fn not_kept(&self) {
        self.state.tell_not_kept();
    }

    /// The report of the last delivery.
    pub fn report(&self) -> JsValue {
        let report = self.state.report.get_untracked();
        report.map_or(JsValue::UNDEFINED, |report| to_js(&report))
    }

    /// Forgets everybody; does nothing while a delivery runs.
    pub fn clear(&self) {
        self.state.clear_by_host();
    }

    /// Moves the focus to the field, or to the results.
    pub fn focus(&self) {
        self.state.focus(vec![FIELD.to_owned(), "results".to_owned()]);
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        self.state.abandon();
        self.view.take();
    }
}

/// The view, mounted until it is dropped.
type View = Box<dyn Any>;

fn mount(owner: &Owner, state: State) -> View {
    // A shadow root is no HTMLElement, but all that is asked of it is Node.insertBefore.
    let root = state.root.get_value().unchecked_into();
    owner.with(|| Box::new(mount_to(root, move || view! { <App state /> })))
}
