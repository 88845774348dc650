//! Domains that are often in a list: who is alone at one that is a slip away was perhaps mistyped.

use std::collections::hash_map::Entry as MapEntry;

use super::Entry;
use super::hash::{ByText, by_text};
use crate::email::{Targets, is_inside};

/// How often a domain has to be in a list for others to be measured against it.
const FREQUENT_MIN: usize = 5;

/// The most domains that others are measured against, the first ones of the list: so the time
/// grows with the list and not faster.
const TARGETS_MAX: usize = 20;

/// Adds the hint `typo` where a domain is there once, and a slip away from a frequent one.
pub(crate) fn suggest_frequent(entries: &mut [Entry<'_>], own_domains: &[String]) {
    let domains = count(entries);
    let frequent = domains.iter().filter(|seen| seen.times >= FREQUENT_MIN);
    let targets = Targets::new(frequent.take(TARGETS_MAX).map(|seen| seen.domain));
    if targets.is_empty() {
        return;
    }
    let mut meant = Vec::new();
    for seen in domains.iter().filter(|seen| seen.times == 1) {
        if let Some(target) = targets.meant_by(seen.domain) {
            meant.push((seen.index, target.to_owned()));
        }
    }
    for (index, domain) in meant {
        if let Ok(email) = &mut entries[index].email
            && !is_inside(email, own_domains)
        {
            email.suggest_domain(&domain);
        }
    }
}

struct Seen<'a> {
    domain: &'a str,
    times: usize,
    /// The first entry with it.
    index: usize,
}

/// The domains in the order of the list.
fn count<'a>(entries: &'a [Entry<'_>]) -> Vec<Seen<'a>> {
    let mut places: ByText<usize> = by_text(0);
    let mut domains: Vec<Seen> = Vec::new();
    for (index, entry) in entries.iter().enumerate() {
        let Ok(email) = &entry.email else { continue };
        match places.entry(email.domain()) {
            MapEntry::Occupied(place) => domains[*place.get()].times += 1,
            MapEntry::Vacant(free) => {
                free.insert(domains.len());
                domains.push(Seen { domain: email.domain(), times: 1, index });
            }
        }
    }
    domains
}
