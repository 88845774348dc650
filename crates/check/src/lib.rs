//! The wasm module of the entry `invite-users/check`: the functions that check addresses and read lists, and
//! nothing that they don't use.
//!
//! A crate of its own, since two feature sets of one crate would be linked into one and the same file.

pub use invite_users_wasm::checks::{check_email, check_emails, parse_pasted};
