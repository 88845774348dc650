//! Which well-known domain was perhaps meant: a suggestion only, never applied by itself.
//!
//! What is known to exist is never doubted, and a name is not paired with another one's ending:
//! that would make `uol.com` of `uol.com.br`.

mod bucket;
mod providers;
mod targets;

pub(super) use bucket::letter;
use bucket::{Buckets, letters_of};
pub(crate) use targets::Targets;

static PROVIDERS: Buckets<{ providers::PROVIDERS.len() }> = Buckets::new(providers::PROVIDERS);
static NEIGHBOURS: Buckets<{ providers::NEIGHBOURS.len() }> = Buckets::new(providers::NEIGHBOURS);

/// A domain with what every rule on it asks for.
#[derive(Clone, Copy)]
pub(super) struct Sought<'a> {
    pub(super) name: &'a str,
    /// Where the last label begins.
    ending: usize,
    letters: u32,
}

/// The domain that was perhaps meant, if `domain` is a slip or two away from it.
pub(super) fn meant(domain: Sought, own_domains: &[String]) -> Option<String> {
    if is_known(domain) {
        return None;
    }
    let Some(repaired) = with_existing_tld(domain) else {
        return closest(domain, own_domains).map(str::to_owned);
    };
    let sought = Sought::of(&repaired);
    let known = is_known(sought) || own_domains.contains(&repaired);
    let close = if known { None } else { closest(sought, own_domains).map(str::to_owned) };
    close.or(Some(repaired))
}

impl<'a> Sought<'a> {
    pub(super) fn of(name: &'a str) -> Self {
        let ending = name.rfind('.').map_or(0, |dot| dot + 1);
        Self { name, ending, letters: letters_of(name.as_bytes()) }
    }

    /// The domain where both are known: where its last label begins, and its letters.
    pub(super) fn new(name: &'a str, ending: usize, letters: u32) -> Self {
        Self { name, ending, letters }
    }

    /// The last label.
    pub(super) fn ending(self) -> &'a [u8] {
        &self.name.as_bytes()[self.ending..]
    }

    /// What stands before it, with the dot.
    pub(super) fn before_ending(self) -> &'a [u8] {
        &self.name.as_bytes()[..self.ending]
    }
}

/// Whether the domain is a provider's, or exists although it is near one.
fn is_known(domain: Sought) -> bool {
    PROVIDERS.contains(domain.name, domain.letters)
        || NEIGHBOURS.contains(domain.name, domain.letters)
}

/// The domain with the ending that was meant by one that nobody has.
fn with_existing_tld(domain: Sought) -> Option<String> {
    let meant = match domain.ending() {
        b"ccom" | b"cim" | b"cmo" | b"cok" | b"comm" | b"comn" | b"con" | b"conm" | b"coom"
        | b"cpm" | b"dom" | b"kom" | b"ocm" | b"vom" | b"xom" => "com",
        b"ent" | b"neet" | b"ner" | b"nett" | b"nte" => "net",
        b"ogr" | b"orgg" | b"orh" | b"orq" | b"rog" => "org",
        _ => return None,
    };
    Some([&domain.name[..domain.ending], meant].concat())
}

/// The team's own domains come first, so they win where two are as close.
fn closest<'a>(domain: Sought, own_domains: &'a [String]) -> Option<&'a str> {
    let own = own_domains.iter().map(String::as_str);
    let mut closest: Option<(usize, &str)> = None;
    for target in own.chain(PROVIDERS.similar(domain.name.len(), domain.letters)) {
        if let Some(slips) = slips(domain.name, target)
            && closest.is_none_or(|(fewest, _)| slips < fewest)
        {
            closest = Some((slips, target));
        }
    }
    closest.map(|(_, target)| target)
}

/// How many slips lead from `target` to `domain`, if they are few enough to be slips.
fn slips(domain: &str, target: &str) -> Option<usize> {
    let most = most_slips(domain, target);
    let is_within = |slips| is_within(domain.as_bytes(), target.as_bytes(), slips);
    // The names are looked at last: nearly every domain is farther away than that.
    if domain.len().abs_diff(target.len()) > most || !is_within(most) {
        return None;
    }
    let slips = (0..=most).find(|&slips| is_within(slips))?;
    (slips <= slips_allowed(domain, target)).then_some(slips)
}

fn slips_allowed(domain: &str, target: &str) -> usize {
    let target_name = name(target);
    if target_name.len() < NAME_MIN {
        return 0;
    }
    if target_name == name(domain) {
        // Between two countries' endings it is another branch, not a slip: yahoo.gr, yahoo.fr.
        return usize::from(!is_national(target) || !is_national(domain));
    }
    most_slips(domain, target)
}

/// Two slips are believed where the domain is long enough and begins as the target does.
fn most_slips(domain: &str, target: &str) -> usize {
    let alike = domain.as_bytes().first() == target.as_bytes().first();
    if alike && domain.len() >= TWO_SLIPS_MIN { 2 } else { 1 }
}

/// A name shorter than this has too many neighbours that exist, in bytes.
const NAME_MIN: usize = 4;

/// A domain shorter than this has too many neighbours two slips away, in bytes.
const TWO_SLIPS_MIN: usize = 9;

fn name(domain: &str) -> &str {
    domain.split_once('.').map_or(domain, |(name, _)| name)
}

/// ISO 3166 has two letters for a country; every other ending has more.
fn is_national(domain: &str) -> bool {
    domain.len() - domain.rfind('.').map_or(0, |dot| dot + 1) == 2
}

/// Whether the optimal string alignment distance is at most `slips`: one slip is a letter more, a
/// letter less, another letter, or two letters swapped.
fn is_within(left: &[u8], right: &[u8], slips: usize) -> bool {
    let shared = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[shared..], &right[shared..]);
    if left.is_empty() || right.is_empty() || slips == 0 {
        return left.len().max(right.len()) <= slips;
    }
    let swapped = left.len() > 1 && right.len() > 1 && left[0] == right[1] && left[1] == right[0];
    is_within(&left[1..], &right[1..], slips - 1)
        || is_within(&left[1..], right, slips - 1)
        || is_within(left, &right[1..], slips - 1)
        || swapped && is_within(&left[2..], &right[2..], slips - 1)
}

#[cfg(test)]
mod tests {
    use super::is_within;
    use super::providers::{NEIGHBOURS, PROVIDERS};

    #[test]
    fn lists_are_sorted_for_the_search() {
        let in_order = |a: &&str, b: &&str| (a.len(), *a) < (b.len(), *b);
        assert!(PROVIDERS.is_sorted_by(in_order) && NEIGHBOURS.is_sorted_by(in_order));
    }

    #[test]
    fn counts_slips_as_people_make_them() {
        for (left, right, slips) in [
            ("gmail", "gmail", 0),
            ("gmial", "gmail", 1),
            ("gmal", "gmail", 1),
            ("gmaill", "gmail", 1),
            ("gnail", "gmail", 1),
            ("gnial", "gmail", 2),
            ("gml", "gmail", 2),
            ("amg", "gmail", 4),
        ] {
            let (left, right) = (left.as_bytes(), right.as_bytes());
            assert!(is_within(left, right, slips) && is_within(right, left, slips));
            assert!(slips == 0 || !is_within(left, right, slips - 1));
        }
    }
}
