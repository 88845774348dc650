//! Where a record ends: [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180#section-2), and what
//! becomes of a quote that is never closed.

/// One record, without what ends its line.
pub(super) struct Record<'a> {
    pub(super) text: &'a str,
    /// Whether its last cell opens a quote that nothing closes.
    pub(super) unclosed: bool,
}

/// The records of a text, blank ones among them.
pub(super) struct Records<'a> {
    rest: &'a str,
    delimiter: u8,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, delimiter: u8) -> Self {
        Self { rest: text, delimiter }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        let (length, unclosed) = measure(self.rest.as_bytes(), self.delimiter);
        let (text, rest) = self.rest.split_at(length);
        let after = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
        self.rest = after.unwrap_or(rest);
        Some(Record { text, unclosed })
    }
}

/// How long the first record is, and whether a quote in it is not closed: then it ends with its
/// line, so that one slip can't swallow the rest.
fn measure(text: &[u8], delimiter: u8) -> (usize, bool) {
    let mut at = 0;
    loop {
        if text.get(at) == Some(&b'"') {
            match closing_quote(text, at, delimiter) {
                Some(end) => at = end,
                None => return (find(text, at, ends_line), true),
            }
        }
        at = find(text, at, |byte| byte == delimiter || ends_line(byte));
        if text.get(at) != Some(&delimiter) {
            return (at, false);
        }
        at += 1;
    }
}

/// Where the quoted cell that opens at `open` ends. On a later line only a quote that ends its
/// cell counts: what follows an unclosed one sooner or later holds a quote that opens another.
fn closing_quote(text: &[u8], open: usize, delimiter: u8) -> Option<usize> {
    let mut end = open;
    loop {
        end = find(text, end + 1, |byte| byte == b'"') + 1;
        match text.get(end) {
            Some(b'"') => {}
            _ if end > text.len() => return None,
            Some(&next) if next != delimiter && !ends_line(next) => {
                let one_line = !text[open..end].iter().copied().any(ends_line);
                return one_line.then_some(end);
            }
            _ => return Some(end),
        }
    }
}

fn find(text: &[u8], from: usize, wanted: impl Fn(u8) -> bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    rest.iter().position(|&byte| wanted(byte)).map_or(text.len(), |at| from + at)
}

fn ends_line(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::Records;

    #[test]
    fn records_end_outside_of_quotes() {
        for (text, expected) in [
            ("a\nb\r\nc\rd", &["a", "b", "c", "d"][..]),
            ("a\n\nb\n", &["a", "", "b"]),
            ("\"a\nb\",c\nd", &["\"a\nb\",c", "d"]),
            ("\"a \"\"\nb\"\"\"\nc", &["\"a \"\"\nb\"\"\"", "c"]),
            ("\"a\" b\nc", &["\"a\" b", "c"]),
            ("5\" x\n6\" y", &["5\" x", "6\" y"]),
        ] {
            let records: Vec<_> = Records::new(text, b',').collect();
            assert!(records.iter().all(|record| !record.unclosed), "{text:?}");
            let seen: Vec<_> = records.iter().map(|record| record.text).collect();
            assert_eq!(seen, expected, "{text:?}");
        }
    }

    #[test]
    fn an_unclosed_quote_ends_with_its_line() {
        for text in ["\"a,b\nc\nd", "a,\"b\n\"c\",d\ne", "x,\"a\nb\nc,\"d\"", "\"", "\"a\"\"\nb"] {
            let first = Records::new(text, b',').next().unwrap();
            assert!(first.unclosed, "{text:?}");
            assert_eq!(Some(first.text), text.split('\n').next(), "{text:?}");
        }
    }
}
