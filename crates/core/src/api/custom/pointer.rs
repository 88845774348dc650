//! JSON Pointers (RFC 6901): where in a reply something stands.

use crate::json::{Json, Object};

/// The steps from the whole value to a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pointer(Vec<String>);

impl Pointer {
    /// Reads a pointer such as `/users/0/email`; the empty one is the whole value.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut steps = text.split('/');
        if steps.next() != Some("") {
            return None;
        }
        steps.map(unescaped).collect::<Option<_>>().map(Self)
    }

    /// What stands there; `null` is nothing.
    pub(super) fn find<'a>(&self, value: &'a Json) -> Option<&'a Json> {
        let step = |value: &'a Json, step: &String| match value {
            Json::List(items) => items.get(index(step)?),
            value => value.get(step),
        };
        self.0.iter().try_fold(value, step).filter(|value| !value.is_null())
    }

    /// `to` with what stands there in `from`, at the same place.
    pub(super) fn copy(&self, from: &Json, to: Json) -> Json {
        match self.find(from) {
            Some(value) => self.put(from, to, value.clone()),
            None => to,
        }
    }

    /// `to` with `value` at this place; what leads there is a list where it is one in `like`.
    pub(super) fn put(&self, like: &Json, to: Json, value: Json) -> Json {
        put(&self.0, like, to, value)
    }
}

fn put(steps: &[String], like: &Json, to: Json, value: Json) -> Json {
    let Some((step, rest)) = steps.split_first() else { return value };
    if let (Json::List(items), Some(index)) = (like, index(step)) {
        let mut list = if let Json::List(list) = to { list } else { Vec::new() };
        list.resize(list.len().max(index + 1), Json::Null);
        let inner = std::mem::take(&mut list[index]);
        list[index] = put(rest, items.get(index).unwrap_or(&Json::Null), inner, value);
        return Json::List(list);
    }
    let mut object = if let Json::Object(object) = to { object } else { Object::new() };
    let inner = object.take(step);
    object.push(step.clone(), put(rest, like.get(step).unwrap_or(&Json::Null), inner, value));
    Json::Object(object)
}

/// `~1` is a slash and `~0` a tilde; another tilde is an error (section 3).
fn unescaped(step: &str) -> Option<String> {
    let mut parts = step.split('~');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push(match part.as_bytes().first()? {
            b'0' => '~',
            b'1' => '/',
            _ => return None,
        });
        text.push_str(&part[1..]);
    }
    Some(text)
}

/// Digits without a leading zero (section 4).
fn index(step: &str) -> Option<usize> {
    let canonical = step == "0" || step.starts_with(|c: char| matches!(c, '1'..='9'));
    step.parse().ok().filter(|_| canonical)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The examples of section 5, and what it refuses.
    #[test]
    fn pointers() {
        let text = r#"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"m~n":8," ":7,"n":null}"#;
        let document = Json::parse(text).expect("JSON");
        for (pointer, found) in [
            ("/foo/0", Some(r#""bar""#)),
            ("/foo/1", Some(r#""baz""#)),
            ("/", Some("0")),
            ("/a~1b", Some("1")),
            ("/c%d", Some("2")),
            ("/m~0n", Some("8")),
            ("/ ", Some("7")),
            ("/foo/2", None),
            ("/foo/00", None),
            ("/foo/+1", None),
            ("/foo/-", None),
            ("/foo/bar", None),
            ("/n", None),
            ("/n/n", None),
        ] {
            let parsed = Pointer::parse(pointer).expect(pointer);
            let value = parsed.find(&document).map(ToString::to_string);
            assert_eq!(value.as_deref(), found, "{pointer}");
        }
        assert_eq!(Pointer::parse("").expect("the whole").find(&document), Some(&document));
        for malformed in ["foo", "/~", "/~2", "#/foo", " /foo", "/é~é"] {
            assert_eq!(Pointer::parse(malformed), None, "{malformed}");
        }
    }
}
