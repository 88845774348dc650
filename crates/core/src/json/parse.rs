//! JSON text to values, by the grammar of RFC 8259 and nothing beyond it.

use super::{Json, Object};

/// The most lists and objects inside one another; more would be an attack on the stack.
const MAX_DEPTH: usize = 128;

impl Json {
    /// Reads JSON text; `None` where it is none, or too deeply nested.
    ///
    /// Time and memory grow linearly with the text.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parser = Parser { text, at: 0, depth: 0 };
        let value = parser.value()?;
        parser.token().is_none().then_some(value)
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn value(&mut self) -> Option<Json> {
        match self.token()? {
            b'{' => self.nested(Self::object),
            b'[' => self.nested(Self::list),
            b'"' => self.string().map(Json::Text),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.number(),
        }
    }

    fn nested(&mut self, read: fn(&mut Self) -> Option<Json>) -> Option<Json> {
        self.depth += 1;
        let value = (self.depth <= MAX_DEPTH).then(|| read(self))?;
        self.depth -= 1;
        value
    }

    fn object(&mut self) -> Option<Json> {
        let mut object = Object::new();
        self.at += 1;
        while !self.ends(b'}', object.iter().len() == 0)? {
            self.token().filter(|&byte| byte == b'"')?;
            let name = self.string()?;
            self.token().filter(|&byte| byte == b':')?;
            self.at += 1;
            object.push(name, self.value()?);
        }
        Some(Json::Object(object))
    }

    fn list(&mut self) -> Option<Json> {
        let mut items = Vec::new();
        self.at += 1;
        while !self.ends(b']', items.is_empty())? {
            items.push(self.value()?);
        }
        Some(Json::List(items))
    }

    /// Passes the closing bracket (`true`), or the comma that each but the `first` item needs.
    fn ends(&mut self, bracket: u8, first: bool) -> Option<bool> {
        let byte = self.token()?;
        let ends = byte == bracket;
        if ends || !first {
            self.at += 1;
        }
        (ends || first || byte == b',').then_some(ends)
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        let found = self.text.get(self.at..)?.starts_with(word);
        self.at += word.len();
        found.then_some(value)
    }

    fn number(&mut self) -> Option<Json> {
        let start = self.at;
        self.skip_one(b"-");
        let whole = self.digits()?;
        let mut valid = whole == "0" || !whole.starts_with('0');
        if self.skip_one(b".") {
            self.digits()?;
        }
        if self.skip_one(b"eE") {
            self.skip_one(b"+-");
            valid &= self.digits().is_some();
        }
        let text = self.text.get(start..self.at).filter(|_| valid)?;
        Some(text.parse().map_or_else(|_| Json::Number(text.to_owned()), Json::Integer))
    }

    fn string(&mut self) -> Option<String> {
        let mut string = String::new();
        self.at += 1;
        loop {
            string.push_str(self.skip(|byte| !matches!(byte, b'"' | b'\\' | 0..b' '))?);
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'"' => return Some(string),
                b'\\' => string.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => byte.into(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.code_point(),
            _ => return None,
        })
    }

    /// `\uXXXX`, or two of them that are a surrogate pair; a lone surrogate is no character.
    fn code_point(&mut self) -> Option<char> {
        let unit = self.hexadecimal()?;
        if !(0xd800..0xdc00).contains(&unit) {
            return char::from_u32(unit);
        }
        self.word("\\u", Json::Null)?;
        let low = self.hexadecimal()?.checked_sub(0xdc00)?;
        (low < 0x400).then(|| char::from_u32(0x1_0000 + ((unit - 0xd800) << 10) + low))?
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        // `from_str_radix` alone would take a sign, too.
        let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        u32::from_str_radix(digits, 16).ok().filter(|_| plain)
    }

    fn digits(&mut self) -> Option<&'a str> {
        self.skip(|byte| byte.is_ascii_digit()).filter(|digits| !digits.is_empty())
    }

    /// The first byte of the next token.
    fn token(&mut self) -> Option<u8> {
        self.skip(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        self.peek()
    }

    fn skip_one(&mut self, of: &[u8]) -> bool {
        let found = self.peek().is_some_and(|byte| of.contains(&byte));
        self.at += usize::from(found);
        found
    }

    /// Passes the longest run of such bytes; what is passed must end between characters.
    fn skip(&mut self, passes: fn(u8) -> bool) -> Option<&'a str> {
        let start = self.at;
        while self.peek().is_some_and(passes) {
            self.at += 1;
        }
        self.text.get(start..self.at)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }
}
