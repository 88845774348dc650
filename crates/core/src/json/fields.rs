//! Values of a documented shape out of JSON, and a plain word where one has another shape.

use std::fmt;

use super::{Json, Object};

/// A type whose JSON form is documented.
pub trait FromJson: Sized {
    /// Reads the value.
    ///
    /// # Errors
    /// [`ShapeError`] where it has another shape; a member that nobody knows is none.
    fn from_json(json: Json) -> Result<Self, ShapeError>;
}

/// What has another shape than is documented, and which one it should have: a program's mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapeError {
    /// Where: such as `[3].roles`; empty for the whole value.
    pub path: String,
    /// What should be there, in English.
    pub expected: &'static str,
}

impl ShapeError {
    /// The whole value should be something else.
    pub fn expected(expected: &'static str) -> Self {
        Self { path: String::new(), expected }
    }

    /// The same error, told of the member of that name.
    #[cold]
    #[must_use]
    pub fn inside(self, name: &str) -> Self {
        let nested = !self.path.is_empty() && !self.path.starts_with('[');
        let dot = if nested { "." } else { "" };
        Self { path: [name, dot, &self.path].concat(), ..self }
    }

    /// The same error, told of the item at that index.
    #[cold]
    #[must_use]
    pub fn inside_item(self, index: usize) -> Self {
        self.inside(&["[", &index.to_string(), "]"].concat())
    }
}

impl fmt::Display for ShapeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.path.is_empty() { "it" } else { &self.path })?;
        f.write_str(" must be ")?;
        f.write_str(self.expected)
    }
}

impl Object {
    /// Reads the member of that name.
    ///
    /// # Errors
    /// [`ShapeError`] where it has another shape or is missing.
    pub fn required<T: FromJson>(&mut self, name: &str) -> Result<T, ShapeError> {
        T::from_json(self.take(name)).map_err(|error| error.inside(name))
    }

    /// Reads the member of that name into `place`; `null` means absent, and leaves what is there.
    ///
    /// # Errors
    /// [`ShapeError`] where it has another shape.
    pub fn fill<T: FromJson>(&mut self, name: &str, place: &mut T) -> Result<(), ShapeError> {
        let value = self.take(name);
        if !value.is_null() {
            *place = T::from_json(value).map_err(|error| error.inside(name))?;
        }
        Ok(())
    }
}

impl FromJson for Json {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        Ok(json)
    }
}

impl FromJson for bool {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        json.as_bool().ok_or(ShapeError::expected("true or false"))
    }
}

macro_rules! whole_numbers {
    ($($type:ty),+) => {$(
        impl FromJson for $type {
            fn from_json(json: Json) -> Result<Self, ShapeError> {
                let number = json.as_integer().and_then(|number| number.try_into().ok());
                number.ok_or(ShapeError::expected("a whole number in range"))
            }
        }
    )+};
}

whole_numbers!(u16, u32, u64, usize);

impl FromJson for String {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        match json {
            Json::Text(text) => Ok(text),
            _ => Err(ShapeError::expected("text")),
        }
    }
}

impl FromJson for Object {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        match json {
            Json::Object(object) => Ok(object),
            _ => Err(ShapeError::expected("an object")),
        }
    }
}

/// A pair of texts, as a list of two.
impl FromJson for (String, String) {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let pair = Vec::from_json(json)?.try_into();
        pair.map(|[name, value]: [String; 2]| (name, value))
            .map_err(|_| ShapeError::expected("a list of two texts"))
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        let Json::List(items) = json else { return Err(ShapeError::expected("a list")) };
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            list.push(T::from_json(item).map_err(|error| error.inside_item(index))?);
        }
        Ok(list)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: Json) -> Result<Self, ShapeError> {
        if json.is_null() { Ok(None) } else { T::from_json(json).map(Some) }
    }
}
