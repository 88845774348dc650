//! The remarks on an address that is valid.

use super::typo::Sought;
use super::{EmailAddress, EmailOptions, Hint, HintKind, own, typo};

/// Every hint that holds for the address, in the order of the address; `name` is its local part
/// without a tag.
pub(super) fn remarks(
    address: &EmailAddress,
    name: &str,
    domain: Sought,
    changed: bool,
    options: &EmailOptions,
) -> Vec<Hint> {
    let local = address.local_part();
    let mut hints = Vec::new();
    if changed {
        let email = format!("{local}@{}", address.domain_unicode());
        hints.push(Hint::new(HintKind::Changed { email }));
    }
    if !local.is_ascii() {
        hints.push(Hint::new(HintKind::Smtputf8));
    }
    let role = role(name).map(str::to_owned);
    hints.extend(role.map(|local| Hint::new(HintKind::RoleAccount { local })));
    if let Some(unicode) = address.u_labels() {
        let (ascii, unicode) = (domain.name.to_owned(), unicode.to_owned());
        hints.push(Hint::new(HintKind::Idn { ascii, unicode }));
    }
    add_domain_remarks(&mut hints, address, domain, options);
    hints
}

/// Whether there is nothing to remark on an address of ASCII, told by its local part without a tag
/// and its domain in lower case.
pub(super) fn is_unremarkable(name: &str, domain: Sought, options: &EmailOptions) -> bool {
    options.own_domains.is_empty() && role(name).is_none() && doubt(domain, &[]).is_none()
}

fn add_domain_remarks(
    hints: &mut Vec<Hint>,
    address: &EmailAddress,
    domain: Sought,
    options: &EmailOptions,
) {
    let own_domains = &options.own_domains;
    if !own_domains.is_empty() && own::is_inside(address, own_domains) {
        return;
    }
    let doubt = doubt(domain, own_domains);
    let leads_inside = matches!(
        &doubt,
        Some(HintKind::Typo { domain }) if own_domains.contains(domain)
    );
    hints.extend(doubt.map(|kind| match kind {
        HintKind::Typo { domain } => typo_hint(address, domain),
        kind => Hint::new(kind),
    }));
    // A slip of the team's own domain is outside, too, but that is not what is wrong with it.
    if !own_domains.is_empty() && !leads_inside {
        let domain = address.domain_unicode().to_owned();
        hints.push(Hint::new(HintKind::OutsideDomains { domain }));
    }
}

/// Why mail to this domain may not arrive.
fn doubt(domain: Sought, own_domains: &[String]) -> Option<HintKind> {
    if is_reserved(domain) {
        return Some(HintKind::ReservedDomain { domain: domain.name.to_owned() });
    }
    typo::meant(domain, own_domains).map(|domain| HintKind::Typo { domain })
}

/// The hint that another domain was perhaps meant.
pub(super) fn typo_hint(address: &EmailAddress, domain: String) -> Hint {
    let suggestion = Some([address.local_part(), "@", &domain].concat());
    Hint { kind: HintKind::Typo { domain }, suggestion }
}

/// The special-use names of RFC 6761, RFC 6762 and RFC 7686, and `arpa` of RFC 3172.
fn is_reserved(domain: Sought) -> bool {
    // Bytes, since the compiler tells those apart one by one, and strings by comparing each.
    match domain.ending() {
        b"test" | b"example" | b"invalid" | b"local" | b"localhost" | b"onion" | b"arpa" => true,
        b"com" | b"net" | b"org" => matches!(
            domain.before_ending(),
            b"example." | [.., b'.', b'e', b'x', b'a', b'm', b'p', b'l', b'e', b'.']
        ),
        _ => false,
    }
}

/// The role that has this name, in lower case.
fn role(name: &str) -> Option<&'static str> {
    if !may_be_role(name.as_bytes()) {
        return None;
    }
    let is_name = |role: &&&str| role.len() == name.len() && role.eq_ignore_ascii_case(name);
    ROLES.iter().find(is_name).copied()
}

/// The local part without its tag.
pub(super) fn without_tag(local: &str) -> &str {
    let plus = local.bytes().position(|byte| byte == b'+');
    plus.map_or(local, |at| &local[..at])
}

/// Whether some role has this first letter and this length: nearly every name is ruled out by that.
fn may_be_role(name: &[u8]) -> bool {
    let first = name.first().map_or(0, |byte| usize::from(byte % 32));
    name.len() < 32 && ROLE_LENGTHS[first] >> name.len() & 1 == 1
}

/// For each first letter, the lengths of the roles that begin with it, as bits.
const ROLE_LENGTHS: [u32; 32] = {
    let (mut lengths, mut at) = ([0; 32], 0);
    while at < ROLES.len() {
        let role = ROLES[at].as_bytes();
        lengths[(role[0] % 32) as usize] |= 1 << role.len();
        at += 1;
    }
    lengths
};

/// The mailbox names of RFC 2142, and those that companies commonly add.
static ROLES: [&str; 48] = [
    "abuse",
    "accounting",
    "accounts",
    "admin",
    "administrator",
    "all",
    "billing",
    "careers",
    "contact",
    "customerservice",
    "donotreply",
    "do-not-reply",
    "enquiries",
    "everyone",
    "feedback",
    "finance",
    "ftp",
    "hello",
    "help",
    "helpdesk",
    "hostmaster",
    "hr",
    "info",
    "inquiries",
    "invoices",
    "it",
    "jobs",
    "legal",
    "mailer-daemon",
    "marketing",
    "news",
    "newsletter",
    "noc",
    "no-reply",
    "noreply",
    "office",
    "orders",
    "postmaster",
    "press",
    "privacy",
    "root",
    "sales",
    "security",
    "service",
    "support",
    "team",
    "usenet",
    "webmaster",
];
