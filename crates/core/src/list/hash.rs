//! Keys for tables of addresses and domains, which are short: what the standard library takes guards against
//! crafted texts, at a price that most of a list would be spent on.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};

/// A table by addresses or domains.
pub(super) type ByText<'a, T> = HashMap<&'a str, T, Seeded>;

/// A table with this much room.
pub(super) fn by_text<'a, T>(capacity: usize) -> ByText<'a, T> {
    HashMap::with_capacity_and_hasher(capacity, Seeded::new())
}

/// Begins each hash at the same place, another one for each table.
#[derive(Clone, Copy)]
pub(crate) struct Seeded(u64);

impl Seeded {
    /// Where the platform has chance, nobody can know which texts would meet in one place.
    pub(crate) fn new() -> Self {
        Self(RandomState::new().hash_one(0))
    }
}

impl BuildHasher for Seeded {
    type Hasher = Mixed;

    fn build_hasher(&self) -> Mixed {
        Mixed(self.0)
    }
}

/// Eight bytes at a time, each multiplied into all that is above it and turned down again.
pub(crate) struct Mixed(u64);

impl Mixed {
    fn mix(&mut self, word: u64) {
        let product = (self.0 ^ word).wrapping_mul(ODD);
        self.0 = product ^ (product >> 29);
    }
}

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        let Some(last) = bytes.last_chunk() else {
            return bytes.iter().for_each(|byte| self.mix(u64::from(*byte)));
        };
        for word in bytes.as_chunks().0 {
            self.mix(u64::from_le_bytes(*word));
        }
        self.mix(u64::from_le_bytes(*last));
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(byte.into());
    }

    fn finish(&self) -> u64 {
        self.0.wrapping_mul(ODD)
    }
}

/// The golden ratio in 64 bits: D. Knuth, The Art of Computer Programming, volume 3, section 6.4.
const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

#[cfg(test)]
mod tests {
    use super::Seeded;
    use std::collections::HashSet;
    use std::hash::BuildHasher;

    #[test]
    fn spreads_what_is_alike() {
        let texts: Vec<String> = (0..10_000).map(|n| format!("person{n}@acme.com")).collect();
        let hash = |text: &String| Seeded(7).hash_one(text.as_str());
        let (low, high): (HashSet<_>, HashSet<_>) =
            texts.iter().map(|text| (hash(text) % 16_384, hash(text) >> 50)).unzip();
        // As many as chance leaves: (1 - 1/e^0.61) of the places.
        assert!(low.len() > 7_300 && high.len() > 7_300, "{} {}", low.len(), high.len());
    }
}
