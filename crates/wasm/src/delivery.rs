//! The state machine of a delivery, as JavaScript drives it; see `web/src/run.ts` for who does.

use invite_users_core::{CredentialError, Reply, delivery};
use wasm_bindgen::prelude::*;

use crate::exports::read;
use crate::{Platform, from_js, misuse, to_js};

/// The sending of a plan, step by step; times are milliseconds since the Unix epoch.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Delivery(delivery::Delivery);

#[wasm_bindgen]
impl Delivery {
    /// A delivery to these people.
    #[wasm_bindgen(constructor)]
    pub fn new(config: JsValue, invitees: JsValue) -> Result<Delivery, JsValue> {
        let (config, invitees) = read(config, invitees)?;
        Ok(Self(delivery::Delivery::new(&config, &invitees, &Platform)))
    }

    /// The delivery that [`saved`](Self::saved) wrote, with secrets that can be asked for again or not.
    pub fn resume(saved: &str, refreshable: bool) -> Result<Delivery, JsValue> {
        let resumed = delivery::Delivery::resume(saved, &Platform);
        let mut resumed = resumed.map_err(|error| misuse(&error))?;
        resumed.set_refreshable(refreshable);
        Ok(Self(resumed))
    }

    /// What to do next.
    pub fn next(&mut self, now: f64) -> JsValue {
        to_js(&self.0.next(milliseconds(now)))
    }

    /// The request leaves now; `false`: it must not leave any more.
    pub fn leave(&mut self, id: u32, attempt: u32) -> bool {
        self.0.leave(id, attempt)
    }

    /// A reply came.
    pub fn reply(
        &mut self,
        id: u32,
        attempt: u32,
        now: f64,
        reply: JsValue,
    ) -> Result<(), JsValue> {
        let reply: Reply = from_js("reply", reply)?;
        self.0.reply(id, attempt, milliseconds(now), &reply);
        Ok(())
    }

    /// No usable reply will come; `heard` is what was read of its body.
    pub fn lost(
        &mut self,
        id: u32,
        attempt: u32,
        now: f64,
        loss: JsValue,
        heard: &str,
    ) -> Result<(), JsValue> {
        self.0.lost(id, attempt, milliseconds(now), from_js("loss", loss)?, heard);
        Ok(())
    }

    /// The credential for a request could not be had.
    #[wasm_bindgen(js_name = authFailed)]
    pub fn auth_failed(&mut self, id: u32, attempt: u32) {
        self.0.auth_failed(id, attempt);
    }

    /// The credential for a request can't be sent.
    #[wasm_bindgen(js_name = authMalformed)]
    pub fn auth_malformed(&mut self, id: u32, attempt: u32) {
        self.0.auth_malformed(id, attempt, CredentialError::Malformed);
    }

    /// Stops for good.
    pub fn cancel(&mut self) {
        self.0.cancel();
    }

    /// Chosen people go again; answers how many do.
    pub fn retry(&mut self, people: JsValue) -> Result<usize, JsValue> {
        let people: Vec<usize> = from_js("indices", people)?;
        Ok(self.0.retry(&people))
    }

    /// How far it has come.
    pub fn progress(&self) -> JsValue {
        to_js(&self.0.progress())
    }

    /// One outcome for each person.
    pub fn report(&self) -> JsValue {
        to_js(&self.0.report())
    }

    /// The delivery as JSON text.
    pub fn saved(&self) -> String {
        self.0.to_json()
    }
}

/// `Date.now()`, which is a whole number below 2^53 and never negative.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
fn milliseconds(now: f64) -> u64 {
    now as u64
}
