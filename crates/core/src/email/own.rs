//! The domains that a team calls its own.
//!
//! A domain below one of them is the team's, too: whoever gives out `acme.com` gives out
//! `eu.acme.com`. A domain above or beside it (`acme.de`) need not be.

use super::EmailAddress;

/// Whether the address is in one of the team's domains, or below one.
pub(crate) fn is_inside(address: &EmailAddress, own_domains: &[String]) -> bool {
    let domains = [address.domain(), address.domain_unicode()];
    own_domains.iter().any(|own| domains.iter().any(|domain| is_at_or_below(domain, own)))
}

/// The domains as they are compared: without an @ sign, white space and a final dot, in lower case.
pub(crate) fn normalised(own_domains: &[String]) -> Vec<String> {
    own_domains.iter().map(|own| bare(own).to_ascii_lowercase()).collect()
}

fn is_at_or_below(domain: &str, own: &str) -> bool {
    let (domain, own) = (domain.as_bytes(), bare(own).as_bytes());
    let Some(before) = domain.len().checked_sub(own.len()) else {
        return false;
    };
    !own.is_empty()
        && domain[before..].eq_ignore_ascii_case(own)
        && (before == 0 || domain[before - 1] == b'.')
}

fn bare(own: &str) -> &str {
    let own = own.trim_ascii();
    let own = own.strip_prefix('@').unwrap_or(own);
    own.strip_suffix('.').unwrap_or(own)
}

#[cfg(test)]
mod tests {
    use super::{is_at_or_below, normalised};

    #[test]
    fn a_domain_covers_itself_and_what_is_below() {
        for (domain, own, inside) in [
            ("acme.com", "acme.com", true),
            ("acme.com", "@ACME.com", true),
            ("acme.com", " acme.com. ", true),
            ("eu.acme.com", "acme.com", true),
            ("myacme.com", "acme.com", false),
            ("acme.com", "eu.acme.com", false),
            ("acme.com", "", false),
            ("acme.com", "@", false),
            ("acme.com", "com", true),
            ("bücher.de", "bücher.de", true),
        ] {
            assert_eq!(is_at_or_below(domain, own), inside, "{domain} in {own}");
        }
    }

    #[test]
    fn what_hosts_write_is_normalised_once() {
        assert_eq!(normalised(&["@ACME.com".into(), " acme.de.".into()]), ["acme.com", "acme.de"]);
    }
}
