//! A delivery with all that it takes to go on: whose rows its people have, and how it was set up.

use std::cell::{RefCell, RefMut};
use std::rc::Rc;

use invite_users_core::Delivery;
use invite_users_wasm::Platform;

use super::Chosen;
use crate::auth::Credentials;
use crate::setup::Setup;
use crate::state::Row;

/// A delivery, under way or ended; a copy is the same delivery.
#[derive(Clone)]
pub(crate) struct Dispatch {
    delivery: Rc<RefCell<Delivery>>,
    /// By core's numbers of the invitees.
    pub(crate) rows: Rc<[Row]>,
    /// How the host and the person had set it up when it was planned.
    pub(crate) setup: Rc<Setup>,
}

impl Dispatch {
    /// A delivery to the people in these rows.
    pub(crate) fn new(delivery: Delivery, rows: Vec<Row>, setup: Setup) -> Self {
        Self { delivery: Rc::new(RefCell::new(delivery)), rows: rows.into(), setup: Rc::new(setup) }
    }

    /// Takes what the host and the person have changed since; false where the plan can't be made with
    /// it.
    pub(crate) fn set_up(&mut self, setup: Setup) -> bool {
        if !setup.leads_to_same_place(&self.setup) {
            let refreshable = Credentials::new(setup.auth.clone()).can_refresh();
            let config = setup.config_to_send(refreshable);
            if self.delivery().reconfigure(&config, &Platform).is_err() {
                return false;
            }
        }
        self.setup = Rc::new(setup);
        true
    }

    /// The numbers of the people who ended in one of these ways.
    pub(crate) fn those(&self, chosen: Chosen) -> Vec<usize> {
        let delivery = self.delivery();
        delivery.outcomes().filter(|it| chosen(it.status)).map(|it| it.invitee).collect()
    }

    /// Core's part of it; not to be kept while anything else runs.
    pub(crate) fn delivery(&self) -> RefMut<'_, Delivery> {
        self.delivery.borrow_mut()
    }
}
