//! Domains that a list itself makes well known.

use super::bucket::letters_of;
use super::{Sought, is_known, slips};

/// Domains that others are measured against, each with its letters.
pub(crate) struct Targets<'a>(Vec<(&'a str, u32)>);

impl<'a> Targets<'a> {
    pub(crate) fn new(domains: impl Iterator<Item = &'a str>) -> Self {
        Self(domains.map(|domain| (domain, letters_of(domain.as_bytes()))).collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The one that is a single slip away. Two would be too many: nobody has looked at which real
    /// domains are near these.
    pub(crate) fn meant_by(&self, domain: &str) -> Option<&'a str> {
        let sought = Sought::of(domain);
        let changed = |letters: u32| (sought.letters ^ letters).count_ones();
        let similar = self.0.iter().filter(|&&(_, letters)| changed(letters) <= 2);
        let close = similar
            .map(|(target, _)| *target)
            .find(|target| !target.starts_with("xn--") && slips(domain, target) == Some(1));
        close.filter(|_| !is_known(sought))
    }
}
