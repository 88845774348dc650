//! The widget: what a person sees and presses to invite people, as a handle for the custom element
//! that holds it.
//!
//! What an address is, what a request holds and what a reply means is core's business; what tag,
//! attributes and events there are is the element's.

#![allow(unreachable_pub, reason = "`#[component]` writes `pub` before everything it generates")]
#![allow(clippy::large_types_passed_by_value, reason = "half of `State` is debug information")]

use invite_users_core::plan;
use invite_users_wasm::{Platform, from_js, to_js};
use js_sys::{Array, Promise};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::ShadowRoot;

use crate::app::App;
use crate::hooks::Hooks;
use crate::messages::Messages;
use crate::setup::Setup;
use crate::state::{FIELD, State};

mod app;
mod ask;
mod auth;
mod cover;
mod delivery;
mod edit;
mod entry;
mod events;
mod extras;
mod footer;
mod hooks;
mod icons;
mod keys;
mod later;
mod mark;
mod messages;
mod notes;
mod notices;
mod people;
mod person;
mod popup;
mod problems;
mod roles;
mod roving;
mod row;
mod server_roles;
mod setup;
mod state;
mod suggest;
mod transport;

/// One widget in one shadow root, from its construction until `free()`.
#[wasm_bindgen]
pub struct Widget {
    state: State,
    /// Dropped first: unmounts the view.
    view: Option<Box<dyn std::any::Any>>,
    /// Dropped last: the signals of `state` live in it.
    _owner: Owner,
}

#[wasm_bindgen]
impl Widget {
    /// Mounts into a shadow root.
    ///
    /// `hooks` is `{ emit(type, detail): boolean }`, `messages` a parsed locale file.
    #[wasm_bindgen(constructor)]
    pub fn new(root: ShadowRoot, hooks: JsValue, messages: JsValue) -> Self {
        let owner = Owner::new_root(None);
        let state =
            owner.with(|| State::new(root.clone(), Hooks::new(hooks), Messages::new(messages)));
        // A shadow root is no HTMLElement, but all that is asked of it is Node.insertBefore.
        let view = mount_to(root.unchecked_into(), move || view! { <App state /> });
        Self { state, view: Some(Box::new(view)), _owner: owner }
    }

    /// Applies a configuration; a delivery that runs keeps the one that it began with.
    ///
    /// # Errors
    /// `{code, message, params}` where a value has the wrong type.
    pub fn configure(&self, config: &JsValue) -> Result<(), JsValue> {
        let setup = Setup::parse(config)?;
        self.state.notices.forgive_host();
        self.state.configure(setup);
        Ok(())
    }

    /// Shows what the host did wrong, until the next configuration.
    pub fn complain(&self, reason: String) {
        self.state.notices.blame_host(reason);
    }

    /// Adds people as pasting does; returns how many entries the text had.
    pub fn add(&self, text: &str) -> usize {
        self.state.add(text)
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

    /// The requests that pressing "Invite" would send.
    pub fn plan(&self) -> JsValue {
        let people: Vec<_> =
            untrack(|| self.state.sendable()).into_iter().map(|(_, invitee)| invitee).collect();
        let config = untrack(|| self.state.config());
        to_js(&plan(&config, &people, &Platform))
    }

    /// Sends; resolves with the report. While a delivery runs, its own promise.
    pub fn send(&self) -> Promise {
        self.state.send()
    }

    /// The report of the last delivery.
    pub fn report(&self) -> JsValue {
        let report = self.state.report.get_untracked();
        report.map_or(JsValue::UNDEFINED, |report| to_js(&report))
    }

    /// Forgets everybody; does nothing while a delivery runs.
    pub fn clear(&self) {
        self.state.clear();
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
