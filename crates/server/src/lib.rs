//! The wasm module of the entry `invite-users/server`: the functions that pass a page's invitations on, and
//! nothing that they don't use.
//!
//! A crate of its own, for the reason that `crates/check` is one.

pub use invite_users_wasm::call::{api_info, auth_header};
pub use invite_users_wasm::relay::{relay, relayed_reply};
