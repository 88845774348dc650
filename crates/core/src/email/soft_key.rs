//! Addresses that probably reach one mailbox, although nothing but the provider can tell.

use std::borrow::Cow;

use super::EmailAddress;

impl EmailAddress {
    /// Equal for addresses that probably reach one mailbox: the [key](Self::key) without its
    /// `+tag`, and at Gmail without dots before the @ sign and with `gmail.com` for
    /// `googlemail.com`.
    ///
    /// Tags are [RFC 5233](https://www.rfc-editor.org/rfc/rfc5233) subaddresses in the spelling that
    /// nearly all providers share; for the dots see
    /// [Google](https://support.google.com/mail/answer/7436150). A guess, so good for a hint only.
    pub fn soft_key(&self) -> Cow<'_, str> {
        let key = self.key();
        let (local, domain) = key.rsplit_once('@').unwrap_or((key, ""));
        let name = without_tag(local);
        let google = matches!(domain, "gmail.com" | "googlemail.com");
        if google && (name.contains('.') || name.len() < local.len() || domain != "gmail.com") {
            return Cow::Owned(name.replace('.', "") + "@gmail.com");
        }
        if name.len() == local.len() {
            return Cow::Borrowed(key);
        }
        Cow::Owned([name, "@", domain].concat())
    }
}

/// A tag needs something before it: `+1234@acme.com` is a name of its own.
fn without_tag(local: &str) -> &str {
    local.split_once('+').map_or(local, |(name, _)| if name.is_empty() { local } else { name })
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use crate::email::{EmailAddress, EmailOptions};
    use crate::unicode::Native;

    #[test]
    fn tags_and_gmail_dots_are_left_out() {
        for (text, expected) in [
            ("ann@acme.com", "ann@acme.com"),
            ("Ann+News@acme.com", "ann@acme.com"),
            ("ann+a+b@acme.com", "ann@acme.com"),
            ("+ann@acme.com", "+ann@acme.com"),
            ("a.n.n@acme.com", "a.n.n@acme.com"),
            ("a.n.n@gmail.com", "ann@gmail.com"),
            ("ann@googlemail.com", "ann@gmail.com"),
            ("A.nn+x@GoogleMail.com", "ann@gmail.com"),
            ("ann@gmail.com", "ann@gmail.com"),
            ("ann@mail.gmail.com", "ann@mail.gmail.com"),
        ] {
            let address = EmailAddress::parse(text, &EmailOptions::default(), &Native).unwrap();
            assert_eq!(address.soft_key(), expected, "{text}");
        }
    }
}
