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

    pub(super) fn contains(&self, domain: &str) -> bool {
        self.between(domain.len(), domain.len()).any(|(known, _)| known == domain)
    }

    /// The domains of these lengths, with the letters of each.
    pub(super) fn between(
        &self,
        shortest: usize,
        longest: usize,
    ) -> impl Iterator<Item = (&str, u32)> {
        let start = |length: usize| usize::from(self.starts[length.min(LONGEST + 1)]);
        let range = start(shortest)..start(longest + 1);
        let letters = self.letters[range.clone()].iter().copied();
        self.domains[range].iter().copied().zip(letters)
    }
}

/// The letters of a domain as a set of bits. A slip changes at most two of them, which rules most
/// domains out at the cost of a comparison.
pub(super) const fn letters_of(domain: &[u8]) -> u32 {
    let (mut set, mut at) = (0, 0);
    while at < domain.len() {
        set |= 1 << (domain[at] % 32);
        at += 1;
    }
    set
}

#[cfg(test)]
mod tests {
    use super::Buckets;

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
            assert_eq!(buckets.contains(domain), known, "{domain}");
        }
        let near = buckets.between(4, 9).map(|(domain, _)| domain);
        assert!(near.eq(["me.com", "qq.com", "gmail.com"]));
    }
}
