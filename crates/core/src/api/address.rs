//! Finding a person again in a reply, by an address that a server may write in other letters.
//!
//! A server that changes the case of a letter beyond ASCII makes a stranger of the person, who is
//! then unconfirmed; the table of such letters would be a tenth of the wasm module.

use std::collections::HashMap;

use super::Finding;
use crate::json::{Json, Object};

/// Whether two addresses name the same mailbox.
pub(crate) fn same_address(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim())
}

/// What a reply says of each address; looked up at once, however many there are.
#[derive(Debug, Default)]
pub(crate) struct ByAddress<'a> {
    positions: HashMap<String, usize>,
    said: Vec<&'a Json>,
}

impl<'a> ByAddress<'a> {
    /// What is said of that address; of two things the first one.
    pub(crate) fn of(&self, address: &str) -> Option<&'a Json> {
        self.positions.get(&key(address)).map(|&position| self.said[position])
    }
}

impl<'a> FromIterator<(&'a str, &'a Json)> for ByAddress<'a> {
    fn from_iter<I: IntoIterator<Item = (&'a str, &'a Json)>>(pairs: I) -> Self {
        let mut by_address = Self::default();
        for (address, said) in pairs {
            let position = by_address.said.len();
            by_address.positions.entry(key(address)).or_insert(position);
            by_address.said.push(said);
        }
        by_address
    }
}

/// The addresses that were asked about.
pub(crate) struct Asked(HashMap<String, usize>);

impl Asked {
    /// These.
    pub(crate) fn of(addresses: &[&str]) -> Self {
        Self(addresses.iter().map(|address| (key(address), 0)).collect())
    }

    /// Whether the value is one of them.
    pub(crate) fn has(&self, address: &Json) -> bool {
        address.as_text().is_some_and(|address| self.has_text(address))
    }

    /// Whether the text is one of them.
    pub(crate) fn has_text(&self, address: &str) -> bool {
        self.0.contains_key(&key(address))
    }
}

/// Those of the members that hold a plain value or a list of texts, if they are about one of these
/// addresses.
pub(super) fn about(addresses: &[&str], body: &Json, members: &[&str]) -> Json {
    let mut told = Object::new();
    if body.get("email").is_some_and(|email| Asked::of(addresses).has(email)) {
        for name in members {
            let value = body.get(name).filter(|value| is_plain(value));
            told = told.with(name, value.cloned());
        }
    }
    told.into()
}

fn is_plain(value: &Json) -> bool {
    value.as_object().is_none() && (value.as_list().is_none() || value.as_texts().is_some())
}

/// What a reply about one person says of several.
pub(super) fn only(email: &str, addresses: &[&str], finding: &Finding) -> Vec<Finding> {
    let of = |address: &&str| {
        if same_address(email, address) { finding.clone() } else { Finding::Missing }
    };
    addresses.iter().map(of).collect()
}

/// Equal for what [`same_address`] calls the same.
pub(crate) fn key(address: &str) -> String {
    address.trim().to_ascii_lowercase()
}
