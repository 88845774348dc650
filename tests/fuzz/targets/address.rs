//! Any text as an address: no panic, an error within the text, and an address that reads as itself.
#![no_main]

use invite_users_core::email::{EmailAddress, EmailOptions, ReservedDomains};
use invite_users_core::unicode::Native;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let strict = EmailOptions {
        allow_smtputf8: false,
        own_domains: vec!["acme.com".into()],
        reserved_domains: ReservedDomains::Reject,
    };
    for options in [EmailOptions::default(), strict] {
        match EmailAddress::parse(text, &options, &Native) {
            Ok(email) => assert_reads_as_itself(&email, &options),
            Err(error) => {
                let _ = text[error.span.clone()].len();
                error.suggestion.iter().for_each(|it| assert_valid(it, &options));
                assert!(!error.to_string().contains(char::is_control));
            }
        }
    }
});

fn assert_reads_as_itself(email: &EmailAddress, options: &EmailOptions) {
    let wire = email.as_str();
    assert!(wire.len() <= 254 && email.domain().is_ascii());
    for written in [wire.to_owned(), format!("{}@{}", email.local_part(), email.domain_unicode())] {
        let again = EmailAddress::parse(&written, options, &Native).expect("it was valid");
        assert_eq!((again.as_str(), again.key()), (wire, email.key()));
    }
    email
        .hints()
        .iter()
        .filter_map(|it| it.suggestion.as_ref())
        .for_each(|it| assert_valid(it, options));
}

fn assert_valid(suggestion: &str, options: &EmailOptions) {
    let parsed = EmailAddress::parse(suggestion, options, &Native);
    assert_eq!(parsed.expect("what is suggested is valid").as_str(), suggestion);
}
