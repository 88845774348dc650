//! JSON text as people read it: one member a line.

/// A JSON text with one member or item a line, each level indented by two spaces, cut after `most`
/// lines; and how many lines were cut.
///
/// Nothing but white space differs, so that a number stays as long as it is.
///
/// ```
/// use invite_users_core::json::indented;
///
/// assert_eq!(indented(r#"{"id":9007199254740993}"#, 10).0, "{\n  \"id\": 9007199254740993\n}");
/// ```
pub fn indented(text: &str, most: usize) -> (String, usize) {
    let mut page = Page { text: String::new(), lines: 1, depth: 0, most, is_empty: false };
    let (mut in_text, mut escaped) = (false, false);
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        if in_text {
            page.push(character);
            in_text = escaped || character != '"';
            escaped = !escaped && character == '\\';
        } else {
            in_text = character == '"';
            page.write(character, rest.peek().copied());
        }
    }
    (page.text, page.lines.saturating_sub(most))
}

/// Lines, of which only the first ones are kept.
struct Page {
    text: String,
    lines: usize,
    depth: usize,
    most: usize,
    /// Whether the list or object that was opened last is empty.
    is_empty: bool,
}

impl Page {
    /// Writes what stands outside of texts.
    fn write(&mut self, character: char, next: Option<char>) {
        if character.is_ascii_whitespace() {
            return;
        }
        if matches!(character, '}' | ']') && !self.is_empty {
            self.depth = self.depth.saturating_sub(1);
            self.break_line();
        }
        self.push(character);
        let opens = matches!(character, '{' | '[');
        self.is_empty = opens && matches!(next, Some('}' | ']'));
        self.depth += usize::from(opens && !self.is_empty);
        match character {
            ':' => self.push(' '),
            ',' | '{' | '[' if !self.is_empty => self.break_line(),
            _ => {}
        }
    }

    fn push(&mut self, character: char) {
        if self.lines <= self.most {
            self.text.push(character);
        }
    }

    fn break_line(&mut self) {
        self.lines += 1;
        if self.lines <= self.most {
            self.text.push('\n');
            (0..self.depth).for_each(|_| self.text.push_str("  "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::indented;

    #[test]
    fn what_is_empty_and_what_stands_in_a_text_stays_on_its_line() {
        let text = r#"{"a":[],"b":{},"c":"x\"{,:\\","d":[1,null]}"#;
        let lines = [
            "{",
            "  \"a\": [],",
            "  \"b\": {},",
            r#"  "c": "x\"{,:\\","#,
            "  \"d\": [",
            "    1,",
            "    null",
            "  ]",
            "}",
        ];
        assert_eq!(indented(text, 9), (lines.join("\n"), 0));
    }

    #[test]
    fn a_long_text_is_cut_at_a_line_and_says_how_much_is_missing() {
        assert_eq!(indented("[1,2,3]", 2), ("[\n  1,".to_owned(), 3));
    }

    #[test]
    fn what_is_no_json_does_no_harm() {
        assert_eq!(indented("}]\"", 9), ("\n}\n]\"".to_owned(), 0));
    }
}
