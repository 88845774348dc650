//! Web addresses: where a request may go. An address that two parsers could read differently is
//! refused, so that the one checked here is the one that is called.

use std::fmt;
use std::ops::Range;

/// Why nothing may be sent to a web address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum UrlError {
    /// With a user name or a password in it.
    Credentials,
    /// Not a plain `https://host/path`.
    Malformed,
    /// `http:` to another machine: what is sent could be read on the way.
    Insecure,
}

/// Where a request goes: a checked absolute URL, or a path on the page's own origin.
///
/// `origin` is the page's, such as `https://app.example`; without one a path is malformed.
pub(crate) fn target(text: &str, origin: Option<&str>) -> Result<String, UrlError> {
    let text = text.trim();
    if let (Some(origin), true) = (origin, text.starts_with('/') && !text.starts_with("//")) {
        return if is_plain(text) { Ok([origin, text].concat()) } else { Err(UrlError::Malformed) };
    }
    if user_info(text).is_some() {
        return Err(UrlError::Credentials);
    }
    let url = Split::of(text).ok_or(UrlError::Malformed)?;
    let same_origin = origin.is_some_and(|origin| {
        Split::of(origin)
            .is_some_and(|origin| (origin.scheme, origin.authority) == (url.scheme, url.authority))
    });
    if url.scheme == "https" || is_loopback(url.host()) || same_origin {
        Ok(text.to_owned())
    } else {
        Err(UrlError::Insecure)
    }
}

/// The text with a `…` for its user name and password, so that it can be shown, logged and stored.
pub(crate) fn without_credentials(text: &str) -> String {
    match user_info(text) {
        Some(secret) => [&text[..secret.start], "…", &text[secret.end..]].concat(),
        None => text.to_owned(),
    }
}

/// Where the user name and password stand (RFC 3986, section 3.2.1), read as widely as any parser
/// may: a browser takes `\` for `/` and any number of both.
fn user_info(text: &str) -> Option<Range<usize>> {
    let scheme = text.find(':')? + 1;
    let start = text.len() - text[scheme..].trim_start_matches(['/', '\\']).len();
    let authority = text[start..].split(['/', '\\', '?', '#']).next()?;
    Some(start..start + authority.rfind('@')?)
}

/// Whether the text is an `http://` or `https://` address with a host.
pub(crate) fn is_http(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#']))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// The text as a piece of a path: what is not unreserved is percent-encoded (RFC 3986, section 2).
pub(crate) fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value)]);
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    encoded
}

struct Split<'a> {
    scheme: &'a str,
    authority: &'a str,
}

impl<'a> Split<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let (scheme, rest) = text.split_once(':')?;
        let rest = rest.strip_prefix("//")?;
        let authority = rest.split(['/', '?']).next()?;
        let split = Self { scheme, authority };
        (matches!(scheme, "http" | "https") && is_plain(rest) && split.has_plain_host())
            .then_some(split)
    }

    /// The host without its port; a bracketed IPv6 address keeps its brackets.
    fn host(&self) -> &'a str {
        match self.authority.rfind(']') {
            Some(end) => &self.authority[..=end],
            None => self.authority.split(':').next().unwrap_or_default(),
        }
    }

    fn has_plain_host(&self) -> bool {
        let host = self.host();
        let port = &self.authority[host.len()..];
        let name = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        !name.is_empty()
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b':'))
            && (port.is_empty()
                || port.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok()))
    }
}

/// Visible ASCII without what browsers rewrite (`\`), cut off (`#`) or percent-encode (RFC 3986,
/// section 2).
pub(crate) fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_graphic() && !b"\\#\"<>^`{|}".contains(&b))
}

/// This machine, whose traffic nobody else can read (W3C Secure Contexts, section 3.1).
fn is_loopback(host: &str) -> bool {
    let octets = |rest: &str| rest.split('.').filter(|octet| octet.parse::<u8>().is_ok()).count();
    matches!(host, "localhost" | "[::1]")
        || host
            .strip_prefix("127.")
            .is_some_and(|rest| rest.split('.').count() == 3 && octets(rest) == 3)
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Credentials => "leave the user name and password out",
            Self::Malformed => "write a web address such as https://api.example.com",
            Self::Insecure => "use https, so that nobody on the way can read what is sent",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        let origin = Some("http://intranet:8080");
        for (text, expected) in [
            ("https://api.example.com/v1", Ok("https://api.example.com/v1")),
            ("http://127.0.0.1:8080/x", Ok("http://127.0.0.1:8080/x")),
            ("http://[::1]:8080/x", Ok("http://[::1]:8080/x")),
            ("http://localhost/x", Ok("http://localhost/x")),
            ("http://intranet:8080/x", Ok("http://intranet:8080/x")),
            ("/api/invite", Ok("http://intranet:8080/api/invite")),
            ("http://intranet:8081/x", Err(UrlError::Insecure)),
            ("http://api.example.com", Err(UrlError::Insecure)),
            ("http://localhost.example.com", Err(UrlError::Insecure)),
            ("http://127.0.0.1.example.com", Err(UrlError::Insecure)),
            ("//example.com/x", Err(UrlError::Malformed)),
            ("api.example.com", Err(UrlError::Malformed)),
            ("https://", Err(UrlError::Malformed)),
            ("https://user:secret@example.com", Err(UrlError::Credentials)),
            ("https:user:secret@example.com/x", Err(UrlError::Credentials)),
            ("https://user:p@ss@example.com/x", Err(UrlError::Credentials)),
            ("http://127.0.0.1\\@example.com", Err(UrlError::Malformed)),
            ("https://example.com:99999/", Err(UrlError::Malformed)),
            ("https://example.com/a b", Err(UrlError::Malformed)),
            ("javascript://example.com/", Err(UrlError::Malformed)),
        ] {
            assert_eq!(target(text, origin), expected.map(str::to_owned), "{text}");
        }
        assert_eq!(target("/api/invite", None), Err(UrlError::Malformed));
    }

    #[test]
    fn encoded_for_a_path() {
        assert_eq!(encoded("a-Z_0.~"), "a-Z_0.~");
        assert_eq!(encoded("../a b?é%"), "..%2Fa%20b%3F%C3%A9%25");
    }

    #[test]
    fn shown_without_credentials() {
        for (text, shown) in [
            ("https://ann:secret@example.com/x", "https://…@example.com/x"),
            ("https:\\\\ann:s@cret@example.com", "https:\\\\…@example.com"),
            ("https://example.com/@ann", "https://example.com/@ann"),
            ("example", "example"),
        ] {
            assert_eq!(without_credentials(text), shown);
        }
    }
}
