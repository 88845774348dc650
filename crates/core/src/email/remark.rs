//! The remarks on an address that is valid.

use super::{EmailAddress, EmailOptions, Hint, HintKind, typo};

/// Every hint that holds for the address, in the order of the address.
pub(super) fn remarks(address: &EmailAddress, changed: bool, options: &EmailOptions) -> Vec<Hint> {
    let (local, domain) = (address.local_part(), address.domain());
    let mut hints = Vec::new();
    if changed {
        let email = format!("{local}@{}", address.domain_unicode());
        hints.push(Hint::new(HintKind::Changed { email }));
    }
    if !local.is_ascii() {
        hints.push(Hint::new(HintKind::Smtputf8));
    }
    hints.extend(role_account(local));
    if let Some(unicode) = address.u_labels() {
        let (ascii, unicode) = (domain.to_owned(), unicode.to_owned());
        hints.push(Hint::new(HintKind::Idn { ascii, unicode }));
    }
    hints.extend(domain_remark(address, options));
    hints
}

fn domain_remark(address: &EmailAddress, options: &EmailOptions) -> Option<Hint> {
    let domain = address.domain();
    if options.own_domains.iter().any(|own| own == domain) {
        return None;
    }
    if is_reserved(domain) {
        return Some(Hint::new(HintKind::ReservedDomain { domain: domain.to_owned() }));
    }
    let meant = typo::meant(domain, &options.own_domains)?;
    let suggestion = Some(format!("{}@{meant}", address.local_part()));
    Some(Hint { kind: HintKind::Typo { domain: meant }, suggestion })
}

/// The special-use names of RFC 6761, RFC 6762 and RFC 7686, and `arpa` of RFC 3172.
fn is_reserved(domain: &str) -> bool {
    let mut labels = domain.rsplit('.');
    let (top, second) = (labels.next(), labels.next());
    match top {
        Some("test" | "example" | "invalid" | "local" | "localhost" | "onion" | "arpa") => true,
        Some("com" | "net" | "org") => second == Some("example"),
        _ => false,
    }
}

fn role_account(local: &str) -> Option<Hint> {
    let name = local.split_once('+').map_or(local, |(name, _)| name);
    let role = ROLES.iter().find(|role| role.eq_ignore_ascii_case(name))?;
    Some(Hint::new(HintKind::RoleAccount { local: (*role).to_owned() }))
}

/// The mailbox names of RFC 2142, and those that companies commonly add.
const ROLES: [&str; 48] = [
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
