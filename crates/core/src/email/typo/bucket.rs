//! Known domains by their length: most are ruled out without a look at them.

/// The longest domain that a list may have, in bytes.
const LONGEST: usize = 16;

/// Domains sorted by length, and where each length begins.
pub(super) struct Buckets<const N: usize> {
    domains: [&'static str; N],
    letters: [u32; N],
    starts: [u8; LONGEST + 2],
}

impl<const N: usize> Buckets<N> {
    pub(super) const fn new(domains: [&'static str; N]) -> Self {
        let (mut letters, mut starts, mut at) = ([0; N], [0; LONGEST + 2], 0);
        while at < N {
            letters[at] = letters_of(domains[at].as_bytes());
            starts[domains[at].len() + 1] += 1;
            at += 1;
        }
        let mut length = 1;
        while length < starts.len() {
            starts[length] += starts[length - 1];
            length += 1;
        }
        Self { domains, letters, starts }
    }

    /// Whether the domain, which has these letters, is one of them.
    pub(super) fn contains(&self, domain: &str, letters: u32) -> bool {
        let (start, end) = (self.start(domain.len()), self.start(domain.len() + 1));
        (start..end).any(|at| self.letters[at] == letters && self.domains[at] == domain)
    }

    /// The domains that can be two slips away from one of this length and these letters: as long,
    /// give or take two, with as many letters that only one of both has as two slips can make.
    pub(super) fn similar(&self, length: usize, letters: u32) -> impl Iterator<Item = &str> {
        let start = self.start(length.saturating_sub(2));
        let (mut at, end) = (start, self.start(length + 3));
        std::iter::from_fn(move || {
            while at < end {
                at += 1;
                if (self.letters[at - 1] ^ letters).count_ones() <= 4 {
                    return Some(self.domains[at - 1]);
                }
            }
            None
        })
    }

    /// Where the domains of this length begin.
    fn start(&self, length: usize) -> usize {
        usize::from(self.starts[length.min(LONGEST + 1)])
    }
}

/// The letters of a domain as a set of bits. A slip changes at most two of them, which rules most
/// domains out at the cost of a comparison.
pub(super) const fn letters_of(domain: &[u8]) -> u32 {
    let (mut set, mut at) = (0, 0);
    while at < domain.len() {
        set |= letter(domain[at]);
        at += 1;
    }
    set
}

/// A letter as a bit of such a set.
pub(in super::super) const fn letter(byte: u8) -> u32 {
    1 << (byte % 32)
}

#[cfg(test)]
mod tests {
    use super::{Buckets, letters_of};

    #[test]
    fn finds_what_it_has_and_nothing_else() {
        let buckets = Buckets::new(["me.com", "qq.com", "gmail.com", "btinternet.com"]);
        for (domain, known) in [
            ("", false),
            ("me.com", true),
            ("mf.com", false),
            ("gmail.com", true),
            ("btinternet.com", true),
            ("btinternet.comm", false),
            ("a-domain-beyond-all.lengths.example", false),
        ] {
            assert_eq!(buckets.contains(domain, letters_of(domain.as_bytes())), known, "{domain}");
        }
        let similar = buckets.similar("gmial.co".len(), letters_of(b"gmial.co"));
        assert!(similar.eq(["gmail.com"]));
    }
}
