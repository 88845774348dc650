//! JSON values to text, as compact as it gets.

use std::fmt::{self, Formatter, Write};

use super::Json;

impl fmt::Display for Json {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => f.write_str(if *value { "true" } else { "false" }),
            Self::Integer(number) => number.fmt(f),
            Self::Number(number) => f.write_str(number),
            Self::Text(text) => write_text(text, f),
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    f.write_char(if index == 0 { '[' } else { ',' })?;
                    item.fmt(f)?;
                }
                f.write_str(if items.is_empty() { "[]" } else { "]" })
            }
            Self::Object(object) => {
                for (index, (name, value)) in object.iter().enumerate() {
                    f.write_char(if index == 0 { '{' } else { ',' })?;
                    write_text(name, f)?;
                    f.write_char(':')?;
                    value.fmt(f)?;
                }
                f.write_str(if object.iter().len() == 0 { "{}" } else { "}" })
            }
        }
    }
}

/// Escapes what RFC 8259, section 7 says must be.
fn write_text(text: &str, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                f.write_char('\\')?;
                f.write_char(character)?;
            }
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            '\0'..' ' => write!(f, "\\u{:04x}", u32::from(character))?,
            _ => f.write_char(character)?,
        }
    }
    f.write_char('"')
}
