//! Who is in a list twice, and who perhaps is.

use std::borrow::Cow;
use std::collections::hash_map::Entry as MapEntry;

use super::Entry;
use super::hash::{ByText, by_text};
use crate::email::{EmailAddress, HintKind};

/// Points every entry at the first one with its key, and gives a hint to one that shares only the
/// [soft key](EmailAddress::soft_key) of an earlier one.
pub(crate) fn mark_duplicates(entries: &mut [Entry<'_>]) {
    let mut first = by_text(entries.len());
    let (mut certain, mut softened) = (Vec::new(), Vec::new());
    for (index, email) in addresses(entries) {
        match first.entry(email.key()) {
            MapEntry::Occupied(seen) => certain.push((index, *seen.get())),
            MapEntry::Vacant(free) => {
                free.insert(index);
                if let Cow::Owned(soft_key) = email.soft_key() {
                    softened.push((index, soft_key));
                }
            }
        }
    }
    let possible = possible_duplicates(&softened, &first);
    for (index, first) in certain {
        entries[index].duplicate_of = Some(first);
    }
    for (index, first) in possible {
        add_hint(entries, index, first);
    }
}

fn addresses<'a>(entries: &'a [Entry<'_>]) -> impl Iterator<Item = (usize, &'a EmailAddress)> {
    let numbered = entries.iter().enumerate();
    numbered.filter_map(|(index, entry)| Some((index, entry.email.as_ref().ok()?)))
}

/// Each later entry with the earliest one of its soft key. `softened` holds all whose soft key is
/// not their key; of those whose key it is, there is one at most.
fn possible_duplicates(softened: &[(usize, String)], first: &ByText<usize>) -> Vec<(usize, usize)> {
    let mut earliest = by_text(softened.len());
    let mut found = Vec::new();
    for (index, soft_key) in softened {
        match earliest.entry(soft_key.as_str()) {
            MapEntry::Occupied(seen) => found.push((*index, *seen.get())),
            MapEntry::Vacant(free) => {
                let plain = first.get(soft_key.as_str()).unwrap_or(index);
                let (earlier, later) = (*index.min(plain), *index.max(plain));
                free.insert(earlier);
                if earlier < later {
                    found.push((later, earlier));
                }
            }
        }
    }
    found
}

fn add_hint(entries: &mut [Entry<'_>], index: usize, first: usize) {
    let Ok(earlier) = &entries[first].email else { return };
    let email = earlier.as_str().to_owned();
    if let Ok(later) = &mut entries[index].email {
        later.add_hint(HintKind::PossibleDuplicate { email, first });
    }
}
